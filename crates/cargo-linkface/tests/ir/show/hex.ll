; ModuleID = 'hex.661611a282a98e1b-cgu.0'
source_filename = "hex.661611a282a98e1b-cgu.0"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

; hex::parse_hex
; Function Attrs: nofree noinline norecurse nosync nounwind nonlazybind memory(argmem: read) uwtable
define { i64, i64 } @_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E(ptr noalias noundef nonnull readonly align 1 captures(address) %data.0, i64 noundef %data.1) unnamed_addr #0 !dbg !7 {
start:
  %_26 = getelementptr inbounds nuw i8, ptr %data.0, i64 %data.1, !dbg !12
  %_365 = icmp samesign eq i64 %data.1, 0, !dbg !38
  br i1 %_365, label %bb10, label %bb12, !dbg !43

bb12:                                             ; preds = %start, %bb15
  %iter.sroa.0.07 = phi ptr [ %_42, %bb15 ], [ %data.0, %start ]
  %value.sroa.0.06 = phi i64 [ %_52.0, %bb15 ], [ 0, %start ]
  %_42 = getelementptr inbounds nuw i8, ptr %iter.sroa.0.07, i64 1, !dbg !64
  %_32 = load i8, ptr %iter.sroa.0.07, align 1, !dbg !68, !noundef !11
  %0 = add i8 %_32, -48, !dbg !74
  %or.cond = icmp ult i8 %0, 10, !dbg !74
  br i1 %or.cond, label %bb8, label %bb4, !dbg !74

bb4:                                              ; preds = %bb12
  %1 = add i8 %_32, -97, !dbg !76
  %or.cond1 = icmp ult i8 %1, 6, !dbg !76
  br i1 %or.cond1, label %bb5, label %bb10, !dbg !76

bb5:                                              ; preds = %bb4
  %2 = add nsw i8 %_32, -87, !dbg !77
  br label %bb8, !dbg !78

bb8:                                              ; preds = %bb12, %bb5
  %digit.sroa.0.0 = phi i8 [ %2, %bb5 ], [ %0, %bb12 ], !dbg !79
  %_46.1 = icmp ugt i64 %value.sroa.0.06, 1152921504606846975, !dbg !80
  br i1 %_46.1, label %bb10, label %bb15, !dbg !89, !prof !95

bb15:                                             ; preds = %bb8
  %_46.0 = shl nuw i64 %value.sroa.0.06, 4, !dbg !80
  %_16 = zext nneg i8 %digit.sroa.0.0 to i64, !dbg !96
  %_52.0 = add nuw i64 %_46.0, %_16, !dbg !107
  %_36 = icmp eq ptr %_42, %_26, !dbg !38
  br i1 %_36, label %bb10, label %bb12, !dbg !43

bb10:                                             ; preds = %bb15, %bb4, %bb8, %start
  %value.sroa.0.0.lcssa = phi i64 [ 0, %start ], [ %value.sroa.0.06, %bb8 ], [ %value.sroa.0.06, %bb4 ], [ %_52.0, %bb15 ], !dbg !110
  %_0.sroa.0.1 = phi i64 [ 1, %start ], [ 0, %bb8 ], [ 0, %bb4 ], [ 1, %bb15 ], !dbg !111
  %3 = insertvalue { i64, i64 } poison, i64 %_0.sroa.0.1, 0, !dbg !112
  %4 = insertvalue { i64, i64 } %3, i64 %value.sroa.0.0.lcssa, 1, !dbg !112
  ret { i64, i64 } %4, !dbg !112
}

attributes #0 = { nofree noinline norecurse nosync nounwind nonlazybind memory(argmem: read) uwtable "probe-stack"="inline-asm" "target-cpu"="x86-64" }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}
!llvm.dbg.cu = !{!5}

