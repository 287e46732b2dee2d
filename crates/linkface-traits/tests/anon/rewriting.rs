//! What stands in bodies: each captured variable is found, and nothing else is taken for it.
//!
//! Each object is stepped twice: the first step changes the variable, the second shows that it was the
//! object's own.

use linkface_traits::{anon, attr::*};
use std::fmt::Write;

/// One method that changes.
trait Step<T> {
    fn step(&mut self) -> T;
}

/// Both results.
fn two<T>(mut object: impl Step<T>) -> (T, T) {
    (object.step(), object.step())
}

#[test]
fn let_shadows_from_its_statement_on() {
    let x = 1;
    let steps = two(anon! { impl Step<(i32, i32, i32)> for _ {
        fn step(&mut self) -> (i32, i32, i32) {
            x += 1;
            let before = x;
            let x = x * 100;
            let inner = { let x = x + 1; x };
            (before, x, inner)
        }
    } });
    assert_eq!(steps, ((2, 200, 201), (3, 300, 301)));
    assert_eq!(x, 1);
}

#[test]
fn a_blocks_end_ends_the_shadow() {
    let x = 1;
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 {
            { let x = 10; let _ = x; }
            if let Some(x) = Some(20) { let _ = x; }
            for x in 0..1 { let _ = x; }
            let _ = |x: i32| x;
            match 5 { x => { let _ = x; } }
            x += 1;
            x
        }
    } });
    assert_eq!(steps, (2, 3));
}

struct Pair {
    x: i32,
    y: i32,
}

enum Shape {
    Dot,
    Line(i32),
    Box { x: i32, y: i32 },
}

#[test]
#[expect(clippy::many_single_char_names, reason = "patterns")]
fn patterns_bind() {
    let (x, y) = (1, 2);
    let steps = two(anon! { impl Step<Vec<i32>> for _ {
        fn step(&mut self) -> Vec<i32> {
            x += 1;
            y += 1;
            let mut all = vec![x, y];
            let Pair { x, y: z } = Pair { x: 10, y };
            all.extend([x, y, z]);
            let whole @ Pair { .. } = Pair { x, y };
            all.push(whole.x + whole.y);
            let (ref a, mut b) = (x, y);
            b += *a;
            all.push(b);
            for shape in [Shape::Dot, Shape::Line(30), Shape::Box { x: 40, y: 50 }] {
                all.push(match shape {
                    Shape::Dot => x,
                    Shape::Line(x) | Shape::Box { x, y: 0 } => x,
                    Shape::Box { y, .. } if y > x => y,
                    Shape::Box { x: y, .. } => y,
                });
            }
            if let [first, _, .., y] | [first, y] = all[..] { all.push(first + y); }
            all
        }
    } });
    assert_eq!(steps.0, [2, 3, 10, 3, 3, 13, 13, 10, 30, 50, 52]);
    assert_eq!(steps.1, [3, 4, 10, 4, 4, 14, 14, 10, 30, 50, 53]);
}

#[test]
fn struct_shorthand() {
    let (x, y) = (1, 2);
    let steps = two(anon! { impl Step<(i32, i32)> for _ {
        fn step(&mut self) -> (i32, i32) {
            x += 1;
            let pair = Pair { x, y };
            let other = Pair { y: x, ..pair };
            y = other.y;
            (other.x + pair.x, other.y)
        }
    } });
    assert_eq!(steps, ((4, 2), (6, 3)));
}

#[test]
fn fields_methods_and_functions_of_the_same_name() {
    mod x {
        pub(super) fn x() -> i32 {
            1000
        }
    }
    trait X {
        fn x(&self) -> i32;
    }
    impl X for i32 {
        fn x(&self) -> i32 {
            *self + 500
        }
    }
    let x = Pair { x: 1, y: 2 };
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 {
            x.x += 1;
            x.x + x.x.x() + x::x() + x.y
        }
    } });
    assert_eq!(steps, (1506, 1508));
}

#[test]
fn closures() {
    let x = 1;
    let list = vec![1, 2, 3];
    let steps = two(anon! { impl Step<(i32, i32, i32)> for _ {
        fn step(&mut self) -> (i32, i32, i32) {
            let mut add = |by: i32| { x += by; x };
            add(1);
            let added = add(1);
            let shadowed = (|x| x + 1)(100);
            let Some(sum) = list.iter().map(|n| n * x).reduce(|x, y| x + y) else { return (0, 0, 0) };
            list.retain(|n| *n != x);
            (added, shadowed, sum)
        }
    } });
    assert_eq!(steps, ((3, 101, 18), (5, 101, 15)));
}

#[test]
fn move_closures_take_what_a_let_copies() {
    let x = 1;
    let steps = two(anon! { impl Step<Box<dyn Fn() -> i32>> for _ {
        fn step(&mut self) -> Box<dyn Fn() -> i32> { x += 1; let x = x; Box::new(move || x) }
    } });
    assert_eq!((steps.0(), steps.1()), (2, 3));
}

