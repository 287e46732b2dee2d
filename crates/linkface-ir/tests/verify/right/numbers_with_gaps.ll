declare i32 @g()

define i32 @f(i32, i32 %named, i32 %5) {
  call i32 @g()
  %9 = add i32 %0, %5
  br label %20

20:
  ret i32 %9
}
