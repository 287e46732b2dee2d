#![forbid(unsafe_code)]

/// A drawing, made by whoever implements it.
#[linkface::interface(loadable = LoadedDrawing)]
pub trait DrawingApi: Send {
    fn line(&mut self, text: String);
    fn text(&self) -> String;
}

#[linkface::interface(loadable = LoadedShop)]
pub trait ShopApi: Send + Sync {
    fn longer(&self, text: String) -> String;
    fn words(&self, words: Vec<String>) -> Vec<Vec<String>>;
    fn boxed(&self, numbers: Box<Vec<u32>>) -> Box<Option<String>>;
    fn either(&self, text: Result<String, Vec<u8>>) -> Result<Box<u64>, String>;
    fn drawing(&self) -> LoadedDrawing;
    fn takes(&self, drawing: LoadedDrawing) -> String;
    fn lent(&self, drawing: &mut dyn DrawingApi);
    fn asks(&self, depth: u32) -> u32;
    fn panics(&self, text: &str) -> String;
    /// How often `asks` was called.
    fn asked(&self) -> u64;
    /// How much is allocated in its image.
    fn live(&self) -> i64;
}

/// Offered.
#[linkface::interface(loadable = LoadedBank)]
pub trait BankApi: Send + Sync {
    fn asked(&self, depth: u32) -> u32;
    fn drawing(&self, text: String) -> LoadedDrawing;
}
