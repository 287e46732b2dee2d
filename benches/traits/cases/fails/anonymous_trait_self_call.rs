//! A method calls another on `self`.

use anonymous_trait::anonymous_trait;

trait Text {
    fn text(&self) -> String;
    fn twice(&self) -> String;
}

fn main() {
    let name = "a";

    #[anonymous_trait(let text = ())]
    impl Text for () {
        fn text(&self) -> String {
            name.to_owned()
        }
        fn twice(&self) -> String {
            self.text() + &self.text()
        }
    }
    assert_eq!(text.twice(), "aa");
}
