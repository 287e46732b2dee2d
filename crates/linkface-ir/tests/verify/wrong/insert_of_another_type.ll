define { i8, i16 } @f({ i8, i16 } %x) {
  %y = insertvalue { i8, i16 } %x, i32 1, 1
  ret { i8, i16 } %y
}
