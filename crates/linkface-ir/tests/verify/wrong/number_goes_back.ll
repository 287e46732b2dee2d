define i32 @f(i32 %x) {
start:
  %7 = add i32 %x, 1
  %3 = add i32 %7, 1
  ret i32 %3
}
