mod allocator;

use allocator::live;
use api::{BankApi, DrawingApi, LoadedBank, LoadedDrawing, ShopApi};
use linkface_plugin::Reload;
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub const MARK: u64 = 0x1111_2222_3333_4444;

struct Shop {
    bank: Arc<LoadedBank>,
    asked: AtomicU64,
}

struct Lines(Vec<String>);

impl DrawingApi for Lines {
    fn line(&mut self, text: String) {
        self.0.push(text);
    }
    fn text(&self) -> String {
        self.0.join("/")
    }
}

impl ShopApi for Shop {
    fn longer(&self, mut text: String) -> String {
        text.push_str(" and longer than it was before, so that it has to move");
        text
    }
    fn words(&self, words: Vec<String>) -> Vec<Vec<String>> {
        vec![words.clone(), Vec::new(), words]
    }
    fn boxed(&self, numbers: Box<Vec<u32>>) -> Box<Option<String>> {
        Box::new(numbers.first().map(u32::to_string))
    }
    fn either(&self, text: Result<String, Vec<u8>>) -> Result<Box<u64>, String> {
        match text {
            Ok(text) => Ok(Box::new(text.len() as u64)),
            Err(bytes) => Err(format!("{bytes:?}")),
        }
    }
    fn drawing(&self) -> LoadedDrawing {
        LoadedDrawing::new(Lines(vec!["the shop's".to_owned()]))
    }
    fn takes(&self, mut drawing: LoadedDrawing) -> String {
        drawing.line("taken".to_owned());
        drawing.text()
    }
    fn lent(&self, drawing: &mut dyn DrawingApi) {
        drawing.line("lent".to_owned());
        let mut theirs = self.bank.drawing("asked for".to_owned());
        theirs.line("by the shop".to_owned());
        drawing.line(theirs.text());
    }
    fn asks(&self, depth: u32) -> u32 {
        self.asked.fetch_add(1, Ordering::Relaxed);
        if depth == 0 { 0 } else { self.bank.asked(depth - 1) + 1 }
    }
    fn panics(&self, text: &str) -> String {
        let _held = text.to_owned();
        // A panic that no hook prints.
        std::panic::resume_unwind(Box::new(text.to_owned()))
    }
    fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }
    fn live(&self) -> i64 {
        live() as i64
    }
}

impl Reload for Shop {
    fn save(&self) -> Vec<u8> {
        self.asked.load(Ordering::Relaxed).to_le_bytes().to_vec()
    }
    fn restore(&mut self, state: &[u8]) -> Result<(), Box<dyn Error + Send + Sync>> {
        *self.asked.get_mut() = u64::from_le_bytes(state.try_into()?);
        Ok(())
    }
}

linkface_plugin::export!(
    Shop = |host| Shop { bank: host.get()?, asked: AtomicU64::new(0) };
    needs LoadedBank
);
