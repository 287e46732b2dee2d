define void @f() {
a:
  br label %b

b:
  ret void

b:
  ret void
}
