//! What the optimizer is told about a proxy's bytes. None of this shows in a run, until it does.

use crate::emitted::{CALLER, CALLER_DEBUG, Emitted, PROVIDER, PROVIDER_DEBUG};
use crate::text::Function;

#[track_caller]
fn function<'a, 'ir>(functions: &'a [Function<'ir>], name: &str) -> &'a Function<'ir> {
    let found = functions.iter().find(|function| function.name() == name);
    found.unwrap_or_else(|| panic!("no function `{name}`"))
}

/// The function behind an item of the façade: its symbol is mangled and says more than the path.
fn linked<'a, 'ir>(functions: &'a [Function<'ir>], path: &str) -> &'a Function<'ir> {
    let found = functions
        .iter()
        .find(|function| function.name().starts_with("_R") && function.name().contains(path));
    found.unwrap_or_else(|| panic!("no function with `{path}` in its symbol"))
}

/// Two words may each be a pointer, half of one, padding, or nothing: `ptr`, and not `noundef`.
#[track_caller]
fn assert_words(function: &Function<'_>, words: usize) {
    let header = function.header;
    let parameters = function.parameters();
    assert_eq!(parameters.len(), words, "{header}");
    for parameter in parameters {
        assert!(parameter.starts_with("ptr"), "not a pointer in {header}");
        assert!(!parameter.contains("noundef"), "{header}");
        assert!(!parameter.contains("nonnull"), "{header}");
    }
    let result = header.split('@').next().unwrap_or(header);
    assert!(result.contains("{ ptr, ptr }"), "{header}");
    assert!(!result.contains("noundef"), "{header}");
}

/// Behind `&Proxy` there may be a `Cell`.
#[track_caller]
fn assert_may_change(function: &Function<'_>) {
    let header = function.header;
    let parameter = function.parameters()[0];
    assert!(parameter.starts_with("ptr"), "{header}");
    for promise in ["readonly", "readnone", "noalias"] {
        assert!(!parameter.contains(promise), "{header}");
    }
}

/// Whether a line, in any function that has to do with proxies, makes a pointer of a number.
fn made_of_numbers<'a>(functions: &'a [Function<'_>]) -> Vec<&'a str> {
    let bodies = functions.iter().filter(|function| is_ours(function));
    let lines = bodies.flat_map(|function| function.body.iter().copied());
    lines.filter(|line| makes_a_pointer(line)).collect()
}

fn makes_a_pointer(line: &str) -> bool {
    line.contains(" = inttoptr ")
}

/// Not of `core` or `alloc`, whose functions end up in the module, too.
fn is_ours(function: &Function<'_>) -> bool {
    let name = function.name();
    [
        "pass", "swap", "look", "boxed", "linkface", "api", "provider", "caller", "linked_",
        "by_hand_",
    ]
    .iter()
    .any(|word| name.contains(word))
}

#[track_caller]
fn assert_caller(emitted: &Emitted) {
    let functions = Function::all(&emitted.ir);
    for (name, words) in [("pass", 2), ("linked_next", 2), ("linked_join", 4)] {
        assert_words(function(&functions, name), words);
    }
    for (path, words) in [("7DiskApi4next", 2), ("7DiskApi4join", 4)] {
        assert_words(linked(&functions, path), words);
    }
    for path in ["7DiskApi3get", "10CounterApi5count"] {
        assert_may_change(linked(&functions, path));
    }
    for name in ["linked_get", "look"] {
        assert_may_change(function(&functions, name));
    }
    let swap = function(&functions, "swap");
    let body = swap.body.join("\n");
    assert!(!body.contains("!noundef"), "{body}");
    assert_eq!(made_of_numbers(&functions), [""; 0]);
}

#[track_caller]
fn assert_provider(emitted: &Emitted) {
    let functions = Function::all(&emitted.ir);
    for (path, words) in [("7DiskApi4next", 2), ("7DiskApi4join", 4)] {
        assert_words(linked(&functions, path), words);
    }
    assert_may_change(linked(&functions, "10CounterApi5count"));
    assert_eq!(made_of_numbers(&functions), [""; 0]);
}

#[test]
fn callers_promise_nothing_about_a_proxy() {
    assert_caller(&CALLER_DEBUG);
    assert_caller(&CALLER);
}

#[test]
fn providers_promise_nothing_about_a_proxy() {
    assert_provider(&PROVIDER_DEBUG);
    assert_provider(&PROVIDER);
}

/// Without these promises about other types, the tests above would find nothing in anything.
#[test]
fn promises_are_found() {
    let functions = Function::all(&CALLER.ir);
    let words = function(&functions, "pass_words").parameters();
    assert!(
        words.iter().all(|word| word.starts_with("i64 noundef")),
        "{words:?}"
    );
    let look = function(&functions, "look_words").parameters();
    assert!(
        look[0].contains("noalias") && look[0].contains("readonly"),
        "{look:?}"
    );
    let swap = function(&functions, "swap_words");
    assert!(
        swap.body.iter().any(|line| line.contains("!noundef")),
        "{:?}",
        swap.body
    );
    let number = function(&functions, "pointer");
    assert!(
        number.body.iter().any(|line| makes_a_pointer(line)),
        "{:?}",
        number.body
    );
}
