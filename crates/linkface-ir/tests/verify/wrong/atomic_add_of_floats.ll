define void @f(ptr %p) {
  %x = atomicrmw add ptr %p, float 1.0 seq_cst
  ret void
}
