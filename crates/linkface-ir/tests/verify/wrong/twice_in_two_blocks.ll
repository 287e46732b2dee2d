define i32 @f(i1 %c) {
  br i1 %c, label %a, label %b

a:
  %r = add i32 1, 0
  br label %end

b:
  %r = add i32 2, 0
  br label %end

end:
  ret i32 %r
}
