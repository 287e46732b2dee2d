//! The text, taken apart.

/// A package, as the text has it.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) member: bool,
    pub(super) targets: Vec<Target>,
    pub(super) needs: Vec<Need>,
    pub(super) features: Vec<(String, Vec<String>)>,
    pub(super) metadata: Vec<String>,
}

/// A target of it.
#[derive(Debug, Default)]
pub(super) struct Target {
    pub(super) kind: String,
    /// Its name; crate types, for a library.
    pub(super) name: String,
    pub(super) requires: Vec<String>,
    pub(super) untested: bool,
    /// What its code says.
    pub(super) says: Vec<String>,
}

/// A dependency of it.
#[derive(Debug, Default)]
pub(super) struct Need {
    pub(super) kind: Option<String>,
    pub(super) rename: Option<String>,
    pub(super) package: String,
    pub(super) version: Option<String>,
    pub(super) optional: bool,
    pub(super) bare: bool,
    pub(super) features: Vec<String>,
    pub(super) condition: Option<String>,
}

/// Takes the text apart, and adds `linkface`.
#[track_caller]
pub(super) fn parse(text: &str) -> Vec<Package> {
    let mut packages: Vec<Package> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let line = line.trim_end();
        // The text of a test may be indented as a whole.
        let words: Vec<_> = line.split_whitespace().collect();
        let heads = words.len() >= 2 && words[1].starts_with(|c: char| c.is_ascii_digit());
        if heads {
            packages.push(Package {
                name: words[0].to_owned(),
                version: words[1].to_owned(),
                member: words.get(2) == Some(&"member"),
                ..Package::default()
            });
            continue;
        }
        let package = packages
            .last_mut()
            .unwrap_or_else(|| panic!("a package before `{line}`"));
        let rest = line.trim()[words[0].len()..].trim();
        match words[0] {
            "needs" => package.needs.push(need(rest)),
            "feature" => {
                let (name, list) = rest.split_once('=').expect("feature NAME = LIST");
                let list = list.split(',').map(str::trim).filter(|one| !one.is_empty());
                package
                    .features
                    .push((name.trim().to_owned(), list.map(str::to_owned).collect()));
            }
            "metadata" => package.metadata.push(rest.to_owned()),
            _ => package.targets.push(target(line.trim())),
        }
    }
    for package in &mut packages {
        if package.targets.is_empty() {
            package.targets.push(target("lib"));
        }
        let says = package.targets.iter().flat_map(|target| &target.says);
        let uses = says.clone().any(|said| {
            let said = said.strip_prefix("test ").unwrap_or(said);
            said.starts_with("declare") || said.starts_with("implement") || said.starts_with("link")
        });
        if uses && !package.needs.iter().any(|need| need.package == "linkface") {
            package.needs.push(need("linkface"));
        }
    }
    if !packages.iter().any(|package| package.name == "linkface") {
        packages.push(Package {
            name: "linkface".to_owned(),
            version: "0.1.0".to_owned(),
            targets: vec![target("lib")],
            ..Package::default()
        });
    }
    packages
}

#[track_caller]
fn target(line: &str) -> Target {
    // `::` is part of paths: the colon that ends the head is followed by a space or the end.
    let (head, says) = match line.split_once(": ") {
        Some((head, says)) => (head, says),
        None => (line.trim_end_matches(':'), ""),
    };
    let mut words = head.split_whitespace();
    let mut target = Target {
        kind: words.next().unwrap_or_default().to_owned(),
        says: says
            .split(';')
            .map(|said| said.trim().to_owned())
            .filter(|said| !said.is_empty())
            .collect(),
        ..Target::default()
    };
    let known = [
        "lib",
        "bin",
        "example",
        "test",
        "bench",
        "build",
        "proc-macro",
    ];
    assert!(known.contains(&target.kind.as_str()), "no target: `{line}`");
    while let Some(word) = words.next() {
        match word {
            "requires" => target.requires.extend(words.next().map(str::to_owned)),
            "untested" => target.untested = true,
            name => name.clone_into(&mut target.name),
        }
    }
    target
}

#[track_caller]
fn need(rest: &str) -> Need {
    let (rest, condition) = match rest.split_once(" if ") {
        Some((rest, condition)) => (rest, Some(condition.trim().to_owned())),
        None => (rest, None),
    };
    let mut need = Need {
        condition,
        ..Need::default()
    };
    for word in rest.split_whitespace() {
        match word {
            "dev" | "build" => need.kind = Some(word.to_owned()),
            "=" => need.rename = Some(std::mem::take(&mut need.package)),
            "optional" => need.optional = true,
            "bare" => need.bare = true,
            word => {
                if let Some(feature) = word.strip_prefix('+') {
                    need.features.push(feature.to_owned());
                } else if let Some((package, version)) = word.split_once('@') {
                    package.clone_into(&mut need.package);
                    need.version = Some(version.to_owned());
                } else {
                    word.clone_into(&mut need.package);
                }
            }
        }
    }
    need
}
