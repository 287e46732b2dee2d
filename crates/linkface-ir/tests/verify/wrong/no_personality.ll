declare void @may_panic()

define void @f() {
start:
  invoke void @may_panic()
          to label %fine unwind label %panicked

fine:
  ret void

panicked:
  %e = landingpad { ptr, i32 }
          cleanup
  resume { ptr, i32 } %e
}
