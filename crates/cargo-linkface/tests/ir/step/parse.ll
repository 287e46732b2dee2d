; ModuleID = 'parse.ec39a1d308c933bc-cgu.0'
source_filename = "parse.ec39a1d308c933bc-cgu.0"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@alloc_75fb06c2453febd814e73f5f2e72ae38 = private unnamed_addr constant [199 x i8] c"unsafe precondition(s) violated: hint::unreachable_unchecked must never be reached\0A\0AThis indicates a bug in the program. This Undefined Behavior check is optional, and cannot be relied on for safety.", align 1
@alloc_d3627ec279aed7f89997eaa30f5fa4b5 = private unnamed_addr constant [7 x i8] c"dropped", align 1
@alloc_7f71ec4a7e900fe06f6542ffc8db6ba9 = private unnamed_addr constant [9 x i8] c"parse.rs\00", align 1
@alloc_3277dee9c8764a75307f1cbcca0c95cb = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_7f71ec4a7e900fe06f6542ffc8db6ba9, [16 x i8] c"\08\00\00\00\00\00\00\00\14\00\00\00.\00\00\00" }>, align 8
@alloc_4466f514a6be4f318f1c181212c97880 = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_7f71ec4a7e900fe06f6542ffc8db6ba9, [16 x i8] c"\08\00\00\00\00\00\00\00\08\00\00\00\18\00\00\00" }>, align 8
@alloc_abe4618f89cb53344aa1cd375632db8d = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_7f71ec4a7e900fe06f6542ffc8db6ba9, [16 x i8] c"\08\00\00\00\00\00\00\00\07\00\00\00\18\00\00\00" }>, align 8
@alloc_50d91a0df53a0998ac9b98c483fd773f = private unnamed_addr constant [9 x i8] c"too large", align 1
@alloc_e9dc58d5d7eb6e7428a531b46d63696c = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_7f71ec4a7e900fe06f6542ffc8db6ba9, [16 x i8] c"\08\00\00\00\00\00\00\00\10\00\00\00&\00\00\00" }>, align 8
@alloc_737592398e42f7932da611fa9de35890 = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_7f71ec4a7e900fe06f6542ffc8db6ba9, [16 x i8] c"\08\00\00\00\00\00\00\00\10\00\00\00\1F\00\00\00" }>, align 8
@alloc_8a8581ceb99dd7532941ac20c99841c9 = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_7f71ec4a7e900fe06f6542ffc8db6ba9, [16 x i8] c"\08\00\00\00\00\00\00\00\10\00\00\002\00\00\00" }>, align 8

; core::ptr::drop_in_place<parse::Noisy>
; Function Attrs: nonlazybind uwtable
define void @"_ZN4core3ptr33drop_in_place$LT$parse..Noisy$GT$17h033f243c002816c3E"(ptr align 1 %_1) unnamed_addr #0 {
start:
; call <parse::Noisy as core::ops::drop::Drop>::drop
  call void @"_ZN54_$LT$parse..Noisy$u20$as$u20$core..ops..drop..Drop$GT$4drop17h428deefbf3b828d7E"(ptr align 1 %_1)
  ret void
}

; core::hint::unreachable_unchecked
; Function Attrs: inlinehint noreturn nonlazybind uwtable
define internal void @_ZN4core4hint21unreachable_unchecked17h999952181a6a61b6E(ptr align 8 %0) unnamed_addr #1 {
start:
; call core::hint::unreachable_unchecked::precondition_check
  call void @_ZN4core4hint21unreachable_unchecked18precondition_check17h35099722aa0d2b3fE(ptr align 8 %0) #8
  unreachable
}

; core::hint::unreachable_unchecked::precondition_check
; Function Attrs: inlinehint nounwind nonlazybind uwtable
define internal void @_ZN4core4hint21unreachable_unchecked18precondition_check17h35099722aa0d2b3fE(ptr align 8 %0) unnamed_addr #2 {
start:
; call core::panicking::panic_nounwind_fmt
  call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_nounwind_fmt(ptr @alloc_75fb06c2453febd814e73f5f2e72ae38, ptr inttoptr (i64 399 to ptr), i1 zeroext false, ptr align 8 %0) #9
  unreachable
}

