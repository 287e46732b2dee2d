//! "Did you mean": the nearest of the names that there are.

/// A help for a name that isn't there: the name that is nearest (of several the first), else all if
/// they are few.
pub(crate) fn did_you_mean<'a>(
    given: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    const FEW: usize = 8;
    let mut names: Vec<&str> = names.into_iter().collect();
    let given = given.to_lowercase();
    let distance = |name: &str| strsim::damerau_levenshtein(&given, &name.to_lowercase());
    // One letter of three may be wrong, as rustc has it.
    let longest = |name: &str| given.chars().count().max(name.chars().count());
    let near = names.iter().copied();
    let near = near.filter(|name| distance(name) <= longest(name) / 3);
    let nearest = near.min_by_key(|name| distance(name));
    names.sort_unstable();
    names.dedup();
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
        check("nope", &["one"], Some("there are `one`"));
        check("rgn", &["rng"], Some("did you mean `rng`?"));
        check(
            "rng::fil",
            &["rng::fill", "rng"],
            Some("did you mean `rng::fill`?"),
        );
        check("lin", &["lint", "line"], Some("did you mean `lint`?"));
        check("xyz", &["a", "b", "c", "d", "e", "f", "g", "h", "i"], None);
    }
}
