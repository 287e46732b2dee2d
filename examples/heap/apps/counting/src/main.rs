//! Counts what `words` asks for.

linkface::link!(heap_counting);

fn main() {
    let (allocations, bytes) = heap_counting::counts();
    let words = words::count(words::TEXT);
    let (allocations_then, bytes_then) = heap_counting::counts();
    println!(
        "{} words, {} allocations, {} bytes",
        words.len(),
        allocations_then - allocations,
        bytes_then - bytes
    );
}
