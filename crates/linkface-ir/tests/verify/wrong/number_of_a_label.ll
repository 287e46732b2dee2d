define i32 @f(i32 %x) {
  %1 = add i32 %x, 1
  br label %2

1:
  ret i32 %1
}
