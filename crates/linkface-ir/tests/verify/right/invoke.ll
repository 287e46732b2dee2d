declare i32 @may_panic()
declare i32 @rust_eh_personality(...)

define i32 @f(i1 %c) personality ptr @rust_eh_personality {
start:
  %x = invoke i32 @may_panic()
          to label %fine unwind label %panicked

fine:
  br label %end

panicked:
  %e = landingpad { ptr, i32 }
          catch ptr null
  br label %end

end:
  %r = phi i32 [ %x, %fine ], [ 0, %panicked ]
  ret i32 %r
}
