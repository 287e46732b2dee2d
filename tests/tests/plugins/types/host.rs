//! Uses every interface three times: directly, behind its loaded type in this program, and loaded.
#![forbid(unsafe_code)]

use api::*;
use std::cell::RefCell;
use std::fmt::{Debug, Write};
use std::future::Future;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, SystemTime};

thread_local!(static SAID: RefCell<String> = RefCell::default());

fn say(what: &str, value: impl Debug) {
    SAID.with_borrow_mut(|said| writeln!(said, "{what}: {value:?}").unwrap());
}

fn panics(run: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast_ref::<&str>().unwrap().to_string(),
    }
}

/// Runs the same three times, which has to say the same.
fn thrice<L, T>(loaded: L, new: impl Fn() -> T, wrap: impl Fn(T) -> L, run: (impl Fn(&mut T), impl Fn(&mut L))) {
    let mut said = Vec::new();
    run.0(&mut new());
    said.push(SAID.take());
    run.1(&mut wrap(new()));
    said.push(SAID.take());
    let mut loaded = loaded;
    run.1(&mut loaded);
    said.push(SAID.take());
    print!("{}", said[0]);
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0], said[2]);
}

/// Counts itself.
struct Counted;
static ALIVE: AtomicUsize = AtomicUsize::new(0);
impl Counted {
    fn new() -> Self {
        ALIVE.fetch_add(1, Ordering::SeqCst);
        Self
    }
}
impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::SeqCst);
    }
}

fn closures(x: &mut impl ClosuresApi) {
    let mut seen = Vec::new();
    x.each(&mut |text| {
        seen.push(text.to_owned());
        text != "b"
    });
    say("each", &seen);
    say("map", x.map(&|n, bytes| n * 10 + bytes.len() as u32));
    let length = x.generic(|text| seen.push(text.to_owned()), |n| n.to_string(), |text| text.len());
    say("generic", (length, &seen));
    let (mut total, counted) = (String::new(), Counted::new());
    x.keep(Box::new(move |text| {
        let _ = &counted;
        total.push_str(text);
        if text == "bad" { Err(total.clone()) } else { Ok(total.len() as u32) }
    }));
    let counted = Counted::new();
    x.keep_generic(move |text| {
        let _ = &counted;
        Ok(text.len() as u32)
    });
    say("kept", (x.call("12"), x.call("345"), x.call("bad"), ALIVE.load(Ordering::SeqCst)));
    x.forget();
    say("forgotten", (x.call("12"), ALIVE.load(Ordering::SeqCst)));
    let times = x.times(5);
    say("times", std::thread::spawn(move || times(8)).join().unwrap());
    let (between, counted) = (String::from("-"), Counted::new());
    say("once", x.once(Box::new(|texts| {
        let _counted = counted;
        texts.join(&between)
    })));
    say("maybe", x.maybe(None).is_none());
    let counted = Counted::new();
    let answer = x.maybe(Some(Box::new(move |text, count| {
        let _ = &counted;
        *count += 1;
        text.len()
    })));
    say("maybe", answer.map(|answer| answer("so")));
    say("first", x.first(&mut |text| text.split(' ').next().unwrap()));
    say("nested", x.nested(&mut |by| by(5)));
    say("elsewhere", x.elsewhere(&|n| n + 1));
    let (counted, mut once) = (Counted::new(), Vec::new());
    let all: Vec<Box<dyn Fn(u32, String) -> u32 + Send>> = vec![
        Box::new(|n, text| n * 10 + text.len() as u32),
        Box::new(move |n, _| {
            let _ = &counted;
            n + 1
        }),
    ];
    let (told, tell) = std::sync::mpsc::channel();
    let within = x.within(all, Ok(Box::new(move || told.send("once").unwrap())));
    once.extend(tell.try_iter());
    say("within", once);
    for (first, mut then) in within {
        say("within", (first, then(4), then(4)));
    }
    x.later(&mut |n| say("later", n));
    say("panic", panics(|| x.each(&mut |text| panic!("in a callback: {text}"))));
    let counted = Counted::new();
    say("panic", panics(|| {
        x.once(Box::new(move |_| {
            let _ = &counted;
            panic!("once")
        }));
    }));
    say("alive", ALIVE.load(Ordering::SeqCst));
}

fn objects(x: &mut impl ObjectsApi) {
    let (mut list, mut other) = (List::default(), List::default());
    other.put("x");
    other.put("");
    say("lent", (x.lent(&mut list, &other), list.get(0), list.get(2)));
    say("perhaps", (x.perhaps(None), x.perhaps(Some(&mut list)), list.count()));
    say("perhaps", (x.perhaps_read(None), x.perhaps_read(Some(&list))));
    say("callback", x.callback(&mut |list| {
        list.put("called");
        say("count", list.count());
    }));
    let list = x.boxed(Box::new(list));
    say("boxed", (list.count(), list.get(3)));
    let loaded = x.loaded(LoadedList::new(other));
    say("loaded", loaded.get(2));
    say("several", x.several(vec![], None).map(|lists| lists.len()));
    let several = x.several(vec![loaded], Some(list)).map(|lists| lists.iter().map(|list| list.count()).collect::<Vec<_>>());
    say("several", several);
    let short = String::from("ab");
    say("longer", x.longer("abc", &short));
}

