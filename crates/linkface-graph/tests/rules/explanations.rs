//! What `explain` shows.

use linkface_graph::finding::Code;
use linkface_graph::rules::{ALL, Rule};

#[test]
fn every_code_has_its_rule() {
    let codes: Vec<Code> = ALL.iter().map(|rule| rule.code).collect();
    assert_eq!(codes, Code::ALL);
    for code in Code::ALL {
        assert_eq!(Rule::of(code).code, code);
    }
}

#[test]
fn every_explanation_is_a_page() {
    for rule in &ALL {
        let page = rule.explanation;
        let lines = page.lines().count();
        assert!((25..=60).contains(&lines), "{}: {lines} lines", rule.code);
        let first = format!("# {}: {}\n", rule.code, rule.title);
        assert!(
            page.starts_with(&first),
            "{}: not headed `{first}`",
            rule.code
        );
        for section in [
            "## Why it matters",
            "## How to mend it",
            "## When it is right",
        ] {
            assert!(page.contains(section), "{}: no `{section}`", rule.code);
        }
        assert_eq!(
            page.matches("```").count() % 2,
            0,
            "{}: an open fence",
            rule.code
        );
        assert!(page.contains("```"), "{}: no example", rule.code);
        assert!(!page.contains("RUSTFLAGS"), "{}: never advised", rule.code);
        assert!(
            page.ends_with('\n') && !page.ends_with("\n\n"),
            "{}",
            rule.code
        );
    }
}
