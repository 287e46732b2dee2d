define i32 @f(i32 %x) {
  %y = sext i32 %x to i32
  ret i32 %y
}
