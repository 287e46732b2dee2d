//! What LLVM wrote is written again byte for byte.

use linkface_ir::Module;
use linkface_ir::print::Printer;

fn same(text: &str) {
    let module = Module::new(text);
    for entry in module.functions() {
        let function = entry.parse();
        assert_eq!(function.problems(), [], "{}", entry.name);
        assert_eq!(Printer::new(&function).function(), entry.text());
    }
}

#[test]
fn the_articles_pow() {
    same(
        "define i32 @pow(i32 %x, i32 %y) {
start:
  br label %loop_start

loop_start:                                       ; preds = %loop, %start
  %i.0 = phi i32 [ 0, %start ], [ %i.new, %loop ]
  %r.0 = phi i32 [ 1, %start ], [ %r.new, %loop ]
  %done = icmp eq i32 %i.0, %y
  br i1 %done, label %exit, label %loop

loop:                                             ; preds = %loop_start
  %r.new = mul i32 %r.0, %x
  %i.new = add i32 %i.0, 1
  br label %loop_start

exit:                                             ; preds = %loop_start
  ret i32 %r.0
}
",
    );
}
