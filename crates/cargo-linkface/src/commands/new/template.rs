//! Filling in templates: `{{name}}`.

/// The text of a template with each `{{key}}` replaced.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    // Once through the template, so that a value that looks like a key stays what it is.
    while let Some((before, behind)) = rest.split_once("{{") {
        filled.push_str(before);
        let (key, behind) = behind.split_once("}}").unwrap_or((behind, ""));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == key) {
            filled.push_str(value);
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn keys_are_replaced_once() {
        let values = [("a", "{{b}}"), ("b", "2")];
        assert_eq!(fill("1 {{b}} {{a}}{{b}}", &values), "1 2 {{b}}2");
        assert_eq!(fill("none", &values), "none");
    }
}
