//! Tasks that take turns, each on its own stack. How a processor goes from one stack to another is
//! for an architecture crate to say: [`context`].
#![no_std]

use core::array;
use core::cell::{Cell, UnsafeCell};
use core::ptr;
use linkface::interface;

/// A task that isn't running: where its stack ends. Everything else that the processor needs to
/// resume it, the architecture crate keeps on that stack.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct Context(pub *mut usize);

/// What an architecture crate implements, all of it: one function has to understand what the other
/// left on the stack.
#[interface]
pub mod context {
    use super::Context;

    /// Makes a context that calls `entry` when it is resumed for the first time.
    pub fn new(stack: &'static mut [usize], entry: extern "C" fn() -> !) -> Context;

    /// Leaves the running task, stores its context in `from`, and resumes `to`. Returns when
    /// somebody resumes `from`.
    ///
    /// # Safety
    ///
    /// `from` can be written. `to` is from `new` or was stored by `switch`, its stack still exists,
    /// and nobody has resumed it since.
    pub unsafe extern "C" fn switch(from: *mut Context, to: Context);
}

/// Called before each switch, with the names of the two tasks.
#[interface]
pub fn on_switch(from: &str, to: &str) {
    let _ = (from, to);
}

/// How many tasks there can be beside the one that spawns them.
pub const TASKS: usize = 3;

/// How many words each of them may use.
const STACK: usize = 4096;

/// The last word of a stack, as long as no task went over its end.
const CANARY: usize = 0xca4a_21e5;

struct Task {
    name: Cell<&'static str>,
    entry: Cell<fn()>,
    is_alive: Cell<bool>,
    context: Cell<Context>,
    canary: Cell<*const usize>,
}

/// What only tasks touch.
struct OneThread<T>(T);

// SAFETY: there is one processor, and nothing interrupts a task.
unsafe impl<T> Sync for OneThread<T> {}

/// The first one spawns the others. It has the machine's stack.
static ALL: OneThread<[Task; 1 + TASKS]> = OneThread(
    [const {
        Task {
            name: Cell::new("kernel"),
            entry: Cell::new(|| ()),
            is_alive: Cell::new(false),
            context: Cell::new(Context(ptr::null_mut())),
            canary: Cell::new(&CANARY),
        }
    }; 1 + TASKS],
);

static RUNNING: OneThread<Cell<usize>> = OneThread(Cell::new(0));

static STACKS: OneThread<[UnsafeCell<[usize; STACK]>; TASKS]> =
    OneThread([const { UnsafeCell::new([0; STACK]) }; TASKS]);

/// Adds a task, which calls `entry` and ends when that returns.
///
/// # Panics
///
/// If there are [`TASKS`] of them already.
pub fn spawn(name: &'static str, entry: fn()) {
    let mut tasks = ALL.0.iter().skip(1).zip(&STACKS.0);
    let free = tasks.find(|(task, _)| !task.is_alive.get());
    let (task, stack) = free.expect("too many tasks");
    // SAFETY: no task is alive that would run on it.
    let stack = unsafe { &mut *stack.get() };
    let (canary, stack) = stack.split_first_mut().expect("a stack has words");
    *canary = CANARY;
    task.canary.set(canary);
    task.name.set(name);
    task.entry.set(entry);
    task.context.set(context::new(stack, first));
    task.is_alive.set(true);
}

/// Lets all tasks run to their ends.
pub fn run() {
    while ALL.0[1..].iter().any(|task| task.is_alive.get()) {
        yield_now();
    }
}

/// Lets the others run.
///
/// # Panics
///
/// If the running task has used more stack than there is.
pub fn yield_now() {
    let tasks = &ALL.0;
    let from = RUNNING.0.get();
    // SAFETY: the constant, or the word of a stack that nothing else points at.
    let canary = unsafe { tasks[from].canary.get().read_volatile() };
    assert!(canary == CANARY, "a task's stack is too small");

    let others: [usize; TASKS] = array::from_fn(|n| (from + 1 + n) % tasks.len());
    // The first one is there as long as any of the others is.
    let is_ready = |task: &usize| *task == 0 || tasks[*task].is_alive.get();
    let Some(to) = others.into_iter().find(is_ready) else {
        return;
    };
    on_switch(tasks[from].name.get(), tasks[to].name.get());
    RUNNING.0.set(to);
    // SAFETY: `to` isn't running, so `new` or `switch` left its context there; its stack is its own
    // as long as it is alive.
    unsafe { context::switch(tasks[from].context.as_ptr(), tasks[to].context.get()) };
}

/// What a task calls when it is resumed for the first time.
extern "C" fn first() -> ! {
    let task = &ALL.0[RUNNING.0.get()];
    task.entry.get()();
    task.is_alive.set(false);
    yield_now();
    unreachable!("a task that has ended was resumed")
}
