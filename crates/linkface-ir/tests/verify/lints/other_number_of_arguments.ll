declare i32 @g(i32, i32)

define i32 @f() {
  %x = call i32 @g(i32 1)
  ret i32 %x
}
