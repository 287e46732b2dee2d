//! What is called.

pub(crate) trait Shape {
    fn name(&self) -> String;
    fn scaled(&self, by: u32) -> u32;
    fn grow(&mut self, by: u32) -> &mut Self;
    fn side(&self) -> u32;
    fn show<T: std::fmt::Debug>(&self, it: T) -> String {
        format!("{} {it:?}", self.name())
    }
    fn apply(&self, f: impl Fn(&str) -> usize) -> usize {
        f(&self.name())
    }
    /// # Safety
    /// None needed.
    unsafe fn raw(&self, by: u32) -> u32 {
        self.side() + by
    }
    /// # Safety
    /// None needed.
    unsafe fn raw_mut(&mut self) -> u32 {
        self.grow(1).side()
    }
    extern "C" fn foreign(&self) -> u32 {
        self.side()
    }
    fn fallible(&self) -> Result<u32, String> {
        if self.side() > 100 {
            Err(String::from("too large"))
        } else {
            Ok(self.side())
        }
    }
}

pub(crate) struct Square(pub(crate) u32);

impl Shape for Square {
    fn name(&self) -> String {
        format!("square {}", self.0)
    }
    fn scaled(&self, by: u32) -> u32 {
        self.0 * by
    }
    fn grow(&mut self, by: u32) -> &mut Self {
        self.0 += by;
        self
    }
    fn side(&self) -> u32 {
        self.0
    }
}

impl Square {
    pub(crate) fn name(&self) -> &'static str {
        let _ = self.0;
        "inherent"
    }
}

pub(crate) trait Conv<T> {
    fn conv(&self) -> T;
    fn both<U: Default + std::fmt::Display>(&self, it: T) -> String
    where
        T: std::fmt::Display,
    {
        format!("{it} {}", U::default())
    }
}

impl Conv<u8> for Square {
    fn conv(&self) -> u8 {
        8
    }
}

impl Conv<String> for Square {
    fn conv(&self) -> String {
        String::from("s")
    }
}

impl<'a> Conv<&'a str> for Square {
    fn conv(&self) -> &'a str {
        "static"
    }
}
