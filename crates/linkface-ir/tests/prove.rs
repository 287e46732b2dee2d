//! Call edges and what follows from them, on small modules that are written by hand.

use linkface_ir::Module;
use linkface_ir::prove::{
    Callee, Fate, Inquiry, Path, Program, Question, Refusal, Report, Target, Unit, Verdict, edges,
};

const X86: &str = "target triple = \"x86_64-unknown-linux-gnu\"\n";

fn program<'a>(texts: &[&'a str]) -> Program<'a> {
    let units = texts.iter().enumerate();
    let unit = |(at, text): (usize, &&'a str)| Unit {
        name: format!("{at}.ll"),
        module: Module::new(text),
    };
    Program::new(units.map(unit).collect())
}

fn ask(program: &Program<'_>, caller: &str) -> Report {
    Inquiry::new(program, Path::new(caller))
        .questions(Question::ALL.iter().copied())
        .answer()
        .unwrap()
}

#[track_caller]
fn assert_verdict(body: &str, rest: &str, question: Question, verdict: Verdict) {
    let text =
        format!("{X86}define void @f(ptr %p, i64 %n, i128 %w, double %d) {{\n{body}\n}}\n{rest}");
    let program = program(&[&text]);
    let report = ask(&program, "f");
    let answer = report
        .answers
        .iter()
        .find(|answer| answer.question == question)
        .unwrap();
    assert_eq!(answer.verdict, verdict, "{answer:?}\n{text}");
    assert_eq!(
        answer.path.is_empty(),
        verdict != Verdict::Refuted,
        "a witness: {answer:?}"
    );
}

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

#[test]
fn a_call_refutes_and_a_maybe_leaves_it_open() {
    let q = Question::NoCall;
    assert_verdict("ret void", "", q, Verdict::Proven);
    assert_verdict(
        "call void @g()\nret void",
        "declare void @g()",
        q,
        Verdict::Refuted,
    );
    assert_verdict("call void %p()\nret void", "", q, Verdict::Refuted);
    assert_verdict("%1 = urem i128 %w, %w\nret void", "", q, Verdict::Refuted);
    assert_verdict("%1 = urem i128 %w, 3\nret void", "", q, Verdict::Unknown);
    assert_verdict(
        "call void asm sideeffect \"call g\", \"\"()\nret void",
        "",
        q,
        Verdict::Unknown,
    );
    assert_verdict("%1 = frobnicate i32 5\nret void", "", q, Verdict::Unknown);
}

#[test]
fn indirect_calls_are_told_from_direct_ones() {
    let q = Question::NoIndirect;
    assert_verdict(
        "call void @g()\nret void",
        "declare void @g()",
        q,
        Verdict::Proven,
    );
    assert_verdict("call void %p()\nret void", "", q, Verdict::Refuted);
}

const ALLOC: &str = "declare ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64, i64)\n\
    declare void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr, i64, i64)\n\
    declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check() noreturn\n\
    declare void @_RNvNtCsjrHSEGnQ3l9_3std7process4exit() noreturn\n\
    declare void @_RNvNtCsjrHSEGnQ3l9_3std3abc6shrugs() #7\n\
    declare ptr @odd(i64) allockind(\"alloc,zeroed\")\n\
    attributes #7 = { noreturn }\n\
    define internal void @middle(ptr %p) {\n  call void @bottom(ptr %p)\n  ret void\n}\n\
    define internal void @bottom(ptr %p) {\n  %1 = call ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 1, i64 1)\n  ret void\n}\n\
    define internal void @circle(ptr %p) {\n  call void @back(ptr %p)\n  ret void\n}\n\
    define internal void @back(ptr %p) {\n  call void @circle(ptr %p)\n  ret void\n}\n\
    declare void @elsewhere()\n";

