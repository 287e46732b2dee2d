//! Closures for traits from elsewhere.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![allow(clippy::needless_pass_by_value, reason = "closures are passed on")]
#![forbid(unsafe_code)]

mod ready_made {
    use linkface_traits::foreign::{
        AsRef, Binary, BuildHasher, Debug, Deref, Display, Extend, Future, Hash, Index, IntoFuture,
        IntoIterator, Iterator, LowerHex, PartialEq, Pointer, Read, Seek, Termination,
        ToSocketAddrs, Write,
    };
    use linkface_traits::sam;
    use std::cell::RefCell;
    use std::fmt::Formatter;
    use std::hash::DefaultHasher;
    use std::io::SeekFrom;
    use std::task::{Context, Poll, Waker};

    /// Derives go on working.
    #[derive(Debug, PartialEq, Hash)]
    struct Thing(u8);

    fn fibonacci() -> impl Iterator<Item = u64> + Copy {
        let mut state = [1, 1];
        sam!(impl Iterator move || {
            let old = state[0];
            state = [state[1], old + state[1]];
            Some(old)
        })
    }

    #[test]
    fn iterators() {
        assert_eq!(fibonacci().take(6).collect::<Vec<_>>(), [1, 1, 2, 3, 5, 8]);
        let mut n = 0_u8;
        let numbers = sam!(impl Iterator<Item = u32> || {
            n += 1;
            Some(n.into())
        });
        assert_eq!(numbers.take(2).sum::<u32>(), 3);
        let again = [1, 2];
        let all: Vec<u8> = IntoIterator(|| again.iter().copied()).into_iter().collect();
        assert_eq!(all, [1, 2]);

        let mut seen = vec![];
        Extend(|items| seen.extend(items.map(|item: u8| item + 1))).extend([1, 2]);
        assert_eq!(seen, [2, 3]);
    }

    struct List(Vec<Thing>);

    impl Debug for List {
        fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
            let first = &self.0[0];
            f.debug_list()
                .entry(&sam!(impl Debug |f| write!(f, "first of {}: {first:?}", self.0.len())))
                .finish()
        }
    }

    #[test]
    fn formats() {
        assert_eq!(
            format!("{:?}", List(vec![Thing(1)])),
            "[first of 1: Thing(1)]"
        );
        assert_eq!(Thing(1), Thing(1));
        let n = 10;
        let captured = sam!(impl Debug [n: &i32] |f| write!(f, "{n}"));
        assert_eq!(format!("{captured:?}"), "10");
        assert_eq!(Display(|f| write!(f, "{n}")).to_string(), "10");
        let all = format!(
            "{:x} {:b} {:p}",
            LowerHex(|f| LowerHex::fmt(&n, f)),
            Binary(|f| f.write_str("b")),
            Pointer(|f| f.write_str("p")),
        );
        assert_eq!(all, "a b p");

        let lengths = RefCell::new(vec![]);
        let mut out = Write(|s| {
            lengths.borrow_mut().push(s.len());
            Ok(())
        });
        write!(out, "abc{n}").unwrap();
        assert_eq!(*lengths.borrow(), [3, 2]);
    }

    #[test]
    fn futures() {
        let mut context = Context::from_waker(Waker::noop());
        let mut polls = 0;
        let mut future = Future(|_| {
            polls += 1;
            if polls < 2 {
                Poll::Pending
            } else {
                Poll::Ready(polls)
            }
        });
        let mut future = std::pin::pin!(&mut future);
        assert_eq!(future.as_mut().poll(&mut context), Poll::Pending);
        assert_eq!(future.as_mut().poll(&mut context), Poll::Ready(2));

        let into = IntoFuture(|| std::future::ready(3));
        let ready = std::pin::pin!(async { into.await });
        assert_eq!(ready.poll(&mut context), Poll::Ready(3));
    }

    #[test]
    fn hashes_and_comparisons() {
        let builder = BuildHasher(DefaultHasher::new);
        let hash = |n| builder.hash_one(Hash(move |state| state.write_u8(n)));
        assert_eq!(hash(1), hash(1));
        assert_ne!(hash(1), hash(2));
        let even = PartialEq(|n: &u8| n.is_multiple_of(2));
        assert!(even == 2 && even != 3);
    }

    #[test]
    fn references() {
        let text = String::from("text");
        let as_ref = AsRef(|| text.as_str());
        assert_eq!(as_ref.as_ref(), "text");
        assert_eq!(Deref(|| text.as_str()).len(), 4);
        let table = [1, 2];
        assert_eq!(Index(|bits: u8| &table[usize::from(bits & 1)])[3], 2);
    }

    #[test]
    fn of_std() {
        let mut left = 3_u8;
        let mut read = Read(|buf: &mut [u8]| {
            let n = buf.len().min(left.into());
            buf[..n].fill(left);
            left = left.saturating_sub(1);
            Ok(n)
        });
        let mut all = vec![];
        read.read_to_end(&mut all).unwrap();
        assert_eq!(all, [3, 3, 3, 2, 2, 1]);
        let mut seek = Seek(|to| Ok(if to == SeekFrom::End(0) { 9 } else { 0 }));
        assert_eq!(seek.seek(SeekFrom::End(0)).unwrap(), 9);
        let to = ToSocketAddrs(|| Ok(["[::1]:80".parse().unwrap()].into_iter()));
        assert_eq!(to.to_socket_addrs().unwrap().count(), 1);
        let exit = Termination(|| 3.into()).report();
        assert_eq!(exit, std::process::ExitCode::from(3));
    }
}

mod one_of_ones_own {
    use linkface_traits::attr::sam;

    pub(crate) mod elsewhere {
        pub(crate) trait Visit<T> {
            type Error;
            fn visit(&mut self, item: T, depth: usize) -> Result<(), Self::Error>;
            fn name(&self) -> &'static str {
                "visit"
            }
        }
    }

    #[sam(for elsewhere::Visit)]
    pub(crate) trait Visit<T> {
        type Error;
        fn visit(&mut self, item: T, depth: usize) -> Result<(), Self::Error>;
    }

    #[sam(for::core::str::pattern_like::Missing)]
    #[cfg(any())]
    pub(crate) trait Missing {
        fn missing(&self);
    }

    /// Under another name, with an argument.
    #[sam(for elsewhere::Visit<&'static str>)]
    pub(crate) trait VisitText {
        type Error;
        fn visit(&mut self, item: &'static str, depth: usize) -> Result<(), Self::Error>;
    }

    fn drive<V: elsewhere::Visit<u8>>(mut visit: V) -> Result<&'static str, V::Error> {
        visit.visit(3, 0)?;
        visit.visit(4, 1)?;
        Ok(visit.name())
    }

    #[test]
    fn is_the_trait() {
        use super::sam_macro::sam;
        let mut sum = 0;
        let ok: Result<_, ()> = drive(Visit(|item, depth| {
            sum += usize::from(item) + depth;
            Ok(())
        }));
        assert_eq!((ok, sum), (Ok("visit"), 8));
        assert_eq!(
            drive(sam!(impl Visit<u8, Error = u16> |_, _| Err(1))),
            Err(1)
        );
        assert_eq!(
            drive(sam!(impl Visit [] |_: u8, _| -> Result<(), u16> { Err(1) })),
            Err(1)
        );
        let mut last = "";
        let mut text = VisitText(|item, _| {
            last = item;
            Err(())
        });
        assert_eq!(text.visit("x", 0), Err(()));
        assert_eq!(last, "x");
    }
}

mod sam_macro {
    pub(crate) use linkface_traits::sam;
}
