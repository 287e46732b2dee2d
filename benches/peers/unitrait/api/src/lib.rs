//! The interface.

unitrait::unitrait! {
    /// Functions, and a type that callers don't know.
    pub trait Api {
        /// A type.
        #[opaque(size = 16, align = 8)]
        #[symbol = "bench_unitrait_drop"]
        pub type Node;

        /// A function.
        #[symbol = "bench_unitrait_step"]
        pub fn step(x: u64) -> u64;

        /// Makes one.
        #[symbol = "bench_unitrait_new"]
        pub fn new(x: u64) -> Self::Node;

        /// Reads from one.
        #[symbol = "bench_unitrait_get"]
        pub fn get(node: &Self::Node, x: u64) -> u64;

        /// Passes one through.
        #[symbol = "bench_unitrait_next"]
        pub fn next(node: Self::Node) -> Self::Node;

        /// Consumes one.
        #[symbol = "bench_unitrait_finish"]
        pub fn finish(node: Self::Node) -> u64;
    }

    /// Names the implementor.
    macro implementor(path = $crate);
}
