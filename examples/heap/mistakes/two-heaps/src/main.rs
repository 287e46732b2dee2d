//! Not meant to build: two providers implement `heap::HeapApi`.

linkface::link!(heap_counting, heap_mimalloc);

fn main() {
    println!("{} words", words::count(words::TEXT).len());
}
