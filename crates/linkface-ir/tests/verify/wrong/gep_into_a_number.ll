define ptr @f(ptr %p) {
  %q = getelementptr i64, ptr %p, i64 0, i64 1
  ret ptr %q
}
