define void @f(i64 %g) {
  call void %g()
  ret void
}
