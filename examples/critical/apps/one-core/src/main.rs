//! One thread, and a provider that tells what was asked of it.

linkface::link!();

fn main() {
    let posted = mailbox::post(1);
    // As in an interrupt handler's sibling: the mailbox's own section is inside of this one.
    let posted_inside = critical_section::with(|_| {
        println!(
            "inside, interrupts are on: {}",
            section_one_core::interrupts()
        );
        mailbox::post(2)
    });
    println!(
        "outside, interrupts are on: {}",
        section_one_core::interrupts()
    );
    let letters: Vec<u32> = std::iter::from_fn(mailbox::collect).collect();
    let (sections, nested) = section_one_core::counts();
    println!("posted: {posted}, {posted_inside}; collected: {letters:?}");
    println!("{sections} sections, {nested} of them inside of another");
}
