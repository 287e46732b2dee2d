define i64 @f({ i32, i32 } %x) {
  %y = bitcast { i32, i32 } %x to i64
  ret i64 %y
}
