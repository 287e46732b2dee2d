declare i32 @may_panic()
declare i32 @rust_eh_personality(...)

define i32 @f(i1 %c) personality ptr @rust_eh_personality {
start:
  br i1 %c, label %try, label %end

try:
  %x = invoke i32 @may_panic()
          to label %end unwind label %panicked

panicked:
  %e = landingpad { ptr, i32 }
          cleanup
  resume { ptr, i32 } %e

end:
  %r = phi i32 [ 0, %start ], [ %x, %try ]
  ret i32 %r
}
