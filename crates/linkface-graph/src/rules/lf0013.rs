//! LF0013: a plugin whose panics end the program.

use super::plugins::{Plugin, plugins};
use super::uses::allows;
use super::words::list;
use super::{Context, Rule, labels};
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::manifest::profile::Aborting;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0013,
    title: "a plugin whose panics end the program",
    explanation: include_str!("lf0013.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let plugins: Vec<Plugin<'_>> = plugins(context.packages)
        .filter(Plugin::is_loadable)
        .filter(|plugin| !allows(Some(plugin.package), RULE.code, &[&plugin.package.name]))
        .collect();
    if plugins.is_empty() {
        return Vec::new();
    }
    let profiles = context.aborting.iter();
    profiles.map(|profile| report(profile, &plugins)).collect()
}

fn report(aborting: &Aborting, plugins: &[Plugin<'_>]) -> Finding {
    let Aborting { file, profile } = aborting;
    let names: Vec<String> = plugins.iter().map(|one| one.package.name.clone()).collect();
    let key = ["profile", profile, "panic"].map(str::to_owned);
    let mut labels = vec![labels::primary(Label {
        key: Some(key.to_vec()),
        ..labels::file(file, "a panic ends the process here")
    })];
    labels.extend(plugins.iter().map(|plugin| {
        let text = format!("`{}` is a plugin", plugin.package.name);
        labels::at(&plugin.export.place, text)
    }));
    Finding {
        code: RULE.code,
        level: Level::Warning,
        message: format!(
            "a host refuses {} if built with profile `{profile}`: its panics would end the host",
            list(&names)
        ),
        labels,
        notes: vec![
            "panics of a plugin reach its host as panics, and with `panic = \"abort\"` there is nothing to \
             reach it"
                .to_owned(),
        ],
        helps: vec![Help {
            text: "remove the key, or build plugins with a profile of their own, `--profile plugin`"
                .to_owned(),
            lines: vec![
                "[profile.plugin]".to_owned(),
                format!("inherits = \"{profile}\""),
                "panic = \"unwind\"".to_owned(),
            ],
        }],
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}
