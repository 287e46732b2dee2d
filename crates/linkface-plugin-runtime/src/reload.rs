//! State that moves from an implementor to the one that replaces it.

use crate::object::Return;
use crate::panic::catch;
use crate::shared::{Shared, WireOption, WireVec};
use core::marker::PhantomData;
use core::slice;
use std::error::Error;

/// An implementor whose state moves to the one that replaces it when a host reloads its plugin.
///
/// What is saved is the plugin's own business: it is read by a later build of the same plugin, perhaps
/// by another compiler's. Say in it which format it is.
///
/// ```
/// use linkface_plugin::Reload;
/// use std::error::Error;
///
/// struct Counter(u32);
///
/// impl Reload for Counter {
///     fn save(&self) -> Vec<u8> {
///         self.0.to_le_bytes().to_vec()
///     }
///
///     fn restore(&mut self, state: &[u8]) -> Result<(), Box<dyn Error + Send + Sync>> {
///         self.0 = u32::from_le_bytes(state.try_into()?);
///         Ok(())
///     }
/// }
///
/// let mut new = Counter(0);
/// new.restore(&Counter(7).save())?;
/// assert_eq!(new.0, 7);
/// # Ok::<(), Box<dyn Error + Send + Sync>>(())
/// ```
///
/// `export!` finds this impl by itself.
pub trait Reload {
    /// The state, for the one that replaces this. This one goes on if the other can't take it.
    fn save(&self) -> Vec<u8>;

    /// Takes the state of the one that this one replaces. It was just made, as for a first load.
    ///
    /// # Errors
    ///
    /// If it can't take it. It is dropped then, and the old one stays.
    fn restore(&mut self, state: &[u8]) -> Result<(), Box<dyn Error + Send + Sync>>;
}

/// [`Reload`], as it crosses.
#[derive(Debug)]
#[repr(C)]
pub struct State {
    /// [`Reload::save`]
    pub save: unsafe extern "C" fn(this: *mut ()) -> Return<WireVec<u8>>,
    /// [`Reload::restore`]. What is returned is the error.
    pub restore: unsafe extern "C" fn(
        this: *mut (),
        state: *const u8,
        len: usize,
    ) -> Return<WireOption<WireVec<u8>>>,
}

/// # Safety
///
/// `this` is a `T` that is borrowed while this runs.
unsafe extern "C" fn save<T: Reload>(this: *mut ()) -> Return<WireVec<u8>> {
    // SAFETY: by the caller.
    catch(|| WireVec::new(unsafe { &*this.cast::<T>().cast_const() }.save()))
}

/// # Safety
///
/// `this` is a `T`, borrowed mutably while this runs, and there are `len` bytes at `state`.
unsafe extern "C" fn restore<T: Reload>(
    this: *mut (),
    state: *const u8,
    len: usize,
) -> Return<WireOption<WireVec<u8>>> {
    catch(|| {
        // SAFETY: by the caller.
        let (this, state) = unsafe { (&mut *this.cast::<T>(), slice::from_raw_parts(state, len)) };
        let error = this.restore(state).err();
        error.map(|error| error.to_string()).into_wire()
    })
}

/// Whether `T` is [`Reload`]: `Keeps::<T>::STATE` is this type's own constant if it is, and otherwise
/// the one of [`KeepsNothing`]. For a `T` that is named, not for a parameter.
#[derive(Debug)]
pub struct Keeps<T>(PhantomData<T>);

impl<T: Reload> Keeps<T> {
    /// Its functions.
    pub const STATE: Option<&'static State> = Some(&State {
        save: save::<T>,
        restore: restore::<T>,
    });
}

/// See [`Keeps`].
pub trait KeepsNothing {
    /// None.
    const STATE: Option<&'static State> = None;
}

impl<T> KeepsNothing for Keeps<T> {}
