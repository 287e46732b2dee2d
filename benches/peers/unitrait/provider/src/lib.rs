//! The implementor.

use bench_harness::{mix, seen};
use peer_unitrait_api::Api;

struct Mine;
struct Node(u64, u64);

impl Api for Mine {
    type Node = Node;

    fn step(x: u64) -> u64 {
        mix::<0x53f8_2c6f>(x)
    }

    fn new(x: u64) -> Node {
        Node(x, 0x5d71)
    }

    fn get(node: &Node, x: u64) -> u64 {
        mix::<0x26ab_f539>(x) ^ node.0
    }

    fn next(mut node: Node) -> Node {
        node.0 ^= node.1;
        node
    }

    fn finish(node: Node) -> u64 {
        node.0 ^ node.1
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        seen(self.0);
    }
}

peer_unitrait_api::implementor!(Mine);
