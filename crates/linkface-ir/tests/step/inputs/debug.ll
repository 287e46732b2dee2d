; ModuleID = 'debug.a77046f236afcc3-cgu.0'
source_filename = "debug.a77046f236afcc3-cgu.0"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

; debug::pow
; Function Attrs: noinline nonlazybind uwtable
define i32 @_ZN5debug3pow17hab18fbc15ff9dbf2E(i32 %x, i32 %y) unnamed_addr #0 !dbg !7 {
start:
  %rhs.dbg.spill.i1 = alloca [4 x i8], align 4
  %self.dbg.spill.i2 = alloca [4 x i8], align 4
  %rhs.dbg.spill.i = alloca [4 x i8], align 4
  %self.dbg.spill.i = alloca [4 x i8], align 4
  %y.dbg.spill = alloca [4 x i8], align 4
  %x.dbg.spill = alloca [4 x i8], align 4
  %i = alloca [4 x i8], align 4
  %r = alloca [4 x i8], align 4
  store i32 %x, ptr %x.dbg.spill, align 4
    #dbg_declare(ptr %x.dbg.spill, !14, !DIExpression(), !21)
  store i32 %y, ptr %y.dbg.spill, align 4
    #dbg_declare(ptr %y.dbg.spill, !15, !DIExpression(), !22)
    #dbg_declare(ptr %r, !16, !DIExpression(), !23)
    #dbg_declare(ptr %i, !18, !DIExpression(), !24)
  store i32 1, ptr %r, align 4, !dbg !25
  store i32 0, ptr %i, align 4, !dbg !26
  br label %bb1, !dbg !27

bb1:                                              ; preds = %bb2, %start
  %_6 = load i32, ptr %i, align 4, !dbg !28
  %_5 = icmp ult i32 %_6, %y, !dbg !28
  br i1 %_5, label %bb2, label %bb5, !dbg !28

bb5:                                              ; preds = %bb1
  %_0 = load i32, ptr %r, align 4, !dbg !29
  ret i32 %_0, !dbg !30

bb2:                                              ; preds = %bb1
  %_8 = load i32, ptr %r, align 4, !dbg !31
  store i32 %_8, ptr %self.dbg.spill.i2, align 4
    #dbg_declare(ptr %self.dbg.spill.i2, !32, !DIExpression(), !40)
  store i32 %x, ptr %rhs.dbg.spill.i1, align 4
    #dbg_declare(ptr %rhs.dbg.spill.i1, !39, !DIExpression(), !42)
  %_0.i3 = mul i32 %_8, %x, !dbg !43
  store i32 %_0.i3, ptr %r, align 4, !dbg !44
  %_10 = load i32, ptr %i, align 4, !dbg !45
  store i32 %_10, ptr %self.dbg.spill.i, align 4
    #dbg_declare(ptr %self.dbg.spill.i, !46, !DIExpression(), !50)
  store i32 1, ptr %rhs.dbg.spill.i, align 4
    #dbg_declare(ptr %rhs.dbg.spill.i, !49, !DIExpression(), !52)
  %_0.i = add i32 %_10, 1, !dbg !53
  store i32 %_0.i, ptr %i, align 4, !dbg !54
  br label %bb1, !dbg !27
}

attributes #0 = { noinline nonlazybind uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}
!llvm.dbg.cu = !{!5}

