define ptr @f(ptr %p) {
  %y = addrspacecast ptr %p to ptr
  ret ptr %y
}
