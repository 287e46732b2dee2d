//! The object leaves the function that makes it.

use anonymous_trait::anonymous_trait;

trait Text {
    fn text(&self) -> String;
}

fn make(name: String) -> impl Text {
    #[anonymous_trait(let text = ())]
    impl Text for () {
        fn text(&self) -> String {
            name.clone()
        }
    }
    text
}

fn main() {
    assert_eq!(make("a".to_owned()).text(), "a");
}
