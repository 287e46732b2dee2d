; ModuleID = 'middle.617b9ec5cec6387b-cgu.0'
source_filename = "middle.617b9ec5cec6387b-cgu.0"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@alloc_a37439ba8bb9d5e92aea1350b3d3e95a = private unnamed_addr constant [10 x i8] c"middle.rs\00", align 1
@alloc_3b72aa0ab7c2b9014b31681c9f0304b7 = private unnamed_addr constant <{ ptr, [16 x i8] }> <{ ptr @alloc_a37439ba8bb9d5e92aea1350b3d3e95a, [16 x i8] c"\09\00\00\00\00\00\00\00\0C\00\00\00\0F\00\00\00" }>, align 8

; core::ptr::drop_in_place<middle::Guard>
; Function Attrs: nonlazybind uwtable
define void @"_ZN4core3ptr34drop_in_place$LT$middle..Guard$GT$17h2f2eb6b8e236035dE"(ptr align 8 %_1) unnamed_addr #0 !dbg !7 {
start:
  %_1.dbg.spill = alloca [8 x i8], align 8
  store ptr %_1, ptr %_1.dbg.spill, align 8
    #dbg_declare(ptr %_1.dbg.spill, !32, !DIExpression(), !35)
; call <middle::Guard as core::ops::drop::Drop>::drop
  call void @"_ZN55_$LT$middle..Guard$u20$as$u20$core..ops..drop..Drop$GT$4drop17habfc6650191e6043E"(ptr align 8 %_1), !dbg !35
  ret void, !dbg !35
}

; <middle::Guard as core::ops::drop::Drop>::drop
; Function Attrs: nonlazybind uwtable
define void @"_ZN55_$LT$middle..Guard$u20$as$u20$core..ops..drop..Drop$GT$4drop17habfc6650191e6043E"(ptr align 8 %self) unnamed_addr #0 !dbg !36 {
start:
  %self.dbg.spill = alloca [8 x i8], align 8
  store ptr %self, ptr %self.dbg.spill, align 8
    #dbg_declare(ptr %self.dbg.spill, !43, !DIExpression(), !44)
  %_3.0 = load ptr, ptr %self, align 8, !dbg !45
  %0 = getelementptr inbounds i8, ptr %self, i64 8, !dbg !45
  %_3.1 = load ptr, ptr %0, align 8, !dbg !45
  %1 = getelementptr inbounds i8, ptr %_3.1, i64 40, !dbg !45
  %2 = load ptr, ptr %1, align 8, !dbg !45, !invariant.load !24, !nonnull !24
  call void %2(ptr align 1 %_3.0) #4, !dbg !45
  ret void, !dbg !46
}

; middle::middle
; Function Attrs: nonlazybind uwtable
define i32 @_ZN6middle6middle17h8b45c97b3ba84322E(i32 %low, i32 %high, ptr %work, ptr align 1 %end.0, ptr align 8 %end.1) unnamed_addr #0 personality ptr @rust_eh_personality !dbg !47 {
start:
  %sum.dbg.spill = alloca [4 x i8], align 4
  %0 = alloca [16 x i8], align 8
  %end.dbg.spill = alloca [16 x i8], align 8
  %work.dbg.spill = alloca [8 x i8], align 8
  %high.dbg.spill = alloca [4 x i8], align 4
  %low.dbg.spill = alloca [4 x i8], align 4
  %_guard = alloca [16 x i8], align 8
  store i32 %low, ptr %low.dbg.spill, align 4
    #dbg_declare(ptr %low.dbg.spill, !55, !DIExpression(), !63)
  store i32 %high, ptr %high.dbg.spill, align 4
    #dbg_declare(ptr %high.dbg.spill, !56, !DIExpression(), !64)
  store ptr %work, ptr %work.dbg.spill, align 8
    #dbg_declare(ptr %work.dbg.spill, !57, !DIExpression(), !65)
  store ptr %end.0, ptr %end.dbg.spill, align 8
  %1 = getelementptr inbounds i8, ptr %end.dbg.spill, i64 8
  store ptr %end.1, ptr %1, align 8
    #dbg_declare(ptr %end.dbg.spill, !58, !DIExpression(), !66)
    #dbg_declare(ptr %_guard, !59, !DIExpression(), !67)
  store ptr %end.0, ptr %_guard, align 8, !dbg !68
  %2 = getelementptr inbounds i8, ptr %_guard, i64 8, !dbg !68
  store ptr %end.1, ptr %2, align 8, !dbg !68
  invoke void %work(i32 %low)
          to label %bb1 unwind label %cleanup, !dbg !69

