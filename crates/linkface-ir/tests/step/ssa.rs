//! SSA construction.

use crate::machine::run;
use crate::oracle::{accepts, opt, reads};
use crate::{constructed, random};
use linkface_ir::Module;
use linkface_ir::model::{BlockId, Constant, Value};
use linkface_ir::print::Printer;
use linkface_ir::step::ssa::{Construction, Origin};
use proptest::prelude::*;

const POW: &str = include_str!("inputs/pow.ll");

/// The function without `; preds` comments.
fn plain(text: &str) -> String {
    let lines = text.lines();
    let lines = lines.map(|line| line.split("; preds").next().unwrap().trim_end());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[test]
fn the_articles_pow() {
    let result = constructed(POW);
    assert_eq!(
        plain(&result),
        "define i32 @pow(i32 %x, i32 %y) {
start:
  br label %loop_start

loop_start:
  %r.0 = phi i32 [ 1, %start ], [ %r.new, %loop ]
  %i.0 = phi i32 [ 0, %start ], [ %i.new, %loop ]
  %done = icmp eq i32 %i.0, %y
  br i1 %done, label %exit, label %loop

loop:
  %r.new = mul i32 %r.0, %x
  %i.new = add i32 %i.0, 1
  br label %loop_start

exit:
  ret i32 %r.0
}"
    );
    accepts(&result);
}

/// rustc writes bytes where the article writes `i32`: nothing for `mem2reg`, which is why LLVM runs
/// `sroa`. The same phis as both.
#[test]
fn as_many_phis_as_llvm() {
    let bytes = POW.replace("alloca i32", "alloca [4 x i8], align 4");
    let phis = |text: &str| text.matches(" = phi ").count();
    let ours = constructed(&bytes);
    assert_eq!(phis(&ours), 2);
    assert_eq!(plain(&ours), plain(&constructed(POW)));
    for (pass, input, expected) in [
        ("mem2reg", POW, 2),
        ("mem2reg", &bytes, 0),
        ("sroa", &bytes, 2),
    ] {
        if let Some(theirs) = opt(pass, input) {
            assert_eq!(phis(&theirs), expected, "{pass}\n{theirs}");
        }
    }
}

#[test]
fn each_step_says_why() {
    let module = Module::new(POW);
    let function = module.function("pow").unwrap().parse();
    let steps = Construction::new(&function);
    assert_eq!(steps.steps().len(), 2);
    let r = &steps.steps()[0];
    assert_eq!(r.assigned, [BlockId(0), BlockId(2)]);
    assert_eq!(r.needed, [BlockId(1), BlockId(2), BlockId(3)]);
    let [join] = &r.joins[..] else {
        panic!("{:?}", r.joins)
    };
    assert_eq!((join.block, join.because), (BlockId(1), BlockId(2)));
    let origins: Vec<_> = r.reads.iter().map(|read| read.origin).collect();
    assert_eq!(origins, [Origin::Phi(join.phi), Origin::Phi(join.phi)]);
    // alloca, two stores, two loads
    assert_eq!(r.removed.len(), 5);
    // Half of the way is a function too.
    let half = Printer::new(&steps.after(1)).function();
    assert!(half.contains("%r.0 = phi") && half.contains("%i = alloca"));
    accepts(&half);
}

#[test]
fn nobody_reads_it_so_no_phi() {
    let text = "declare void @use(i32)

define void @f(i1 %c) {
start:
  %x = alloca i32, align 4
  br i1 %c, label %a, label %b

a:
  store i32 1, ptr %x, align 4
  %y = load i32, ptr %x, align 4
  call void @use(i32 %y)
  br label %b

b:
  ret void
}
";
    let module = Module::new(text);
    let function = module.function("f").unwrap().parse();
    let steps = Construction::new(&function);
    assert!(steps.steps()[0].joins.is_empty());
    assert_eq!(steps.steps()[0].pruned.len(), 1);
    assert!(constructed(text).contains("call void @use(i32 1)"));
    accepts(&constructed(text));
}

