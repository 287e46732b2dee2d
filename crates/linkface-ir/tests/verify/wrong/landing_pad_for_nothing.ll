declare void @may_panic()
declare i32 @rust_eh_personality(...)

define void @f() personality ptr @rust_eh_personality {
start:
  invoke void @may_panic()
          to label %fine unwind label %panicked

fine:
  ret void

panicked:
  %e = landingpad { ptr, i32 }
  resume { ptr, i32 } %e
}
