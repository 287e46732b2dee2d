@counter = global i64 0

define i64 @f() {
  ret i64 @counter
}
