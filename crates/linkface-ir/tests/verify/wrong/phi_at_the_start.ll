define i32 @f() {
start:
  %x = phi i32 [ 1, %start ]
  ret i32 %x
}