#[test]
fn allocators_are_reached_over_direct_calls() {
    let q = Question::NoAlloc;
    let alloc = "%1 = call ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 1, i64 1)\nret void";
    assert_verdict(alloc, ALLOC, q, Verdict::Refuted);
    assert_verdict(
        "call void @middle(ptr %p)\nret void",
        ALLOC,
        q,
        Verdict::Refuted,
    );
    assert_verdict(
        "%1 = call ptr @odd(i64 1)\nret void",
        ALLOC,
        q,
        Verdict::Refuted,
    );
    assert_verdict(
        "call void @circle(ptr %p)\nret void",
        ALLOC,
        q,
        Verdict::Proven,
    );
    assert_verdict(
        "call void @elsewhere()\nret void",
        ALLOC,
        q,
        Verdict::Unknown,
    );
    assert_verdict("call void %p()\nret void", ALLOC, q, Verdict::Unknown);
    let free =
        "call void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr %p, i64 1, i64 1)\nret void";
    assert_verdict(free, ALLOC, q, Verdict::Proven);
    // What wasn't seen doesn't matter once there is a witness.
    let both = "call void @elsewhere()\ncall void @middle(ptr %p)\nret void";
    assert_verdict(both, ALLOC, q, Verdict::Refuted);
}

#[test]
fn panics_are_reached_over_direct_calls() {
    let q = Question::NoPanic;
    let panics =
        "call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check()\nunreachable";
    assert_verdict(panics, ALLOC, q, Verdict::Refuted);
    assert_verdict(panics, ALLOC, Question::NoAlloc, Verdict::Proven);
    let trap = "call void @llvm.trap()\nunreachable";
    assert_verdict(trap, "declare void @llvm.trap()", q, Verdict::Refuted);
    let never_back = "call void @_RNvNtCsjrHSEGnQ3l9_3std3abc6shrugs()\nunreachable";
    assert_verdict(never_back, ALLOC, q, Verdict::Refuted);
    let exit = "call void @_RNvNtCsjrHSEGnQ3l9_3std7process4exit()\nunreachable";
    assert_verdict(exit, ALLOC, q, Verdict::Unknown);
    let news = "call void @llvm.news.from.tomorrow()\nret void";
    assert_verdict(news, "", q, Verdict::Unknown);
    assert_verdict(
        "call void @elsewhere()\nret void",
        ALLOC,
        q,
        Verdict::Unknown,
    );
    assert_verdict(
        "call void @elsewhere() nounwind\nret void",
        ALLOC,
        q,
        Verdict::Unknown,
    );
    assert_verdict(
        "call void @middle(ptr %p)\nret void",
        ALLOC,
        q,
        Verdict::Proven,
    );
    assert_verdict("%1 = udiv i128 %w, %w\nret void", ALLOC, q, Verdict::Proven);
}

/// A cleanup's own panics come after another one: that one counts.
#[test]
fn unwinding_neither_panics_nor_allocates_but_it_calls() {
    let cleanup = |callee: &str| {
        format!(
            "invoke void @{callee}(ptr %p) to label %fine unwind label %bad\nfine:\nret void\nbad:\n\
             %1 = landingpad {{ ptr, i32 }} cleanup\n\
             call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check()\nunreachable"
        )
    };
    assert_verdict(
        &cleanup("circle"),
        ALLOC,
        Question::NoPanic,
        Verdict::Proven,
    );
    assert_verdict(
        &cleanup("circle"),
        ALLOC,
        Question::NoCall,
        Verdict::Refuted,
    );
    assert_verdict(
        &cleanup("elsewhere"),
        ALLOC,
        Question::NoPanic,
        Verdict::Unknown,
    );
}

#[test]
fn the_way_to_a_witness_is_the_shortest() {
    let text = format!(
        "{ALLOC}define void @f(ptr %p) {{\n  call void @circle(ptr %p)\n  call void @middle(ptr %p)\n  call void @bottom(ptr %p)\n  ret void\n}}\n"
    );
    let program = program(&[&text]);
    let report = ask(&program, "f");
    let answer = report
        .answers
        .iter()
        .find(|answer| answer.question == Question::NoAlloc)
        .unwrap();
    let way: Vec<&str> = answer
        .path
        .iter()
        .map(|step| step.callee.as_str())
        .collect();
    assert_eq!(way, ["bottom", "__rustc::__rust_alloc"]);
}

