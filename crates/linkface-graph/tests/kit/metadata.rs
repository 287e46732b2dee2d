//! What `cargo metadata` would say of it.

use super::id;
use super::text::{Need, Package, Target};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The whole document.
#[track_caller]
pub(super) fn json(packages: &[Package]) -> Value {
    let members: Vec<_> = packages
        .iter()
        .filter(|package| package.member)
        .map(id_of)
        .collect();
    json!({
        "packages": packages.iter().map(|one| package(one, packages)).collect::<Vec<_>>(),
        "workspace_members": members,
        "workspace_default_members": members,
        "resolve": {
            "nodes": packages.iter().map(|one| node(one, packages)).collect::<Vec<_>>(),
            "root": null,
        },
        "target_directory": "/w/target",
        "version": 1,
        "workspace_root": "/w",
        "metadata": null,
    })
}

fn id_of(package: &Package) -> String {
    id(&package.name, &package.version, package.member).0
}

/// The package that is meant: of this version, or the only one of this name.
#[track_caller]
fn meant<'a>(need: &Need, packages: &'a [Package]) -> &'a Package {
    packages
        .iter()
        .find(|package| {
            package.name == need.package
                && need
                    .version
                    .as_ref()
                    .is_none_or(|version| *version == package.version)
        })
        .unwrap_or_else(|| panic!("no package `{}`", need.package))
}

fn folder(package: &Package) -> String {
    if package.member {
        format!("/w/{}", package.name)
    } else {
        format!("/registry/{}-{}", package.name, package.version)
    }
}

fn source(package: &Package) -> Option<&'static str> {
    (!package.member).then_some("registry+https://github.com/rust-lang/crates.io-index")
}

#[track_caller]
fn package(package: &Package, packages: &[Package]) -> Value {
    let mut features: BTreeMap<_, _> = package.features.iter().cloned().collect();
    for need in package.needs.iter().filter(|need| need.optional) {
        let name = need.rename.as_ref().unwrap_or(&need.package);
        let explicit = features
            .values()
            .flatten()
            .any(|on| *on == format!("dep:{name}"));
        if !explicit {
            features.insert(name.clone(), vec![format!("dep:{name}")]);
        }
    }
    json!({
        "name": package.name,
        "version": package.version,
        "id": id_of(package),
        "license": null,
        "license_file": null,
        "description": null,
        "source": source(package),
        "dependencies": package.needs.iter().map(|need| {
            let to = meant(need, packages);
            json!({
                "name": to.name,
                "source": source(to),
                "req": format!("={}", to.version),
                "kind": need.kind,
                "rename": need.rename,
                "optional": need.optional,
                "uses_default_features": !need.bare,
                "features": need.features,
                "target": need.condition,
                "registry": null,
                "path": to.member.then(|| folder(to)),
            })
        }).collect::<Vec<_>>(),
        "targets": package.targets.iter().map(|one| target(one, package)).collect::<Vec<_>>(),
        "features": features,
        "manifest_path": format!("{}/Cargo.toml", folder(package)),
        "metadata": metadata(package),
        "publish": null,
        "authors": [],
        "categories": [],
        "keywords": [],
        "readme": null,
        "repository": null,
        "homepage": null,
        "documentation": null,
        "edition": "2024",
        "links": null,
        "default_run": null,
        "rust_version": null,
    })
}

/// `[package.metadata]`, whose table `linkface` has the lines.
#[track_caller]
fn metadata(package: &Package) -> Value {
    if package.metadata.is_empty() {
        return Value::Null;
    }
    let text = package.metadata.join("\n");
    let table: Map<String, Value> =
        toml_edit::de::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    json!({ "linkface": table })
}

fn target(target: &Target, package: &Package) -> Value {
    let library = package.name.replace('-', "_");
    let (kinds, name, file): (Vec<&str>, &str, String) = match target.kind.as_str() {
        "lib" if target.name.is_empty() => (vec!["lib"], &library, "src/lib.rs".to_owned()),
        "lib" => (
            target.name.split(',').collect(),
            &library,
            "src/lib.rs".to_owned(),
        ),
        "proc-macro" => (vec!["proc-macro"], &library, "src/lib.rs".to_owned()),
        "build" => (
            vec!["custom-build"],
            "build-script-build",
            "build.rs".to_owned(),
        ),
        kind => (
            vec![kind],
            &target.name,
            format!("src/{kind}/{}.rs", target.name),
        ),
    };
    let crate_types = match target.kind.as_str() {
        "lib" | "proc-macro" => kinds.clone(),
        _ => vec!["bin"],
    };
    json!({
        "kind": kinds,
        "crate_types": crate_types,
        "name": name,
        "src_path": format!("{}/{file}", folder(package)),
        "edition": "2024",
        "doc": true,
        "doctest": true,
        "test": !target.untested && !matches!(target.kind.as_str(), "example" | "bench" | "build"),
        "required-features": target.requires,
    })
}

#[track_caller]
fn node(package: &Package, packages: &[Package]) -> Value {
    let mut deps: BTreeMap<(String, String), Vec<Value>> = BTreeMap::new();
    for need in &package.needs {
        let to = meant(need, packages);
        let name = need.rename.as_ref().unwrap_or(&to.name).replace('-', "_");
        deps.entry((id_of(to), name))
            .or_default()
            .push(json!({ "kind": need.kind, "target": need.condition }));
    }
    json!({
        "id": id_of(package),
        "dependencies": deps.keys().map(|(id, _)| id).collect::<Vec<_>>(),
        "deps": deps.iter().map(|((pkg, name), kinds)| json!({
            "name": name, "pkg": pkg, "dep_kinds": kinds,
        })).collect::<Vec<_>>(),
        "features": [],
    })
}
