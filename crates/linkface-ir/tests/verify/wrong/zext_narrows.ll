define i8 @f(i32 %x) {
  %y = zext i32 %x to i8
  ret i8 %y
}