#[test]
fn a_symbol_is_looked_for_in_all_modules() {
    let caller = "declare void @g()\ndefine void @f() {\n  call void @g()\n  ret void\n}\ndefine internal void @h() {\n  ret void\n}\n";
    let local = "define internal void @g() {\n  ret void\n}\n";
    let strong = "define void @g() {\n  call void @h()\n  ret void\n}\ndeclare void @h()\n";
    let weak = "define weak void @g() {\n  ret void\n}\n";
    let copy = "define available_externally void @g() {\n  ret void\n}\n";
    let verdict = |texts: &[&str]| {
        ask(&program(texts), "f")
            .verdict(Question::NoPanic)
            .unwrap()
    };
    assert_eq!(
        verdict(&[caller, local]),
        Verdict::Unknown,
        "nobody else sees it"
    );
    assert_eq!(
        verdict(&[caller, weak]),
        Verdict::Unknown,
        "there may be another"
    );
    let whole = program(&[caller, weak]).whole();
    assert_eq!(
        ask(&whole, "f").verdict(Question::NoPanic),
        Some(Verdict::Proven)
    );
    assert_eq!(
        verdict(&[caller, copy]),
        Verdict::Unknown,
        "the code is elsewhere"
    );
    // The strong one it is, and its `h` isn't the caller's own.
    assert_eq!(verdict(&[caller, weak, strong]), Verdict::Unknown);
    assert_eq!(
        verdict(&[caller, weak, weak]),
        Verdict::Unknown,
        "nobody knows which"
    );
}

#[test]
fn who_is_meant_has_to_be_clear() {
    let text = "define void @_RNvC1a1f() {\n  ret void\n}\ndefine void @_RNvC1b1f() {\n  ret void\n}\ndefine void @main() {\n  ret void\n}\ndefine void @_RNvC1a4main() {\n  ret void\n}\n";
    let program = program(&[text]);
    let refusal = |path: &str| {
        Inquiry::new(&program, Path::new(path))
            .answer()
            .unwrap_err()
    };
    let Refusal::Ambiguous { paths, .. } = refusal("f") else {
        panic!()
    };
    assert_eq!(paths, ["a::f", "b::f"]);
    let Refusal::Missing { near, before, .. } = refusal("mein") else {
        panic!()
    };
    assert_eq!(near, ["a::main", "main"]);
    assert!(!before);
    assert_eq!(ask(&program, "a::f").caller, "a::f");
    assert_eq!(ask(&program, "main").caller, "a::main", "the program's own");
}

#[test]
fn a_function_that_was_merged_with_another_is_found_by_its_alias() {
    let text = "@_RNvC1a6second = alias void (), ptr @_RNvC1a5first\n\
                define void @_RNvC1a5first() {\n  call void @g()\n  ret void\n}\ndeclare void @g()\n";
    let report = ask(&program(&[text]), "second");
    assert_eq!(report.caller, "a::second");
    assert_eq!(report.symbols, ["_RNvC1a5first"]);
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Refuted));
}

#[test]
fn a_closure_that_runs_elsewhere_is_said_to() {
    let closure = "define void @_ZN1a1f28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE() {\n  ret void\n}\n"
        .replace("@_ZN", "@\"_ZN")
        .replace("E()", "E\"()");
    let f = "define void @_ZN1a1f17h0123456789abcdefE() {\n  ret void\n}\n";
    let calls = f.replace(
        "  ret",
        "  call void @\"_ZN1a1f28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE\"()\n  ret",
    );
    for (before, said) in [
        (format!("{f}{closure}"), 1),
        (format!("{calls}{closure}"), 0),
        (f.to_owned(), 0),
    ] {
        let (before, after) = (program(&[&before]), program(&[f]));
        let report = Inquiry::new(&after, Path::new("a::f"))
            .before(&before)
            .questions([Question::NoPanic])
            .answer()
            .unwrap();
        assert_eq!(report.verdict(Question::NoPanic), Some(Verdict::Proven));
        assert_eq!(report.answers[0].assumptions.len(), said);
    }
}

/// `item` called by `f` before; what is left after.
fn through(before: &str, after: &str) -> Report {
    let before = program(&[before]);
    let after = program(&[after]);
    Inquiry::new(&after, Path::new("f"))
        .before(&before)
        .through(Path::new("item"))
        .questions([Question::NoCall])
        .answer()
        .unwrap()
}

