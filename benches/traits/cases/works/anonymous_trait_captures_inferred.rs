//! The types of captured variables are inferred.

use anonymous_trait::anonymous_trait;

trait Text {
    fn text(&self) -> String;
}

fn main() {
    let list = vec!["a", "b"];

    #[anonymous_trait(let text = ())]
    impl Text for () {
        fn text(&self) -> String {
            list.concat()
        }
    }
    assert_eq!(text.text(), "ab");
}
