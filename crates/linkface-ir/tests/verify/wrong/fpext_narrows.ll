define half @f(float %x) {
  %y = fpext float %x to half
  ret half %y
}
