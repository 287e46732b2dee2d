declare i32 @printf(ptr, ...)

define i32 @f() {
  %n = call i32 (ptr, ...) @printf()
  ret i32 %n
}
