//! A provider, ordinary or of default grade (cfg `fallback`), whose answers end with `digit`.
#![no_std]

const DIGIT: u32 = if cfg!(digit = "2") {
    2
} else if cfg!(digit = "3") {
    3
} else if cfg!(digit = "4") {
    4
} else {
    5
};

#[cfg(kind = "function")]
mod function {
    #[cfg_attr(not(fallback), linkface::implement(facade::answer))]
    #[cfg_attr(fallback, linkface::implement(facade::answer, default))]
    fn mine(n: u32) -> u32 {
        10 * n + super::DIGIT
    }
}

#[cfg(kind = "static")]
mod static_item {
    #[cfg_attr(not(fallback), linkface::implement(facade::ANSWER))]
    #[cfg_attr(fallback, linkface::implement(facade::ANSWER, default))]
    static MINE: [u32; 3] = [7, super::DIGIT, 7];
}

#[cfg(kind = "trait")]
mod trait_item {
    struct Mine(u32);

    #[cfg_attr(not(fallback), linkface::implement)]
    #[cfg_attr(fallback, linkface::implement(default))]
    impl facade::DeviceApi for Mine {
        fn open(n: u32) -> Option<Self> {
            Some(Self(n))
        }
        fn answer(&self) -> u32 {
            10 * self.0 + super::DIGIT
        }
        fn close(self, last: &mut u32) {
            *last = super::DIGIT;
        }
    }
}
