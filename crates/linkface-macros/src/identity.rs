//! Which item this is, among all items of all crates: the symbols that it is joined by.

use crate::cursor::plain;
use crate::template::tokens;
use linkface_symbol::{Compat, Item, Marker, Role, encode, hash, item_fields};
use proc_macro::{Ident, Span, TokenStream};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

/// The façade that is being compiled.
#[derive(Clone)]
struct Facade {
    package: String,
    version: Compat,
}

/// What `facade!` said, for builds without Cargo. A proc macro process compiles one crate.
static NAMED: Mutex<Option<Facade>> = Mutex::new(None);

/// Whether an item has been declared: its name stands then.
static USED: AtomicBool = AtomicBool::new(false);

/// How often an item was declared at one place: a `macro_rules!` can repeat one.
static SEEN: Mutex<Option<HashMap<String, u32>>> = Mutex::new(None);

/// `facade!("console", "0.4")`
pub(crate) fn name_facade(package: &str, version: &str) -> Result<(), String> {
    let version = Compat::of(version).map_err(|error| error.to_string())?;
    if USED.load(Ordering::Relaxed) {
        return Err(
            "the façade has declared items under another name already: write `facade!` once, as the \
             first item of the crate"
                .to_owned(),
        );
    }
    *NAMED.lock().unwrap_or_else(PoisonError::into_inner) = Some(Facade {
        package: package.to_owned(),
        version,
    });
    Ok(())
}

fn facade() -> Result<Facade, String> {
    if let Some(named) = &*NAMED.lock().unwrap_or_else(PoisonError::into_inner) {
        return Ok(named.clone());
    }
    let var = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (Some(package), Some(version)) = (var("CARGO_PKG_NAME"), var("CARGO_PKG_VERSION")) else {
        return Err(
            "the façade has no name: this build doesn't come from Cargo, so write \
             `linkface::facade!(\"name\", \"0.1\");` as the first item of the crate"
                .to_owned(),
        );
    };
    // `0.0.0` and the like of unpublished crates are versions too.
    let version = Compat::of(&version).map_err(|error| error.to_string())?;
    Ok(Facade { package, version })
}

/// The identity of one declaration.
#[derive(Clone)]
pub(crate) struct Identity {
    item: Item,
    /// `symbol = "…"`
    c_symbol: Option<String>,
}

impl Identity {
    /// Of the item `name`, whose declaration is the text `declaration`.
    pub(crate) fn of(
        name: &Ident,
        group: Option<&str>,
        declaration: &str,
        c_symbol: Option<String>,
    ) -> Result<Self, String> {
        let Facade { package, version } = facade()?;
        USED.store(true, Ordering::Relaxed);
        let place = place(name.span());
        let test = test();
        let here = format!("{}:{}:{}:{name}", place.file, place.line, place.column);
        let repetition = repetition(&here);
        let modules = place.modules.iter().map(String::as_str);
        let name = plain(name);
        let path: Vec<&str> = modules.chain(group).chain([&*name]).collect();
        let version_text = version.to_string();
        let hash = hash(&[
            &package,
            &version_text,
            &here,
            &repetition,
            test,
            declaration,
        ]);
        Ok(Self {
            item: Item::new(&package, version, path, hash),
            c_symbol,
        })
    }

    /// Where no identity could be had: errors are reported, nothing will be linked.
    pub(crate) fn unknown(name: &Ident) -> Self {
        let version = Compat::of("1").expect("a version");
        Self {
            item: Item::new("unknown", version, [plain(name)], 0),
            c_symbol: None,
        }
    }

    pub(crate) fn hash(&self) -> u64 {
        self.item.hash
    }

    pub(crate) fn symbol(&self, role: Role) -> String {
        match (&self.c_symbol, role) {
            (Some(symbol), Role::Required | Role::Defaulted) => symbol.clone(),
            _ => encode(&self.item, role),
        }
    }

    /// The label that only one crate may define, and what the assembler says of two.
    pub(crate) fn label(&self, role: Role) -> TokenStream {
        label(&self.item, role)
    }

