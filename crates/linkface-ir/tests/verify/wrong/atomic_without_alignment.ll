define i32 @f(ptr %p) {
  %x = load atomic i32, ptr %p acquire
  ret i32 %x
}
