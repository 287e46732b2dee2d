//! Poison, and where it comes from.

use crate::model::InstId;
use crate::span::Span;
use std::borrow::Cow;
use std::rc::Rc;

/// An instruction that was executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Which of the modules.
    pub module: usize,
    /// Which of the functions that ran: see [`Machine::function`](super::Machine::function).
    pub function: usize,
    /// Which instruction; none before the first.
    pub instruction: Option<InstId>,
    /// Where it is in the module's text.
    pub span: Span,
}

/// A poison value, with the way that it took.
#[derive(Clone, Debug)]
pub struct Poison(Rc<Step>);

#[derive(Debug)]
struct Step {
    site: Site,
    /// Why it is poison; none if it came in by an operand.
    why: Option<Cow<'static, str>>,
    from: Option<Poison>,
    length: u32,
}

/// How many steps of the way are kept: nobody reads more, and a loop may take millions.
const LONGEST: u32 = 8;

impl Poison {
    /// Made here, for this reason.
    pub fn made(site: Site, why: impl Into<Cow<'static, str>>) -> Self {
        Self(Rc::new(Step {
            site,
            why: Some(why.into()),
            from: None,
            length: 0,
        }))
    }

    /// Passed on by an instruction that took it.
    #[must_use]
    pub fn passed(&self, site: Site) -> Self {
        if self.0.length >= LONGEST || self.0.site == site {
            return self.clone();
        }
        Self(Rc::new(Step {
            site,
            why: None,
            from: Some(self.clone()),
            length: self.0.length + 1,
        }))
    }

    /// Where and why it was made.
    #[must_use]
    pub fn origin(&self) -> (Site, &str) {
        let mut at = self;
        while let Some(from) = &at.0.from {
            at = from;
        }
        (at.0.site, at.0.why.as_deref().unwrap_or_default())
    }

    /// The instructions that passed it on, the first one first. A long way is cut at its end.
    #[must_use]
    pub fn way(&self) -> Vec<Site> {
        let mut way = Vec::new();
        let mut at = self;
        while let Some(from) = &at.0.from {
            way.push(at.0.site);
            at = from;
        }
        way.reverse();
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(instruction: u32) -> Site {
        Site {
            module: 0,
            function: 0,
            instruction: Some(InstId(instruction)),
            span: Span::default(),
        }
    }

    #[test]
    fn the_way_is_told_from_its_beginning() {
        let poison = Poison::made(site(1), "because");
        let later = poison.passed(site(2)).passed(site(3)).passed(site(3));
        assert_eq!(later.origin(), (site(1), "because"));
        assert_eq!(later.way(), [site(2), site(3)]);
    }

    #[test]
    fn a_long_way_is_cut() {
        let mut poison = Poison::made(site(0), "because");
        for at in 1..1_000_000 {
            poison = poison.passed(site(at));
        }
        assert_eq!(poison.way().len(), LONGEST as usize);
    }
}
