declare i32 @printf(ptr, ...)

define i32 @f() {
  %n = call i32 (ptr, ...) @printf(i64 1)
  ret i32 %n
}
