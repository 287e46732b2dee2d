//! Crates that forbid `unsafe` and deny every lint there is: the expansion adds none.

use linkface_tests::{Crate, Workspace};

pub(crate) const DENIED: &str = r"
#![forbid(unsafe_code)]
#![deny(
    warnings, missing_docs, unreachable_pub, unused, future_incompatible, nonstandard_style,
    rust_2018_idioms, rust_2021_compatibility, rust_2024_compatibility, let_underscore,
    unused_qualifications, unused_lifetimes, unused_import_braces, unused_macro_rules,
    single_use_lifetimes, trivial_casts, trivial_numeric_casts, variant_size_differences,
    missing_debug_implementations, missing_copy_implementations, explicit_outlives_requirements,
    elided_lifetimes_in_paths, redundant_lifetimes, macro_use_extern_crate, meta_variable_misuse,
    non_ascii_idents, unit_bindings, unnameable_types, private_bounds, private_interfaces,
    redundant_imports, ambiguous_negative_literals, tail_expr_drop_order, if_let_rescope,
    clippy::all, clippy::pedantic, clippy::nursery
)]
// What implements an item is never `const`, whatever it could be.
#![allow(clippy::missing_const_for_fn)]
";

/// Lints that projects turn on one by one. `clippy::restriction` as a whole contradicts itself.
pub(crate) const RESTRICTED: &str = r"
#![deny(
    clippy::undocumented_unsafe_blocks, clippy::multiple_unsafe_ops_per_block, clippy::unwrap_used,
    clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions,
    clippy::arithmetic_side_effects, clippy::missing_assert_message, clippy::dbg_macro,
    clippy::std_instead_of_core, clippy::alloc_instead_of_core, clippy::exhaustive_structs,
    clippy::exhaustive_enums, clippy::missing_docs_in_private_items, clippy::mem_forget,
    clippy::shadow_unrelated, clippy::absolute_paths, clippy::allow_attributes,
    clippy::allow_attributes_without_reason, clippy::ref_patterns, clippy::pattern_type_mismatch,
    clippy::single_char_lifetime_names, clippy::min_ident_chars, clippy::missing_inline_in_public_items
)]
";

const API: &str = r#"
//! A façade.
use core::fmt;
use linkface::interface;

/// Writes `bytes`.
#[interface]
pub fn write(bytes: &[u8]) -> usize;
/// Milliseconds since the start.
#[must_use]
#[interface]
pub fn uptime() -> u64 {
    0
}
/// Two lifetimes.
#[interface]
pub fn pick<'first>(first: &'first str, second: &str) -> &'first str;
/// Old.
#[deprecated]
#[interface]
pub fn old(value: u32) -> u32 {
    value
}
/// The name.
#[interface]
pub static PLATFORM: &'static str;
/// The level.
#[interface]
pub static LEVEL: u8 = 3;
/// Seconds.
#[must_use]
#[interface(dynamic)]
pub fn seconds() -> u64 {
    0
}
/// Two lifetimes, and no default.
#[interface(dynamic)]
pub fn choose<'first>(first: &'first str, second: &str) -> &'first str;
/// Old, too.
#[deprecated]
#[interface(dynamic)]
pub fn older(value: u32) -> u32 {
    value
}
/// The greeting.
#[interface(dynamic)]
pub static GREETING: &str = "hi";
/// No greeting.
#[interface(dynamic)]
pub static OTHER: &'static str;
/// For this crate only.
#[interface(dynamic)]
fn loose(value: u32) -> u32 {
    value
}
/// For this crate only.
#[interface]
pub(crate) fn private(value: u32) -> u32 {
    value
}
/// A device.
#[interface(
    /// The device that is linked.
    pub Device
)]
pub trait DeviceApi: Sized + Send + fmt::Debug + Clone {
    /// Opens one.
    fn open(id: u32) -> Option<Self>;
    /// Reads.
    ///
    /// # Errors
    ///
    /// When there is nothing.
    fn read(&self, at: u64, buf: &mut [u8]) -> Result<(), fmt::Error>;
    /// Its label.
    fn label<'label>(&'label self, fallback: &'label str) -> &'label str {
        fallback
    }
    /// Resets it.
    fn reset(&mut self) {}
}
/// Another device.
#[interface]
pub type Spare: DeviceApi;
/// Calls a private item.
#[must_use]
pub fn inner(value: u32) -> u32 {
    private(loose(value))
}
/// Installs a private item.
///
/// # Errors
///
/// If there is one.
pub fn install() -> Result<(), linkface::AlreadyInstalled> {
    loose::install(inner)?;
    Ok(())
}
"#;

