define i32 @f(i32 %x) {
}
