//! Debug locations, the calls through which they were inlined, and the crates they are of.

use linkface_ir::Module;

const TEXT: &str = r#"
!1 = !DIFile(filename: "app.rs", directory: "/work")
!2 = distinct !DISubprogram(name: "main", linkageName: "_ZN3app4main17h0123456789abcdefE", scope: !3, file: !1, line: 7)
!3 = !DINamespace(name: "app", scope: null)
!4 = !DILocation(line: 8, column: 5, scope: !2)
!5 = !DILocation(line: 3, column: 9, scope: !6, inlinedAt: !4)
!6 = distinct !DILexicalBlock(scope: !7, file: !8, line: 2, column: 1)
!7 = distinct !DISubprogram(name: "write", scope: !9, file: !8, line: 2)
!8 = !DIFile(filename: "console.rs", directory: "/console")
!9 = !DINamespace(name: "sink", scope: !10)
!10 = !DINamespace(name: "console", scope: null)
!11 = !DILocation(line: 1, scope: !2, inlinedAt: !11)
"#;

#[test]
fn a_chain_goes_from_the_inside_out() {
    let module = Module::new(TEXT);
    let chain = module.metadata().chain(5);
    let told: Vec<_> = chain
        .iter()
        .map(|at| {
            (
                at.file.unwrap(),
                at.line,
                at.column,
                at.function.as_ref().unwrap().name,
            )
        })
        .collect();
    assert_eq!(
        told,
        [("console.rs", 3, 9, "write"), ("app.rs", 8, 5, "main")]
    );
    let write = chain[0].function.as_ref().unwrap();
    assert_eq!(module.metadata().scopes(write.id), ["console", "sink"]);
    assert_eq!(write.linkage_name, None);
}

#[test]
fn what_is_not_there_has_no_chain_and_a_circle_ends() {
    let module = Module::new(TEXT);
    let metadata = module.metadata();
    assert_eq!(metadata.chain(0), []);
    assert_eq!(metadata.chain(1), []);
    assert_eq!(metadata.chain(u32::MAX), []);
    assert_eq!(metadata.chain(11).len(), 1);
}
