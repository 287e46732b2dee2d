define i32 @pow(i32 %x, i32 %y) {
start:
  %r = alloca [4 x i8], align 4
  %i = alloca [4 x i8], align 4
  store i32 1, ptr %r
  store i32 0, ptr %i
  br label %loop_start

loop_start:
  %i.check = load i32, ptr %i
  %done = icmp eq i32 %i.check, %y
  br i1 %done, label %exit, label %loop

loop:
  %r.old = load i32, ptr %r
  %r.new = mul i32 %r.old, %x
  store i32 %r.new, ptr %r
  %i.old = load i32, ptr %i
  %i.new = add i32 %i.old, 1
  store i32 %i.new, ptr %i
  br label %loop_start

exit:
  %r.ret = load i32, ptr %r
  ret i32 %r.ret
}
