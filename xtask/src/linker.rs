//! Linker errors without their noise.
//!
//! rustc shows the linker's whole command line, and linkers name object files by their hashes. Of
//! all that a reader wants the sentence, and which crates it is about. A `…` stands where something
//! was cut.

use crate::style::bare;

/// What rustc and the linker said, shorter:
///
/// * no command line
/// * no object files, only the libraries they are in, and each of those once
/// * one error per item: two implementations collide in more than one symbol, those of a trait in
///   every method
pub(crate) fn trim(text: &str) -> String {
    let mut trimmer = Trimmer::default();
    for line in text.lines() {
        trimmer.line(line);
    }
    trimmer.out.truncate(trimmer.out.trim_end().len());
    trimmer.out.push('\n');
    trimmer.out
}

#[derive(Default)]
struct Trimmer {
    out: String,
    items: Vec<String>,
    /// Of the present error.
    places: Vec<String>,
    in_repetition: bool,
}

impl Trimmer {
    fn line(&mut self, line: &str) {
        let bare = bare(line);
        let text = bare.trim_start();
        if text.starts_with("error: linking with ") {
            self.items.clear();
        }
        if let Some(item) = item(text) {
            self.in_repetition = self.items.iter().any(|told| is_of(&item, told));
            self.items.push(item);
            self.places.clear();
        } else if !text.starts_with(">>>") {
            self.in_repetition = false;
        }
        if self.in_repetition || is_noise(text) {
            return;
        }
        if text.is_empty() && (self.out.is_empty() || self.out.ends_with("\n\n")) {
            return;
        }
        match text.strip_prefix(">>> ").map(place) {
            None => self.out += line,
            Some(None) => return,
            Some(Some(place)) if self.places.contains(&place) => return,
            Some(Some(place)) => {
                self.out += &bare[..bare.len() - text.len()];
                self.out += ">>> ";
                self.out += &place;
                self.places.push(place);
            }
        }
        self.out
            .truncate(self.out.trim_end_matches([' ', '\t']).len());
        self.out.push('\n');
    }
}

fn is_noise(text: &str) -> bool {
    text.strip_prefix("= note:").is_some_and(|note| {
        let note = note.trim_start();
        note.starts_with('"') || note.starts_with("some arguments are omitted")
    }) || text.starts_with("collect2: error: ld returned")
}

/// The item that a linker's error is about: its symbol without the sentence.
fn item(text: &str) -> Option<String> {
    let (before, symbol) = text.split_once("symbol: ")?;
    if !before.contains("error: ") {
        return None;
    }
    symbol.rsplit_once("::").map(|(item, _)| item.to_owned())
}

/// Whether it is the item itself, or a method of it.
fn is_of(item: &str, told: &str) -> bool {
    item.strip_prefix(told)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// What to keep of lld's line about a place: the source, the library, or the function.
fn place(text: &str) -> Option<String> {
    if let Some((_, library)) = text.split_once(" in archive ") {
        return Some(format!("… in archive {}", shortened(library, "rlib")));
    }
    for role in ["referenced by ", "defined at "] {
        if let Some(place) = text.strip_prefix(role) {
            // Without debug info the place is a codegen unit.
            return place.contains(" (").then(|| text.to_owned());
        }
    }
    let (object, function) = text.split_once(":(")?;
    if function.starts_with('.') {
        return Some(format!("… in {}", shortened(object, "o")));
    }
    let function = function.trim_end_matches(')');
    let named = function
        .rsplit_once("::h")
        .map_or(function, |(name, _)| name);
    Some(format!("… in {named}"))
}

/// `…/libuart-….rlib` for a whole path with a hash.
fn shortened(path: &str, extension: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match file.split_once('-') {
        Some((name, _)) => format!("…/{name}-….{extension}"),
        None => format!("…/{file}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSING: &str = "\
error: linking with `cc` failed: exit status: 1
  |
  = note:  \"cc\" \"-m64\" \"/tmp/rustc362Amd/symbols.o\"
  = note: some arguments are omitted. use `--verbose` to show all linker arguments
  = note: rust-lld: error: undefined protected symbol: console::print::is implemented by a provider
          >>> referenced by lib.rs:6 (console/src/lib.rs:6)
          >>>               greeting-527472b26d606351.58e0.rcgu.o:(console::print::h9a57c5a196e4b743) in archive /tmp/libgreeting-527472b26d606351.rlib
          >>> referenced by lib.rs:9 (console/src/lib.rs:9)
          >>>               greeting-527472b26d606351.58e0.rcgu.o:(console::print::h9a57c5a196e4b743) in archive /tmp/libgreeting-527472b26d606351.rlib
          >>> referenced by app.7f0a-cgu.0
          >>>               /tmp/app-65554275f44facc8.app.7f0a-cgu.0.rcgu.o:(app::main::h9a57c5a196e4b743)
          collect2: error: ld returned 1 exit status
          

error: could not compile `app` (bin \"app\") due to 1 previous error
";

    #[test]
    fn the_command_line_and_object_files_go() {
        assert_eq!(
            trim(MISSING),
            "\
error: linking with `cc` failed: exit status: 1
  |
  = note: rust-lld: error: undefined protected symbol: console::print::is implemented by a provider
          >>> referenced by lib.rs:6 (console/src/lib.rs:6)
          >>> … in archive …/libgreeting-….rlib
          >>> referenced by lib.rs:9 (console/src/lib.rs:9)
          >>> … in app::main

error: could not compile `app` (bin \"app\") due to 1 previous error
"
        );
    }

    #[test]
    fn an_item_is_told_once() {
        let text = "\
rust-lld: error: duplicate symbol: console::print::is implemented by two crates
>>> defined at f3v4ltg8bwd24w1lwt03tk4et
>>>            a.o:(.rodata+0x0) in archive /tmp/libframed-0bbce2f368d30e5d.rlib
>>> defined at app.f3v4-cgu.0
>>>            /tmp/app-65554275f44facc8.app.f3v4-cgu.0.rcgu.o:(.rodata.linkface+0x0)

rust-lld: error: duplicate symbol: console::print::is implemented by a provider
>>> defined at function.rs:91 (/work/function.rs:91)
>>>            a.o:(.text) in archive /tmp/libframed-0bbce2f368d30e5d.rlib
rust-lld: error: duplicate symbol: console::print::open::is something else
rust-lld: error: duplicate symbol: console::printer::is implemented by two crates
";
        assert_eq!(
            trim(text),
            "\
rust-lld: error: duplicate symbol: console::print::is implemented by two crates
>>> … in archive …/libframed-….rlib
>>> … in …/app-….o

rust-lld: error: duplicate symbol: console::printer::is implemented by two crates
"
        );
    }

    #[test]
    fn every_program_tells_it() {
        let text = MISSING.repeat(2);
        assert_eq!(trim(&text), trim(MISSING).repeat(2));
    }

    #[test]
    fn other_texts_stay() {
        let text = "error[E0053]: no\n --> a.rs:1:1\n  |\n1 | fn f() {}\n  |\n\nerror: b\n";
        assert_eq!(trim(text), text);
    }
}
