//! Where a call goes.

use crate::kit::{X86, ask, program};
use linkface_ir::prove::{Callee, Path, Target, Verdict, edges};

/// The only edge of `f`.
#[track_caller]
fn edge(body: &str, rest: &str) -> String {
    let text =
        format!("{X86}{rest}\ndefine void @f(ptr %p, i64 %n, i128 %w, double %d) {{\n{body}\n}}\n");
    let program = program(&[&text]).whole();
    let id = program.find(&Path::new("f"))[0];
    let function = program.function(id);
    let edges = edges(&program, id, &function);
    let [edge] = &edges[..] else {
        panic!("one edge: {edges:?}");
    };
    match &edge.callee {
        Callee::Direct { symbol, target } => match target {
            Target::Defined(id) => format!("direct {symbol} to {}", program.symbol(*id)),
            Target::External => format!("direct {symbol}"),
        },
        Callee::Indirect(pointer) => format!("indirect {pointer:?}"),
        Callee::Intrinsic(name) => format!("intrinsic {name}"),
        Callee::Library {
            function, certain, ..
        } => {
            format!("{} {function}", if *certain { "calls" } else { "may call" })
        }
        Callee::Assembly => "assembly".to_owned(),
        Callee::Unread(opcode) => format!("unread {opcode}"),
    }
}

#[test]
fn an_edge_says_where_it_goes() {
    for (body, rest, expected) in [
        ("call void @g()\nret void", "declare void @g()", "direct g"),
        (
            "tail call fastcc void @g()\nret void",
            "define void @g() {\n  ret void\n}",
            "direct g to g",
        ),
        (
            "call void @a()\nret void",
            "@a = alias void (), ptr @g\ndefine void @g() {\n  ret void\n}",
            "direct a to g",
        ),
        (
            "call void @a()\nret void",
            "module asm \".weak a\"\nmodule asm \".set a, g\"\ndeclare void @a()\ndefine internal void @g() {\n  ret void\n}",
            "direct a to g",
        ),
        ("call void %p()\nret void", "", "indirect Argument"),
        (
            "%1 = load ptr, ptr %p\ncall void %1()\nret void",
            "",
            "indirect Memory",
        ),
        (
            "%1 = load ptr, ptr %p, !invariant.load !0\ncall void %1()\nret void",
            "!0 = !{}",
            "indirect Vtable",
        ),
        (
            "%1 = load ptr, ptr @g\ncall void %1()\nret void",
            "@g = global ptr null",
            "indirect Global(\"g\")",
        ),
        (
            "call void asm sideeffect \"nop\", \"\"()\nret void",
            "",
            "assembly",
        ),
        (
            "call void @llvm.assume(i1 true)\nret void",
            "declare void @llvm.assume(i1)",
            "intrinsic llvm.assume",
        ),
        ("%1 = frem double %d, %d\nret void", "", "calls fmod"),
        ("%1 = udiv i128 %w, %w\nret void", "", "calls __udivti3"),
        ("%1 = udiv i128 %w, 10\nret void", "", "may call __udivti3"),
        (
            "call void @llvm.memcpy.p0.p0.i64(ptr %p, ptr %p, i64 %n, i1 false)\nret void",
            "",
            "may call memcpy",
        ),
        (
            "call void @llvm.memset.p0.i64(ptr %p, i8 0, i64 4096, i1 false)\nret void",
            "",
            "may call memset",
        ),
        (
            "%1 = call i32 @memcmp(ptr %p, ptr %p, i64 %n)\nret void",
            "declare i32 @memcmp(ptr, ptr, i64)",
            "may call memcmp",
        ),
        (
            "%1 = call double @llvm.sin.f64(double %d)\nret void",
            "",
            "calls sin",
        ),
        (
            "%1 = call double @llvm.floor.f64(double %d)\nret void",
            "",
            "may call floor",
        ),
        (
            "%1 = call double @llvm.maxnum.f64(double %d, double %d)\nret void",
            "",
            "may call maxnum",
        ),
        (
            "call void @llvm.news.from.tomorrow()\nret void",
            "",
            "may call llvm.news.from.tomorrow",
        ),
        (
            "call void @llvm.memcpy.p0.p0.i64(ptr %p, ptr %p, i64 16, i1 false)\nret void",
            "",
            "intrinsic llvm.memcpy.p0.p0.i64",
        ),
    ] {
        assert_eq!(edge(body, rest), expected, "{body}");
    }
}

/// Small machines have no divider, and kernels use no floats.
#[test]
fn what_a_machine_lacks_is_a_call() {
    let edges = |triple: &str, body: &str| {
        let text = format!(
            "target triple = \"{triple}\"\ndefine void @f(i32 %n, double %d, i128 %w) {{\n{body}\nret void\n}}\n"
        );
        let program = program(&[&text]);
        let id = program.find(&Path::new("f"))[0];
        let all = edges(&program, id, &program.function(id)).into_iter();
        all.filter(|edge| !matches!(edge.callee, Callee::Intrinsic(_)))
            .count()
    };
    let (whole, linux) = ("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu");
    for (body, lacks, has) in [
        ("%1 = fadd double %d, %d", "x86_64-unknown-none-elf", whole),
        ("%1 = fcmp olt double %d, %d", "thumbv6m-none-eabi", linux),
        (
            "%1 = fptosi double %d to i32",
            "aarch64-unknown-none",
            linux,
        ),
        (
            "%1 = call double @llvm.sqrt.f64(double %d)",
            "x86_64-unknown-uefi",
            whole,
        ),
        ("%1 = udiv i32 %n, %n", "thumbv6m-none-eabi", whole),
        ("%1 = mul i32 %n, %n", "riscv32-unknown-linux-gnu", whole),
        ("%1 = shl i128 %w, %w", "wasm32-unknown-unknown", whole),
    ] {
        assert_eq!((edges(lacks, body), edges(has, body)), (1, 0), "{body}");
    }
}

#[test]
fn what_is_no_call_is_no_edge() {
    let text = format!(
        "{X86}define i64 @f(i64 %x) {{\n  %1 = udiv i64 %x, 7\n  call void asm sideeffect \"\", \"r,~{{memory}}\"(i64 %1)\n  ret i64 %1\ndead:\n  call void @g()\n  unreachable\n}}\ndeclare void @g()\n"
    );
    let program = program(&[&text]);
    let report = ask(&program, "f");
    assert!(report.calls.is_empty(), "{:?}", report.calls);
    assert_eq!(report.worst(), Verdict::Proven);
}
