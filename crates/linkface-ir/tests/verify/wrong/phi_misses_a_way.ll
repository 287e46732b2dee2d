define i32 @f(i1 %c) {
start:
  br i1 %c, label %a, label %end

a:
  br label %end

end:
  %x = phi i32 [ 1, %a ]
  ret i32 %x
}
