//! A plugin's header against what this program wants and offers: everything that is decided before
//! anything of the plugin runs.

use super::error::{Differs, Why};
use super::offer::Offer;
use crate::check::{self, Caller};
use crate::describe::Description;
use crate::header::{DecodedExport, Header, RUNTIME, Role, target};
use crate::loadable::Loadable;

/// What holds for all that a plugin exports.
pub(super) fn plugin(header: &Header, accepts_abort: bool) -> Result<(), Why> {
    platform(header)?;
    if header.aborts && !accepts_abort {
        return Err(Why::Aborts);
    }
    Ok(())
}

/// Whether all is offered that a plugin says it needs.
pub(super) fn needs(header: &Header, offers: &[Offer]) -> Result<(), Why> {
    let mut needs = header.exports.iter().filter(|e| e.role == Role::Needs);
    needs.try_for_each(|need| offered(need, offers, header))
}

/// Whether an export fits the interface as this program knows it.
pub(super) fn export<L: Loadable>(export: &DecodedExport, header: &Header) -> Result<(), Why> {
    // SAFETY: a static. `volatile` because the compiler may know what it was when this program was
    // compiled, and the question is what it is in the library that is mapped now.
    if unsafe { core::ptr::read_volatile(L::MAPPED) } != L::BUILD {
        return Err(Why::Stale(L::NAME));
    }
    let build = || Why::Build {
        interface: L::NAME.to_owned(),
        rustc: header.rustc.clone(),
    };
    if export.build != L::BUILD && L::BUILD != 0 && export.build != 0 {
        return Err(build());
    }
    if export.description != L::DESCRIPTION {
        let ours = Description::decode(L::DESCRIPTION).map_err(Why::Description)?;
        let theirs = Description::decode(&export.description).map_err(Why::Description)?;
        interface(&ours, &theirs, Caller::Host, header)?;
    }
    // The tier is in the description, too: damaged, or made by hand. And one build has one compiler.
    if export.build != L::BUILD || (L::BUILD != 0 && header.rustc != L::RUSTC) {
        return Err(build());
    }
    Ok(())
}

/// Whether it can be mapped and run here at all.
fn platform(header: &Header) -> Result<(), Why> {
    if header.runtime != RUNTIME {
        return Err(Why::Runtime(header.runtime));
    }
    let is_here = header.target == target()
        && u32::from(header.pointer_width) == usize::BITS
        && header.big_endian == cfg!(target_endian = "big");
    if !is_here {
        let target = &header.target;
        let order = if header.big_endian { "big" } else { "little" };
        return Err(Why::Target(if *target == crate::header::target() {
            // Two ABIs of one name.
            format!(
                "{target} with {} bits, {order}-endian",
                header.pointer_width
            )
        } else {
            target.clone()
        }));
    }
    Ok(())
}

/// The exports that implement the interface, and their numbers among the implementors.
pub(super) fn implementors<L: Loadable>(
    header: &Header,
) -> impl Iterator<Item = (usize, &DecodedExport)> {
    let exports = header.exports.iter();
    let all = exports.filter(|export| export.role == Role::Implements);
    let mut named: Vec<_> = all
        .enumerate()
        .filter(|(_, export)| {
            export.description == L::DESCRIPTION
                || Description::decode(&export.description)
                    .is_ok_and(|description| description.root().name == L::NAME)
        })
        .collect();
    // Two crates may have a trait of one name: if one fits, the other is something else.
    let mut descriptions = named.iter().map(|(_, export)| &export.description);
    let first = descriptions.next();
    if descriptions.any(|other| Some(other) != first) {
        let fits: Vec<_> = named
            .iter()
            .filter(|(_, export)| fits::<L>(export))
            .copied()
            .collect();
        if !fits.is_empty() {
            named = fits;
        }
    }
    named.into_iter()
}

fn fits<L: Loadable>(export: &DecodedExport) -> bool {
    if export.description == L::DESCRIPTION {
        return true;
    }
    let [ours, theirs] = [L::DESCRIPTION, &export.description].map(Description::decode);
    ours.is_ok_and(|ours| {
        theirs.is_ok_and(|theirs| check::interface(&ours, &theirs, Caller::Host).is_empty())
    })
}

/// The one export that implements the interface: of that name, or the only one.
pub(super) fn find<'h, L: Loadable>(
    header: &'h Header,
    name: Option<&str>,
) -> Result<(usize, &'h DecodedExport), Why> {
    let named = |export: &DecodedExport| name.is_none_or(|name| export.name == name);
    let mut found = implementors::<L>(header).filter(|(_, export)| named(export));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(missing::<L>(header, name)),
        (Some((_, first)), Some((_, second))) => Err(Why::Several {
            interface: L::NAME,
            names: [first.name.clone(), second.name.clone()],
        }),
    }
}

/// That there is none.
pub(super) fn missing<L: Loadable>(header: &Header, name: Option<&str>) -> Why {
    let names: Vec<String> = implementors::<L>(header)
        .map(|(_, export)| export.name.clone())
        .collect();
    if let Some(name) = name
        && !names.is_empty()
    {
        let name = name.to_owned();
        return Why::NotNamed { name, names };
    }
    let mut implemented = Vec::new();
    let mut unread = None;
    for export in header.exports.iter().filter(|e| e.role == Role::Implements) {
        match Description::decode(&export.description) {
            Ok(description) => {
                let name = &description.root().name;
                if !implemented.contains(name) {
                    implemented.push(name.clone());
                }
            }
            // Another interface may be one that only later versions know.
            Err(error) => unread = Some(error),
        }
    }
    match unread {
        Some(error) => Why::Description(error),
        None => Why::NotImplemented {
            interface: L::NAME,
            implemented,
        },
    }
}

fn offered(need: &DecodedExport, offers: &[Offer], header: &Header) -> Result<(), Why> {
    let theirs = Description::decode(&need.description).map_err(Why::Description)?;
    let name = &theirs.root().name;
    let fits = |offer: &Offer| {
        if offer.build != need.build {
            return Err(Why::Build {
                interface: name.clone(),
                rustc: header.rustc.clone(),
            });
        }
        if need.description == offer.description {
            return Ok(());
        }
        let ours = Description::decode(offer.description).map_err(Why::Description)?;
        interface(&theirs, &ours, Caller::Plugin, header)
    };
    let mut offered = offers.iter().filter(|offer| offer.name == name);
    let Some(first) = offered.next() else {
        return Err(Why::NotOffered {
            interface: name.clone(),
            offered: offers.iter().map(|offer| offer.name).collect(),
        });
    };
    // Two crates may have a trait of one name.
    fits(first).or_else(|why| {
        if offered.any(|offer| fits(offer).is_ok()) {
            Ok(())
        } else {
            Err(why)
        }
    })
}

fn interface(
    caller: &Description,
    implementor: &Description,
    who: Caller,
    header: &Header,
) -> Result<(), Why> {
    let differences = check::interface(caller, implementor, who);
    if differences.is_empty() {
        return Ok(());
    }
    let (host, plugin) = match who {
        Caller::Host => (caller, implementor),
        Caller::Plugin => (implementor, caller),
    };
    Err(Why::Differs(Box::new(Differs {
        differences,
        interface: host.root().name.clone(),
        caller: who,
        versions: [host.root().number, plugin.root().number],
        plugin: [&header.rustc, &header.package, &header.version].map(String::clone),
    })))
}
