define i32 @pick(i32 %x) {
start:
  %neg = icmp slt i32 %x, 0
  br i1 %neg, label %negative, label %fine

negative:
  %small = icmp slt i32 %x, -100
  br i1 %small, label %never, label %never_either

never:
  unreachable

never_either:
  br label %never

fine:
  ret i32 %x
}
