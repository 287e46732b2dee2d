define <2 x i64> @f(<4 x i32> %x) {
  %y = zext <4 x i32> %x to <2 x i64>
  ret <2 x i64> %y
}
