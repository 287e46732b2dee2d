define void @f(i64 %x) {
  ret i64 %x
}
