define i32 @f(i1 %c) {
start:
  br i1 %c, label %end, label %end

end:
  %x = phi i32 [ 1, %start ], [ 2, %start ]
  ret i32 %x
}
