define void @f(i8 %x) {
  switch i8 %x, label %a [
    i8 -1, label %a
    i8 255, label %b
  ]

a:
  ret void

b:
  ret void
}
