//! After a mistake in a trait, what uses it is no second one.

use linkface::interface;
use linkface_plugin::Shared;

// `#[since(3)]`, and a lifetime of what is lent.
#[interface(loadable = LoadedSaw, version = 2)]
pub trait SawApi: Send + Sync {
    fn teeth(&self) -> u32;
    #[since(3)]
    fn sharpen(&self) {}
    fn tell<'a>(&self, tell: &'a dyn Fn(&str));
    fn cut(&self, length: Option<u64>) -> Result<Vec<String>, String>;
    async fn wait(&self, time: &str) -> String;
    fn waits(&self) -> impl Future<Output = u8> + Send;
}

// A method of `Self`, and one without.
#[interface(loadable = LoadedAxe, same_build)]
pub trait AxeApi {
    fn made() -> u32;
    fn like(&self, other: &Self) -> bool;
    #[cfg(unix)]
    fn cut(&mut self);
    #[cfg(not(unix))]
    fn hack(&mut self);
}

// What a lent value is called is wrong.
#[interface(loadable = LoadedBox)]
pub trait BoxApi {
    fn put(&mut self, kept: &'static dyn SawLike);
    fn take(&mut self, #[shared(with = Number)] number: u8) -> u8;
}

#[interface(loadable = LoadedSawLike)]
pub trait SawLike {
    fn teeth(&self) -> u32;
}

// Nobody knows what implements these.
#[interface(loadable = LoadedOdd)]
pub trait OddApi: Clone {
    const LENGTH: usize;
    fn shown(&self) -> impl std::fmt::Display;
}
#[interface(loadable = LoadedGeneric)]
pub trait GenericApi<T> {
    fn get(&self) -> T;
}

// The mistake is in the arguments.
#[interface(loadable = LoadedRope, verison = 2)]
pub trait RopeApi {
    fn length(&self) -> u32;
    #[since(2)]
    fn strength(&self) -> u32 {
        1
    }
}
#[interface(loadable = LoadedNail, version = "two")]
pub trait NailApi {
    #[since(2)]
    fn length(&self) -> u32 {
        1
    }
}

#[derive(Shared)]
pub struct Number(u8);
impl From<u8> for Number {
    fn from(number: u8) -> Self {
        Self(number)
    }
}
impl From<Number> for u8 {
    fn from(number: Number) -> Self {
        number.0
    }
}

// Another interface with them.
#[interface(loadable = LoadedTools)]
pub trait ToolsApi {
    fn lent(&self, saw: &dyn BoxApi, axe: Option<&mut dyn BoxApi>) -> LoadedSaw;
    fn boxed(&self, saw: Box<dyn BoxApi>) -> Vec<LoadedAxe>;
    fn ropes(&self) -> Option<LoadedRope>;
}

#[derive(Default)]
struct Mine;
impl BoxApi for Mine {
    fn put(&mut self, _: &'static dyn SawLike) {}
    fn take(&mut self, number: u8) -> u8 {
        number
    }
}
impl RopeApi for Mine {
    fn length(&self) -> u32 {
        1
    }
}
linkface_plugin::export!(Mine as LoadedBox, Mine as LoadedRope);

fn teeth(saw: &impl SawApi) -> u32 {
    saw.teeth()
}

fn main() {
    fn is_shared<T: Shared + Send + Sync>() {}
    is_shared::<LoadedSaw>();
    let mut of_mine = LoadedBox::new(Mine);
    let _: u8 = of_mine.take(1);
    let _ = LoadedRope::new(Mine).strength();
    fn _uses(saw: LoadedSaw, mut axe: LoadedAxe, nail: &LoadedNail) {
        let _ = teeth(&saw) + nail.length();
        saw.sharpen();
        let _: Result<Vec<String>, String> = saw.cut(None);
        let _ = async { saw.wait("").await.len() + usize::from(saw.waits().await) };
        axe.cut();
        println!("{saw:?} {}", axe.like(&axe) && LoadedAxe::made() == 1);
    }
    fn _more(_: LoadedOdd, _: LoadedGeneric) {
        let _ = (LoadedOdd::new(1), LoadedGeneric::new(2));
    }
}
