//! Reading the compiler's texts, as far as these tests need to.

/// The instructions of a function in assembly, each with single spaces.
#[cfg_attr(
    not(all(target_arch = "x86_64", target_os = "linux")),
    allow(dead_code)
)]
#[track_caller]
pub(crate) fn instructions(assembly: &str, name: &str) -> Vec<String> {
    let label = format!("{name}:");
    let mut lines = assembly.lines().skip_while(|line| *line != label);
    assert!(lines.next().is_some(), "no `{name}` in\n{assembly}");
    let end = format!(".size\t{name},");
    lines
        .map(str::trim)
        .take_while(|line| !line.starts_with(&end))
        // Directives, labels and comments.
        .filter(|line| !line.is_empty() && !line.starts_with(['.', '#']) && !line.ends_with(':'))
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// A function in LLVM IR: its first line, and the others up to `}`.
pub(crate) struct Function<'a> {
    /// `define` or `declare` and all that is said of the parameters.
    pub(crate) header: &'a str,
    pub(crate) body: Vec<&'a str>,
}

impl<'a> Function<'a> {
    /// All functions of a module: the defined and the declared.
    pub(crate) fn all(ir: &'a str) -> Vec<Self> {
        let mut functions: Vec<Self> = Vec::new();
        let mut inside = false;
        for line in ir.lines() {
            if line.starts_with("define ") || line.starts_with("declare ") {
                inside = line.starts_with("define ");
                functions.push(Self {
                    header: line,
                    body: Vec::new(),
                });
            } else if line == "}" {
                inside = false;
            } else if let Some(function) = functions.last_mut().filter(|_| inside) {
                function.body.push(line);
            }
        }
        functions
    }

    /// The name without its quotes.
    pub(crate) fn name(&self) -> &'a str {
        let (_, rest) = self.header.split_once('@').expect("a function has a name");
        match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or(quoted),
            None => rest.split('(').next().unwrap_or(rest),
        }
    }

    /// What is said of each parameter, the name of the parameter included.
    pub(crate) fn parameters(&self) -> Vec<&'a str> {
        let after = self.header.find(self.name()).expect("its name") + self.name().len();
        let rest = self.header[after..].trim_start_matches('"');
        let inside = rest.strip_prefix('(').expect("parameters follow the name");
        let mut depth = 0;
        let mut start = 0;
        let mut all = Vec::new();
        for (at, c) in inside.char_indices() {
            match c {
                '(' => depth += 1,
                ')' if depth > 0 => depth -= 1,
                ',' | ')' if depth == 0 => {
                    all.push(inside[start..at].trim());
                    start = at + 1;
                    if c == ')' {
                        break;
                    }
                }
                _ => {}
            }
        }
        all.retain(|parameter| !parameter.is_empty());
        all
    }
}
