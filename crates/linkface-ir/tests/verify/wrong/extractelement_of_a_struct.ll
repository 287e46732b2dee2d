define i8 @f({ i8 } %x) {
  %v = extractelement { i8 } %x, i32 0
  ret i8 %v
}
