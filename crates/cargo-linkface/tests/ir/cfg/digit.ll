define i8 @_RNvCs1234_3app5digit(i32 %value) {
start:
  switch i32 %value, label %other [
    i32 0, label %zero
    i32 1, label %one
    i32 2, label %one
  ]

zero:
  ret i8 48

one:
  br label %again

again:
  %more = call i1 @more()
  br i1 %more, label %again, label %zero

other:
  call void @stop()
  unreachable
}

declare i1 @more()
declare void @stop() noreturn
