//! The attribute `#[export]`, for modules.
//!
//! It has a module of its own because a name can't stand for an attribute and for a macro with `!` in one
//! module: `use linkface_plugin::attr::export;` is the attribute, `linkface_plugin::export!` the macro.

/// Makes a module a loadable interface, as it is: its public functions, its constants, and the methods of
/// its types.
///
/// ```
/// use linkface_plugin::attr::export;
///
/// #[export(version = 1)]
/// pub mod api {
///     /// Adds.
///     pub fn add(a: i32, b: i32) -> i32 {
///         a + b
///     }
///
///     /// Counts.
///     pub struct Counter(u32);
///
///     impl Counter {
///         /// From a number.
///         pub fn new(from: u32) -> Self {
///             Self(from)
///         }
///         /// One more.
///         pub fn bump(&mut self) -> u32 {
///             self.0 += 1;
///             self.0
///         }
///     }
/// }
///
/// // A program loads it, `let api: api::Loaded = host.load(path)?`, or takes its own:
/// let api = api::Loaded::linked();
/// assert_eq!(api.add(1, 2), 3);
/// let mut counter: api::LoadedCounter = api.counter(7);
/// assert_eq!(counter.bump(), 8);
/// ```
///
/// The module stays as it is for those who link it. A plugin is a crate of type `cdylib` with one line:
/// `linkface_plugin::export!(mod physics::api);`.
///
/// | in the module | when it is loaded |
/// |---|---|
/// | `pub fn add(…)` | `api.add(…)` |
/// | `pub const GRAVITY: f32` | `api.GRAVITY()`: the plugin's value |
/// | `pub struct Counter` | `LoadedCounter`: it stays in the plugin, behind a pointer |
/// | `Counter::new(…) -> Self` | `api.counter(…)` |
/// | `Counter::zero() -> Self`, or any function of a type without `self` | `api.counter_zero()` |
/// | `counter.bump()`, by `&self`, `&mut self` or `self` | `counter.bump()` |
/// | `Counter`, `&Counter`, `&mut Counter` in a signature | `LoadedCounter`, behind the same reference; in `Option`, `Result`, `Vec`, `Box` and tuples by value |
/// | `#[derive(Shared)]` types | themselves: data that crosses |
/// | `pub use`, type aliases, traits and their impls, macros, what isn't `pub` | not part of the interface |
///
/// # Arguments
///
/// | on the module | |
/// |---|---|
/// | `version = 2` | the interfaces' version |
/// | `name = Physics` | the interface's name, if it isn't the module's |
/// | `plugin = path` | where this crate is, if not at `::linkface_plugin` |
///
/// | inside | |
/// |---|---|
/// | `#[export(skip)]` | on anything public: it isn't part of the interface |
/// | `#[export(Send, Sync)]` | on a type: so are its loaded objects |
/// | `#[since(2, default = 0)]`, `#[since(2, default = \|api, a, b\| api.add(a, b))]` | on a function, constant or method that came later: what runs, in the program, for older plugins. It is given what is loaded, then the arguments |
///
/// # Errors
///
/// What can't cross is an error on its own tokens, all at once: generic functions and types, public fields of a type that
/// stays in the plugin, public enums without `#[derive(Shared)]`, statics, returned references to objects.
///
/// # Panics
///
/// An object that another library made panics where it is passed as an argument: two plugins with the same
/// module have types of their own. Only its methods can be called.
pub use linkface_plugin_macros::export;