; <parse::Noisy as core::ops::drop::Drop>::drop
; Function Attrs: nonlazybind uwtable
define void @"_ZN54_$LT$parse..Noisy$u20$as$u20$core..ops..drop..Drop$GT$4drop17h428deefbf3b828d7E"(ptr align 1 %self) unnamed_addr #0 {
start:
  call void @note(ptr align 1 @alloc_d3627ec279aed7f89997eaa30f5fa4b5, i64 7)
  ret void
}

; parse::sure
; Function Attrs: nonlazybind uwtable
define i32 @_ZN5parse4sure17hcbaf03dc0fa2cc96E(i32 %0, i32 %1) unnamed_addr #0 {
start:
  %x = alloca [8 x i8], align 4
  store i32 %0, ptr %x, align 4
  %2 = getelementptr inbounds i8, ptr %x, i64 4
  store i32 %1, ptr %2, align 4
  %3 = load i32, ptr %x, align 4
  %4 = getelementptr inbounds i8, ptr %x, i64 4
  %5 = load i32, ptr %4, align 4
  %_2 = zext i32 %3 to i64
  %6 = trunc nuw i64 %_2 to i1
  br i1 %6, label %bb3, label %bb2

bb3:                                              ; preds = %start
  %7 = getelementptr inbounds i8, ptr %x, i64 4
  %x1 = load i32, ptr %7, align 4
  ret i32 %x1

bb2:                                              ; preds = %start
; call core::hint::unreachable_unchecked
  call void @_ZN4core4hint21unreachable_unchecked17h999952181a6a61b6E(ptr align 8 @alloc_3277dee9c8764a75307f1cbcca0c95cb) #10
  unreachable

bb1:                                              ; No predecessors!
  unreachable
}

; parse::digit
; Function Attrs: nonlazybind uwtable
define { i1, i8 } @_ZN5parse5digit17hdd303020ef06930cE(i8 %c, i8 %radix) unnamed_addr #0 personality ptr @rust_eh_personality {
start:
  %0 = alloca [16 x i8], align 8
  %value = alloca [1 x i8], align 1
  %_3 = alloca [0 x i8], align 1
  %_0 = alloca [2 x i8], align 1
  %_7 = icmp ule i8 48, %c
  br i1 %_7, label %bb6, label %bb3

bb3:                                              ; preds = %bb6, %start
  %_5 = icmp ule i8 97, %c
  br i1 %_5, label %bb5, label %bb1

bb6:                                              ; preds = %start
  %_8 = icmp ule i8 %c, 57
  br i1 %_8, label %bb2, label %bb3

bb2:                                              ; preds = %bb6
  %_9.0 = sub i8 %c, 48
  %_9.1 = icmp ult i8 %c, 48
  br i1 %_9.1, label %panic2, label %bb7

bb1:                                              ; preds = %bb5, %bb3
  store i8 0, ptr %_0, align 1
; call core::ptr::drop_in_place<parse::Noisy>
  call void @"_ZN4core3ptr33drop_in_place$LT$parse..Noisy$GT$17h033f243c002816c3E"(ptr align 1 %_3)
  br label %bb15

bb5:                                              ; preds = %bb3
  %_6 = icmp ule i8 %c, 122
  br i1 %_6, label %bb4, label %bb1

bb4:                                              ; preds = %bb5
  %_11.0 = sub i8 %c, 97
  %_11.1 = icmp ult i8 %c, 97
  br i1 %_11.1, label %panic, label %bb8

bb15:                                             ; preds = %bb14, %bb1
  %1 = load i8, ptr %_0, align 1
  %2 = trunc nuw i8 %1 to i1
  %3 = getelementptr inbounds i8, ptr %_0, i64 1
  %4 = load i8, ptr %3, align 1
  %5 = insertvalue { i1, i8 } poison, i1 %2, 0
  %6 = insertvalue { i1, i8 } %5, i8 %4, 1
  ret { i1, i8 } %6

bb8:                                              ; preds = %bb4
  %_12.0 = add i8 %_11.0, 10
  %_12.1 = icmp ult i8 %_12.0, %_11.0
  br i1 %_12.1, label %panic1, label %bb9

