//! A provider, ordinary or of default grade (cfg `fallback`), whose answers end with `digit`.
#![no_std]

const DIGIT: u64 = if cfg!(digit = "2") {
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
    fn mine(n: u64) -> u64 {
        10 * n + super::DIGIT
    }
}

#[cfg(kind = "static")]
mod static_item {
    #[cfg_attr(not(fallback), linkface::implement(facade::ANSWER))]
    #[cfg_attr(fallback, linkface::implement(facade::ANSWER, default))]
    static MINE: [u64; 3] = [7, super::DIGIT, 7];
}

#[cfg(kind = "trait")]
mod trait_item {
    struct Mine(u64);

    #[cfg_attr(not(fallback), linkface::implement)]
    #[cfg_attr(fallback, linkface::implement(default))]
    impl facade::DeviceApi for Mine {
        fn open(n: u64) -> Option<Self> {
            Some(Self(n))
        }
        fn answer(&self) -> u64 {
            10 * self.0 + super::DIGIT
        }
        fn close(self, last: &mut u64) {
            *last = super::DIGIT;
        }
    }
}
