define void @f(i1 %c) {
  br i1 %c, label %c, label %end

end:
  ret void
}
