define ptr @f(ptr %p, i32 %n) {
  %q = getelementptr { ptr, i64 }, ptr %p, i64 0, i32 %n
  ret ptr %q
}
