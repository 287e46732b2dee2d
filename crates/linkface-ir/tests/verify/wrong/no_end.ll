define i32 @f(i32 %x) {
start:
  %y = add i32 %x, 1

next:
  ret i32 %y
}
