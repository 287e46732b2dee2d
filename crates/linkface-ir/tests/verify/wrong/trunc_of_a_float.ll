define i32 @f(double %x) {
  %y = trunc double %x to i32
  ret i32 %y
}
