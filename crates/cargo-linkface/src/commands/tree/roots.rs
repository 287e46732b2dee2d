//! Which roots are drawn.

use crate::failure::Failure;
use crate::session::nearest::did_you_mean;
use crate::session::{Analysis, Session};
use crate::shell::{Shell, Verbosity};
use linkface_graph::resolution::{Configuration, Root, RootKind, RootResolution};
use linkface_graph::tree::Tree;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// More roots than these are counted, not named.
const NAMED: usize = 5;

/// The roots that were asked for.
pub(super) struct Roots<'a> {
    /// What is drawn: if no root was named, what is shipped, or all if nothing is.
    main: Vec<Drawn<'a>>,
    /// The rest, which a page has too.
    others: Vec<Drawn<'a>>,
}

/// A root and its tree.
pub(super) struct Drawn<'a> {
    pub(super) root: &'a Root,
    pub(super) configuration: &'a Configuration,
    pub(super) tree: Tree,
}

impl Roots<'_> {
    /// Those that are drawn.
    pub(super) fn main(&self) -> &[Drawn<'_>] {
        &self.main
    }

    /// Their trees.
    pub(super) fn trees(&self) -> Vec<Tree> {
        self.main.iter().map(|drawn| drawn.tree.clone()).collect()
    }

    /// All trees, the main ones first.
    pub(super) fn all_trees(&self) -> Vec<Tree> {
        let all = self.main.iter().chain(&self.others);
        all.map(|drawn| drawn.tree.clone()).collect()
    }

    /// Says how to see the rest.
    pub(super) fn name_others(&self, shell: Shell) -> io::Result<()> {
        if self.others.is_empty() || shell.verbosity() == Verbosity::Quiet {
            return Ok(());
        }
        let named = self.others.iter().take(NAMED);
        let named: Vec<_> = named.map(|drawn| drawn.tree.root.as_str()).collect();
        let mut others = named.join(", ");
        if let Some(more @ 1..) = self.others.len().checked_sub(NAMED) {
            let _ = write!(others, " and {more} more");
        }
        writeln!(
            shell.err(),
            "\nnot shown: {others}; `--root NAME` shows one"
        )
    }
}

/// All roots, or those of a name.
pub(super) fn select<'a>(session: &'a Session, name: Option<&str>) -> Result<Roots<'a>, Failure> {
    let analysis = session.analysis()?;
    let several = analysis.resolutions.len() > 1;
    let mut roots = Roots {
        main: Vec::new(),
        others: Vec::new(),
    };
    for (resolution, built) in analysis.resolutions.iter().zip(&analysis.built) {
        let configuration = several.then_some(&resolution.configuration);
        for root in &resolution.roots {
            let wanted = name.is_none_or(|name| is_called(&root.root, name));
            let tree = Tree::new(&analysis.packages, built.builds(), root).filter(|_| wanted);
            let Some(tree) = tree.map(|tree| readable(tree, configuration, session)) else {
                continue;
            };
            let drawn = Drawn {
                root: &root.root,
                configuration: &resolution.configuration,
                tree,
            };
            if name.is_some() || is_shipped(root) {
                roots.main.push(drawn);
            } else {
                roots.others.push(drawn);
            }
        }
    }
    if roots.main.is_empty() {
        roots.main.append(&mut roots.others);
    }
    if roots.main.is_empty() {
        return Err(none(analysis, name));
    }
    Ok(roots)
}

fn is_called(root: &Root, name: &str) -> bool {
    root.name == name || root.to_string().replace('`', "") == name.replace('`', "")
}

fn is_shipped(root: &RootResolution) -> bool {
    use RootKind::{Bin, Cdylib, Dylib, Staticlib};
    matches!(root.root.kind, Bin | Cdylib | Staticlib | Dylib)
}

/// Paths as people like to read them, and the configuration, if there are several.
fn readable(mut tree: Tree, configuration: Option<&Configuration>, session: &Session) -> Tree {
    if let Some(Configuration { target, features }) = configuration {
        let _ = write!(tree.root, " for {target}, {features}");
    }
    let items = tree.packages.iter_mut().flat_map(|node| &mut node.items);
    for item in items {
        item.place.file = PathBuf::from(session.display(&item.place.file));
    }
    tree
}

fn none(analysis: &Analysis, name: Option<&str>) -> Failure {
    let roots = analysis.resolutions.iter().flat_map(|all| &all.roots);
    let names: Vec<_> = roots.map(|root| root.root.name.as_str()).collect();
    match name {
        Some(name) if !names.is_empty() => {
            Failure::new(format!("no root is named `{name}`")).helps(did_you_mean(name, names))
        }
        _ => Failure::new("no root that was looked at depends on a façade")
            .help("`cargo linkface list` shows the façades of this workspace"),
    }
}
