define i1 @f({ i8, i8 } %x) {
  %y = icmp eq { i8, i8 } %x, %x
  ret i1 %y
}
