define i32 @pow(i32 %x, i32 %y) {
start:
  %r = alloca [4 x i8], align 4
  %i = alloca [4 x i8], align 4
  store i32 1, ptr %r, align 4
  store i32 0, ptr %i, align 4
  br label %loop_start

loop_start:                                       ; preds = %loop, %start
  %0 = load i32, ptr %i, align 4
  %done = icmp uge i32 %0, %y
  br i1 %done, label %exit, label %loop

loop:                                             ; preds = %loop_start
  %1 = load i32, ptr %r, align 4
  %2 = call i32 @mul(i32 %1, i32 %x), !dbg !4
  store i32 %2, ptr %r, align 4
  %3 = load i32, ptr %i, align 4
  %4 = add nuw i32 %3, 1
  store i32 %4, ptr %i, align 4
  br label %loop_start

exit:                                             ; preds = %loop_start
  %5 = load i32, ptr %r, align 4
  ret i32 %5
}

declare i32 @mul(i32, i32)
