define i32 @f(i32 %x) {
start:
  br label %next

next:
}
