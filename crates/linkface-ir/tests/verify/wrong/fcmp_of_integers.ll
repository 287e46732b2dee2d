define i1 @f(i8 %x) {
  %y = fcmp oeq i8 %x, %x
  ret i1 %y
}
