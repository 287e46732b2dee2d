define void @f(ptr %p) {
  %x = cmpxchg ptr %p, i32 0, i64 1 seq_cst seq_cst
  ret void
}
