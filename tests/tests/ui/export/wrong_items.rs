//! All of a module's mistakes at once.

#[linkface_plugin::attr::export(version = 2)]
pub mod api {
    pub fn generic<T>(_value: T) {}
    fn first(_values: impl Iterator<Item = u8>) {}
    pub static COUNT: u8 = 1;

    pub struct Open {
        pub field: u8,
    }
    pub struct Wraps(pub u8);
    pub struct Generic<T>(T);
    pub enum Choice {
        One,
    }
    pub struct Counter;
    impl Counter {
        pub fn new() -> Self {
            Self
        }
        pub fn boxed(self: Box<Self>) {}
        #[since(2)]
        pub fn later(&self) {}
        #[since(3, default = ())]
        pub fn much_later(&self) {}
        #[since(2, default = |_, _| ())]
        pub fn with(&self) {}
        #[since(2, instead = 1)]
        pub fn instead(&self) {}
        #[export(hide)]
        pub fn hide(&self) {}
        pub fn this(&self) -> &Self {
            self
        }
        pub async fn wait(&self) {}
        pub fn waits(&self) -> impl Future<Output = ()> {
            async {}
        }
        pub fn each(&self, _tell: impl Fn(u8)) {}
    }
    pub fn name(_counter: &Counter) -> &str {
        ""
    }
    pub fn counter() {}
    pub fn linked() {}
    pub fn right() -> u8 {
        1
    }
    pub fn all(_counters: &[Counter], _some: Option<&Counter>) {}
    #[since(2)]
    pub struct Late;
}

fn main() {
    // What is right can be used: no second error.
    let api = api::Loaded::linked();
    let _: u8 = api.right();
    let _: Option<api::LoadedCounter> = None;
}
