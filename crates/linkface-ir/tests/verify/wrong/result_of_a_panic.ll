declare i32 @may_panic()
declare i32 @rust_eh_personality(...)

define i32 @f() personality ptr @rust_eh_personality {
start:
  %x = invoke i32 @may_panic()
          to label %fine unwind label %panicked

fine:
  ret i32 %x

panicked:
  %e = landingpad { ptr, i32 }
          cleanup
  ret i32 %x
}
