define i64 @f(float %x) {
  %y = bitcast float %x to i64
  ret i64 %y
}
