define <2 x i8> @f(<4 x i8> %x) {
  %v = shufflevector <4 x i8> %x, <4 x i8> %x, <2 x i64> <i64 0, i64 1>
  ret <2 x i8> %v
}
