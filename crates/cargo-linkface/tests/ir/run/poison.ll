define i32 @witnessed(i32 %x) {
start:
  %more = add nsw i32 %x, 1
  %same = select i1 true, i32 %more, i32 0
  %grew = icmp sgt i32 %same, %x
  br i1 %grew, label %yes, label %no

yes:
  ret i32 1

no:
  ret i32 0
}

define i32 @half(i32 %x) {
  %r = udiv exact i32 %x, 2
  ret i32 %r
}

define i8 @inner(ptr %p) {
  %q = getelementptr i8, ptr %p, i64 4
  %r = load i8, ptr %q
  ret i8 %r
}

define i8 @outer() {
  %buffer = alloca [4 x i8]
  %r = call i8 @inner(ptr %buffer)
  ret i8 %r
}

define i32 @total(ptr align 4 %p, i64 %n) {
start:
  br label %loop

loop:
  %i = phi i64 [ 0, %start ], [ %j, %next ]
  %sum = phi i32 [ 0, %start ], [ %more, %next ]
  %done = icmp eq i64 %i, %n
  br i1 %done, label %end, label %next

next:
  %q = getelementptr inbounds i32, ptr %p, i64 %i
  %x = load i32, ptr %q, align 4
  %more = add i32 %sum, %x
  store i32 0, ptr %q, align 4
  %j = add nuw i64 %i, 1
  br label %loop

end:
  ret i32 %sum
}

define void @pair(ptr sret([2 x i8]) %r, i8 %a) {
  store i8 %a, ptr %r
  %q = getelementptr i8, ptr %r, i64 1
  store i8 9, ptr %q
  ret void
}

declare void @work()

define void @elsewhere() {
  call void @work()
  ret void
}
