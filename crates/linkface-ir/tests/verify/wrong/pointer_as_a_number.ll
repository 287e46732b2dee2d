define i64 @f(ptr %p) {
  %y = add i64 %p, 8
  ret i64 %y
}