panic:                                            ; preds = %bb4
; invoke core::panicking::panic_const::panic_const_sub_overflow
  invoke void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_sub_overflow(ptr align 8 @alloc_4466f514a6be4f318f1c181212c97880) #11
          to label %unreachable unwind label %cleanup

bb16:                                             ; preds = %cleanup
; invoke core::ptr::drop_in_place<parse::Noisy>
  invoke void @"_ZN4core3ptr33drop_in_place$LT$parse..Noisy$GT$17h033f243c002816c3E"(ptr align 1 %_3) #12
          to label %bb17 unwind label %terminate

cleanup:                                          ; preds = %bb12, %panic2, %panic1, %panic
  %7 = landingpad { ptr, i32 }
          cleanup
  %8 = extractvalue { ptr, i32 } %7, 0
  %9 = extractvalue { ptr, i32 } %7, 1
  store ptr %8, ptr %0, align 8
  %10 = getelementptr inbounds i8, ptr %0, i64 8
  store i32 %9, ptr %10, align 8
  br label %bb16

unreachable:                                      ; preds = %panic2, %panic1, %panic
  unreachable

bb9:                                              ; preds = %bb8
  store i8 %_12.0, ptr %value, align 1
  br label %bb10

panic1:                                           ; preds = %bb8
; invoke core::panicking::panic_const::panic_const_add_overflow
  invoke void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_add_overflow(ptr align 8 @alloc_4466f514a6be4f318f1c181212c97880) #11
          to label %unreachable unwind label %cleanup

bb10:                                             ; preds = %bb7, %bb9
  %_14 = load i8, ptr %value, align 1
  %_13 = icmp ult i8 %_14, %radix
  br i1 %_13, label %bb11, label %bb12

bb7:                                              ; preds = %bb2
  store i8 %_9.0, ptr %value, align 1
  br label %bb10

panic2:                                           ; preds = %bb2
; invoke core::panicking::panic_const::panic_const_sub_overflow
  invoke void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_sub_overflow(ptr align 8 @alloc_abe4618f89cb53344aa1cd375632db8d) #11
          to label %unreachable unwind label %cleanup

bb12:                                             ; preds = %bb10
  invoke void @note(ptr align 1 @alloc_50d91a0df53a0998ac9b98c483fd773f, i64 9)
          to label %bb13 unwind label %cleanup

bb11:                                             ; preds = %bb10
  %_15 = load i8, ptr %value, align 1
  %11 = getelementptr inbounds i8, ptr %_0, i64 1
  store i8 %_15, ptr %11, align 1
  store i8 1, ptr %_0, align 1
  br label %bb14

bb13:                                             ; preds = %bb12
  store i8 0, ptr %_0, align 1
  br label %bb14

bb14:                                             ; preds = %bb11, %bb13
; call core::ptr::drop_in_place<parse::Noisy>
  call void @"_ZN4core3ptr33drop_in_place$LT$parse..Noisy$GT$17h033f243c002816c3E"(ptr align 1 %_3)
  br label %bb15

terminate:                                        ; preds = %bb16
  %12 = landingpad { ptr, i32 }
          filter [0 x ptr] zeroinitializer
; call core::panicking::panic_in_cleanup
  call void @_RNvNtCsgEmfK2I1SDS_4core9panicking16panic_in_cleanup() #13
  unreachable

bb17:                                             ; preds = %bb16
  %13 = load ptr, ptr %0, align 8
  %14 = getelementptr inbounds i8, ptr %0, i64 8
  %15 = load i32, ptr %14, align 8
  %16 = insertvalue { ptr, i32 } poison, ptr %13, 0
  %17 = insertvalue { ptr, i32 } %16, i32 %15, 1
  resume { ptr, i32 } %17
}

; parse::total
; Function Attrs: nonlazybind uwtable
define i64 @_ZN5parse5total17h98bbd0a62ca9fc4dE(ptr align 8 %values.0, i64 %values.1) unnamed_addr #0 {
start:
  %at = alloca [8 x i8], align 8
  %sum = alloca [8 x i8], align 8
  store i64 0, ptr %sum, align 8
  store i64 0, ptr %at, align 8
  br label %bb1

bb1:                                              ; preds = %bb5, %start
  %_5 = load i64, ptr %at, align 8
  %_4 = icmp ult i64 %_5, %values.1
  br i1 %_4, label %bb2, label %bb6

