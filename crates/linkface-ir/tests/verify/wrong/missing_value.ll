define i32 @f(i32 %count) {
  %next = add i32 %cuont, 1
  ret i32 %next
}
