//! From packages and a resolution to a tree.

use super::facade::{self, Under};
use super::graph::{Edge, Graph};
use super::{Node, Relation, Role, Row, Subject, Tree, why};
use crate::packages::{Package, Packages};
use crate::resolution::{Builds, Choice, FacadeUse, How, RootResolution};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

pub(super) fn tree(
    packages: &Packages,
    builds: Builds<'_>,
    resolution: &RootResolution,
) -> Option<Tree> {
    let graph = Graph::linked(packages, builds, &resolution.root)?;
    let rows = Rows::new(&graph, resolution);
    Some(Tree {
        root: resolution.root.to_string(),
        packages: nodes(&graph, resolution, &rows.reached),
        rows: rows.walk(),
    })
}

fn nodes(graph: &Graph<'_>, root: &RootResolution, reached: &Ways) -> Vec<Node> {
    let facades = &root.facades;
    let dependents = graph.dependents();
    let on_path = on_path(graph, &dependents, facades);
    let node = |(number, package): (usize, &&Package)| {
        let declares: Vec<_> = facades
            .iter()
            .filter(|used| used.package == package.id)
            .collect();
        let implements: Vec<_> = facades
            .iter()
            .filter(|used| used.providers.iter().any(|it| it.package == package.id))
            .collect();
        Node {
            id: package.id.clone(),
            name: package.name.clone(),
            version: package.version.clone(),
            role: match () {
                () if number == 0 => Role::Root,
                () if !declares.is_empty() => Role::Facade,
                () if !implements.is_empty() => Role::Provider,
                () => Role::Library,
            },
            problem: declares.iter().any(|used| facade::is_wrong(root, used))
                || is_extra(package, facades),
            on_path: on_path.contains(&number),
            tags: tags(&declares, &implements),
            // A façade is there because somebody calls it, rather than for its providers.
            from: *reached.get(&number).unwrap_or(&graph.from[number]),
            why: why::why(graph, number, &dependents[number], facades),
            items: declares
                .iter()
                .flat_map(|used| facade::items(root, used))
                .collect(),
        }
    };
    graph.packages.iter().enumerate().map(node).collect()
}

fn tags(declares: &[&FacadeUse], implements: &[&FacadeUse]) -> Vec<String> {
    let facade = (!declares.is_empty()).then(|| "façade".to_owned());
    let provider = implements
        .iter()
        .map(|used| format!("implements {}", used.facade));
    facade.into_iter().chain(provider).collect()
}

/// Whether a package is one of too many providers, or came unasked.
fn is_extra(package: &Package, facades: &[FacadeUse]) -> bool {
    facades.iter().any(|used| {
        let mut providers = used.providers.iter().enumerate();
        providers.any(|(index, provider)| {
            provider.package == package.id
                && facade::takes(used, index)
                && (provider.how == How::Smuggled || matches!(used.choice, Choice::Conflict(_)))
        })
    })
}

/// The packages with a façade or a provider at or below them.
fn on_path(graph: &Graph<'_>, dependents: &[Vec<Edge>], facades: &[FacadeUse]) -> BTreeSet<usize> {
    let declared = facades.iter().map(|used| &used.package);
    let implemented = facades
        .iter()
        .flat_map(|used| used.providers.iter().map(|provider| &provider.package));
    let mut next: Vec<_> = declared
        .chain(implemented)
        .filter_map(|id| graph.number(id))
        .chain([0])
        .collect();
    let mut met = BTreeSet::new();
    while let Some(number) = next.pop() {
        if met.insert(number) {
            next.extend(dependents[number].iter().map(|edge| edge.to));
        }
    }
    met
}

/// The walk through a graph, with the edges from providers to façades turned round.
struct Rows<'a> {
    graph: &'a Graph<'a>,
    root: &'a RootResolution,
    /// Provider and façade, where the edge between them isn't shown.
    turned: BTreeSet<(usize, usize)>,
    /// What is shown as a dependency: as a provider it is shown without what is below it.
    reached: Ways,
}

/// Packages, and the one before each on the shortest way from the root.
type Ways = BTreeMap<usize, Option<usize>>;

impl<'a> Rows<'a> {
    fn new(graph: &'a Graph<'a>, root: &'a RootResolution) -> Self {
        let mut rows = Self {
            graph,
            root,
            turned: turned(graph, &root.facades),
            reached: Ways::new(),
        };
        // A façade that only its providers depend on has no other place than below them.
        let reached = rows.reach();
        rows.turned
            .retain(|(_, facade)| reached.contains_key(facade));
        rows.reached = rows.reach();
        rows
    }

    fn walk(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut met = BTreeSet::new();
        let mut next = vec![(0, Subject::Package(0), Relation::Root)];
        while let Some((depth, subject, relation)) = next.pop() {
            let mut full = true;
            if let Subject::Package(number) = subject {
                let dependency = matches!(relation, Relation::Root | Relation::Dependency(_));
                full = (dependency || !self.reached.contains_key(&number)) && met.insert(number);
                if full {
                    let children = self.children(number).into_iter().rev();
                    next.extend(children.map(|(subject, relation)| (depth + 1, subject, relation)));
                }
            }
            rows.push(Row {
                depth,
                subject,
                relation,
                full,
            });
        }
        rows
    }

    fn children(&self, number: usize) -> Vec<(Subject, Relation)> {
        let package = self.graph.packages[number];
        let declares = self
            .root
            .facades
            .iter()
            .filter(|used| used.package == package.id);
        let mut children: Vec<_> = declares
            .flat_map(|used| {
                let rows = facade::under(self.root, used).into_iter();
                rows.map(|row| self.provider(used, row))
            })
            .collect();
        children.extend(self.shown(number).map(|edge| {
            let relation = Relation::Dependency(edge.label.clone());
            (Subject::Package(edge.to), relation)
        }));
        children
    }

    fn provider(&self, used: &FacadeUse, row: Under) -> (Subject, Relation) {
        match row {
            Under::Note(subject, relation) => (subject, relation),
            Under::Provider(index, relation) => {
                let provider = &used.providers[index];
                let subject = self.graph.number(&provider.package).map_or_else(
                    || Subject::Note(format!("{} {}", provider.name, provider.version)),
                    Subject::Package,
                );
                (subject, relation)
            }
        }
    }

    fn reach(&self) -> Ways {
        let mut reached = Ways::from([(0, None)]);
        let mut next = VecDeque::from([0]);
        while let Some(number) = next.pop_front() {
            for edge in self.shown(number) {
                reached.entry(edge.to).or_insert_with(|| {
                    next.push_back(edge.to);
                    Some(number)
                });
            }
        }
        reached
    }

    fn shown(&self, number: usize) -> impl Iterator<Item = &Edge> {
        let edges = self.graph.edges[number].iter();
        edges.filter(move |edge| !self.turned.contains(&(number, edge.to)))
    }
}

/// Every provider but the root with its façade.
fn turned(graph: &Graph<'_>, facades: &[FacadeUse]) -> BTreeSet<(usize, usize)> {
    let pairs = facades.iter().flat_map(|used| {
        let facade = graph.number(&used.package);
        let providers = used.providers.iter();
        providers.filter_map(move |it| Some((graph.number(&it.package)?, facade?)))
    });
    pairs.filter(|(provider, _)| *provider != 0).collect()
}
