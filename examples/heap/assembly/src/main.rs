//! `assembly PROGRAM FUNCTION` prints the code of a function as objdump sees it, then that of what
//! it calls in linkface's name, and so on.
//!
//! Addresses and padding are left out, and calls have names. A `*` before the name stands for the
//! global offset table, which rustc calls other objects through: objdump only knows its addresses.

mod binutils;
mod program;

use program::Program;
use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [path, function] = &args[..] else {
        eprintln!("usage: assembly PROGRAM FUNCTION");
        return ExitCode::from(2);
    };
    match listing(path, function) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn listing(path: &str, function: &str) -> Result<String, String> {
    let program = Program::read(path)?;
    let mut name = function.to_owned();
    let mut out = String::new();
    loop {
        let code = program.code(&name)?;
        out += &name;
        out += ":\n";
        out.extend(code.iter().map(|line| format!("    {line}\n")));
        // Implementations are in functions of linkface's, which have long names.
        let next = code.iter().find_map(|line| {
            let (_, called) = line.split_once('<')?;
            called
                .contains("__linkface")
                .then(|| called.trim_end_matches('>'))
        });
        match next {
            Some(next) if next != name => next.clone_into(&mut name),
            _ => return Ok(out),
        }
    }
}