bb5:                                              ; preds = %cleanup
; invoke core::ptr::drop_in_place<middle::Guard>
  invoke void @"_ZN4core3ptr34drop_in_place$LT$middle..Guard$GT$17h2f2eb6b8e236035dE"(ptr align 8 %_guard) #5
          to label %bb6 unwind label %terminate, !dbg !70

cleanup:                                          ; preds = %panic, %start
  %3 = landingpad { ptr, i32 }
          cleanup
  %4 = extractvalue { ptr, i32 } %3, 0
  %5 = extractvalue { ptr, i32 } %3, 1
  store ptr %4, ptr %0, align 8
  %6 = getelementptr inbounds i8, ptr %0, i64 8
  store i32 %5, ptr %6, align 8
  br label %bb5

bb1:                                              ; preds = %start
  %_8.0 = add i32 %low, %high, !dbg !71
  %_8.1 = icmp ult i32 %_8.0, %low, !dbg !71
  br i1 %_8.1, label %panic, label %bb2, !dbg !71

bb2:                                              ; preds = %bb1
  store i32 %_8.0, ptr %sum.dbg.spill, align 4, !dbg !71
    #dbg_declare(ptr %sum.dbg.spill, !61, !DIExpression(), !72)
  br label %bb3, !dbg !73

panic:                                            ; preds = %bb1
; invoke core::panicking::panic_const::panic_const_add_overflow
  invoke void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_add_overflow(ptr align 8 @alloc_3b72aa0ab7c2b9014b31681c9f0304b7) #6
          to label %unreachable unwind label %cleanup, !dbg !71

unreachable:                                      ; preds = %panic
  unreachable

bb3:                                              ; preds = %bb2
  %_0 = udiv i32 %_8.0, 2, !dbg !73
; call core::ptr::drop_in_place<middle::Guard>
  call void @"_ZN4core3ptr34drop_in_place$LT$middle..Guard$GT$17h2f2eb6b8e236035dE"(ptr align 8 %_guard), !dbg !70
  ret i32 %_0, !dbg !74

terminate:                                        ; preds = %bb5
  %7 = landingpad { ptr, i32 }
          filter [0 x ptr] zeroinitializer
; call core::panicking::panic_in_cleanup
  call void @_RNvNtCsgEmfK2I1SDS_4core9panicking16panic_in_cleanup() #7, !dbg !75
  unreachable, !dbg !75

bb6:                                              ; preds = %bb5
  %8 = load ptr, ptr %0, align 8, !dbg !75
  %9 = getelementptr inbounds i8, ptr %0, i64 8, !dbg !75
  %10 = load i32, ptr %9, align 8, !dbg !75
  %11 = insertvalue { ptr, i32 } poison, ptr %8, 0, !dbg !75
  %12 = insertvalue { ptr, i32 } %11, i32 %10, 1, !dbg !75
  resume { ptr, i32 } %12, !dbg !75
}

; Function Attrs: nounwind nonlazybind uwtable
declare i32 @rust_eh_personality(i32, i32, i64, ptr, ptr) unnamed_addr #1

; core::panicking::panic_const::panic_const_add_overflow
; Function Attrs: cold noinline noreturn nonlazybind uwtable
declare void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_add_overflow(ptr align 8) unnamed_addr #2

