//! Scripts: what isn't worth a compiler.

use rhai::{AST, Dynamic, Engine, EvalAltResult, ParseError, Scope};
use std::error::Error;
use std::fmt;
use std::fs;
use std::path::Path;

/// Functions in [Rhai](https://rhai.rs).
///
/// Behind a trait, and its errors as text: whoever drops a value has its destructor compiled, with
/// those of all its parts, and these are many.
pub struct Script(Box<dyn Functions + Send + Sync>);

trait Functions {
    fn call(&self, function: &str, of: i64) -> Result<Dynamic, ScriptError>;
}

struct Compiled {
    engine: Engine,
    functions: AST,
}

impl Functions for Compiled {
    fn call(&self, function: &str, of: i64) -> Result<Dynamic, ScriptError> {
        let scope = &mut Scope::new();
        Ok(self
            .engine
            .call_fn(scope, &self.functions, function, (of,))?)
    }
}

impl Script {
    /// Compiles a script.
    pub fn new(text: &str) -> Result<Self, ScriptError> {
        let engine = Engine::new();
        let functions = engine.compile(text)?;
        Ok(Self(Box::new(Compiled { engine, functions })))
    }

    /// Reads the script at `path`.
    pub fn open(path: &Path) -> Result<Self, ScriptError> {
        match fs::read_to_string(path) {
            Ok(text) => Self::new(&text),
            Err(error) => Err(ScriptError(format!("{}: {error}", path.display()))),
        }
    }

    /// Calls a function from a number to a number.
    pub fn number(&self, function: &str, of: i64) -> Result<f32, ScriptError> {
        Ok(self.call(function, of)?.as_float().unwrap_or_default() as f32)
    }

    pub(crate) fn call(&self, function: &str, of: i64) -> Result<Dynamic, ScriptError> {
        self.0.call(function, of)
    }
}

/// What is wrong with a script.
#[derive(Debug)]
pub struct ScriptError(String);

impl From<Box<EvalAltResult>> for ScriptError {
    fn from(error: Box<EvalAltResult>) -> Self {
        Self(error.to_string())
    }
}

impl From<ParseError> for ScriptError {
    fn from(error: ParseError) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for ScriptError {}
