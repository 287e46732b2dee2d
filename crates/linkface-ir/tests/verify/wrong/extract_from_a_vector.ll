define i8 @f(<4 x i8> %x) {
  %v = extractvalue <4 x i8> %x, 0
  ret i8 %v
}
