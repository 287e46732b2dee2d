define i32 @safe_rem(i32 %n, i32 %d) {
  %nonzero = icmp ne i32 %d, 0
  %rest = srem i32 %n, %d
  %r = select i1 %nonzero, i32 %rest, i32 0
  ret i32 %r
}
