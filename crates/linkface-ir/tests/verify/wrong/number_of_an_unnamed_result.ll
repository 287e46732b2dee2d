declare i32 @g()

define i32 @f() {
  call i32 @g()
  %1 = call i32 @g()
  ret i32 %1
}
