define i32 @f(i64 %x) {
  ret i64 %x
}
