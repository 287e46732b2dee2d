//! The message of every single mistake, word for word: what the compiler says about it, and that it
//! says nothing else.
//!
//! `ui/declare/` are wrong declarations, `ui/implement/` wrong implementations of what the crate
//! `ui-facade` declares, `ui/root/` wrong roots, `ui/export/` wrong modules for plugins, `ui/loadable/`
//! traits that can't be loaded, `ui/shared/` types that can't cross. After a deliberate change,
//! `TRYBUILD=overwrite
//! cargo test --test ui` records the new texts: read the difference as a user would.

#[test]
fn declare() {
    trybuild::TestCases::new().compile_fail("tests/ui/declare/*.rs");
}

#[test]
fn implement() {
    trybuild::TestCases::new().compile_fail("tests/ui/implement/*.rs");
}

#[test]
fn root() {
    trybuild::TestCases::new().compile_fail("tests/ui/root/*.rs");
}

#[test]
fn export() {
    trybuild::TestCases::new().compile_fail("tests/ui/export/*.rs");
}

#[test]
fn loadable() {
    trybuild::TestCases::new().compile_fail("tests/ui/loadable/*.rs");
}

#[test]
fn shared() {
    trybuild::TestCases::new().compile_fail("tests/ui/shared/*.rs");
}