#[test]
#[expect(
    clippy::items_after_statements,
    reason = "items within bodies are what is tested"
)]
fn items_in_bodies_are_their_own() {
    let (x, double, half) = (1, 5, 7);
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 {
            x += 1;
            fn add(x: i32, y: i32) -> i32 { let double = |x| x + y; double(x) }
            const LIMIT: i32 = { let x = 3; x };
            struct Local { x: i32 }
            impl Local { fn get(&self) -> i32 { self.x + half(40) } }
            // Items are there before they are written, and hide what is outside.
            fn half(x: i32) -> i32 { x / 2 }
            { use std::convert::identity as double; let _: i32 = double(x); }
            double += 1;
            add(x, LIMIT) + Local { x }.get() + double
        }
    } });
    assert_eq!(steps, (2 + 3 + 2 + 20 + 6, 3 + 3 + 3 + 20 + 7));
    assert_eq!(half, 7);
}

#[test]
fn loops_labels_and_conditions() {
    let (x, queue) = (0, vec![Some(1), Some(2), None, Some(4)]);
    let steps = two(anon! { impl Step<Vec<i32>> for _ {
        fn step(&mut self) -> Vec<i32> {
            let mut all = Vec::new();
            'outer: for x in 0..3 {
                'inner: loop {
                    if x == 1 { continue 'outer }
                    if x == 2 { break 'outer }
                    break 'inner;
                }
                all.push(x);
            }
            x += 1;
            while let Some(Some(x)) = queue.pop() { all.push(x); }
            let mut n = x;
            while n < x + 2 { n += 1; }
            all.push(n);
            if let Some(Some(x)) = queue.last() && *x > 1 { all.push(x * 10); } else { all.push(x); }
            let label = 'block: { if x > 1 { break 'block x; } 0 };
            all.push(label);
            all
        }
    } });
    assert_eq!(steps.0, [0, 4, 3, 20, 0]);
    assert_eq!(steps.1, [0, 2, 1, 4, 2, 2]);
}

#[test]
fn conditions_bind_from_left_to_right() {
    let x = Some(1);
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 {
            if let Some(mut x) = x && let y = x + 1 && y > x { return self_is(&mut x, y); }
            let Some(x) = x else { panic!("{x:?}") };
            x
        }
    } });
    fn self_is(_: &mut i32, y: i32) -> i32 {
        y
    }
    assert_eq!(steps, (2, 2));
}

#[test]
fn let_else_sees_the_variable() {
    let x = Some(1);
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 {
            let Some(x) = x.take() else { return if x.is_none() { -1 } else { -2 } };
            x
        }
    } });
    assert_eq!(steps, (1, -1));
}

#[test]
fn blocks() {
    let x = 1;
    let future = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 {
            let future = async { x += 1; x };
            let other = const { let x = 10; x };
            poll(future) + other + [other; { const N: usize = 2; N }][0]
        }
    } });
    fn poll(future: impl Future<Output = i32>) -> i32 {
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match std::pin::pin!(future).poll(&mut context) {
            std::task::Poll::Ready(value) => value,
            std::task::Poll::Pending => 0,
        }
    }
    assert_eq!(future, (22, 23));
}

#[test]
fn format_strings() {
    let (x, width, precision, name) = (1.0, 6, 1, "n");
    let steps = two(anon! { impl Step<String> for _ {
        fn step(&mut self) -> String {
            x += 0.25;
            width += 1;
            precision += 1;
            let mut text = format!("{x}|{x:?}|{x:width$.precision$}|{{x}}|{x:>1$}|{0}", name, 5);
            write!(text, "|{name:^width$}|{other}|{x}", other = x * 2.0).expect("a string");
            writeln!(text, "|{x:.*}", precision).expect("a string");
            assert!(x > 1.0, "{x} is {name}");
            assert_eq!(width, width, "{x}");
            text
        }
    } });
    assert_eq!(
        steps.0,
        "1.25|1.25|   1.25|{x}| 1.25|n|   n   |2.5|1.25|1.25\n"
    );
    assert_eq!(
        steps.1,
        "1.5|1.5|   1.500|{x}|  1.5|n|   n    |3|1.5|1.500\n"
    );
}

#[test]
fn addresses_are_those_of_the_variable() {
    let x = Box::new(1);
    let steps = two(anon! { impl Step<(String, String)> for _ {
        fn step(&mut self) -> (String, String) { *x += 1; (format!("{x:p}"), format!("{:p}", &raw const *x)) }
    } });
    assert_eq!(steps.0.0, steps.0.1);
}

