define i32 @f(i32 %x) {
  %y = add i32 %x, 1
  %y = mul i32 %y, 2
  ret i32 %y
}
