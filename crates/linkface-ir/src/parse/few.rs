//! Lists that are mostly short.

/// Collects a list of which most have at most four items: those are allocated once, at their size.
pub(super) struct Few<T> {
    first: [Option<T>; 4],
    length: usize,
    /// All of them, once there are more.
    all: Vec<T>,
}

impl<T> Few<T> {
    pub(super) fn new() -> Self {
        Self {
            first: [const { None }; 4],
            length: 0,
            all: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, item: T) {
        if let Some(slot) = self.first.get_mut(self.length) {
            *slot = Some(item);
        } else {
            if self.all.is_empty() {
                self.all.reserve(12);
                self.all
                    .extend(self.first.iter_mut().filter_map(Option::take));
            }
            self.all.push(item);
        }
        self.length += 1;
    }

    pub(super) fn finish(self) -> Box<[T]> {
        if !self.all.is_empty() {
            return self.all.into_boxed_slice();
        }
        match self.first {
            [Some(a), Some(b), Some(c), Some(d)] => Box::new([a, b, c, d]),
            [Some(a), Some(b), Some(c), None] => Box::new([a, b, c]),
            [Some(a), Some(b), None, _] => Box::new([a, b]),
            [Some(a), None, ..] => Box::new([a]),
            _ => Box::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn every_item_is_kept_in_order() {
        for length in 0..20 {
            let mut few = Few::new();
            (0..length).for_each(|item| few.push(item));
            assert_eq!(*few.finish(), *(0..length).collect::<Vec<_>>());
        }
    }
}