#[test]
fn macros_of_expressions() {
    let (x, n) = (1_usize, 2);
    let steps = two(anon! { impl Step<(Vec<usize>, bool)> for _ {
        fn step(&mut self) -> (Vec<usize>, bool) {
            x += 1;
            let mut all = vec![x; n];
            all.extend(vec![x, n + x]);
            n = all.len();
            debug_assert_ne!(x, 0, "{}", x);
            let matched = matches!(Some(x), Some(y) if y == x) && !matches!(x, 0 | 1) && matches!(Some(9), Some(x) if x == 9);
            (all, matched && cfg!(test))
        }
    } });
    assert_eq!(
        steps,
        ((vec![2, 2, 2, 4], true), (vec![3, 3, 3, 3, 3, 7], true))
    );
}

macro_rules! sum {
    ($($value:expr),* ; $($name:ident = $more:expr),*) => { 0 $(+ $value)* $(+ { let $name = $more; $name })* };
}
macro_rules! arrow {
    ($from:expr => $to:ident { $($body:tt)* }) => {{ let $to = $from; $($body)* }};
}
macro_rules! assign {
    ($name:ident <- $value:expr) => {
        $name = $value
    };
}
macro_rules! statements {
    ($($body:tt)*) => { { $($body)* } };
}

#[test]
fn other_macros() {
    let (x, n) = (1, 10);
    let steps = two(anon! { impl Step<(i32, i32, i32)> for _ {
        fn step(&mut self) -> (i32, i32, i32) {
            x += 1;
            let sum = sum!(x, n; x = 3, y = x);
            let arrow = arrow!(x + 1 => inner { n += 1; inner + n });
            let statements = statements! { let mut n = x * 2; n += 0; n };
            (sum, arrow, statements)
        }
    } });
    assert_eq!(
        steps,
        ((2 + 10 + 3 + 2, 3 + 11, 4), (3 + 11 + 3 + 3, 4 + 12, 6))
    );
    let value = 1;
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 { let local; assign!(local <- value + 1); value = local; value }
    } });
    assert_eq!(steps, (2, 3));
}

macro_rules! counter {
    ($trait_:path, $name:ident, $start:expr, $item:ty, $body:block) => {{
        let $name = $start;
        anon! { impl $trait_ for _ { type Item = $item; fn next(&mut self) -> Option<$item> $body } }
    }};
}
macro_rules! attribute {
    ($trait_:path, $name:ident, $value:expr) => {{
        let $name = 0;
        let hidden = 5;
        #[anon]
        impl $trait_ for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> {
                hidden += 1;
                $name += $value;
                Some($name + hidden)
            }
        }
    }};
}

#[test]
fn within_macros() {
    let mut it = counter!(Iterator, n, 5, i32, {
        n += 1;
        Some(n)
    });
    assert_eq!((it.next(), it.next()), (Some(6), Some(7)));
    let k = 2;
    let mut it = attribute!(std::iter::Iterator, n, k * 10);
    assert_eq!((it.next(), it.next()), (Some(26), Some(47)));
}

#[test]
fn anonymous_impls_in_anonymous_impls() {
    let (x, calls) = (1, 0);
    let steps = two(anon! { impl Step<(i32, i32)> for _ {
        fn step(&mut self) -> (i32, i32) {
            let mut inner = { #[anon] impl Iterator for _ {
                type Item = i32;
                fn next(&mut self) -> Option<i32> { x += 1; let calls = x; Some(calls) }
            } };
            let first = inner.next().unwrap_or_default();
            let k = 100;
            let mut inner = anon! { impl Iterator for [mut k, x, &mut calls] {
                type Item = i32;
                fn next(&mut self) -> Option<i32> { calls += 1; k += x + calls; Some(k) }
            } };
            let second = inner.next().unwrap_or_default();
            (first, second)
        }
    } });
    // The first has an `x` of its own; the second changes the `calls` of the object around it.
    assert_eq!(steps, ((2, 102), (2, 103)));
}

#[test]
fn question_marks_and_returns() {
    let it = "1 2 x 4".split(' ');
    let mut all = anon! { impl Iterator for _ {
        type Item = Result<i32, std::num::ParseIntError>;
        fn next(&mut self) -> Option<Self::Item> {
            let word = it.next()?;
            let parse = || -> Result<i32, _> { Ok(word.parse::<i32>()? * 2) };
            if word == "4" { return None; }
            Some(parse())
        }
    } };
    assert_eq!(all.next(), Some(Ok(2)));
    assert_eq!(all.next(), Some(Ok(4)));
    assert!(all.next().is_some_and(|result| result.is_err()));
    assert_eq!(all.next(), None);
}

#[test]
fn raw_names_and_underscores() {
    let r#type = 1;
    let _n = 2;
    let steps = two(anon! { impl Step<i32> for _ {
        fn step(&mut self) -> i32 { r#type += 1; _n *= 2; r#type + _n }
    } });
    assert_eq!(steps, (6, 11));
}