#[test]
fn what_was_never_stored_is_undef_and_what_cannot_run_poison() {
    let text = "define i32 @f(i1 %c) {
start:
  %x = alloca i32, align 4
  br i1 %c, label %a, label %b

a:
  %y = load i32, ptr %x, align 4
  ret i32 %y

b:
  store i32 1, ptr %x, align 4
  br label %both

dead:
  %z = load i32, ptr %x, align 4
  store i32 2, ptr %x, align 4
  br label %both

both:
  %w = load i32, ptr %x, align 4
  ret i32 %w
}
";
    let result = constructed(text);
    assert!(result.contains("ret i32 undef"), "{result}");
    assert!(!result.contains("alloca"), "{result}");
    accepts(&result);
    let module = Module::new(text);
    let function = module.function("f").unwrap().parse();
    let steps = Construction::new(&function);
    let reads = &steps.steps()[0].reads;
    assert_eq!(reads[0].origin, Origin::Nothing);
    assert_eq!(reads[1].origin, Origin::Unreachable);
    assert_eq!(reads[1].value, Value::Constant(Constant::Poison));
    assert!(matches!(reads[2].origin, Origin::Store(_)));
}

/// What is stored in one slot was loaded from another.
#[test]
fn values_go_through_several_slots() {
    let text = "define i32 @f(i32 %n) {
  %a = alloca [4 x i8], align 4
  %b = alloca [4 x i8], align 4
  %c = alloca [4 x i8], align 4
  store i32 %n, ptr %c, align 4
  %1 = load i32, ptr %c, align 4
  store i32 %1, ptr %b, align 4
  %2 = load i32, ptr %b, align 4
  store i32 %2, ptr %a, align 4
  %3 = load i32, ptr %a, align 4
  ret i32 %3
}
";
    assert_eq!(
        constructed(text),
        "define i32 @f(i32 %n) {\n  ret i32 %n\n}\n"
    );
}

#[test]
fn unnamed_slots_and_names_that_are_taken() {
    let text = "define i32 @f(i1 %0) {
  %2 = alloca i32, align 4
  %x = alloca i32, align 4
  %.0 = add i32 0, 0
  %x.0 = add i32 0, 1
  store i32 %.0, ptr %2, align 4
  store i32 %x.0, ptr %x, align 4
  br i1 %0, label %3, label %4

3:
  store i32 2, ptr %2, align 4
  store i32 3, ptr %x, align 4
  br label %4

4:
  %5 = load i32, ptr %2, align 4
  %6 = load i32, ptr %x, align 4
  %7 = add i32 %5, %6
  ret i32 %7
}
";
    let result = constructed(text);
    assert!(
        result.contains("%.1 = phi i32 [ %.0, %1 ], [ 2, %2 ]"),
        "{result}"
    );
    assert!(
        result.contains("%x.1 = phi i32 [ %x.0, %1 ], [ 3, %2 ]"),
        "{result}"
    );
    assert!(result.contains("%4 = add i32 %.1, %x.1"), "{result}");
    accepts(&result);
}

/// Why an alloca stays, as a sentence.
#[track_caller]
fn stays(uses: &str, because: &str) {
    let text = format!(
        "declare void @use(ptr)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)

define void @f(i1 %c, i64 %n) {{
start:
  %x = alloca [8 x i8], align 8
{uses}
  ret void
}}
"
    );
    accepts(&text);
    let module = Module::new(&text);
    let function = module.function("f").unwrap().parse();
    let steps = Construction::new(&function);
    assert!(steps.steps().is_empty());
    let why = steps.slots()[0].stays.expect("it stays").to_string();
    assert!(why.contains(because), "{why}");
    assert_eq!(plain(&constructed(&text)), plain(&text));
}

