//! What methods can look like: receivers, futures, arguments.

use linkface_traits::{anon, attr::*};
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Every receiver.
trait Receivers {
    fn boxed(self: Box<Self>) -> String;
    fn counted(self: Rc<Self>) -> usize;
    fn pinned(self: Pin<&mut Self>, by: usize) -> usize;
    fn pinned_shared(self: Pin<&Self>) -> &str;
    fn typed(self: &mut Self) -> &mut String;
}

#[test]
fn receivers() {
    let text = String::from("a");
    let mut object = {
        #[anon(mut text)]
        impl Receivers for _ {
            fn boxed(self: Box<Self>) -> String {
                text
            }
            fn counted(self: Rc<Self>) -> usize {
                text.len()
            }
            fn pinned(self: Pin<&mut Self>, by: usize) -> usize {
                text.push_str(&"b".repeat(by));
                text.len()
            }
            fn pinned_shared(self: Pin<&Self>) -> &str {
                &text
            }
            #[allow(clippy::needless_arbitrary_self_type)]
            fn typed(self: &mut Self) -> &mut String {
                &mut text
            }
        }
    };
    assert_eq!(Pin::new(&mut object).pinned(2), 3);
    assert_eq!(Pin::new(&object).pinned_shared(), "abb");
    object.typed().push('c');
    assert_eq!(Rc::new(object.clone()).counted(), 4);
    assert_eq!(Box::new(object).boxed(), "abbc");
}

#[test]
fn futures() {
    let left = 3;
    let mut future = anon! { impl Future for _ {
        type Output = &'static str;
        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
            left -= 1;
            context.waker().wake_by_ref();
            if left == 0 { Poll::Ready("done") } else { Poll::Pending }
        }
    } };
    let mut context = Context::from_waker(Waker::noop());
    assert!(Pin::new(&mut future).poll(&mut context).is_pending());
    assert!(Pin::new(&mut future).poll(&mut context).is_pending());
    assert_eq!(
        Pin::new(&mut future).poll(&mut context),
        Poll::Ready("done")
    );
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Methods that return what has no name.
trait Modern {
    async fn add(&mut self, text: &str) -> usize;
    fn numbers(&self) -> impl Iterator<Item = usize>;
    fn longer<'a, 'b: 'a>(&self, a: &'a str, b: &'b str) -> &'a str;
}

#[test]
fn async_methods_unnamed_outputs_and_bounds_on_lifetimes() {
    let text = String::new();
    let mut object = anon! { impl Modern for _ {
        async fn add(&mut self, more: &str) -> usize {
            std::future::ready(()).await;
            text += more;
            text.len()
        }
        fn numbers(&self) -> impl Iterator<Item = usize> { 0..text.len() }
        fn longer<'a, 'b: 'a>(&self, a: &'a str, b: &'b str) -> &'a str {
            if a.len() > text.len() { a } else { b }
        }
    } };
    assert_eq!(run(object.add("ab")), 2);
    assert_eq!(run(object.add("c")), 3);
    assert_eq!(object.numbers().sum::<usize>(), 3);
    assert_eq!(object.longer("abc", "d"), "d");
}

/// Functions without receiver, and methods that need no captures.
trait Shape: Debug + Clone {
    fn sides() -> u8;
    fn area(&self) -> f64;
    fn describe(&self) -> String;
    fn scaled<T: Into<f64>>(&self, by: T) -> f64 {
        self.area() * by.into()
    }
    fn visit(&self, visitor: impl Fn(f64)) {
        visitor(self.area());
    }
}

#[test]
fn methods_that_use_self_and_no_captures_stay_methods() {
    let (width, height) = (2.0, 3.0);
    let shape = anon! { impl Shape for _ where Self: Clone {
        fn sides() -> u8 { 4 }
        fn area(&self) -> f64 { width * height }
        fn describe(&self) -> String { format!("{} sides, area {}", Self::sides(), self.area()) }
        fn visit(&self, visitor: impl Fn(f64)) { visitor(self.area() + 1.0); }
    } };
    fn sides<S: Shape>(_: &S) -> u8 {
        S::sides()
    }
    assert_eq!(sides(&shape), 4);
    assert_eq!(shape.describe(), "4 sides, area 6");
    assert!((shape.scaled(2_u8) - 12.0).abs() < 1e-9);
    shape.visit(|area| assert!((area - 7.0).abs() < 1e-9));
}

/// Calls through an ABI.
trait Raw {
    extern "C" fn plain(&self, n: u8) -> u8;
}

#[test]
fn an_abi_is_kept() {
    let k = 2;
    let raw = anon! { impl Raw for _ {
        extern "C" fn plain(&self, n: u8) -> u8 { n * k }
    } };
    assert_eq!(raw.plain(4), 8);
}

/// Arguments of every form.
trait Arguments {
    fn patterns(&self, pair: (i32, i32), list: &[i32; 2], by: u8) -> i32;
    fn callback(&mut self, call: &mut dyn FnMut(&str) -> bool) -> bool;
    fn never(&self) -> !;
}

#[test]
fn arguments_are_patterns() {
    let k = 1;
    let mut object = anon! { impl Arguments for _ {
        fn patterns(&self, (a, b): (i32, i32), &[c, _]: &[i32; 2], mut by: u8) -> i32 {
            by += 1;
            a + b + c + i32::from(by) + k
        }
        fn callback(&mut self, call: &mut dyn FnMut(&str) -> bool) -> bool { k += 1; call(&k.to_string()) }
        fn never(&self) -> ! { panic!("{k}") }
    } };
    assert_eq!(object.patterns((1, 2), &[3, 4], 5), 13);
    let mut heard = String::new();
    assert!(object.callback(&mut |text| {
        heard.push_str(text);
        true
    }));
    assert_eq!(heard, "2");
    assert!(std::panic::catch_unwind(|| object.never()).is_err());
}
