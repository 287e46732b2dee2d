define i8 @f(i32 %x) {
  %y = add i8 %x, 1
  ret i8 %y
}
