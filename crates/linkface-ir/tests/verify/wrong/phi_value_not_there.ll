define i32 @f(i1 %c, i32 %x) {
start:
  br i1 %c, label %a, label %b

a:
  %y = add i32 %x, 1
  br label %end

b:
  br label %end

end:
  %z = phi i32 [ %y, %a ], [ %y, %b ]
  ret i32 %z
}
