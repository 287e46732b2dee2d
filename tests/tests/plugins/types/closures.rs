//! Closures, both ways.

use linkface::interface;


/// Calls back.
#[interface(loadable = LoadedClosures, version = 2)]
pub trait ClosuresApi: Send {
    /// Until it says no.
    fn each(&self, tell: &mut dyn FnMut(&str) -> bool);
    /// With a slice.
    fn map(&self, by: &dyn Fn(u32, &[u8]) -> u32) -> u32;
    /// Compiled for each caller otherwise.
    fn generic(&mut self, tell: impl FnMut(&str), text: impl Fn(u32) -> String, last: impl FnOnce(String) -> usize) -> usize;
    /// To be kept.
    fn keep(&mut self, tell: Box<dyn FnMut(&str) -> Result<u32, String> + Send + 'static>);
    /// To be kept.
    fn keep_generic(&mut self, tell: impl FnMut(&str) -> Result<u32, String> + Send + 'static);
    /// Calls what is kept.
    fn call(&mut self, text: &str) -> Result<u32, String>;
    /// Forgets what is kept.
    fn forget(&mut self);
    /// The implementor's own.
    fn times(&self, by: u32) -> Box<dyn Fn(u32) -> u32 + Send + Sync>;
    /// One that borrows.
    fn once(&self, join: Box<dyn FnOnce(Vec<String>) -> String + '_>) -> String;
    /// If there is one.
    fn maybe(&self, tell: Option<Box<dyn Fn(&str, &mut u32) -> usize>>) -> Option<Box<dyn FnOnce(&str) -> String>>;
    /// A result that borrows from the argument.
    fn first(&self, find: &mut dyn for<'a> FnMut(&'a str) -> &'a str) -> String;
    /// A callback's callback.
    fn nested(&self, tell: &mut dyn FnMut(&dyn Fn(u32) -> u32) -> u32) -> u32;
    /// Told from another thread.
    fn elsewhere(&self, tell: &(dyn Fn(u32) -> u32 + Sync)) -> u32;
    /// Within other types.
    fn within(
        &self,
        all: Vec<Box<dyn Fn(u32, String) -> u32 + Send>>,
        one: Result<Box<dyn FnOnce()>, String>,
    ) -> Vec<(u32, Box<dyn FnMut(u32) -> u32>)>;
    /// With a default.
    #[since(2)]
    fn later(&self, tell: &mut dyn FnMut(u32)) {
        tell(7);
    }
}

/// Implements it.
#[derive(Default)]
pub struct Closures {
    kept: Vec<Box<dyn FnMut(&str) -> Result<u32, String> + Send>>,
}

impl ClosuresApi for Closures {
    fn each(&self, tell: &mut dyn FnMut(&str) -> bool) {
        for text in ["a", "b", "c"] {
            if !tell(text) {
                break;
            }
        }
    }
    fn map(&self, by: &dyn Fn(u32, &[u8]) -> u32) -> u32 {
        by(1, b"xyz") + by(2, b"")
    }
    fn generic(&mut self, mut tell: impl FnMut(&str), text: impl Fn(u32) -> String, last: impl FnOnce(String) -> usize) -> usize {
        tell("one");
        tell(&text(2));
        last(text(3))
    }
    fn keep(&mut self, tell: Box<dyn FnMut(&str) -> Result<u32, String> + Send + 'static>) {
        self.kept.push(tell);
    }
    fn keep_generic(&mut self, tell: impl FnMut(&str) -> Result<u32, String> + Send + 'static) {
        self.kept.push(Box::new(tell));
    }
    fn call(&mut self, text: &str) -> Result<u32, String> {
        self.kept.iter_mut().map(|tell| tell(text)).sum()
    }
    fn forget(&mut self) {
        self.kept.clear();
    }
    fn times(&self, by: u32) -> Box<dyn Fn(u32) -> u32 + Send + Sync> {
        let owned = by.to_string();
        Box::new(move |x| x * owned.len() as u32 + by)
    }
    fn once(&self, join: Box<dyn FnOnce(Vec<String>) -> String + '_>) -> String {
        join(vec!["x".into(), "y".into()])
    }
    fn maybe(&self, tell: Option<Box<dyn Fn(&str, &mut u32) -> usize>>) -> Option<Box<dyn FnOnce(&str) -> String>> {
        let mut count = 1;
        let told = tell?("maybe", &mut count);
        Some(Box::new(move |text| format!("{text} {told} {count}")))
    }
    fn first(&self, find: &mut dyn for<'a> FnMut(&'a str) -> &'a str) -> String {
        find("hello world").to_owned()
    }
    fn nested(&self, tell: &mut dyn FnMut(&dyn Fn(u32) -> u32) -> u32) -> u32 {
        tell(&|x| x + 1) + tell(&|x| x * 10)
    }
    fn elsewhere(&self, tell: &(dyn Fn(u32) -> u32 + Sync)) -> u32 {
        std::thread::scope(|scope| scope.spawn(|| tell(4)).join().unwrap())
    }
    fn within(
        &self,
        all: Vec<Box<dyn Fn(u32, String) -> u32 + Send>>,
        one: Result<Box<dyn FnOnce()>, String>,
    ) -> Vec<(u32, Box<dyn FnMut(u32) -> u32>)> {
        if let Ok(one) = one {
            one();
        }
        let counting = |by: Box<dyn Fn(u32, String) -> u32 + Send>| {
            let mut sum = 0;
            let first = by(1, "x".into());
            let then = move |n| {
                sum += n;
                by(sum, String::new())
            };
            (first, Box::new(then) as Box<dyn FnMut(u32) -> u32>)
        };
        all.into_iter().map(counting).collect()
    }
}
