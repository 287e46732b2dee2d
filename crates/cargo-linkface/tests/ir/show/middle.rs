pub struct Guard<'a>(&'a dyn Fn());

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        (self.0)();
    }
}

pub fn middle(low: u32, high: u32, work: fn(u32), end: &dyn Fn()) -> u32 {
    let _guard = Guard(end);
    work(low);
    let sum = low + high;
    sum / 2
}