bb6:                                              ; preds = %bb1
  %_0 = load i64, ptr %sum, align 8
  ret i64 %_0

bb2:                                              ; preds = %bb1
  %_8 = load i64, ptr %at, align 8
  %_10 = icmp ult i64 %_8, %values.1
  br i1 %_10, label %bb3, label %panic

bb3:                                              ; preds = %bb2
  %0 = getelementptr inbounds nuw i64, ptr %values.0, i64 %_8
  %_7 = load i64, ptr %0, align 8
  %1 = load i64, ptr %sum, align 8
  %_11.0 = add i64 %1, %_7
  %_11.1 = icmp ult i64 %_11.0, %1
  br i1 %_11.1, label %panic1, label %bb4

panic:                                            ; preds = %bb2
; call core::panicking::panic_bounds_check
  call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check(i64 %_8, i64 %values.1, ptr align 8 @alloc_e9dc58d5d7eb6e7428a531b46d63696c) #14
  unreachable

bb4:                                              ; preds = %bb3
  store i64 %_11.0, ptr %sum, align 8
  %2 = load i64, ptr %at, align 8
  %_12.0 = add i64 %2, 1
  %_12.1 = icmp ult i64 %_12.0, %2
  br i1 %_12.1, label %panic2, label %bb5

panic1:                                           ; preds = %bb3
; call core::panicking::panic_const::panic_const_add_overflow
  call void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_add_overflow(ptr align 8 @alloc_737592398e42f7932da611fa9de35890) #14
  unreachable

bb5:                                              ; preds = %bb4
  store i64 %_12.0, ptr %at, align 8
  br label %bb1

panic2:                                           ; preds = %bb4
; call core::panicking::panic_const::panic_const_add_overflow
  call void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_add_overflow(ptr align 8 @alloc_8a8581ceb99dd7532941ac20c99841c9) #14
  unreachable
}

; core::panicking::panic_nounwind_fmt
; Function Attrs: cold noinline noreturn nounwind nonlazybind uwtable
declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_nounwind_fmt(ptr, ptr, i1 zeroext, ptr align 8) unnamed_addr #3

; Function Attrs: nonlazybind uwtable
declare void @note(ptr align 1, i64) unnamed_addr #0

; Function Attrs: nounwind nonlazybind uwtable
declare i32 @rust_eh_personality(i32, i32, i64, ptr, ptr) unnamed_addr #4

; core::panicking::panic_const::panic_const_sub_overflow
; Function Attrs: cold noinline noreturn nonlazybind uwtable
declare void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_sub_overflow(ptr align 8) unnamed_addr #5

; core::panicking::panic_const::panic_const_add_overflow
; Function Attrs: cold noinline noreturn nonlazybind uwtable
declare void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_add_overflow(ptr align 8) unnamed_addr #5

; core::panicking::panic_in_cleanup
; Function Attrs: cold minsize noinline noreturn nounwind nonlazybind optsize uwtable
declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking16panic_in_cleanup() unnamed_addr #6

; core::panicking::panic_bounds_check
; Function Attrs: cold minsize noinline noreturn nonlazybind optsize uwtable
declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check(i64, i64, ptr align 8) unnamed_addr #7

attributes #0 = { nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #1 = { inlinehint noreturn nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #2 = { inlinehint nounwind nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #3 = { cold noinline noreturn nounwind nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #4 = { nounwind nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #5 = { cold noinline noreturn nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #6 = { cold minsize noinline noreturn nounwind nonlazybind optsize uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #7 = { cold minsize noinline noreturn nonlazybind optsize uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #8 = { inlinehint nounwind }
attributes #9 = { noinline noreturn nounwind }
attributes #10 = { inlinehint noreturn }
attributes #11 = { noreturn }
attributes #12 = { cold }
attributes #13 = { cold noreturn nounwind }
attributes #14 = { noinline noreturn }

!llvm.module.flags = !{!0, !1}
!llvm.ident = !{!2}

!0 = !{i32 8, !"PIC Level", i32 2}
!1 = !{i32 2, !"RtLibUseGOT", i32 1}
!2 = !{!"rustc version 1.95.0 (59807616e 2026-04-14)"}
