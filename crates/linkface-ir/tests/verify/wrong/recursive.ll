; The article's first try at `pow`.
define i32 @pow(i32 %x, i32 %y) {
start:
  br label %loop

loop:
  %r = add i32 %r, %x
  %i = add i32 %i, 1
  %done = icmp eq i32 %i, %y
  br i1 %done, label %exit, label %loop

exit:
  ret i32 %r
}
