define <4 x i8> @f(<4 x i8> %x) {
  %v = insertelement <4 x i8> %x, i16 1, i32 0
  ret <4 x i8> %v
}
