//! One object, several traits.

use anonymous_trait::anonymous_trait;

trait Text {
    fn text(&self) -> String;
}

trait Size {
    fn size(&self) -> usize;
}

fn show(object: &(impl Text + Size)) -> String {
    object.text().repeat(object.size())
}

fn main() {
    let name = "ab";

    #[anonymous_trait(let object = ())]
    impl Text for () {
        fn text(&self) -> String {
            name.to_owned()
        }
    }
    #[anonymous_trait(let object = ())]
    impl Size for () {
        fn size(&self) -> usize {
            name.len()
        }
    }
    assert_eq!(show(&object), "abab");
}
