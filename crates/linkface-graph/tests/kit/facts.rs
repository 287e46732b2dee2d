//! What its code says.

use super::text::{Package, Target};
use linkface_graph::facts::{
    CrateFacts, Declared, Grade, Implemented, ItemRef, Kind, Link, Need, Place,
};
use linkface_graph::packages::Crate;

/// The facts of one crate of it; none if they are `unread`.
#[track_caller]
pub(super) fn of(package: &Package, of: &Crate) -> Option<CrateFacts> {
    let target = package.targets.iter().find(|target| is(target, of))?;
    let mut facts = CrateFacts::default();
    let mut names = None;
    for (nth, said) in target.says.iter().enumerate() {
        let place = Place {
            file: of.source.clone(),
            line: u32::try_from(nth).unwrap_or(0) + 1,
            column: 1,
            end_line: u32::try_from(nth).unwrap_or(0) + 1,
            end_column: 10,
        };
        let (said, only_in_tests) = match said.strip_prefix("test ") {
            Some(said) => (said, true),
            None => (said.as_str(), false),
        };
        let words: Vec<_> = said.split_whitespace().collect();
        match words.as_slice() {
            ["unread"] => return None,
            ["declare", path, how @ ..] => {
                let declared = declared(path, how, only_in_tests, place);
                facts.declared.push(declared);
            }
            ["implement", path, grade @ ..] => facts.implemented.push(Implemented {
                item: ItemRef::Path(segments(path)),
                grade: match grade {
                    [] => Grade::Ordinary,
                    ["default"] => Grade::Default,
                    _ => panic!("no grade: `{said}`"),
                },
                only_in_tests,
                place,
            }),
            ["link", providers @ ..] => facts.links.push(Link {
                only_in_tests,
                providers: providers.iter().map(ToString::to_string).collect(),
                place,
            }),
            ["name", crates @ ..] => {
                names = Some(crates.iter().map(ToString::to_string).collect());
            }
            _ => panic!("not understood: `{said}`"),
        }
    }
    facts.names = names.unwrap_or_else(|| {
        let needs = package.needs.iter();
        needs
            .map(|need| need.rename.as_ref().unwrap_or(&need.package))
            .chain([&package.name])
            .map(|name| name.replace('-', "_"))
            .collect()
    });
    Some(facts)
}

fn is(target: &Target, of: &Crate) -> bool {
    match target.kind.as_str() {
        "lib" | "proc-macro" => of.is_library(),
        "build" => of.is("custom-build"),
        kind => of.is(kind) && of.name == target.name,
    }
}

#[track_caller]
fn declared(path: &str, how: &[&str], only_in_tests: bool, place: Place) -> Declared {
    let path = segments(path);
    let mut declared = Declared {
        kind: Kind::Function,
        need: Need::Required,
        signature: format!("pub fn {}()", path.last().map_or("", String::as_str)),
        docs: String::new(),
        public: true,
        in_group: false,
        only_in_tests,
        symbol: None,
        abi: None,
        hash: None,
        path,
        place,
    };
    for word in how {
        match *word {
            "default" => declared.need = Need::Defaulted,
            "defaultable" => declared.need = Need::Defaultable,
            "dynamic" => declared.need = Need::Dynamic,
            "loadable" => declared.need = Need::Loadable,
            "private" => declared.public = false,
            other => panic!("no such declaration: `{other}`"),
        }
    }
    declared
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(str::to_owned).collect()
}
