//! Captures with types: the object has fields, and methods are methods.

use linkface_traits::{anon, attr::*};
use std::fmt::{Debug, Display, Write};

/// Everything that a closure can't be.
trait Shape: Debug + Clone + Send + 'static {
    fn new_like(&self) -> Self;
    fn area(&self) -> f64;
    fn describe(&self, unit: impl Display) -> String;
    fn scale<T: Into<f64>>(&mut self, by: T) -> &mut Self;
    fn same(&self, other: &Self) -> bool;
    fn total(self) -> f64;
}

#[test]
fn methods_call_methods_and_are_generic() {
    let width = 2.0;
    let mut shape = anon! { impl Shape for [mut width: f64, mut height: f64 = 3.0] {
        fn new_like(&self) -> Self { self.clone() }
        fn area(&self) -> f64 { width * height }
        fn describe(&self, unit: impl Display) -> String {
            let area = self.area();
            format!("{area} {unit}, {width:.1} by {height:>w$}", w = 4)
        }
        fn scale<T: Into<f64>>(&mut self, by: T) -> &mut Self {
            let by = by.into();
            width *= by;
            height *= by;
            self
        }
        fn same(&self, other: &Self) -> bool { self.area().total_cmp(&other.area()).is_eq() }
        fn total(self) -> f64 { width += height; width }
    } };
    let other = shape.new_like();
    assert!(shape.same(&other));
    assert!(!shape.scale(2_u8).same(&other));
    assert_eq!(shape.describe("cm"), "24 cm, 4.0 by    6");
    assert!((shape.total() - 10.0).abs() < 1e-9);
    assert_eq!(format!("{other:?}"), "impl Shape");
}

fn parts<'a, T: Debug + Clone>(all: &'a [T], first: T) -> impl Iterator<Item = T> + use<'a, T> {
    #[anon(mut all: &'a [T], mut first: Option<T> = Some(first))]
    impl<T: Clone> Iterator for _ {
        type Item = T;
        fn next(&mut self) -> Option<Self::Item> {
            if let Some(first) = first.take() {
                return Some(first);
            }
            let (head, tail) = all.split_first()?;
            all = tail;
            Some(head.clone())
        }
        fn count(mut self) -> usize {
            let mut n = 0;
            while self.next().is_some() {
                n += 1;
            }
            n
        }
    }
}

#[test]
fn outer_generics_and_lifetimes() {
    assert_eq!(parts(&[1, 2], 0).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(parts(&["a"], "b").count(), 2);
}

#[test]
fn references_need_no_lifetime() {
    let text = String::from("a b");
    let mut log = String::new();
    let mut words = anon! { impl Iterator for [mut rest: &str = &text, log: &mut String = &mut log] {
        type Item = char;
        fn next(&mut self) -> Option<char> {
            let next = rest.chars().next()?;
            rest = &rest[next.len_utf8()..];
            let mut add = || log.push(next);
            add();
            Some(next)
        }
    } };
    assert_eq!(words.by_ref().count(), 3);
    assert_eq!(log, text);
}

#[test]
fn closures_are_captured_by_impl_trait() {
    let k = 3;
    let mut apply = anon! { impl Iterator for [f: impl Fn(i32) -> i32 = |n| n * k, mut n: i32 = 1] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { n = f(n); Some(n) }
    } };
    assert_eq!((apply.next(), apply.next()), (Some(3), Some(9)));
}

/// For all lifetimes.
trait Parse<'a> {
    fn parse(&mut self, text: &'a str) -> &'a str;
}

#[test]
fn lifetimes_of_the_trait() {
    fn check(mut object: impl for<'a> Parse<'a>) -> usize {
        let text = String::from("abc");
        object.parse(&text).len() + object.parse(&text).len()
    }
    assert_eq!(
        check(anon! { impl<'a> Parse<'a> for [mut n: usize = 0] {
            fn parse(&mut self, text: &'a str) -> &'a str { n += 1; &text[n..] }
        } }),
        3
    );
}

#[test]
fn several_traits_and_supertraits() {
    let mut object = anon! {
        impl Write for [mut text: String = String::new()] {
            fn write_str(&mut self, more: &str) -> std::fmt::Result { text += more; Ok(()) }
        }
        impl Display for _ {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&text) }
        }
        impl std::error::Error for _ {}
    };
    assert!(write!(object, "a{}", 1).is_ok());
    let error: Box<dyn std::error::Error> = Box::new(object);
    assert_eq!(error.to_string(), "a1");
}

#[test]
fn an_impl_for_every_type() {
    trait Feed<T, const N: usize = 1> {
        fn feed(&mut self, all: [T; N]) -> String;
    }
    trait Get<T> {
        fn get(&self) -> T;
    }
    let mut every = anon! { impl<'a, T, const N: usize> Feed<&'a T, N> for [mut fed: usize = 0]
    where
        T: std::fmt::Display + ?Sized,
    {
        fn feed(&mut self, all: [&'a T; N]) -> String { fed += N; format!("{fed}{}", all[0]) }
    } };
    assert_eq!(
        (every.feed([&1]), every.feed(["x", "y"])),
        ("11".into(), "3x".into())
    );

    fn one<T: Clone>(value: T) -> impl Feed<T> + Get<T> {
        anon! {
            impl<T: Clone> Feed<T> for [mut value: T] {
                fn feed(&mut self, all: [T; 1]) -> String { value = all[0].clone(); String::new() }
            }
            impl<T: Clone> Get<T> for _ { fn get(&self) -> T { value.clone() } }
        }
    }
    let mut one = one(1);
    one.feed([2]);
    assert_eq!(one.get(), 2);
}
