define i32 @f(i32 %x) {
start:
  ret i32 %x

dead:
  %y = add i32 %z, %y
  br label %more

more:
  %z = add i32 %y, 1
  br label %dead
}
