//! Objects of interfaces: lent, handed over, returned.

use linkface::interface;

/// A list.
#[interface(loadable = LoadedList)]
pub trait ListApi {
    /// Adds to it.
    fn put(&mut self, text: &str);
    /// How many there are.
    fn count(&self) -> usize;
    /// One of them.
    fn get(&self, number: usize) -> Option<&str>;
}

/// Implements it.
#[derive(Default)]
pub struct List(Vec<String>);

impl ListApi for List {
    fn put(&mut self, text: &str) {
        self.0.push(text.to_owned());
    }
    fn count(&self) -> usize {
        self.0.len()
    }
    fn get(&self, number: usize) -> Option<&str> {
        self.0.get(number).map(String::as_str)
    }
}

/// Takes and gives objects.
#[interface(loadable = LoadedObjects)]
pub trait ObjectsApi {
    /// Lent.
    fn lent(&self, list: &mut dyn ListApi, other: &dyn ListApi) -> usize;
    /// Perhaps lent.
    fn perhaps(&self, list: Option<&mut dyn ListApi>) -> bool;
    /// Perhaps lent.
    fn perhaps_read(&self, list: Option<&dyn ListApi>) -> Option<usize>;
    /// Lent to a callback.
    fn callback(&self, with: &mut dyn FnMut(&mut dyn ListApi)) -> String;
    /// In boxes.
    fn boxed(&self, list: Box<dyn ListApi>) -> Box<dyn ListApi>;
    /// By the loaded type.
    fn loaded(&self, list: LoadedList) -> LoadedList;
    /// Several.
    fn several(&self, lists: Vec<LoadedList>, more: Option<Box<dyn ListApi>>) -> Result<Vec<Box<dyn ListApi>>, String>;
    /// With lifetimes that have names.
    fn longer<'a, 'b: 'a>(&'a self, one: &'b str, other: &'a str) -> &'a str;
}

/// Implements it.
#[derive(Default)]
pub struct Objects;

impl ObjectsApi for Objects {
    fn lent(&self, list: &mut dyn ListApi, other: &dyn ListApi) -> usize {
        for number in 0..other.count() {
            list.put(other.get(number).unwrap_or_default());
        }
        list.count()
    }
    fn perhaps(&self, list: Option<&mut dyn ListApi>) -> bool {
        list.map(|list| list.put("perhaps")).is_some()
    }
    fn perhaps_read(&self, list: Option<&dyn ListApi>) -> Option<usize> {
        list.map(ListApi::count)
    }
    fn callback(&self, with: &mut dyn FnMut(&mut dyn ListApi)) -> String {
        let mut list = List::default();
        with(&mut list);
        with(&mut list);
        list.0.join("+")
    }
    fn boxed(&self, mut list: Box<dyn ListApi>) -> Box<dyn ListApi> {
        list.put("boxed");
        list
    }
    fn loaded(&self, mut list: LoadedList) -> LoadedList {
        list.put("loaded");
        list
    }
    fn several(&self, lists: Vec<LoadedList>, more: Option<Box<dyn ListApi>>) -> Result<Vec<Box<dyn ListApi>>, String> {
        let more = more.ok_or("no more")?;
        Ok(lists.into_iter().map(|list| Box::new(list) as Box<dyn ListApi>).chain([more]).collect())
    }
    fn longer<'a, 'b: 'a>(&'a self, one: &'b str, other: &'a str) -> &'a str {
        if one.len() > other.len() { one } else { other }
    }
}