; core::panicking::panic_in_cleanup
; Function Attrs: cold minsize noinline noreturn nounwind nonlazybind optsize uwtable
declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking16panic_in_cleanup() unnamed_addr #3

attributes #0 = { nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #1 = { nounwind nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #2 = { cold noinline noreturn nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #3 = { cold minsize noinline noreturn nounwind nonlazybind optsize uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }
attributes #4 = { inlinehint }
attributes #5 = { cold }
attributes #6 = { noreturn }
attributes #7 = { cold noreturn nounwind }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}
!llvm.dbg.cu = !{!5}

!0 = !{i32 8, !"PIC Level", i32 2}
!1 = !{i32 2, !"RtLibUseGOT", i32 1}
!2 = !{i32 7, !"Dwarf Version", i32 4}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{!"rustc version 1.95.0 (59807616e 2026-04-14)"}
!5 = distinct !DICompileUnit(language: DW_LANG_Rust, file: !6, producer: "clang LLVM (rustc version 1.95.0 (59807616e 2026-04-14))", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug, splitDebugInlining: false, nameTableKind: None)
!6 = !DIFile(filename: "middle.rs/@/middle.617b9ec5cec6387b-cgu.0", directory: "/work")
!7 = distinct !DISubprogram(name: "drop_in_place<middle::Guard>", linkageName: "_ZN4core3ptr34drop_in_place$LT$middle..Guard$GT$17h2f2eb6b8e236035dE", scope: !9, file: !8, line: 805, type: !11, scopeLine: 805, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !5, templateParams: !33, retainedNodes: !31)
!8 = !DIFile(filename: "library/core/src/ptr/mod.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "8f706ae0a0620120e6e931983ef127f1")
!9 = !DINamespace(name: "ptr", scope: !10)
!10 = !DINamespace(name: "core", scope: null)
!11 = !DISubroutineType(types: !12)
!12 = !{null, !13}
!13 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "*mut middle::Guard", baseType: !14, size: 64, align: 64, dwarfAddressSpace: 0)
!14 = !DICompositeType(tag: DW_TAG_structure_type, name: "Guard", scope: !16, file: !15, size: 128, align: 64, flags: DIFlagPublic, elements: !17, templateParams: !24, identifier: "81cbc1677ffc03adfda032c504a835a2")
!15 = !DIFile(filename: "<unknown>", directory: "")
!16 = !DINamespace(name: "middle", scope: null)
!17 = !{!18}
!18 = !DIDerivedType(tag: DW_TAG_member, name: "__0", scope: !14, file: !15, baseType: !19, size: 128, align: 64, flags: DIFlagPrivate)
!19 = !DICompositeType(tag: DW_TAG_structure_type, name: "&dyn core::ops::function::Fn<(), Output=()>", file: !15, size: 128, align: 64, elements: !20, templateParams: !24, identifier: "579fbc10f61bf9ade0dcb5d8f8ab76d4")
!20 = !{!21, !25}
!21 = !DIDerivedType(tag: DW_TAG_member, name: "pointer", scope: !19, file: !15, baseType: !22, size: 64, align: 64)
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64, align: 64, dwarfAddressSpace: 0)
!23 = !DICompositeType(tag: DW_TAG_structure_type, name: "dyn core::ops::function::Fn<(), Output=()>", file: !15, align: 8, elements: !24, identifier: "dc8eb01e050056ba4c24b64cfc46f42b")
!24 = !{}
!25 = !DIDerivedType(tag: DW_TAG_member, name: "vtable", scope: !19, file: !15, baseType: !26, size: 64, align: 64, offset: 64)
!26 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "&[usize; 6]", baseType: !27, size: 64, align: 64, dwarfAddressSpace: 0)
!27 = !DICompositeType(tag: DW_TAG_array_type, baseType: !28, size: 384, align: 64, elements: !29)
!28 = !DIBasicType(name: "usize", size: 64, encoding: DW_ATE_unsigned)
!29 = !{!30}
!30 = !DISubrange(count: 6, lowerBound: 0)
!31 = !{!32}
!32 = !DILocalVariable(arg: 1, scope: !7, file: !8, line: 805, type: !13)
!33 = !{!34}
!34 = !DITemplateTypeParameter(name: "T", type: !14)
!35 = !DILocation(line: 805, column: 1, scope: !7)
!36 = distinct !DISubprogram(name: "drop", linkageName: "_ZN55_$LT$middle..Guard$u20$as$u20$core..ops..drop..Drop$GT$4drop17habfc6650191e6043E", scope: !38, file: !37, line: 4, type: !39, scopeLine: 4, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !5, templateParams: !24, retainedNodes: !42)
!37 = !DIFile(filename: "middle.rs", directory: "/work", checksumkind: CSK_MD5, checksum: "e45095127448554ddde0d80288b42cfb")
!38 = !DINamespace(name: "{impl#0}", scope: !16)
!39 = !DISubroutineType(types: !40)
!40 = !{null, !41}
!41 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "&mut middle::Guard", baseType: !14, size: 64, align: 64, dwarfAddressSpace: 0)
!42 = !{!43}
!43 = !DILocalVariable(name: "self", arg: 1, scope: !36, file: !37, line: 4, type: !41)
!44 = !DILocation(line: 4, column: 13, scope: !36)
!45 = !DILocation(line: 5, column: 9, scope: !36)
!46 = !DILocation(line: 6, column: 6, scope: !36)
!47 = distinct !DISubprogram(name: "middle", linkageName: "_ZN6middle6middle17h8b45c97b3ba84322E", scope: !16, file: !37, line: 9, type: !48, scopeLine: 9, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !5, templateParams: !24, retainedNodes: !54)
!48 = !DISubroutineType(types: !49)
!49 = !{!50, !50, !50, !51, !19}
!50 = !DIBasicType(name: "u32", size: 32, encoding: DW_ATE_unsigned)
!51 = !DIDerivedType(tag: DW_TAG_pointer_type, name: "fn(u32)", baseType: !52, size: 64, align: 64, dwarfAddressSpace: 0)
!52 = !DISubroutineType(types: !53)
!53 = !{null, !50}
!54 = !{!55, !56, !57, !58, !59, !61}
!55 = !DILocalVariable(name: "low", arg: 1, scope: !47, file: !37, line: 9, type: !50)
!56 = !DILocalVariable(name: "high", arg: 2, scope: !47, file: !37, line: 9, type: !50)
!57 = !DILocalVariable(name: "work", arg: 3, scope: !47, file: !37, line: 9, type: !51)
!58 = !DILocalVariable(name: "end", arg: 4, scope: !47, file: !37, line: 9, type: !19)
!59 = !DILocalVariable(name: "_guard", scope: !60, file: !37, line: 10, type: !14, align: 64)
!60 = distinct !DILexicalBlock(scope: !47, file: !37, line: 10, column: 5)
!61 = !DILocalVariable(name: "sum", scope: !62, file: !37, line: 12, type: !50, align: 32)
!62 = distinct !DILexicalBlock(scope: !60, file: !37, line: 12, column: 5)
!63 = !DILocation(line: 9, column: 15, scope: !47)
!64 = !DILocation(line: 9, column: 25, scope: !47)
!65 = !DILocation(line: 9, column: 36, scope: !47)
!66 = !DILocation(line: 9, column: 51, scope: !47)
!67 = !DILocation(line: 10, column: 9, scope: !60)
!68 = !DILocation(line: 10, column: 18, scope: !47)
!69 = !DILocation(line: 11, column: 5, scope: !60)
!70 = !DILocation(line: 14, column: 1, scope: !47)
!71 = !DILocation(line: 12, column: 15, scope: !60)
!72 = !DILocation(line: 12, column: 9, scope: !62)
!73 = !DILocation(line: 13, column: 5, scope: !62)
!74 = !DILocation(line: 14, column: 2, scope: !47)
!75 = !DILocation(line: 9, column: 1, scope: !47)
