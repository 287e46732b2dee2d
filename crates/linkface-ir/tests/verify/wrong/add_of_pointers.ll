define ptr @f(ptr %p) {
  %q = add ptr %p, %p
  ret ptr %q
}