const BEFORE: &str = "define void @f() {\n  call void @wrapper()\n  ret void\n}\n\
    define void @wrapper() {\n  call void @item()\n  ret void\n}\ndefine void @item() {\n  ret void\n}\n";

#[test]
fn what_became_of_an_item_needs_witnesses() {
    let gone = through(BEFORE, "define void @f() {\n  ret void\n}\n");
    assert_eq!(gone.verdict(Question::NoCall), Some(Verdict::Proven));
    let way: Vec<String> = gone
        .before
        .unwrap()
        .into_iter()
        .map(|step| step.callee)
        .collect();
    assert_eq!(way, ["wrapper", "item"]);

    let never = through(
        "define void @f() {\n  ret void\n}\n",
        "define void @f() {\n  ret void\n}\n",
    );
    assert_eq!(never.verdict(Question::NoCall), Some(Verdict::Unknown));

    let left = through(
        BEFORE,
        "define void @f() {\n  tail call void @item()\n  ret void\n}\ndeclare void @item()\n",
    );
    assert_eq!(left.verdict(Question::NoCall), Some(Verdict::Refuted));
    assert_eq!(left.fate, Some(Fate::Direct));

    let deeper = through(BEFORE, BEFORE);
    assert_eq!(deeper.verdict(Question::NoCall), Some(Verdict::Refuted));
    assert_eq!(deeper.answers[0].path.len(), 2);
}

/// `!N`, for `f` and for locations in it: each is a line and a column.
fn lines(of: &[(u32, u32)]) -> String {
    let mut text = "!0 = !DIFile(filename: \"src/lib.rs\", directory: \"/a\")\n\
        !1 = distinct !DISubprogram(name: \"f\", linkageName: \"f\", file: !0, line: 1)\n"
        .to_owned();
    for (at, (line, column)) in (2..).zip(of) {
        let location = format!("!{at} = !DILocation(line: {line}, column: {column}, scope: !1)\n");
        text.push_str(&location);
    }
    text
}

/// LLVM lets the calls of one function lead to another with the same code.
#[test]
fn a_call_of_the_item_under_another_name_is_one() {
    let functions = "define internal i32 @other(i32 %x) {\n  ret i32 %x\n}\n";
    let item = "define internal i32 @item(i32 %x) {\n  ret i32 %x\n}\n";
    let calls = |first: &str, second: &str| {
        format!(
            "define i32 @f(i32 %x) !dbg !1 {{\n  %1 = call i32 @{first}(i32 %x), !dbg !2\n  \
             %2 = call i32 @{second}(i32 %1), !dbg !3\n  ret i32 %2, !dbg !2\n}}\n{functions}"
        )
    };
    let gone = format!(
        "define i32 @f(i32 %x) !dbg !1 {{\n  %1 = call i32 @other(i32 %x), !dbg !2\n  \
         ret i32 %1, !dbg !2\n}}\n{functions}"
    );
    let both = lines(&[(2, 5), (3, 5)]);
    let before = format!("{}{item}{both}", calls("other", "item"));
    for (after, expected, fate) in [
        (
            calls("other", "other") + &both,
            Verdict::Refuted,
            Some(Fate::Direct),
        ),
        (
            gone.clone() + &both,
            Verdict::Proven,
            Some(Fate::Eliminated),
        ),
        // Two calls became one, and nobody says which.
        (gone.clone() + &lines(&[(0, 0)]), Verdict::Unknown, None),
    ] {
        let report = through(&before, &after);
        assert_eq!(report.fate, fate, "{after}");
        assert_eq!(report.verdict(Question::NoCall), Some(expected), "{after}");
    }
    // Nobody wrote down where the calls were.
    let report = through(
        &before.replace("!dbg", "!other"),
        &(calls("other", "other") + &both),
    );
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Unknown));
    // A macro has made both, so they stand in one place.
    let one = lines(&[(2, 5), (2, 5)]);
    let report = through(
        &format!("{}{item}{one}", calls("other", "item")),
        &(gone + &one),
    );
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
}

