source_filename = "app.7f3a5c-cgu.0"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%"alloc::string::String" = type { [3 x i64] }

@alloc_0123456789abcdef0123456789abcdef = private unnamed_addr constant [5 x i8] c"hello", align 1
@COUNT = internal global i64 0, align 8

define i32 @main(i32 %0, ptr %1) #0 {
top:
  call void @_ZN3app4main17h0000000000000001E()
  ret i32 0
}

define internal void @_ZN3app4main17h0000000000000001E() unnamed_addr #0 {
start:
  ret void
}

define void @"_ZN5alloc4sync16Arc$LT$T$C$A$GT$9drop_slow17h82ccb4427f03ad08E"(ptr %self) unnamed_addr #0 {
start:
  ret void
}

define void @"_ZN5alloc4sync16Arc$LT$T$C$A$GT$9drop_slow17hb7781ff11fb1b32dE"(ptr %self) unnamed_addr #0 {
start:
  br label %end

end:                                              ; preds = %start
  call void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr %self, i64 24, i64 8)
  ret void
}

define { i64, i1 } @all_kinds(ptr noalias noundef align 8 dereferenceable(24) %list, i64 noundef range(i64 0, 10) %index, ptr %object, ptr %vtable, <4 x i32> %lanes, double %number, i8 %letter) unnamed_addr #1 personality ptr @rust_eh_personality {
start:
  %text = alloca [24 x i8], align 8
  call void @llvm.lifetime.start.p0(ptr %text)
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %text, ptr align 8 %list, i64 24, i1 false)
  %place = getelementptr inbounds nuw %"alloc::string::String", ptr %list, i64 %index
  %field = getelementptr inbounds { i32, [4 x i16] }, ptr %list, i64 0, i32 1, i64 %index
  %before = getelementptr inbounds i8, ptr %place, i64 -8
  call void @_ZN4core9panicking9show_text17h0000000000000002E(ptr @alloc_0123456789abcdef0123456789abcdef, i64 5)
  %slot = getelementptr inbounds nuw i8, ptr %vtable, i64 24
  %method = load ptr, ptr %slot, align 8, !invariant.load !0, !nonnull !0
  %said = call noundef i32 %method(ptr noundef %object)
  %old = atomicrmw add ptr @COUNT, i64 1 monotonic, align 8
  %pair = cmpxchg weak ptr @COUNT, i64 %old, i64 7 acq_rel acquire, align 8
  %won = extractvalue { i64, i1 } %pair, 1
  fence syncscope("singlethread") seq_cst
  %sum = call { i64, i1 } @llvm.uadd.with.overflow.i64(i64 %old, i64 %index)
  %over = extractvalue { i64, i1 } %sum, 1
  %likely = call i1 @llvm.expect.i1(i1 %over, i1 false)
  %both = select i1 %won, i1 %likely, i1 false
  %first = shufflevector <4 x i32> %lanes, <4 x i32> poison, <4 x i32> zeroinitializer
  %back = shufflevector <4 x i32> %first, <4 x i32> %lanes, <2 x i32> <i32 6, i32 4>
  %total = call i32 @llvm.vector.reduce.add.v4i32(<4 x i32> %lanes)
  %root = call nnan double @llvm.sqrt.f64(double %number)
  %odd = fcmp uno double %root, %root
  %rotated = call i64 @llvm.fshl.i64(i64 %old, i64 %old, i64 13)
  %aligned = and i64 %rotated, -16
  %negative = icmp slt i32 %total, 0
  %wide = sext i32 %total to i64
  %known = freeze i64 %wide
  call void @llvm.assume(i1 true) [ "align"(ptr %object, i64 16) ]
  call void asm sideeffect "cpuid", "~{rax},~{memory}"()
  switch i8 %letter, label %rest [
    i8 45, label %minus
    i8 43, label %plus
    i8 48, label %plus
  ]

minus:                                            ; preds = %start
  invoke void @_ZN3app4main17h0000000000000001E()
          to label %rest unwind label %caught

plus:                                             ; preds = %start, %start
  %counted = phi i64 [ 0, %start ], [ 0, %start ]
  br label %rest

caught:                                           ; preds = %minus
  %panic = landingpad { ptr, i32 }
          catch ptr null
  resume { ptr, i32 } %panic

rest:                                             ; preds = %plus, %minus, %start
  %result = insertvalue { i64, i1 } poison, i64 %known, 0
  %whole = insertvalue { i64, i1 } %result, i1 %both, 1
  ret { i64, i1 } %whole
}

declare i32 @rust_eh_personality(...) unnamed_addr #0
declare void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr, i64, i64) unnamed_addr #0
declare void @_ZN4core9panicking9show_text17h0000000000000002E(ptr, i64) unnamed_addr #0
declare void @llvm.lifetime.start.p0(ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare { i64, i1 } @llvm.uadd.with.overflow.i64(i64, i64)
declare i1 @llvm.expect.i1(i1, i1)
declare i32 @llvm.vector.reduce.add.v4i32(<4 x i32>)
declare double @llvm.sqrt.f64(double)
declare i64 @llvm.fshl.i64(i64, i64, i64)
declare void @llvm.assume(i1)

attributes #0 = { nonlazybind uwtable "target-cpu"="x86-64" }
attributes #1 = { nonlazybind memory(readwrite, argmem: read) uwtable "target-cpu"="x86-64" }

!0 = !{}
