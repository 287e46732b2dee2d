//! Four threads post to one mailbox.

use std::thread;

linkface::link!();

const THREADS: u32 = 4;
const LETTERS: u32 = 1000;

fn main() {
    let sum: u32 = thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for letter in 1..=LETTERS {
                    while !mailbox::post(letter) {
                        thread::yield_now();
                    }
                }
            });
        }
        let letters = std::iter::repeat_with(mailbox::collect).flatten();
        letters.take((THREADS * LETTERS) as usize).sum()
    });
    println!("{} letters, sum {sum}", THREADS * LETTERS);
}
