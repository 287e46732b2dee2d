define i32 @f(i1 %c) {
  %x = select i1 %c, i32 1, i64 2
  ret i32 %x
}
