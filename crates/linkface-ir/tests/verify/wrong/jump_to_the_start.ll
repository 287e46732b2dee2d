define void @f(i1 %again) {
start:
  br i1 %again, label %start, label %end

end:
  ret void
}
