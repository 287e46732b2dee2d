//! The end of an image, for those who can prove that nothing leads into it.

use super::Host;
use super::image;
use crate::loadable::Loadable;

impl Host {
    /// Drops an implementor, and unmaps the image that made it. Images stay mapped otherwise, until
    /// the program ends: some kilobytes each, against everything that is listed here.
    ///
    /// An implementor that no host of this program loaded is given back.
    ///
    /// # Safety
    ///
    /// After this, nothing may run or read what is in the image:
    ///
    /// * this was the image's last implementor, whichever host or thread loaded it, and no object, closure
    ///   or future that it handed out is left, here or in another plugin; nor had another plugin ever
    ///   been given one, since plugins remember tables by their addresses;
    /// * none of its threads runs, and no thread that ever called it has a thread-local value of it
    ///   whose destructor would run later. Its standard library is its own, so that this is so for
    ///   each thread in which it printed, panicked, or used [`thread::current`](std::thread::current);
    ///   some systems keep the image mapped then, others don't;
    /// * it has installed nothing: no signal handler, no `atexit` function, no callback in a C library,
    ///   no panic hook in a standard library that is shared;
    /// * nothing holds a reference to its statics, which are `'static` as far as types say: no `&str`
    ///   literal of it behind a type of the same build, no error, no `&'static` table of a logger;
    /// * nothing of it is in another image that was mapped since, as a library that others found in it.
    ///
    /// # Errors
    ///
    /// The implementor, if no host loaded it: nothing has happened then.
    ///
    /// # Panics
    ///
    /// If the implementor's destructor does. The image stays mapped then.
    pub unsafe fn unload<L: Loadable>(loaded: L) -> Result<(), L> {
        // SAFETY: by the caller.
        unsafe { image::unmap(loaded) }
    }
}