!0 = !{i32 8, !"PIC Level", i32 2}
!1 = !{i32 2, !"RtLibUseGOT", i32 1}
!2 = !{i32 7, !"Dwarf Version", i32 4}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{!"rustc version 1.95.0 (59807616e 2026-04-14)"}
!5 = distinct !DICompileUnit(language: DW_LANG_Rust, file: !6, producer: "clang LLVM (rustc version 1.95.0 (59807616e 2026-04-14))", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug, splitDebugInlining: false, nameTableKind: None)
!6 = !DIFile(filename: "debug.rs/@/debug.a77046f236afcc3-cgu.0", directory: "src")
!7 = distinct !DISubprogram(name: "pow", linkageName: "_ZN5debug3pow17hab18fbc15ff9dbf2E", scope: !9, file: !8, line: 2, type: !10, scopeLine: 2, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition, unit: !5, templateParams: !20, retainedNodes: !13)
!8 = !DIFile(filename: "debug.rs", directory: "src", checksumkind: CSK_MD5, checksum: "f7857190969ed7cf3e0c92e68a9051f1")
!9 = !DINamespace(name: "debug", scope: null)
!10 = !DISubroutineType(types: !11)
!11 = !{!12, !12, !12}
!12 = !DIBasicType(name: "u32", size: 32, encoding: DW_ATE_unsigned)
!13 = !{!14, !15, !16, !18}
!14 = !DILocalVariable(name: "x", arg: 1, scope: !7, file: !8, line: 2, type: !12)
!15 = !DILocalVariable(name: "y", arg: 2, scope: !7, file: !8, line: 2, type: !12)
!16 = !DILocalVariable(name: "r", scope: !17, file: !8, line: 3, type: !12, align: 32)
!17 = distinct !DILexicalBlock(scope: !7, file: !8, line: 3, column: 5)
!18 = !DILocalVariable(name: "i", scope: !19, file: !8, line: 4, type: !12, align: 32)
!19 = distinct !DILexicalBlock(scope: !17, file: !8, line: 4, column: 5)
!20 = !{}
!21 = !DILocation(line: 2, column: 12, scope: !7)
!22 = !DILocation(line: 2, column: 20, scope: !7)
!23 = !DILocation(line: 3, column: 9, scope: !17)
!24 = !DILocation(line: 4, column: 9, scope: !19)
!25 = !DILocation(line: 3, column: 17, scope: !7)
!26 = !DILocation(line: 4, column: 17, scope: !17)
!27 = !DILocation(line: 5, column: 5, scope: !19)
!28 = !DILocation(line: 5, column: 11, scope: !19)
!29 = !DILocation(line: 9, column: 5, scope: !19)
!30 = !DILocation(line: 10, column: 2, scope: !7)
!31 = !DILocation(line: 6, column: 13, scope: !19)
!32 = !DILocalVariable(name: "self", arg: 1, scope: !33, file: !34, line: 2532, type: !12)
!33 = distinct !DISubprogram(name: "wrapping_mul", linkageName: "_RNvMs6_NtCsgEmfK2I1SDS_4core3numm12wrapping_mul", scope: !35, file: !34, line: 2532, type: !10, scopeLine: 2532, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !5, templateParams: !20, retainedNodes: !38)
!34 = !DIFile(filename: "library/core/src/num/uint_macros.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "de2f29a3485fc28d710ba6c3062e6efa")
!35 = !DINamespace(name: "{impl#8}", scope: !36)
!36 = !DINamespace(name: "num", scope: !37)
!37 = !DINamespace(name: "core", scope: null)
!38 = !{!32, !39}
!39 = !DILocalVariable(name: "rhs", arg: 2, scope: !33, file: !34, line: 2532, type: !12)
!40 = !DILocation(line: 2532, column: 35, scope: !33, inlinedAt: !41)
!41 = distinct !DILocation(line: 6, column: 15, scope: !19)
!42 = !DILocation(line: 2532, column: 41, scope: !33, inlinedAt: !41)
!43 = !DILocation(line: 2533, column: 13, scope: !33, inlinedAt: !41)
!44 = !DILocation(line: 6, column: 9, scope: !19)
!45 = !DILocation(line: 7, column: 13, scope: !19)
!46 = !DILocalVariable(name: "self", arg: 1, scope: !47, file: !34, line: 2456, type: !12)
!47 = distinct !DISubprogram(name: "wrapping_add", linkageName: "_RNvMs6_NtCsgEmfK2I1SDS_4core3numm12wrapping_add", scope: !35, file: !34, line: 2456, type: !10, scopeLine: 2456, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !5, templateParams: !20, retainedNodes: !48)
!48 = !{!46, !49}
!49 = !DILocalVariable(name: "rhs", arg: 2, scope: !47, file: !34, line: 2456, type: !12)
!50 = !DILocation(line: 2456, column: 35, scope: !47, inlinedAt: !51)
!51 = distinct !DILocation(line: 7, column: 15, scope: !19)
!52 = !DILocation(line: 2456, column: 41, scope: !47, inlinedAt: !51)
!53 = !DILocation(line: 2457, column: 13, scope: !47, inlinedAt: !51)
!54 = !DILocation(line: 7, column: 9, scope: !19)
