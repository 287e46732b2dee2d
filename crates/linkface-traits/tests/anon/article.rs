//! The article's sample, in both forms and with a list.

use linkface_traits::{anon, attr::*};

#[test]
fn under_the_attribute() {
    let foo = [0, 1, 2, 3, 4];
    let my_list = &foo[1..];
    let mut my_iterator = {
        #[anon]
        impl Iterator for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> {
                let head = *my_list.first()?;
                my_list = &my_list[1..];
                Some(head)
            }
            fn count(self) -> usize {
                my_list.len()
            }
        }
    };
    assert_eq!(my_iterator.next(), Some(1));
    assert_eq!(my_iterator.by_ref().next(), Some(2));
    // Not what the default of `Iterator` does, which would come to the same.
    assert_eq!(my_iterator.count(), 2);
    assert_eq!((my_list.len(), foo.len()), (4, 5));
}

#[test]
fn as_the_article_writes_it() {
    let foo = [0, 1, 2, 3, 4];
    let my_list = &foo[1..];
    let mut my_iterator = anon! { impl Iterator for {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            let head = *my_list.first()?;
            my_list = &my_list[1..];
            Some(head)
        }
        fn count(self) -> usize { my_list.len() * 100 }
    } };
    assert_eq!(my_iterator.next(), Some(1));
    // The overridden one is called.
    assert_eq!(my_iterator.count(), 300);
}

#[test]
fn with_a_list() {
    let foo = [1, 2, 3];
    let n = 0;
    let mut it = anon! { impl Iterator for [mut cur = &foo[..], mut n] {
        type Item = (i32, usize);
        fn next(&mut self) -> Option<Self::Item> {
            let head = *cur.first()?;
            cur = &cur[1..];
            n += 1;
            Some((head, n))
        }
    } };
    assert_eq!((it.next(), it.next()), (Some((1, 1)), Some((2, 2))));
    // With types.
    let mut it = anon! { impl Iterator for [mut cur: &[i32] = &foo[..], mut n: usize] {
        type Item = (i32, usize);
        fn next(&mut self) -> Option<Self::Item> {
            let head = *cur.first()?;
            cur = &cur[1..];
            n += 1;
            Some((head, n))
        }
    } };
    assert_eq!((it.next(), it.next()), (Some((1, 1)), Some((2, 2))));
}
