define i32 @f(i32 %x) {
start:
  br label %end

dead:
  %y = add i32 %x, 1
  br label %end

end:
  ret i32 %y
}
