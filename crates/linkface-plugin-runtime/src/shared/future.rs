//! What `async` methods return.

mod waker;

pub use waker::{WakerTable, WireWaker};

use crate::describe::{Kind, Member, Type, id};
use crate::object::Return;
use crate::panic::{catch, raise_drop};
use crate::private::{DropFn, drop_box};
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll};

/// A future as it crosses: in a box of its own image.
#[derive(Debug)]
#[repr(C)]
pub struct WireFuture<W> {
    /// What `poll` is called with.
    pub data: *mut (),
    /// Polls it. Not to be called again after it was ready.
    pub poll: PollFn<W>,
    /// Drops it, whether it was ready or not.
    pub drop: DropFn,
}

/// Polls a future, for a waker that lives as long as the call.
pub type PollFn<W> = unsafe extern "C" fn(*mut (), *const WireWaker) -> Return<WirePoll<W>>;

/// What a [`PollFn`] says.
#[derive(Debug)]
#[repr(C)]
pub struct WirePoll<W> {
    /// 1 for `Ready`, 0 for `Pending`.
    pub is_ready: u8,
    /// There if `is_ready`.
    pub value: core::mem::MaybeUninit<W>,
}

impl<W> WireFuture<W> {
    /// Hands a future over, which already makes what crosses.
    pub fn new<F: Future<Output = W>>(future: F) -> Self {
        Self {
            data: Box::into_raw(Box::new(future)).cast(),
            poll: poll::<F>,
            drop: drop_box::<F>,
        }
    }
}

/// # Safety
///
/// `data` is a box of an `F` of this image that is not polled elsewhere; `waker` lives for the call.
unsafe extern "C" fn poll<F: Future>(
    data: *mut (),
    waker: *const WireWaker,
) -> Return<WirePoll<F::Output>> {
    catch(|| {
        // SAFETY: by the caller. It stands in its box until it is dropped there, so that it is pinned.
        let (future, waker) = unsafe { (Pin::new_unchecked(&mut *data.cast::<F>()), &*waker) };
        waker.with(|waker| match future.poll(&mut Context::from_waker(waker)) {
            Poll::Ready(value) => WirePoll {
                is_ready: 1,
                value: core::mem::MaybeUninit::new(value),
            },
            Poll::Pending => WirePoll {
                is_ready: 0,
                value: core::mem::MaybeUninit::uninit(),
            },
        })
    })
}

/// A future of another image, which gives the wire of what it makes.
///
/// Dropping it drops the future there.
#[derive(Debug)]
pub struct RemoteFuture<W, const SEND: bool> {
    wire: WireFuture<W>,
    /// Neither [`Send`] nor [`Sync`] by itself.
    not_auto: PhantomData<*mut W>,
}

// SAFETY: `SEND` says that the trait demands it of the future, and of what it makes, on either side.
unsafe impl<W> Send for RemoteFuture<W, true> {}

impl<W, const SEND: bool> RemoteFuture<W, SEND> {
    /// Takes a future over.
    ///
    /// # Safety
    ///
    /// `wire` was made by [`WireFuture::new`] of an image whose wire is this `W`, and isn't used again.
    /// The future is [`Send`] if `SEND`.
    #[must_use]
    pub unsafe fn new(wire: WireFuture<W>) -> Self {
        Self {
            wire,
            not_auto: PhantomData,
        }
    }
}

impl<W, const SEND: bool> Future for RemoteFuture<W, SEND> {
    type Output = W;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<W> {
        let waker = WireWaker::borrowed(context.waker());
        // SAFETY: the future is this one's own, and the waker lives until this returns.
        let polled = unsafe { (self.wire.poll)(self.wire.data, &raw const waker).get() };
        if polled.is_ready == 0 {
            Poll::Pending
        } else {
            // SAFETY: there is a value if it says so.
            Poll::Ready(unsafe { polled.value.assume_init() })
        }
    }
}

impl<W, const SEND: bool> Drop for RemoteFuture<W, SEND> {
    fn drop(&mut self) {
        // SAFETY: the future is this one's own, which is gone after this.
        unsafe { raise_drop((self.wire.drop)(self.wire.data)) }
    }
}

/// What [`Type::id`] a future has: by its flags, and what it makes.
#[must_use]
pub const fn future_id(flags: u32, made: u64) -> u64 {
    id(&["future"], &[flags as u64, made])
}

/// What describes a future: what it makes.
#[must_use]
pub const fn future(flags: u32, made: u64, members: &'static [Member]) -> Type {
    Type {
        flags,
        ..Type::converted(Kind::Future, future_id(flags, made), members)
    }
}
