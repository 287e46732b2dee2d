//! What a body says in ways that a macro can't read: it never gets at the variable outside, which is another
//! one by then.

use linkface_traits::anon;

/// One method that changes, one that looks.
trait Count {
    fn step(&mut self);
    fn look(&self) -> u32;
}

/// What an object shows after one step.
fn stepped(mut object: impl Count) -> u32 {
    object.step();
    object.look()
}

#[test]
fn a_macro_defined_in_a_body_sees_the_objects_variable() {
    let n = 0_u32;
    let object = anon! { impl Count for _ {
        fn step(&mut self) { n += 1; }
        fn look(&self) -> u32 {
            macro_rules! n { () => { n.clone() } }
            n!()
        }
    } };
    assert_eq!((stepped(object), n), (1, 0));
}

#[test]
fn an_import_of_the_variables_name_hides_nothing_but_the_variable_outside() {
    let fmt = 0_u32;
    let object = anon! { impl Count for _ {
        fn step(&mut self) { fmt += 1; }
        fn look(&self) -> u32 {
            use std::fmt;
            let _: Option<fmt::Error> = None;
            fmt.clone()
        }
    } };
    assert_eq!((stepped(object), fmt), (1, 0));
}

#[test]
fn a_name_that_tokens_may_bind_is_the_objects() {
    macro_rules! pick {
        ($($name:ident @ $pat:pat => $value:expr;)*) => {{
            let all = [$(match 7_u32 { $name @ $pat => $value }),*];
            all.into_iter().sum()
        }};
    }
    let n = 0_u32;
    let k = 0_u32;
    let object = anon! { impl Count for _ {
        fn step(&mut self) { n += 1; k += 2; }
        fn look(&self) -> u32 { pick! { n @ _ => n; m @ _ => m + n.clone() + k; } }
    } };
    assert_eq!((stepped(object), n, k), (17, 0, 0));
}

#[test]
fn statements_in_a_macro_assign() {
    macro_rules! run {
        ($first:expr; $second:expr) => {{
            $first;
            $second;
        }};
    }
    let n = 0_u32;
    let object = anon! { impl Count for _ {
        fn step(&mut self) { run!(n = 3; n = n.pow(2) - 3); }
        fn look(&self) -> u32 { n }
    } };
    assert_eq!((stepped(object), n), (6, 0));
}

#[test]
fn a_raw_name_is_the_name() {
    let n = 0_u32;
    let r#type = 1_usize;
    let object = anon! { impl Count for _ {
        fn step(&mut self) { r#n += 1; r#type += 1; }
        fn look(&self) -> u32 {
            assert_eq!(format!("{type}{n:>type$}"), "2 1");
            let outer = n;
            let r#n = 40;
            outer + n + u32::from(r#type == 2)
        }
    } };
    assert_eq!((stepped(object), n, r#type), (42, 0, 1));
    let written = anon! { impl Count for [mut n: u32, mut r#type: usize] {
        fn step(&mut self) { r#n += 1; r#type += 1; }
        fn look(&self) -> u32 {
            assert_eq!(format!("{type}{n:>type$}"), "2 1");
            n + u32::from(r#type == 2)
        }
    } };
    assert_eq!(stepped(written), 2);
}

#[test]
fn strings_that_are_no_formats_stay() {
    let n = 0_u32;
    let object = anon! { impl Count for [mut n: u32] {
        fn step(&mut self) {
            n += 1;
            assert_eq!(vec!["{n}"], ["{n}"]);
            assert_eq!(format!("{}{}", "{n}", n), "{n}1");
        }
        fn look(&self) -> u32 { n }
    } };
    assert_eq!(stepped(object), 1);
}

#[test]
fn parameters_of_the_variables_name_are_parameters() {
    trait Add {
        fn add(&mut self, n: u32) -> u32;
        fn sum(self) -> u32;
    }
    let n = 1_u32;
    let mut object = anon! { impl Add for _ {
        fn add(&mut self, n: u32) -> u32 { n }
        fn sum(self) -> u32 { n }
    } };
    assert_eq!((object.add(5), object.sum()), (5, 1));
}

#[test]
fn an_inner_impl_may_be_written_by_another_name() {
    use linkface_traits::anon as object;
    use linkface_traits::attr::anon as attribute;
    let n = 0_u32;
    let object = anon! { impl Count for _ {
        fn step(&mut self) {
            n += 1;
            let mut inner = {
                #[attribute]
                impl Iterator for _ {
                    type Item = u32;
                    fn next(&mut self) -> Option<u32> { n += 10; Some(n) }
                }
            };
            assert_eq!(inner.next(), Some(11));
        }
        fn look(&self) -> u32 {
            let mut inner = object! { impl Iterator for _ {
                type Item = u32;
                fn next(&mut self) -> Option<u32> { n += 20; Some(n) }
            } };
            inner.next().unwrap_or_default()
        }
    } };
    assert_eq!((stepped(object), n), (21, 0));
}

#[test]
fn an_inner_attributes_values_are_of_the_body() {
    use linkface_traits::attr::*;
    let (n, k) = (1_u32, 100_u32);
    let object = anon! { impl Count for _ {
        fn step(&mut self) {
            n += 1;
            let inner = {
                #[anon(mut m = n + 10)]
                impl Count for _ {
                    fn step(&mut self) { m += k; }
                    fn look(&self) -> u32 { m }
                }
            };
            n = stepped(inner);
        }
        fn look(&self) -> u32 { n }
    } };
    assert_eq!((stepped(object), n), (112, 1));
    let object = anon! { impl Count for _ {
        fn step(&mut self) {
            n += 1;
            let inner = {
                #[anon(mut m: u32 = n + 10, k: u32)]
                impl Count for _ {
                    fn step(&mut self) { m += k; }
                    fn look(&self) -> u32 { m }
                }
            };
            n = stepped(inner);
        }
        fn look(&self) -> u32 { n }
    } };
    assert_eq!((stepped(object), n), (112, 1));
}
