//! The façade `{{name}}`, with a default provider: what libraries and programs depend on.
//!
//! Its items are declared in `{{core}}`, which providers implement, and `{{default}}` implements
//! them for programs that choose no provider.
//!
//! ```
//! assert_eq!({{crate}}::write(b"hello\n"), 6);
//! ```

pub use {{core_crate}}::*;

// Links the default. Any other provider replaces it.
use {{default_crate}} as _;