/// Waits, and counts wakes: each `Yield` wakes twice.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Wakes(AtomicUsize);
    impl Wake for Wakes {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
    let wakes = Arc::new(Wakes(AtomicUsize::new(0)));
    let waker = Waker::from(Arc::clone(&wakes));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            drop(waker);
            assert_eq!(Arc::strong_count(&wakes), 1, "every clone of a waker is dropped");
            return value;
        }
        assert_eq!(wakes.0.swap(0, Ordering::SeqCst), 2, "woken by reference, and from a thread");
    }
}

fn send<T: Send>(value: T) -> T {
    value
}

fn futures(x: &mut impl FuturesApi) {
    let mut list = List::default();
    say("tick", (block_on(x.tick("a", &mut list)), list.get(1)));
    let numbers = send(x.numbers(3));
    say("numbers", block_on(numbers));
    say("boxed", block_on(send(x.boxed("text"))));
    let mut seen = Vec::new();
    let then = block_on(x.each(&mut |text| seen.push(text.to_owned()), |n| n + 1));
    say("each", (then, seen));
    say("callback", block_on(x.callback(Box::new(|n| Box::pin(async move { n * 2 })))));
    say("later", block_on(send(x.later(3))));
    say("panic", panics(|| drop(block_on(x.tick("", &mut list)))));
    {
        let mut future = pin!(x.tick("cancelled", &mut list));
        assert!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    say("cancelled", (list.count(), list.get(3)));
    drop(x.numbers(9));
}

fn values(x: &mut impl EchoApi) {
    say("language", (x.unit(()), x.boolean(true), x.letter('ß'), x.wide(u128::MAX), x.narrow(i128::MIN), x.size(7), x.float(-0.5)));
    say("borrowed", (x.borrowed(""), x.borrowed("å"), x.slice(&[]), x.slice(&[1, 2]), x.no_bytes(&[(), ()])));
    say("text", (x.text(String::new()), x.text("x".repeat(40)), x.boxed(Box::new((1, "boxed".into())))));
    say("vector", (x.vector(vec![]), x.vector(vec![vec!["a".into()], vec![]]), x.bytes(vec![1; 3]), x.units(vec![(); 3])));
    say("slices", x.slices(Box::new([None, Some(1)])));
    say("array", (x.array([None, Some("a".into()), None]), x.table([[1, 2], [3, 4], [5, 6]])));
    say("nested", (x.tuple((1, "t".into(), (-1,))), x.result(Ok(None)), x.result(Err(vec!["e".into()]))));
    say("cow", (x.cow("b".into()), x.cow("o".to_owned().into()), x.cows(vec![1].into())));
    say("counted", (x.counted("arc".into()), x.local("rc".into())));
    say("map", (x.map([("k".into(), 1)].into()), x.ordered([(2, vec![2]), (1, vec![])].into())));
    say("set", (x.set([1].into()), x.ordered_set(["b".into(), "a".into()].into()), x.deque([1, 2].into())));
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt;
        let path = PathBuf::from(std::ffi::OsString::from_vec(vec![b'/', 0xff]));
        say("path", (x.path(path.clone()), x.borrowed_path(&path), x.os("os".into())));
    }
    assert_eq!(x.borrowed_path(Path::new("a/b")), Path::new("a/b"));
    let before = SystemTime::UNIX_EPOCH - Duration::new(1, 1);
    assert_eq!(x.time(before), before);
    say("time", x.duration(Duration::new(3, 4)));
    say("numbers", (x.non_zero(NonZero::<u32>::MAX), x.non_zeros(&[NonZero::<i8>::MIN]), x.ordering(1.cmp(&2)), x.range(3..1), x.inclusive('a'..='c')));
    say("addresses", (x.v4([1, 2, 3, 4].into()), x.v6([7; 16].into()), x.address([1; 4].into()), x.socket("[::1]:80".parse().unwrap())));
    let (mut number, mut letters, mut bits) = (1, ['a', 'b'], [[0; 2]; 2]);
    x.places(&mut number, &mut letters, &mut bits);
    say("places", (number, letters, bits));
}

fn main() {
    // Panics are caught here: what they say is checked.
    std::panic::set_hook(Box::new(|_| {}));
    let file = std::env::args().nth(1).unwrap();
    let host = linkface_plugin::Host::new();
    thrice(host.load(&file).unwrap(), Closures::default, LoadedClosures::new, (closures, closures));
    thrice(host.load(&file).unwrap(), Objects::default, LoadedObjects::new, (objects, objects));
    thrice(host.load(&file).unwrap(), Futures::default, LoadedFutures::new, (futures, futures));
    thrice(host.load(&file).unwrap(), Echo::default, LoadedEcho::new, (values, values));
}
