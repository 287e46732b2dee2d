//! How variables get into the object.

use linkface_traits::{anon, attr::*};
use std::fmt::{Debug, Display, Write};

/// A trait with a method of each kind.
trait Stack<T> {
    fn push(&mut self, value: T);
    fn len(&self) -> usize;
    fn top(&self) -> Option<&T>;
    fn into_vec(self) -> Vec<T>
    where
        Self: Sized;
}

#[test]
fn what_a_changing_method_uses_is_moved_in() {
    let items = vec![1];
    let mut stack = {
        #[anon]
        impl Stack<i32> for _ {
            fn push(&mut self, value: i32) {
                items.push(value);
            }
            fn len(&self) -> usize {
                items.len()
            }
            fn top(&self) -> Option<&i32> {
                items.last()
            }
            fn into_vec(self) -> Vec<i32> {
                items
            }
        }
    };
    stack.push(2);
    assert_eq!(stack.len(), 2);
    assert_eq!(stack.top(), Some(&2));
    assert_eq!(stack.into_vec(), [1, 2]);
}

#[test]
fn what_is_copied_in_stays_as_it_was_outside() {
    let n = 10;
    let mut counter = anon! { impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { n += 1; Some(n) }
    } };
    assert_eq!((counter.next(), counter.next()), (Some(11), Some(12)));
    assert_eq!(n, 10);
}

#[test]
fn what_only_reading_methods_use_is_borrowed() {
    let name = String::from("ferris");
    let shown = anon! { impl Display for _ {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "<{name}>") }
    } };
    assert_eq!(shown.to_string(), "<ferris>");
    // Still here, with the object alive.
    assert_eq!(name, "ferris");
    assert_eq!(shown.to_string(), "<ferris>");
}

fn shown(name: String) -> impl Display + Clone {
    #[anon(move)]
    impl Display for _ {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(&name)
        }
    }
}

fn shown_too(name: String) -> Box<dyn Display> {
    Box::new(anon! { move impl Display for _ {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&name) }
    } })
}

#[test]
fn with_move_everything_is_moved_in_and_the_object_escapes() {
    let all = shown("a".into());
    assert_eq!(all.clone().to_string(), all.to_string());
    assert_eq!(shown_too("b".into()).to_string(), "b");
}

#[test]
fn a_list_says_what_is_moved_and_what_is_borrowed() {
    let mut log = String::new();
    let names = vec!["a", "b"];
    let mut writer = anon! { impl Write for [&mut log, &names, mut count = 0, limit = 3_usize] {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            count += 1;
            if count > limit { return Err(std::fmt::Error); }
            log.push_str(text);
            log += names[count % names.len()];
            Ok(())
        }
    } };
    assert!(writer.write_str("1").is_ok());
    assert!(write!(writer, "2").is_ok());
    assert_eq!(log, "1b2a");
    assert_eq!(names.len(), 2);
}

#[test]
fn the_attribute_takes_the_same_list() {
    let mut log = Vec::new();
    let numbers = [1, 2, 3];
    let sum = {
        #[anon(mut rest = &numbers[..], &mut log, crate = ::linkface_traits)]
        impl Iterator for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> {
                let (first, others) = rest.split_first()?;
                rest = others;
                log.push(*first);
                Some(*first)
            }
        }
    };
    assert_eq!(sum.sum::<i32>(), 6);
    assert_eq!(log, numbers);
}

#[test]
fn what_is_not_listed_is_captured_as_closures_capture() {
    let mut log = Vec::new();
    let mut n = 1;
    let mut counter = {
        #[anon([])]
        impl Iterator for _ {
            type Item = usize;
            fn next(&mut self) -> Option<usize> {
                n += 1;
                log.push(n);
                Some(log.len())
            }
        }
    };
    assert_eq!((counter.next(), counter.next()), (Some(1), Some(2)));
    assert_eq!((n, log), (3, vec![2, 3]));
}

#[test]
fn a_reference_is_captured_as_a_reference() {
    let mut numbers = [1, 2, 3];
    let all = &mut numbers[..];
    let k = &4;
    let mut object = anon! { impl Stack<i32> for _ {
        fn push(&mut self, value: i32) { all[0] = value + *k; all.reverse(); double(all); }
        fn len(&self) -> usize { all.len() }
        fn top(&self) -> Option<&i32> { all.first() }
        fn into_vec(self) -> Vec<i32> { all.to_vec() }
    } };
    fn double(all: &mut [i32]) {
        for n in all {
            *n *= 2;
        }
    }
    object.push(5);
    assert_eq!(object.len(), 3);
    assert_eq!(object.top(), Some(&6));
    assert_eq!(object.into_vec(), [6, 4, 18]);
    assert_eq!(numbers, [6, 4, 18]);
}

#[test]
fn listed_without_mut_a_mutable_reference_can_still_be_written_through() {
    let mut buffer = [0_u8; 4];
    let all = &mut buffer[..];
    let mut writer = anon! { impl Write for [all, mut at = 0] {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            for byte in text.bytes() {
                *all.get_mut(at).ok_or(std::fmt::Error)? = byte;
                all[at] += 1;
                at += 1;
            }
            Ok(())
        }
    } };
    assert!(writer.write_str("HAL").is_ok());
    assert!(writer.write_str("9000").is_err());
    assert_eq!(&buffer, b"IBM:");
}

#[test]
fn functions_and_closures_can_be_called() {
    fn half(n: i32) -> i32 {
        n / 2
    }
    let offset = 7;
    let add = |n| n + offset;
    let it = anon! { impl Iterator for [mut n = 40] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { n = half(n); Some(n).filter(|n| *n > 0).map(add).map(half) }
    } };
    assert_eq!(it.collect::<Vec<_>>(), [13, 8, 6, 4, 4]);
    // A listed one is held by the object.
    let mut calls = 0;
    let tick = || {
        calls += 1;
        calls
    };
    let it = anon! { impl Iterator for [mut tick] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { Some(tick()).filter(|n| *n < 4) }
        fn count(self) -> usize { usize::try_from(tick()).unwrap_or(0) * 100 }
    } };
    assert_eq!(it.count(), 100);
    assert_eq!(calls, 1);
}

#[test]
fn objects_are_cloned_copied_and_shown_like_their_parts() {
    let n = 1;
    let counter = anon! { impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { n += 1; Some(n) }
    } };
    let mut one = counter.clone();
    let mut other = counter.clone();
    assert_eq!(
        (one.next(), one.next(), other.next()),
        (Some(2), Some(3), Some(2))
    );
    assert_eq!(format!("{counter:?}"), "impl Iterator");

    let text = String::from("a");
    let text = anon! { impl Iterator for [mut text] {
        type Item = String;
        fn next(&mut self) -> Option<String> { text.push('b'); Some(text.clone()) }
    } };
    let mut other = text.clone();
    assert_eq!(other.next().as_deref(), Some("ab"));
    assert_eq!(other.next().as_deref(), Some("abb"));
    let mut text = text;
    assert_eq!(text.next().as_deref(), Some("ab"));
}

#[test]
fn objects_are_send_and_sync_when_their_parts_are() {
    fn check<T: Send + Sync + Unpin + Debug + 'static>(value: T) -> T {
        value
    }
    let n = 1;
    let mut it = check(anon! { impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { n += 1; Some(n) }
    } });
    let handle = std::thread::spawn(move || it.next());
    assert_eq!(handle.join().ok(), Some(Some(2)));
}
