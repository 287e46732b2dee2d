%MyStruct = type { i32, { [5 x i8], i64 } }

define i8 @f(%MyStruct %s) {
  %v = extractvalue %MyStruct %s, 1, 0, 5
  ret i8 %v
}
