%Slice = type { ptr, i64 }

define ptr @f(ptr %p, <4 x i64> %n, i1 %i) {
  %a = getelementptr inbounds %Slice, ptr %p, i64 0, i32 1
  %b = getelementptr i8, ptr %p, <4 x i64> %n
  %c = extractelement <4 x ptr> %b, i32 3
  %d = getelementptr [0 x [4 x i8]], ptr %p, i64 7, i64 9, i64 11
  %e = getelementptr i8, ptr %p, i1 %i
  ret ptr %c
}
