define <4 x i32> @f(<2 x i1> %c, <4 x i32> %v) {
  %x = select <2 x i1> %c, <4 x i32> %v, <4 x i32> %v
  ret <4 x i32> %x
}
