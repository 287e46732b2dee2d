//! Reads a file with the crate `llvm-ir`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let file = std::env::args().nth(1).unwrap_or_default();
    match llvm_ir::Module::from_ir_path(&file) {
        Ok(module) => {
            println!("{} functions", module.functions.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
