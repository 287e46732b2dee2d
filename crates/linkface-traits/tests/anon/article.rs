//! The article's sample.

use linkface_traits::{anon, attr::*};

#[test]
fn article() {
    let foo = vec![1, 2, 3, 4];
    let my_list = &foo[..];
    let mut it = {
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
    assert_eq!(it.next(), Some(1));
    assert_eq!(it.count(), 3);
    assert_eq!(my_list.len(), 4);
    let mut it = anon! { impl Iterator for {
        type Item = i32;
        fn next(&mut self) -> Option<Self::Item> {
            let head = *my_list.first()?;
            my_list = &my_list[1..];
            Some(head)
        }
        fn count(self) -> usize { my_list.len() }
    } };
    assert_eq!(it.next(), Some(1));
    assert_eq!(it.count(), 3);
    let n = 0;
    let mut it = anon! { impl Iterator for [mut cur = &foo[..], mut n] {
        type Item = _;
        fn next(&mut self) -> Option<Self::Item> {
            let head = *cur.first()?;
            cur = &cur[1..];
            n += 1;
            println!("{n:>n$}");
            Some((head, n))
        }
    } };
    assert_eq!(it.next(), Some((1, 1)));
    let mut it = anon! { impl Iterator for [mut cur: &[i32] = &foo[..], mut n: usize] {
        type Item = (i32, usize);
        fn next(&mut self) -> Option<Self::Item> {
            let head = *cur.first()?;
            cur = &cur[1..];
            n += 1;
            println!("{n:>n$}");
            Some((head, n))
        }
        fn size_hint(&self) -> (usize, Option<usize>) { (cur.len(), None) }
        fn count(mut self) -> usize { let mut k = 0; while self.next().is_some() { k += 1 } k }
    } };
    assert_eq!(it.next(), Some((1, 1)));
    assert_eq!(it.count(), 3);
}