#[test]
fn a_call_that_is_left_elsewhere_counts_though_another_is_inlined() {
    let debug = lines(&[(2, 1)])
        + "!3 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", file: !0, line: 9)\n\
           !4 = !DILocation(line: 10, column: 5, scope: !3, inlinedAt: !2)\n";
    let f = "define void @f(ptr %p) !dbg !1 {\n  store i8 1, ptr %p, !dbg !4\n  \
             call void @wrapper(), !dbg !2\n  ret void, !dbg !2\n}\n";
    let rest = "define void @wrapper() {\n  call void @item()\n  ret void\n}\n\
                define void @item() {\n  ret void\n}\n";
    let report = through(BEFORE, &format!("{f}{rest}{debug}"));
    assert_eq!(report.fate, Some(Fate::Inlined));
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Refuted));
}

#[test]
fn an_item_whose_address_is_used_may_be_called_through_it() {
    let apply = "define void @apply(ptr %p) {\n  call void %p()\n  ret void\n}\n";
    let after = "define void @f() {\n  call void @apply(ptr @item)\n  ret void\n}\n\
                 define void @item() {\n  ret void\n}\n";
    let report = through(BEFORE, &format!("{after}{apply}"));
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Unknown));

    let loaded = "define void @f() {\n  %1 = load ptr, ptr @table\n  \
                  call void @apply(ptr %1)\n  ret void\n}\n@table = global ptr null\n";
    let report = through(BEFORE, &format!("{loaded}{apply}"));
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
    assert!(
        !report.answers[0].assumptions.is_empty(),
        "the pointer may lead to the item"
    );
}

#[test]
fn what_the_program_defines_is_read_whatever_its_name() {
    let rest = format!(
        "{ALLOC}define double @cbrt(double %x) {{\n  call void @bottom(ptr null)\n  \
         call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check()\n  ret double %x\n}}\n"
    );
    let body = "%1 = call double @cbrt(double %d)\nret void";
    for question in [Question::NoPanic, Question::NoAlloc] {
        assert_verdict(body, &rest, question, Verdict::Refuted);
        assert_verdict(
            body,
            "declare double @cbrt(double)",
            question,
            Verdict::Proven,
        );
    }
}

#[test]
fn what_follows_a_caught_panic_counts() {
    let handler = |clause: &str| {
        format!(
            "invoke void @circle(ptr %p) to label %fine unwind label %bad\nfine:\nret void\nbad:\n\
             %1 = landingpad {{ ptr, i32 }} {clause}\ncall void @bottom(ptr %p)\nret void"
        )
    };
    for (clause, expected) in [
        ("catch ptr null", Verdict::Refuted),
        ("cleanup catch ptr null", Verdict::Refuted),
        ("cleanup", Verdict::Proven),
    ] {
        assert_verdict(&handler(clause), ALLOC, Question::NoAlloc, expected);
    }
}

/// Of two calls that became one, nobody says that one was the item's.
#[test]
fn a_call_without_a_place_may_be_through_the_item() {
    let item = "!3 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", file: !0, line: 9)\n\
                !4 = !DILocation(line: 10, column: 5, scope: !3, inlinedAt: !2)\n";
    for (at, expected) in [((7, 1), Verdict::Proven), ((0, 0), Verdict::Unknown)] {
        let text = format!(
            "{ALLOC}define void @f(ptr %p) !dbg !1 {{\n  store i8 1, ptr %p, !dbg !4\n  \
             call void @bottom(ptr %p), !dbg !5\n  ret void, !dbg !2\n}}\n{}{item}\
             !5 = !DILocation(line: {}, column: {}, scope: !1)\n",
            lines(&[(2, 1)]),
            at.0,
            at.1
        );
        let program = program(&[&text]);
        let report = Inquiry::new(&program, Path::new("f"))
            .through(Path::new("item"))
            .questions([Question::NoAlloc])
            .answer()
            .unwrap();
        assert_eq!(report.verdict(Question::NoAlloc), Some(expected), "{text}");
    }
}

