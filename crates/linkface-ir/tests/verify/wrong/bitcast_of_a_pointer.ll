define i64 @f(ptr %p) {
  %y = bitcast ptr %p to i64
  ret i64 %y
}