#[test]
fn why_a_slot_stays() {
    let load = "  %a = load i64, ptr %x, align 8\n";
    stays("  call void @use(ptr %x)", "elsewhere");
    stays("  store ptr %x, ptr %x, align 8", "elsewhere");
    stays("  %p = ptrtoint ptr %x to i64", "elsewhere");
    stays(
        &format!("{load}  %p = getelementptr i8, ptr %x, i64 4"),
        "a part",
    );
    stays(
        "  %p = getelementptr i8, ptr %x, i64 4\n  call void @use(ptr %x)",
        "elsewhere",
    );
    stays(
        "  call void @llvm.memset.p0.i64(ptr %x, i8 0, i64 8, i1 false)",
        "as a whole",
    );
    stays("  %a = load volatile i64, ptr %x, align 8", "volatile");
    stays("  %a = load atomic i64, ptr %x acquire, align 8", "atomic");
    stays(
        &format!("{load}  %b = load i32, ptr %x, align 8"),
        "two types",
    );
    stays("  %a = load i128, ptr %x, align 8", "larger");
    stays(
        "  %y = alloca i32, i64 %n, align 4\n  call void @use(ptr %x)",
        "elsewhere",
    );
}

#[test]
fn a_slot_in_a_loop_or_of_several_values_stays() {
    let text = "define i32 @f(i32 %n) {
start:
  %many = alloca i32, i32 %n, align 4
  store i32 1, ptr %many, align 4
  br label %loop

loop:
  %x = alloca i32, align 4
  store i32 1, ptr %x, align 4
  %y = load i32, ptr %x, align 4
  ret i32 %y
}
";
    assert_eq!(plain(&constructed(text)), plain(text));
}

#[test]
fn debug_records_follow_the_value() {
    let text = include_str!("inputs/debug.ll");
    let result = constructed(text);
    assert!(!result.contains("#dbg_declare"), "{result}");
    assert!(!result.contains(" alloca "), "{result}");
    // One for each store and each phi.
    let phis = result.matches(" = phi ").count();
    let stores = text.matches("  store ").count();
    assert_eq!(
        result.matches("#dbg_value").count(),
        phis + stores,
        "{result}"
    );
    accepts(&result);
}

#[test]
fn broken_input_is_survived() {
    for text in [
        // A load that reads itself.
        "define void @f() {\n  %a = alloca i32\n  store i32 %x, ptr %a\n  %x = load i32, ptr %a\n  ret void\n}\n",
        // The first block is a jump target.
        "define void @f() {\ns:\n  %a = alloca i32\n  store i32 1, ptr %a\n  br label %s\n}\n",
        // No terminator, no block, unknown instructions.
        "define void @f() {\n  %a = alloca i32\n}\n",
        "define void @f() {\n}\n",
        "define void @f() {\n  %a = alloca i32\n  frobnicate ptr %a\n  ret void\n}\n",
        "define void @f() {\n  br label %nowhere\nnowhere:\nx:\n  unreachable\n}\n",
        "define void @f(",
    ] {
        crate::eliminated(text, false);
        crate::eliminated(text, true);
        constructed(text);
    }
}

proptest! {
    /// The function does the same without memory, and nothing of the memory is left.
    #[test]
    fn the_function_means_the_same(text in random::function(), argument in -2i32..4) {
        let result = constructed(&text);
        reads(&result);
        prop_assert!(!result.contains("alloca") && !result.contains(" load ") && !result.contains("store"));
        let (before, after) = (Module::new(&text), Module::new(&result));
        prop_assert_eq!(
            run(&before.functions()[0].parse(), argument),
            run(&after.functions()[0].parse(), argument),
            "{}\n{}", text, result
        );
    }
}

/// Many random functions at once, since starting LLVM takes long.
#[test]
fn llvm_accepts_random_functions() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut built, mut both) = (String::new(), String::new());
    for number in 0..300 {
        let text = random::function().new_tree(&mut runner).unwrap().current();
        let text = text.replace("@f(", &format!("@f{number}("));
        let text = match number {
            0 => text,
            _ => text.split_once("\n\n").unwrap().1.to_owned(),
        };
        built += &constructed(&text);
        both += &crate::eliminated(&constructed(&text), false);
    }
    accepts(&built);
    accepts(&both);
}
