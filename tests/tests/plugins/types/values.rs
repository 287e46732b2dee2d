//! Values of the language and of the standard library, there and back.

use linkface::interface;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZero;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Types whose spelling is a macro's.
macro_rules! echo {
    ($($name:ident $(<$life:lifetime>)?: $ty:ty),* $(,)?) => {
        /// Gives back what it is given.
        #[interface(loadable = LoadedEcho)]
        pub trait EchoApi {
            $(
                /// Gives it back.
                fn $name$(<$life>)?(&self, value: $ty) -> $ty;
            )*
            /// A place to write to.
            fn places(&self, number: &mut u64, letters: &mut [char], bits: &mut [[u8; 2]; 2]);
        }

        /// Implements it.
        #[derive(Default)]
        pub struct Echo;

        impl EchoApi for Echo {
            $(fn $name$(<$life>)?(&self, value: $ty) -> $ty { value })*
            fn places(&self, number: &mut u64, letters: &mut [char], bits: &mut [[u8; 2]; 2]) {
                *number += 1;
                letters.reverse();
                bits[1][0] = 9;
            }
        }
    };
}

echo! {
    unit: (),
    boolean: bool,
    letter: char,
    wide: u128,
    narrow: i128,
    size: usize,
    float: f64,
    text: String,
    borrowed<'a>: &'a str,
    slice<'a>: &'a [u16],
    no_bytes<'a>: &'a [()],
    vector: Vec<Vec<String>>,
    bytes: Vec<u8>,
    units: Vec<()>,
    boxed: Box<(u8, Box<str>)>,
    slices: Box<[Option<u64>]>,
    array: [Option<String>; 3],
    table: [[u8; 2]; 3],
    tuple: (u8, String, (i64,)),
    result: Result<Option<u32>, Vec<String>>,
    cow<'a>: Cow<'a, str>,
    cows<'a>: Cow<'a, [u8]>,
    counted: Arc<str>,
    local: Rc<str>,
    map: HashMap<String, u32>,
    ordered: BTreeMap<u32, Vec<u8>>,
    set: HashSet<u8>,
    ordered_set: BTreeSet<String>,
    deque: VecDeque<i16>,
    path: PathBuf,
    borrowed_path<'a>: &'a Path,
    os: OsString,
    duration: Duration,
    time: SystemTime,
    non_zero: NonZero<u32>,
    non_zeros<'a>: &'a [NonZero<i8>],
    ordering: Ordering,
    range: Range<u32>,
    inclusive: RangeInclusive<char>,
    v4: Ipv4Addr,
    v6: Ipv6Addr,
    address: IpAddr,
    socket: SocketAddr,
}
