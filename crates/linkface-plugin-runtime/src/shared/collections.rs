//! The collections besides `Vec`, each as the `Vec` of what is in it.

use super::{Shared, via::via};
use core::hash::{BuildHasher, Hash};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

via! {
    impl [T: Shared] Box<[T]> = "Box<[T]>", as Vec<T> {
        into: <[T]>::into_vec,
        from: Vec::into_boxed_slice,
    }
    impl [T: Shared] VecDeque<T> = "VecDeque", as Vec<T> {
        into: Vec::from,
        from: VecDeque::from,
    }
    impl [K, V: Shared, S] HashMap<K, V, S> = "HashMap", as Vec<(K, V)>
    where { K: Shared + Eq + Hash, S: BuildHasher + Default }
    {
        into: |map| map.into_iter().collect(),
        from: |pairs| pairs.into_iter().collect(),
    }
    impl [T, S] HashSet<T, S> = "HashSet", as Vec<T>
    where { T: Shared + Eq + Hash, S: BuildHasher + Default }
    {
        into: |set| set.into_iter().collect(),
        from: |items| items.into_iter().collect(),
    }
    impl [K: Shared + Ord, V: Shared] BTreeMap<K, V> = "BTreeMap", as Vec<(K, V)> {
        into: |map| map.into_iter().collect(),
        from: |pairs| pairs.into_iter().collect(),
    }
    impl [T: Shared + Ord] BTreeSet<T> = "BTreeSet", as Vec<T> {
        into: |set| set.into_iter().collect(),
        from: |items| items.into_iter().collect(),
    }
}
