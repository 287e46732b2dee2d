declare void @may_panic()
declare i32 @rust_eh_personality(...)

define void @f(ptr %p) personality ptr @rust_eh_personality {
start:
  invoke void @may_panic()
          to label %fine unwind label %panicked

fine:
  ret void

panicked:
  store i8 0, ptr %p
  %e = landingpad { ptr, i32 }
          cleanup
  resume { ptr, i32 } %e
}
