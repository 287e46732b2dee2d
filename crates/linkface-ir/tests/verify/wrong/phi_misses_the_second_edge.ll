define i32 @f(i8 %c) {
start:
  switch i8 %c, label %other [
    i8 1, label %end
    i8 2, label %end
  ]

other:
  unreachable

end:
  %x = phi i32 [ 1, %start ]
  ret i32 %x
}
