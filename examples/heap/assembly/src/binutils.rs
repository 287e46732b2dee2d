//! The tools that are asked.

use std::process::Command;

/// The lines that a program prints.
pub(crate) fn lines(program: &str, args: &[&str]) -> Result<Vec<String>, String> {
    let output = Command::new(program)
        .args(args)
        .output()
        .map_err(|error| format!("cannot run `{program}`: {error}"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{program}` failed: {}", text.trim()));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().map(str::to_owned).collect())
}
