//! external → extension → internal: one caller, three modes of the trait's impls.

macro_rules! stage {
    ($stage:ident) => {
        mod $stage {
            mod library {
                use linkface_traits::attr::mode;

                pub(super) trait Stringer {
                    const LEN: usize;
                    fn string(&self) -> String;
                    fn push(&mut self, text: &str);
                    fn join<T: AsRef<str>>(self, all: &[T]) -> String;
                    fn made(from: u8) -> Self;
                    fn twice(&self) -> String {
                        self.string() + &self.string()
                    }
                }

                pub(super) struct Woofer(pub(super) String);

                #[mode($stage)]
                impl Stringer for Woofer {
                    const LEN: usize = 4;
                    fn string(&self) -> String {
                        self.0.clone()
                    }
                    fn push(&mut self, text: &str) {
                        self.0 += text;
                    }
                    fn join<T: AsRef<str>>(self, all: &[T]) -> String {
                        all.iter().fold(self.0, |all, next| all + next.as_ref())
                    }
                    fn made(from: u8) -> Self {
                        Self(from.to_string())
                    }
                    fn twice(&self) -> String;
                }
            }

            include!("caller.rs");
        }
    };
}

stage!(external);
stage!(extension);
stage!(internal);

#[test]
fn one_caller_compiles_against_all() {
    assert_eq!(external::calls(), extension::calls());
    assert_eq!(extension::calls(), internal::calls());
    assert_eq!(internal::calls(), "1!1!1!1!1!23");
}
