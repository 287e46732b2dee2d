; Every kind of edge and block: a switch, a panic with its cleanup, a dead end, a block that nothing leads to.
define i32 @kinds(i32 %n, ptr %p) personality ptr @rust_eh_personality {
start:
  switch i32 %n, label %other [
    i32 0, label %zero
    i32 1, label %small
    i32 2, label %small
  ]

zero:
  %r = invoke noundef i32 @_RNvCs1234_3app4work(ptr noundef nonnull align 8 %p) #1
          to label %done unwind label %cleanup

small:
  %again = call i32 @llvm.umin.i32(i32 %n, i32 9), !range !0
  br label %spin

spin:
  %i = phi i32 [ %again, %small ], [ %less, %spin ]
  %less = sub nuw i32 %i, 1
  %more = icmp ne i32 %less, 0
  br i1 %more, label %spin, label %done

other:
  call void @_ZN4core9panicking9panic_fmt17h0123456789abcdefE(ptr %p) #0
  unreachable

cleanup:
  %pad = landingpad { ptr, i32 }
          cleanup
  resume { ptr, i32 } %pad

done:
  %value = phi i32 [ %r, %zero ], [ 0, %spin ]
  ret i32 %value

lost:
  br label %done
}

declare i32 @_RNvCs1234_3app4work(ptr)
declare i32 @llvm.umin.i32(i32, i32)
declare void @_ZN4core9panicking9panic_fmt17h0123456789abcdefE(ptr) #0
declare i32 @rust_eh_personality(...)

attributes #0 = { noreturn }
attributes #1 = { nounwind }

!0 = !{i32 0, i32 10}
