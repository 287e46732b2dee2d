//! Asynchronous methods.

use crate::ListApi;
use linkface::interface;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Waits.
#[interface(loadable = LoadedFutures, version = 2)]
pub trait FuturesApi {
    /// With what is lent.
    #[expect(async_fn_in_trait, reason = "its futures stay on their thread")]
    async fn tick(&mut self, text: &str, on: &mut dyn ListApi) -> Result<String, String>;
    /// That may be sent.
    fn numbers(&self, count: u32) -> impl Future<Output = Vec<String>> + Send;
    /// In a box.
    fn boxed<'a>(&'a self, text: &'a str) -> Pin<Box<dyn Future<Output = String> + Send + 'a>>;
    /// With closures.
    #[expect(async_fn_in_trait, reason = "its futures stay on their thread")]
    async fn each(&self, tell: &mut dyn FnMut(&str), then: impl FnOnce(u32) -> u32) -> u32;
    /// The other side's futures.
    fn callback(
        &mut self,
        ask: Box<dyn Fn(u32) -> Pin<Box<dyn Future<Output = u32> + Send>> + Send + Sync>,
    ) -> impl Future<Output = u32>;
    /// With a default.
    #[since(2)]
    fn later(&self, number: u32) -> impl Future<Output = u32> + Send {
        async move { number }
    }
}

/// Pending once; wakes from another thread.
struct Yield(bool);

impl Future for Yield {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        let waker = context.waker().clone();
        waker.wake_by_ref();
        std::thread::spawn(move || waker.wake()).join().unwrap();
        Poll::Pending
    }
}

/// Implements it.
#[derive(Default)]
pub struct Futures(u32);

impl FuturesApi for Futures {
    async fn tick(&mut self, text: &str, on: &mut dyn ListApi) -> Result<String, String> {
        self.0 += 1;
        on.put("before");
        Yield(false).await;
        assert!(!text.is_empty(), "there is no text");
        on.put(text);
        Ok(format!("{text}{}", self.0))
    }
    async fn numbers(&self, count: u32) -> Vec<String> {
        Yield(false).await;
        (0..count).map(|n| n.to_string()).collect()
    }
    fn boxed<'a>(&'a self, text: &'a str) -> Pin<Box<dyn Future<Output = String> + Send + 'a>> {
        Box::pin(async move {
            Yield(false).await;
            format!("{text} {}", self.0)
        })
    }
    async fn each(&self, tell: &mut dyn FnMut(&str), then: impl FnOnce(u32) -> u32) -> u32 {
        tell("x");
        Yield(false).await;
        tell("y");
        then(3)
    }
    async fn callback(
        &mut self,
        ask: Box<dyn Fn(u32) -> Pin<Box<dyn Future<Output = u32> + Send>> + Send + Sync>,
    ) -> u32 {
        ask(1).await + ask(2).await
    }
}
