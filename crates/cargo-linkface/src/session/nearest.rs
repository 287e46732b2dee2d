//! "Did you mean": the nearest of the names that there are.

/// A help for a name that isn't there: the names that are near it, else all if they are few.
pub(crate) fn did_you_mean<'a>(
    given: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    const FEW: usize = 8;
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_unstable();
    names.dedup();
    let nearness = |name: &str| strsim::jaro_winkler(&given.to_lowercase(), &name.to_lowercase());
    let nearest = names
        .iter()
        .filter(|name| nearness(name) > 0.8)
        .max_by(|a, b| nearness(a).total_cmp(&nearness(b)));
    match (nearest, names.len()) {
        (Some(name), _) => Some(format!("did you mean `{name}`?")),
        (None, 1..=FEW) => Some(format!("there are `{}`", names.join("`, `"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, names: &[&str], expected: Option<&str>) {
        assert_eq!(
            did_you_mean(given, names.iter().copied()).as_deref(),
            expected
        );
    }

    #[test]
    fn the_nearest_or_all_if_few() {
        check(
            "consle",
            &["console", "plain"],
            Some("did you mean `console`?"),
        );
        check("Console", &["console"], Some("did you mean `console`?"));
        check(
            "xyz",
            &["plain", "console", "plain"],
            Some("there are `console`, `plain`"),
        );
        check("xyz", &[], None);
        check("xyz", &["a", "b", "c", "d", "e", "f", "g", "h", "i"], None);
    }
}