const PROVIDER: &str = r#"
//! A provider.
use core::fmt;
use linkface::implement;

#[implement(api::write)]
fn write(bytes: &[u8]) -> usize {
    bytes.len()
}
#[implement(api::uptime)]
fn uptime() -> u64 {
    7
}
#[implement(api::pick)]
fn pick<'first>(first: &'first str, _: &str) -> &'first str {
    first
}
#[implement(api::seconds)]
fn seconds() -> u64 {
    8
}
#[implement(api::choose)]
fn choose<'first>(first: &'first str, _: &str) -> &'first str {
    first
}
#[implement(api::OTHER)]
static OTHER: &str = "other";
#[implement(api::PLATFORM)]
static PLATFORM: &str = "here";
#[implement(api::LEVEL)]
static LEVEL: u8 = 4;

#[derive(Debug, Clone)]
struct Mine(u32);

#[implement]
impl api::DeviceApi for Mine {
    fn open(id: u32) -> Option<Self> {
        Some(Self(id))
    }
    fn read(&self, at: u64, buf: &mut [u8]) -> Result<(), fmt::Error> {
        buf.fill(u8::try_from(at.wrapping_add(self.0.into())).map_err(|_| fmt::Error)?);
        Ok(())
    }
}
#[implement(api::Spare)]
type Second = Mine;
"#;

fn case(name: &str, lints: &str, edition: &str) -> Workspace {
    // Inner attributes go before inner doc comments.
    let with = |source: &str| format!("{lints}{source}");
    Workspace::new(name)
        .member(
            Crate::lib("api")
                .edition(edition)
                .linkface_with(&["std"])
                .source(&with(API)),
        )
        .member(
            Crate::lib("provider")
                .edition(edition)
                .linkface()
                .dep("api")
                .source(&with(PROVIDER)),
        )
}

fn clippy(name: &str, lints: &str, edition: &str) {
    let said = case(name, lints, edition)
        .cargo("clippy")
        .arg("--workspace")
        .run()
        .succeeds();
    assert!(said.stderr.is_empty(), "{said}");
}

#[test]
fn nothing_is_linted() {
    clippy("lints-2024", DENIED, "2024");
    clippy("lints-2021", DENIED, "2021");
}

#[test]
fn nothing_restricted_is_linted() {
    // Only what the user wrote may be linted, and that is written to pass.
    let allowed = "#![allow(clippy::exhaustive_structs, clippy::missing_docs_in_private_items, \
                   clippy::missing_inline_in_public_items, reason = \"the text above\")]";
    clippy(
        "lints-restricted",
        &format!("{RESTRICTED}{allowed}"),
        "2024",
    );
}

#[test]
fn rustc_alone_says_nothing() {
    let said = case("lints-rustc", DENIED, "2024").check().succeeds();
    assert!(said.stderr.is_empty(), "{said}");
}

/// The expansion must not hide what is wrong with the user's own code.
#[test]
fn the_users_own_mistakes_are_still_linted() {
    let provider = "#[linkface::implement(api::write)]\n\
                    fn write(bytes: &[u8]) -> usize { let unused = 1; bytes.len() }";
    Workspace::new("lints-kept")
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .check()
        .succeeds()
        .says("unused variable: `unused`");
    let caller = "pub fn call() { api::uptime(); let _ = api::old(1); }";
    Workspace::new("lints-callers")
        .member(Crate::lib("api").linkface().source(API))
        .member(Crate::lib("caller").linkface().dep("api").source(caller))
        .check()
        .succeeds()
        .says("unused return value of `")
        .says("use of deprecated function `api::old`");
}
