define i8 @f(ptr %p) {
  %v = extractvalue ptr %p, 0
  ret i8 %v
}
