use linkface_traits::q;

trait Take {
    fn take(self);
    fn change(&mut self, by: usize) -> &mut usize;
    fn len(&self) -> usize;
}

struct Owned(usize);

impl Take for Owned {
    fn take(self) {}
    fn change(&mut self, by: usize) -> &mut usize {
        self.0 += by;
        &mut self.0
    }
    fn len(&self) -> usize {
        self.0
    }
}

fn main() {
    let moved = Owned(1);
    q!(moved.Take::take());
    q!(moved.Take::take());

    let mut changed = Owned(1);
    let one = q!(changed.Take::change(1));
    q!(changed.Take::len());
    *one = 1;

    // Not a borrow in two phases.
    q!(changed.Take::change(changed.len()));

    let temporary = q!(Owned(1).Take::change(1));
    *temporary = 1;

    // Where the closure isn't seen, all ways to take `owned` count.
    let owned = Owned(1);
    let closure = || q!(owned.Take::len());
    closure();
    closure();
}
