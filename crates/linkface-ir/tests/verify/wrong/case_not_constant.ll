define void @f(i8 %x) {
  switch i8 %x, label %a [
    i8 %x, label %a
  ]

a:
  ret void
}
