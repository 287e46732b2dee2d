define i32 @f(i1 %c) {
start:
  br i1 %c, label %a, label %b

a:
  ret i32 0

b:
  %x = phi i32 [ 1, %start ], [ 2, %a ]
  ret i32 %x
}
