//! Everything crosses in both directions, from many threads, while the plugin is reloaded.

mod allocator;

use allocator::live;
use api::{BankApi, DrawingApi, LoadedDrawing, LoadedShop, ShopApi};
use linkface_plugin::{Host, Live};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

pub const MARK: u64 = 0xaaaa_bbbb_cccc_dddd;

/// What is offered calls what it is offered to.
static SHOP: Mutex<Option<Arc<Live<LoadedShop>>>> = Mutex::new(None);

struct Bank;

struct Line(String);

impl DrawingApi for Line {
    fn line(&mut self, text: String) {
        self.0 = format!("{}, {text}", self.0);
    }
    fn text(&self) -> String {
        self.0.clone()
    }
}

impl BankApi for Bank {
    fn asked(&self, depth: u32) -> u32 {
        // The plugin is called while it calls, perhaps while it waits to be reloaded.
        let shop = SHOP.lock().unwrap().clone().unwrap();
        shop.with(|shop| shop.asks(depth))
    }
    fn drawing(&self, text: String) -> LoadedDrawing {
        LoadedDrawing::new(Line(text))
    }
}

fn all(shop: &LoadedShop) {
    assert!(shop.longer("a text".to_owned()).starts_with("a text and longer"));
    let words = ["one", "two"].map(str::to_owned).to_vec();
    assert_eq!(shop.words(words.clone()), [words.clone(), Vec::new(), words]);
    assert_eq!(*shop.boxed(Box::new(vec![7, 8])), Some("7".to_owned()));
    assert_eq!(*shop.boxed(Box::default()), None);
    assert_eq!(shop.either(Ok("four".to_owned())), Ok(Box::new(4)));
    assert_eq!(shop.either(Err(vec![1])), Err("[1]".to_owned()));
    let mut theirs = shop.drawing();
    theirs.line("and ours".to_owned());
    assert_eq!(theirs.text(), "the shop's/and ours");
    // There and back: an object of the plugin's, an object of this program's.
    assert_eq!(shop.takes(theirs), "the shop's/and ours/taken");
    assert_eq!(shop.takes(LoadedDrawing::new(Line("ours".to_owned()))), "ours, taken");
    let mut lent = Line("lent".to_owned());
    shop.lent(&mut lent);
    assert_eq!(lent.0, "lent, lent, asked for, by the shop");
    let panicked = catch_unwind(AssertUnwindSafe(|| shop.panics("at its end"))).unwrap_err();
    assert_eq!(panicked.downcast_ref::<String>().unwrap(), "at its end");
}

fn main() {
    let beside = std::env::current_exe().unwrap();
    let file = beside.with_file_name("libthreads_shop.so");
    let host = Host::new().offer(Bank);
    let shop = Arc::new(Live::new(host.load(&file).unwrap()));
    *SHOP.lock().unwrap() = Some(Arc::clone(&shop));
    let depth = 3;

    // Nothing is left of a call, in either image.
    shop.with(all);
    let before = (live(), shop.with(LoadedShop::live));
    for _ in 0..10 {
        shop.with(all);
    }
    assert_eq!((live(), shop.with(LoadedShop::live)), before);

    let done = AtomicBool::new(false);
    let (calls, reloads) = thread::scope(|scope| {
        let callers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let mut calls = 0;
                    while !done.load(Ordering::Relaxed) || calls == 0 {
                        shop.with(all);
                        assert_eq!(shop.with(|shop| shop.asks(depth)), depth);
                        calls += 1;
                    }
                    calls
                })
            })
            .collect();
        let loader = scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let own: LoadedShop = host.load(&file).unwrap();
                all(&own);
            }
        });
        let mut reloads = 0;
        for _ in 0..20 {
            shop.reload(&host, &file).unwrap();
            reloads += 1;
        }
        // From within a call, the one that would go is the one that asks.
        shop.with(|_| shop.reload(&host, &file).unwrap_err());
        done.store(true, Ordering::Relaxed);
        loader.join().unwrap();
        let calls: u64 = callers.into_iter().map(|caller| caller.join().unwrap()).sum();
        (calls, reloads)
    });
    assert_eq!(shop.generation(), reloads);
    // No call was lost on the way from one to the next.
    let asked = calls * u64::from(depth + 1);
    assert_eq!(shop.with(LoadedShop::asked), asked);
    drop(host);
    *SHOP.lock().unwrap() = None;
    assert!(Arc::into_inner(shop).is_some());
    println!("done");
}
