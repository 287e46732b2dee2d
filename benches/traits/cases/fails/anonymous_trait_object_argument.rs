//! The object is made where it is used, as an argument.

use anonymous_trait::anonymous_trait;

trait Text {
    fn text(&self) -> String;
}

fn show(text: impl Text) -> String {
    text.text()
}

fn main() {
    let name = "a";
    let text = show({
        #[anonymous_trait(let text = ())]
        impl Text for () {
            fn text(&self) -> String {
                name.to_owned()
            }
        }
        text
    });
    assert_eq!(text, "a");
}
