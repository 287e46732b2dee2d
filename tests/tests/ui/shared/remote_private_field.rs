//! Nobody but its module can make one.

use linkface_plugin::Shared;

mod dependency {
    pub struct Account {
        pub name: String,
        balance: u64,
    }
}

#[derive(Shared)]
#[shared(remote = "dependency::Account")]
struct Account {
    name: String,
    balance: u64,
}

fn main() {}
