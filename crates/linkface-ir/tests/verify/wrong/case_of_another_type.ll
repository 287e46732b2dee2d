define void @f(i8 %x) {
  switch i8 %x, label %a [
    i16 1, label %a
  ]

a:
  ret void
}
