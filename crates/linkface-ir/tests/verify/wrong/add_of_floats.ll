define double @f(double %x) {
  %y = add double %x, 1.0
  ret double %y
}
