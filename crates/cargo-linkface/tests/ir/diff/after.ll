define i32 @pow(i32 %x, i32 %y) #0 {
  br label %1

1:                                                ; preds = %4, %0
  %2 = phi i32 [ 1, %0 ], [ %5, %4 ]
  %3 = phi i32 [ 0, %0 ], [ %6, %4 ]
  %done = icmp uge i32 %3, %y
  br i1 %done, label %7, label %4

4:                                                ; preds = %1
  %5 = call i32 @mul(i32 %2, i32 %x)
  %6 = add nuw i32 %3, 1
  br label %1

7:                                                ; preds = %1
  ret i32 %2
}

declare i32 @mul(i32, i32)
