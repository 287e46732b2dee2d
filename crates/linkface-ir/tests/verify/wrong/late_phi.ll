define i32 @f(i1 %c) {
start:
  br label %end

end:
  %one = add i32 1, 0
  %x = phi i32 [ 1, %start ]
  ret i32 %x
}
