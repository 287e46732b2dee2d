%Slice = type { ptr, i64 }

define ptr @f(ptr %p) {
  %q = getelementptr %Slice, ptr %p, i64 0, i32 2
  ret ptr %q
}
