define i32 @f() {
start:
  ret i32 %start
}
