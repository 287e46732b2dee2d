define <2 x i64> @f(<2 x ptr> %p, <4 x i32> %v, double %d, i24 %i) {
  %a = ptrtoint <2 x ptr> %p to <2 x i64>
  %b = bitcast <4 x i32> %v to <2 x i64>
  %c = bitcast <4 x i32> %v to i128
  %e = bitcast double %d to <8 x i8>
  %f = trunc i24 %i to i17
  %g = fptrunc double %d to half
  %h = uitofp i17 %f to fp128
  %j = bitcast ptr null to ptr
  %k = add <2 x i64> %a, %b
  ret <2 x i64> %k
}