!0 = !{i32 8, !"PIC Level", i32 2}
!1 = !{i32 2, !"RtLibUseGOT", i32 1}
!2 = !{i32 7, !"Dwarf Version", i32 4}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{!"rustc version 1.95.0 (59807616e 2026-04-14)"}
!5 = distinct !DICompileUnit(language: DW_LANG_Rust, file: !6, producer: "clang LLVM (rustc version 1.95.0 (59807616e 2026-04-14))", isOptimized: true, runtimeVersion: 0, emissionKind: LineTablesOnly, splitDebugInlining: false, nameTableKind: None)
!6 = !DIFile(filename: "hex.rs/@/hex.661611a282a98e1b-cgu.0", directory: "/work")
!7 = distinct !DISubprogram(name: "parse_hex", linkageName: "_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E", scope: !9, file: !8, line: 2, type: !10, scopeLine: 2, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!8 = !DIFile(filename: "hex.rs", directory: "/work", checksumkind: CSK_MD5, checksum: "7808323d16f506dd67c85ee607cbef25")
!9 = !DINamespace(name: "hex", scope: null)
!10 = !DISubroutineType(types: !11)
!11 = !{}
!12 = !DILocation(line: 961, column: 18, scope: !13, inlinedAt: !19)
!13 = distinct !DISubprogram(name: "add<u8>", linkageName: "_ZN4core3ptr7mut_ptr31_$LT$impl$u20$$BP$mut$u20$T$GT$3add17h27cb92e20a0d6f52E", scope: !15, file: !14, line: 927, type: !10, scopeLine: 927, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!14 = !DIFile(filename: "library/core/src/ptr/mut_ptr.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "7c03c8e0ae695174f7f10881dc49d2cb")
!15 = !DINamespace(name: "{impl#0}", scope: !16)
!16 = !DINamespace(name: "mut_ptr", scope: !17)
!17 = !DINamespace(name: "ptr", scope: !18)
!18 = !DINamespace(name: "core", scope: null)
!19 = !DILocation(line: 102, column: 78, scope: !20, inlinedAt: !27)
!20 = distinct !DILexicalBlock(scope: !22, file: !21, line: 98, column: 9)
!21 = !DIFile(filename: "library/core/src/slice/iter.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "f33ab2e22fe09095bf73c41c52bd166c")
!22 = distinct !DILexicalBlock(scope: !23, file: !21, line: 97, column: 9)
!23 = distinct !DISubprogram(name: "new<u8>", linkageName: "_ZN4core5slice4iter13Iter$LT$T$GT$3new17h64833dea390bd567E", scope: !24, file: !21, line: 96, type: !10, scopeLine: 96, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!24 = !DINamespace(name: "Iter", scope: !25)
!25 = !DINamespace(name: "iter", scope: !26)
!26 = !DINamespace(name: "slice", scope: !18)
!27 = !DILocation(line: 1041, column: 9, scope: !28, inlinedAt: !31)
!28 = distinct !DISubprogram(name: "iter<u8>", linkageName: "_ZN4core5slice29_$LT$impl$u20$$u5b$T$u5d$$GT$4iter17h4cfff38a5867d938E", scope: !30, file: !29, line: 1040, type: !10, scopeLine: 1040, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!29 = !DIFile(filename: "library/core/src/slice/mod.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "b606e5d97bff599edd0dcbc6067a14f1")
!30 = !DINamespace(name: "{impl#0}", scope: !26)
!31 = !DILocation(line: 1147, column: 31, scope: !32, inlinedAt: !36)
!32 = distinct !DISubprogram(name: "bytes", linkageName: "_RNvMNtCsgEmfK2I1SDS_4core3stre5bytes", scope: !34, file: !33, line: 1146, type: !10, scopeLine: 1146, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!33 = !DIFile(filename: "library/core/src/str/mod.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "b67baab1b9aefdbe1feb84767953c83d")
!34 = !DINamespace(name: "{impl#0}", scope: !35)
!35 = !DINamespace(name: "str", scope: !18)
!36 = !DILocation(line: 4, column: 22, scope: !37)
!37 = distinct !DILexicalBlock(scope: !7, file: !8, line: 3, column: 5)
!38 = !DILocation(line: 1720, column: 9, scope: !39, inlinedAt: !43)
!39 = distinct !DISubprogram(name: "eq<u8>", linkageName: "_ZN78_$LT$core..ptr..non_null..NonNull$LT$T$GT$$u20$as$u20$core..cmp..PartialEq$GT$2eq17h741e9434b2b2f334E", scope: !41, file: !40, line: 1719, type: !10, scopeLine: 1719, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!40 = !DIFile(filename: "library/core/src/ptr/non_null.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "e5222a5160165ba1cd09076ad7a11733")
!41 = !DINamespace(name: "{impl#16}", scope: !42)
!42 = !DINamespace(name: "non_null", scope: !17)
!43 = !DILocation(line: 180, column: 28, scope: !44, inlinedAt: !49)
!44 = distinct !DILexicalBlock(scope: !46, file: !45, line: 162, column: 17)
!45 = !DIFile(filename: "library/core/src/slice/iter/macros.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "87d1f0c2746f51593d75ddf4c9271f14")
!46 = distinct !DILexicalBlock(scope: !47, file: !45, line: 161, column: 17)
!47 = distinct !DISubprogram(name: "next<u8>", linkageName: "_ZN91_$LT$core..slice..iter..Iter$LT$T$GT$$u20$as$u20$core..iter..traits..iterator..Iterator$GT$4next17he20c9d4b34ac07bdE", scope: !48, file: !45, line: 157, type: !10, scopeLine: 157, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!48 = !DINamespace(name: "{impl#171}", scope: !25)
!49 = !DILocation(line: 52, column: 17, scope: !50, inlinedAt: !56)
!50 = distinct !DISubprogram(name: "next<core::slice::iter::Iter<u8>, u8>", linkageName: "_ZN104_$LT$core..iter..adapters..copied..Copied$LT$I$GT$$u20$as$u20$core..iter..traits..iterator..Iterator$GT$4next17h4e11ec74512debd7E", scope: !52, file: !51, line: 51, type: !10, scopeLine: 51, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!51 = !DIFile(filename: "library/core/src/iter/adapters/copied.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "2838c80928acd493744bdb03bf18337c")
!52 = !DINamespace(name: "{impl#1}", scope: !53)
!53 = !DINamespace(name: "copied", scope: !54)
!54 = !DINamespace(name: "adapters", scope: !55)
!55 = !DINamespace(name: "iter", scope: !18)
!56 = !DILocation(line: 292, column: 16, scope: !57, inlinedAt: !61)
!57 = distinct !DISubprogram(name: "next", linkageName: "_RNvXs7_NtNtCsgEmfK2I1SDS_4core3str4iterNtB5_5BytesNtNtNtNtB9_4iter6traits8iterator8Iterator4next", scope: !59, file: !58, line: 291, type: !10, scopeLine: 291, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!58 = !DIFile(filename: "library/core/src/str/iter.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "930179fefecf60d8f78cba5290f596b2")
!59 = !DINamespace(name: "{impl#9}", scope: !60)
!60 = !DINamespace(name: "iter", scope: !35)
!61 = !DILocation(line: 4, column: 17, scope: !62)
!62 = !DILexicalBlockFile(scope: !63, file: !8, discriminator: 2)
!63 = distinct !DILexicalBlock(scope: !37, file: !8, line: 4, column: 5)
!64 = !DILocation(line: 659, column: 28, scope: !65, inlinedAt: !67)
!65 = distinct !DISubprogram(name: "add<u8>", linkageName: "_ZN4core3ptr8non_null16NonNull$LT$T$GT$3add17h78326fa216708b91E", scope: !66, file: !40, line: 651, type: !10, scopeLine: 651, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!66 = !DINamespace(name: "NonNull", scope: !42)
!67 = !DILocation(line: 185, column: 40, scope: !44, inlinedAt: !49)
!68 = !DILocation(line: 2126, column: 19, scope: !69, inlinedAt: !73)
!69 = distinct !DISubprogram(name: "copied<u8>", linkageName: "_ZN4core6option19Option$LT$$RF$T$GT$6copied17hcda5331686556111E", scope: !71, file: !70, line: 2119, type: !10, scopeLine: 2119, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!70 = !DIFile(filename: "library/core/src/option.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "3f12dd837a95e960b90752f70f5ddc0e")
!71 = !DINamespace(name: "Option", scope: !72)
!72 = !DINamespace(name: "option", scope: !18)
!73 = !DILocation(line: 52, column: 24, scope: !50, inlinedAt: !56)
!74 = !DILocation(line: 6, column: 13, scope: !75)
!75 = distinct !DILexicalBlock(scope: !63, file: !8, line: 4, column: 5)
!76 = !DILocation(line: 7, column: 13, scope: !75)
!77 = !DILocation(line: 7, column: 28, scope: !75)
!78 = !DILocation(line: 7, column: 43, scope: !75)
!79 = !DILocation(line: 0, scope: !75)
!80 = !DILocation(line: 3051, column: 26, scope: !81, inlinedAt: !85)
!81 = distinct !DISubprogram(name: "overflowing_mul", linkageName: "_RNvMs7_NtCsgEmfK2I1SDS_4core3numy15overflowing_mul", scope: !83, file: !82, line: 3050, type: !10, scopeLine: 3050, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!82 = !DIFile(filename: "library/core/src/num/uint_macros.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "de2f29a3485fc28d710ba6c3062e6efa")
!83 = !DINamespace(name: "{impl#9}", scope: !84)
!84 = !DINamespace(name: "num", scope: !18)
!85 = !DILocation(line: 1161, column: 31, scope: !86, inlinedAt: !87)
!86 = distinct !DISubprogram(name: "checked_mul", linkageName: "_RNvMs7_NtCsgEmfK2I1SDS_4core3numy11checked_mul", scope: !83, file: !82, line: 1160, type: !10, scopeLine: 1160, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!87 = !DILocation(line: 10, column: 23, scope: !88)
!88 = distinct !DILexicalBlock(scope: !75, file: !8, line: 5, column: 9)
!89 = !DILocation(line: 457, column: 8, scope: !90, inlinedAt: !93)
!90 = distinct !DISubprogram(name: "unlikely", linkageName: "_RNvNtCsgEmfK2I1SDS_4core10intrinsics8unlikely", scope: !92, file: !91, line: 456, type: !10, scopeLine: 456, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!91 = !DIFile(filename: "library/core/src/intrinsics/mod.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "b1b7915c1b8b57766c20270acae549ce")
!92 = !DINamespace(name: "intrinsics", scope: !18)
!93 = !DILocation(line: 1162, column: 16, scope: !94, inlinedAt: !87)
!94 = distinct !DILexicalBlock(scope: !86, file: !82, line: 1161, column: 13)
!95 = !{!"branch_weights", !"expected", i32 1, i32 2000}
!96 = !DILocation(line: 82, column: 17, scope: !97, inlinedAt: !102)
!97 = distinct !DISubprogram(name: "from", linkageName: "_RNvXs12_NtNtCsgEmfK2I1SDS_4core7convert3numyINtB8_4FromhE4from", scope: !99, file: !98, line: 79, type: !10, scopeLine: 79, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!98 = !DIFile(filename: "library/core/src/convert/num.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "5c89b4a3c13ad525a8a6672c69b7f326")
!99 = !DINamespace(name: "{impl#66}", scope: !100)
!100 = !DINamespace(name: "num", scope: !101)
!101 = !DINamespace(name: "convert", scope: !18)
!102 = !DILocation(line: 778, column: 9, scope: !103, inlinedAt: !106)
!103 = distinct !DISubprogram(name: "into<u8, u64>", linkageName: "_ZN50_$LT$T$u20$as$u20$core..convert..Into$LT$U$GT$$GT$4into17h3a77efa637688338E", scope: !105, file: !104, line: 777, type: !10, scopeLine: 777, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!104 = !DIFile(filename: "library/core/src/convert/mod.rs", directory: "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860", checksumkind: CSK_MD5, checksum: "895b07ad419949eb0829369911de237b")
!105 = !DINamespace(name: "{impl#3}", scope: !101)
!106 = !DILocation(line: 11, column: 41, scope: !88)
!107 = !DILocation(line: 769, column: 37, scope: !108, inlinedAt: !109)
!108 = distinct !DISubprogram(name: "checked_add", linkageName: "_RNvMs7_NtCsgEmfK2I1SDS_4core3numy11checked_add", scope: !83, file: !82, line: 761, type: !10, scopeLine: 761, flags: DIFlagPrototyped, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !5, templateParams: !11)
!109 = !DILocation(line: 11, column: 23, scope: !88)
!110 = !DILocation(line: 0, scope: !7)
!111 = !DILocation(line: 0, scope: !37)
!112 = !DILocation(line: 14, column: 2, scope: !7)