    /// The label of the declaring crate, in the image that it is linked into: one for all its items.
    pub(crate) fn image(&self) -> String {
        static IMAGE: OnceLock<String> = OnceLock::new();
        IMAGE
            .get_or_init(|| encode(&self.crate_item(), Role::Declared))
            .clone()
    }

    fn crate_item(&self) -> Item {
        let Item {
            package, version, ..
        } = &self.item;
        // A package's library, programs and tests are crates of their own.
        let program = std::env::var("CARGO_BIN_NAME").unwrap_or_default();
        let test_crate = if test().is_empty() {
            String::new()
        } else {
            crate_name()
        };
        let hash = hash(&[package, &version.to_string(), test(), &program, &test_crate]);
        Item::new(package, *version, [""; 0], hash)
    }

    /// What tells everybody of the declaring crate and of a name that C shares. The former once.
    pub(crate) fn declared(&self) -> (Option<TokenStream>, Option<TokenStream>) {
        static TOLD: AtomicBool = AtomicBool::new(false);
        let image = (!TOLD.swap(true, Ordering::Relaxed))
            .then(|| label(&self.crate_item(), Role::Declared));
        // A C name has no version: of all declarations in a program, one may have it.
        // In a unit test the façade's ordinary build may be linked beside this one.
        let shared = self
            .c_symbol
            .as_ref()
            .filter(|_| test().is_empty())
            .map(|symbol| {
                let version = Compat::of("1").expect("a version");
                label(&Item::new("symbol", version, [symbol], 0), Role::Declared)
            });
        (image, shared)
    }

    /// What an implementation's marker says of the item.
    pub(crate) fn fields(&self) -> String {
        item_fields(&self.item)
    }

    /// What the crate's metadata says of the declaration.
    pub(crate) fn marker(&self, name: &Ident, told: &Told<'_>) -> TokenStream {
        let span = name.span();
        constant(&Marker::Declares(linkface_symbol::Declaration {
            item: self.item.clone(),
            kind: told.kind.to_owned(),
            need: told.need.to_owned(),
            is_public: told.is_public,
            file: span.file(),
            line: u32::try_from(span.line()).unwrap_or(u32::MAX),
            column: u32::try_from(span.column()).unwrap_or(u32::MAX),
            symbol: self.c_symbol.clone().unwrap_or_default(),
            abi: told.abi.unwrap_or_default().to_owned(),
            text: told.text.to_owned(),
        }))
    }

    /// The symbol of a method of this trait.
    pub(crate) fn method(&self, method: &str, role: Role) -> String {
        let mut item = self.item.clone();
        item.path.push(method.to_owned());
        encode(&item, role)
    }

    /// A name for a hidden item that belongs to this one.
    pub(crate) fn hidden(&self, kind: &str) -> Ident {
        let name = self.item.path.last().map_or("", String::as_str);
        Ident::new(
            &format!("__linkface_{kind}_{name}_{:016x}", self.hash()),
            Span::call_site(),
        )
    }
}

/// What a declaration's marker says beside the item.
pub(crate) struct Told<'a> {
    pub(crate) kind: &'a str,
    pub(crate) need: &'a str,
    pub(crate) is_public: bool,
    pub(crate) abi: Option<&'a str>,
    pub(crate) text: &'a str,
}

/// The crate's package, in its metadata: once.
pub(crate) fn package() -> TokenStream {
    static TOLD: AtomicBool = AtomicBool::new(false);
    let var = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    match (var("CARGO_PKG_NAME"), var("CARGO_PKG_VERSION")) {
        (Some(name), Some(version)) if !TOLD.swap(true, Ordering::Relaxed) => {
            constant(&Marker::Package { name, version })
        }
        _ => TokenStream::new(),
    }
}

fn constant(marker: &Marker) -> TokenStream {
    tokens!(
        "const _: &::core::primitive::str = #text;",
        text = marker.to_string()
    )
}

fn label(item: &Item, role: Role) -> TokenStream {
    let text = format!("{item} {}", role.sentence(item));
    tokens!("(#symbol #text)", symbol = encode(item, role), text)
}

