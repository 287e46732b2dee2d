define i32 @twice(i32 %x) !dbg !5 {
start:
  %y = mul i32 %x, 2, !dbg !8
  ret i32 %y, !dbg !10
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}

!0 = distinct !DICompileUnit(language: DW_LANG_Rust, file: !1, producer: "rustc", isOptimized: true, runtimeVersion: 0, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "src/<lib>.rs", directory: "/home/me/app")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !4)
!4 = !{}
!5 = distinct !DISubprogram(name: "twice", scope: !1, file: !1, line: 39, type: !3, scopeLine: 39, unit: !0)
!6 = distinct !DISubprogram(name: "double", scope: !1, file: !1, line: 11, type: !3, scopeLine: 11, unit: !0)
!7 = distinct !DILocation(line: 40, column: 5, scope: !5)
!8 = !DILocation(line: 12, column: 9, scope: !6, inlinedAt: !7)
!10 = !DILocation(line: 40, column: 1, scope: !5)
