//! The header as a page: guard, includes, C++.

use crate::facts::FacadeKey;

/// `docs` as a comment, above `text`.
pub(super) fn documented(docs: &str, text: &str) -> String {
    let docs = docs.trim().replace("*/", "* /").replace("/*", "/ *");
    match docs.lines().collect::<Vec<_>>()[..] {
        [] => text.to_owned(),
        [line] => format!("/** {line} */\n{text}"),
        ref lines => {
            let lines: Vec<String> = lines
                .iter()
                .map(|line| format!(" * {line}").trim_end().to_owned())
                .collect();
            format!("/**\n{}\n */\n{text}", lines.join("\n"))
        }
    }
}

/// The whole header.
pub(super) fn page(facade: &FacadeKey, definitions: &[String], declarations: &[String]) -> String {
    let guard: String = facade
        .name
        .chars()
        .map(|character| match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => character.to_ascii_uppercase(),
            _ => '_',
        })
        .collect();
    let guard = format!("LINKFACE_{guard}_H");
    let mut parts = vec![format!(
        "/* The C items of the facade {name} {version}.\n \
         * Written by `cargo linkface header {name}`: changes made here are lost. */\n\
         #ifndef {guard}\n\
         #define {guard}",
        name = facade.name,
        version = facade.version,
    )];
    parts.push("#include <stdbool.h>\n#include <stdint.h>".to_owned());
    parts.push("#ifdef __cplusplus\nextern \"C\" {\n#endif".to_owned());
    parts.extend_from_slice(definitions);
    parts.extend_from_slice(declarations);
    parts.push("#ifdef __cplusplus\n}\n#endif".to_owned());
    parts.push(format!("#endif /* {guard} */"));
    let mut page = parts.join("\n\n");
    page.push('\n');
    page
}