/// In a unit test of the façade its ordinary build may be linked too, through a dev-dependency that
/// needs it: their types may differ by `cfg(test)`.
fn test() -> &'static str {
    if std::env::args().any(|arg| arg == "--test") {
        "test"
    } else {
        ""
    }
}

/// What rustc was told.
fn crate_name() -> String {
    let mut args = std::env::args().skip_while(|arg| arg != "--crate-name");
    args.nth(1).unwrap_or_default()
}

/// What tells the crate that is being compiled from all others of a program, whatever their names.
pub(crate) fn this_crate() -> u64 {
    static ID: LazyLock<u64> = LazyLock::new(|| {
        let mut parts: Vec<String> = vec![crate_name(), test().to_owned()];
        // Cargo's own distinction.
        parts.extend(
            std::env::args()
                .filter(|arg| arg.contains("metadata=") || arg.contains("extra-filename=")),
        );
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        hash(&parts)
    });
    *ID
}

/// A name for a hidden item of an implementation. A `macro_rules!` can make several at one place.
pub(crate) fn fresh(name: &Ident) -> Ident {
    let place = place(name.span());
    let here = format!("{}:{}:{}:{name}", place.file, place.line, place.column);
    let hash = hash(&[&here, &repetition(&format!("fresh {here}"))]);
    Ident::new(
        &format!("__linkface_{}_{hash:016x}", plain(name)),
        Span::call_site(),
    )
}

/// A name of our own without the letters that `extern` blocks refuse.
pub(crate) fn ascii(name: &Ident) -> String {
    name.to_string().chars().filter(char::is_ascii).collect()
}

/// How often that was asked before.
fn repetition(key: &str) -> String {
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let count = seen
        .get_or_insert_default()
        .entry(key.to_owned())
        .or_default();
    *count += 1;
    count.to_string()
}

struct Place {
    /// Relative to the package, so that a checkout in another folder has the same symbols.
    file: String,
    line: String,
    column: String,
    /// The modules that the file's path tells; a macro can't see inline ones.
    modules: Vec<String>,
}

fn place(span: Span) -> Place {
    let file = span
        .local_file()
        .unwrap_or_else(|| PathBuf::from(span.file()));
    // rustc's argument: no module, whatever its name.
    let is_root = std::env::args().any(|arg| Path::new(&arg) == file);
    let file = in_package(&file);
    let mut modules: Vec<String> = file
        .with_extension("")
        .components()
        .filter_map(|component| match component {
            Component::Normal(part) => part.to_str().map(ToOwned::to_owned),
            _ => None,
        })
        .collect();
    modules.pop_if(|last| is_root || ["lib", "main", "mod"].contains(&last.as_str()));
    if !modules
        .iter()
        .all(|module| module.chars().all(|c| c.is_alphanumeric() || c == '_'))
    {
        modules.clear();
    }
    Place {
        file: file.to_string_lossy().replace('\\', "/"),
        line: span.line().to_string(),
        column: span.column().to_string(),
        modules,
    }
}

/// The file's path inside of its package, the same whoever builds it where: behind the build script's
/// or the package's folder, else (without Cargo) behind its last `src` folder, else the bare name.
fn in_package(file: &Path) -> PathBuf {
    let absolute = std::env::current_dir().map_or_else(|_| file.to_owned(), |dir| dir.join(file));
    let roots = ["OUT_DIR", "CARGO_MANIFEST_DIR"].map(std::env::var_os);
    for root in roots.into_iter().flatten() {
        if let Ok(inside) = absolute.strip_prefix(&root) {
            return inside.strip_prefix("src").unwrap_or(inside).to_owned();
        }
    }
    let parts: Vec<Component<'_>> = file.components().collect();
    match parts.iter().rposition(|part| part.as_os_str() == "src") {
        Some(src) => parts[src + 1..].iter().collect(),
        None => file
            .file_name()
            .map_or_else(|| file.to_owned(), PathBuf::from),
    }
}
