//! What rustc reports: an object that isn't `Send`.

#[linkface_plugin::attr::export]
pub mod api {
    #[export(Send)]
    pub struct Shared(std::rc::Rc<u8>);
}

fn main() {
    let _ = api::Loaded::linked();
}
