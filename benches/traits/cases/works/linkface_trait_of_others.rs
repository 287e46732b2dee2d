//! The trait is another crate's: its signatures are declared.

use linkface_traits::delegate;
use std::fmt;

struct Text(String);

delegate! {
    impl fmt::Display for Text {
        use self.0.*;
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    }
}

fn main() {
    assert_eq!(format!("{:>2}", Text("a".to_owned())), " a");
}
