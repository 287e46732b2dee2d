define ptr addrspace(1) @f(ptr %p) {
  %y = bitcast ptr %p to ptr addrspace(1)
  ret ptr addrspace(1) %y
}