/// The allocator of a program may be small enough to be inlined.
#[test]
fn an_allocator_that_is_inlined_allocates() {
    let method = |name: &str| {
        format!(
            "define void @f(ptr %p) !dbg !1 {{\n  store i8 1, ptr %p, !dbg !4\n  ret void, !dbg !2\n}}\n{}\
             !3 = distinct !DISubprogram(name: \"a\", linkageName: \
             \"_RNvXCs1_3appNtB2_4BumpNtNtNtCs2_4core5alloc6global11GlobalAlloc{name}\", file: !0)\n\
             !4 = !DILocation(line: 10, column: 5, scope: !3, inlinedAt: !2)\n",
            lines(&[(2, 1)])
        )
    };
    for (name, expected) in [("5alloc", Verdict::Refuted), ("7dealloc", Verdict::Proven)] {
        let text = method(name);
        let report = ask(&program(&[&text]), "f");
        assert_eq!(report.verdict(Question::NoAlloc), Some(expected), "{name}");
    }
}

#[test]
fn inlined_code_says_whose_it_is() {
    let after = "define void @f(ptr %p) !dbg !1 {\n  store i8 1, ptr %p, !dbg !4\n  ret void, !dbg !3\n}\n\
        !0 = !DIFile(filename: \"src/lib.rs\", directory: \"/a\")\n\
        !1 = distinct !DISubprogram(name: \"f\", linkageName: \"f\", scope: !5, file: !0, line: 1)\n\
        !2 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", scope: !5, file: !0, line: 9)\n\
        !3 = !DILocation(line: 2, column: 1, scope: !1)\n\
        !4 = !DILocation(line: 10, column: 5, scope: !2, inlinedAt: !3)\n\
        !5 = !DINamespace(name: \"krate\", scope: null)\n";
    let report = through(BEFORE, after);
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
    assert_eq!(report.fate, Some(Fate::Inlined));
    let [inlined] = &report.inlined[..] else {
        panic!("{:?}", report.inlined)
    };
    assert_eq!(inlined.instructions, 1);
    let frames: Vec<_> = inlined
        .frames
        .iter()
        .map(|frame| (frame.function.as_str(), frame.krate.as_str(), frame.line))
        .collect();
    assert_eq!(frames, [("item", "krate", 10), ("f", "krate", 2)]);
}

#[test]
fn calls_of_inlined_code_are_through_the_item() {
    let after = "define void @f(ptr %p) !dbg !1 {\n  call void %p(), !dbg !4\n  ret void, !dbg !3\n}\n\
        !0 = !DIFile(filename: \"src/lib.rs\", directory: \"/a\")\n\
        !1 = distinct !DISubprogram(name: \"f\", linkageName: \"f\", file: !0, line: 1)\n\
        !2 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", file: !0, line: 9)\n\
        !3 = !DILocation(line: 2, column: 1, scope: !1)\n\
        !4 = !DILocation(line: 10, column: 5, scope: !2, inlinedAt: !3)\n";
    let program = program(&[after]);
    let report = Inquiry::new(&program, Path::new("f"))
        .through(Path::new("item"))
        .questions([Question::NoCall, Question::NoIndirect, Question::NoAlloc])
        .answer()
        .unwrap();
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
    assert!(
        !report.answers[0].assumptions.is_empty(),
        "the pointer may lead back"
    );
    assert_eq!(report.verdict(Question::NoIndirect), Some(Verdict::Refuted));
    assert_eq!(report.verdict(Question::NoAlloc), Some(Verdict::Unknown));
}

#[test]
fn garbage_gets_an_answer() {
    let nested = format!(
        "define void @\"{}\"() {{\n  ret void\n}}\n",
        "<".repeat(200_000)
    );
    for text in [
        &nested,
        "",
        "define",
        "define void @f(",
        "define void @f() {\n  call",
        "@a = alias void (), ptr @a\ndefine void @f() {\n  call void @a()\n  ret void\n}\n",
    ] {
        let program = program(&[text]);
        let answer = Inquiry::new(&program, Path::new("f"))
            .through(Path::new("a"))
            .questions(Question::ALL.iter().copied())
            .answer();
        if let Ok(report) = answer {
            assert_ne!(
                report.verdict(Question::NoPanic),
                Some(Verdict::Proven),
                "{text}"
            );
        }
    }
}
