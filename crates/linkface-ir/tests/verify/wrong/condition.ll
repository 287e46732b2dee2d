define void @f(i32 %c) {
  br i32 %c, label %a, label %b

a:
  ret void

b:
  ret void
}
