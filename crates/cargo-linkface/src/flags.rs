//! The flags that all commands have, as Cargo has them.

use clap::{ArgAction, Args, ColorChoice, ValueEnum};
use std::path::PathBuf;

/// The flags that all commands have.
#[derive(Clone, Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "Cargo has as many flags")]
pub(crate) struct Flags {
    #[command(flatten, next_help_heading = "Package Selection")]
    pub(crate) packages: clap_cargo::Workspace,

    #[command(flatten, next_help_heading = "Feature Selection")]
    pub(crate) features: clap_cargo::Features,

    /// Look at the build for this target triple; may be given several times
    #[arg(long, value_name = "TRIPLE", help_heading = "Compilation Options")]
    pub(crate) target: Vec<String>,
    /// Directory for all generated artifacts: compiled crates are looked for there
    #[arg(long, value_name = "DIRECTORY", help_heading = "Compilation Options")]
    pub(crate) target_dir: Option<PathBuf>,

    #[command(flatten, next_help_heading = "Manifest Options")]
    pub(crate) manifest: clap_cargo::Manifest,
    /// Assert that `Cargo.lock` will remain unchanged
    #[arg(long, help_heading = "Manifest Options")]
    pub(crate) locked: bool,
    /// Run without accessing the network
    #[arg(long, help_heading = "Manifest Options")]
    pub(crate) offline: bool,
    /// Equivalent to specifying both --locked and --offline
    #[arg(long, help_heading = "Manifest Options")]
    pub(crate) frozen: bool,

    /// How to write the answer: `json` is documented in `docs/json.md` of this crate, and in
    /// `docs/json-ir.md` for `ir` (not for `add`, `new`, `header`, `plugin header` and `fix`), `short` is for `check`,
    /// `list` and `ir list`, and like `human` elsewhere
    #[arg(
        long,
        value_name = "FMT",
        default_value = "human",
        hide_possible_values = false,
        help_heading = "Output Options"
    )]
    pub(crate) message_format: MessageFormat,
    /// Short for `--message-format json`
    #[arg(
        long,
        conflicts_with = "message_format",
        help_heading = "Output Options"
    )]
    pub(crate) json: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", help_heading = "Output Options")]
    pub(crate) color: Option<ColorChoice>,
    /// Do not print what isn't asked for: progress, summaries
    #[arg(
        short,
        long,
        conflicts_with = "verbose",
        help_heading = "Output Options"
    )]
    pub(crate) quiet: bool,
    /// Say what is looked at
    #[arg(short, long, action = ArgAction::Count, help_heading = "Output Options")]
    pub(crate) verbose: u8,
}

/// How to write the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people, with the lines of code that it is about.
    #[default]
    Human,
    /// For people, one line for each finding.
    Short,
    /// For programs: one JSON object on each line.
    Json,
}
