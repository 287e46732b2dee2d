define void @f() {
  br label %ext

exit:
  ret void
}
