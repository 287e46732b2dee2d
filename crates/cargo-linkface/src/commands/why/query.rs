//! What is asked for: `console`, `console@0.1`, `console::print`, `print`.

use crate::commands::facade::Facade;
use crate::output::choice::Choice;
use linkface_graph::packages::Packages;
use linkface_graph::resolution::FacadeUse;

/// A name as it was given.
#[derive(Debug)]
pub(super) struct Query<'a> {
    segments: Vec<&'a str>,
}

impl<'a> Query<'a> {
    pub(super) fn new(name: &'a str) -> Self {
        Self {
            segments: name.split("::").map(str::trim).collect(),
        }
    }

    /// The same of the façade that is re-exported, if it is a front that was named.
    pub(super) fn behind(&self, packages: &'a Packages) -> Option<Self> {
        let (front, rest) = self.segments.split_first()?;
        let core = Facade::behind(packages, front)?;
        let mut segments = vec![core.package.name.as_str()];
        segments.extend(rest);
        Some(Self { segments })
    }

    /// Whether it is this façade, or an item of it.
    pub(super) fn selects(&self, facade: &FacadeUse) -> bool {
        self.is_facade(facade)
            || facade
                .items
                .iter()
                .any(|item| self.is_item(facade, &item.declared.path))
    }

    /// If it is an item that was asked for, the others don't matter.
    pub(super) fn keep_items(&self, choice: &mut Choice<'_>, facade: &FacadeUse) {
        if self.is_facade(facade) {
            return;
        }
        let wanted: Vec<String> = facade
            .items
            .iter()
            .map(|item| &item.declared.path)
            .filter(|path| self.is_item(facade, path))
            .map(|path| path.join("::"))
            .collect();
        choice.items.retain(|item| wanted.contains(&item.path));
        choice.plugins.retain(|one| wanted.contains(&one.item));
    }

    fn is_facade(&self, facade: &FacadeUse) -> bool {
        matches!(self.segments.as_slice(), [name] if names(name, facade))
    }

    /// The item's path, or its end; with the façade before all of it.
    fn is_item(&self, facade: &FacadeUse, path: &[String]) -> bool {
        let of_facade = match self.segments.split_first() {
            Some((first, rest)) => names(first, facade) && rest == path,
            None => false,
        };
        of_facade || ends_with(path, &self.segments)
    }
}

/// Packages and crates spell a name differently.
fn names(given: &str, facade: &FacadeUse) -> bool {
    let spelled = |name: &str| name.replace('-', "_");
    spelled(given) == spelled(&facade.facade.name)
        || spelled(given) == spelled(&facade.facade.to_string())
}

fn ends_with(path: &[String], end: &[&str]) -> bool {
    let start = path.len().checked_sub(end.len());
    start.is_some_and(|start| path[start..] == *end)
}
