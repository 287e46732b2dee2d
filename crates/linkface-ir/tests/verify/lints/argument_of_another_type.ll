declare i32 @g(i32)

define i32 @f(ptr %p) {
  %x = call i32 @g(ptr %p)
  ret i32 %x
}
