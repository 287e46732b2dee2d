//! What became of a run of COMMAND.

use crate::commands::ir::interrupt;
use crate::failure::Failure;
use serde::Serialize;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What became of a run of COMMAND.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Outcome {
    /// Whether it ended, and with 0.
    pub(super) success: bool,
    /// What else there is to know. Not compared, unless its output is.
    pub(super) how: How,
    /// What it wrote, if that is compared.
    pub(super) output: Option<String>,
}

/// How it ended.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum How {
    /// With this exit code.
    Code(i32),
    /// By a signal, or what else the system has.
    Killed(String),
    /// It didn't, in time.
    Hung,
}

/// Only success counts: a crash may be an exit code on one machine and a signal on another.
impl PartialEq for How {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for How {}

/// How often to look whether it has ended.
const PAUSE: Duration = Duration::from_millis(5);

/// Runs it on this program.
pub(super) fn run(
    command: &[OsString],
    program: &Path,
    output: bool,
    timeout: Duration,
) -> Result<Outcome, Failure> {
    let (what, args) = match command {
        [] => (program.as_os_str().to_owned(), &[][..]),
        [what, args @ ..] => (filled(what, program), args),
    };
    let mut run = Command::new(&what);
    run.args(args.iter().map(|arg| filled(arg, program)));
    run.env("LINKFACE_BIN", program);
    run.stdin(Stdio::null()).stderr(Stdio::null());
    run.stdout(if output {
        Stdio::piped()
    } else {
        Stdio::null()
    });
    let mut child = run
        .spawn()
        .map_err(|why| Failure::new(format!("cannot run `{}`: {why}", what.display())))?;
    let said = child.stdout.take().map(|mut stdout| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            // What was written before it broke is what was written.
            let _ = stdout.read_to_end(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        })
    });
    let status = wait(&mut child, timeout)
        .map_err(|why| Failure::new(format!("cannot wait for `{}`: {why}", what.display())))?;
    interrupt::check()?;
    let how = match status {
        None => How::Hung,
        Some(status) => match status.code() {
            Some(code) => How::Code(code),
            None => How::Killed(status.to_string()),
        },
    };
    Ok(Outcome {
        success: status.is_some_and(|status| status.success()),
        how,
        output: said.and_then(|thread| thread.join().ok()),
    })
}

/// None if it hangs; it is ended then.
fn wait(child: &mut Child, timeout: Duration) -> io::Result<Option<ExitStatus>> {
    let since = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if since.elapsed() > timeout || interrupt::check().is_err() {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(PAUSE);
    }
}

/// With the program's path in place of `{}`.
fn filled(arg: &OsStr, program: &Path) -> OsString {
    match arg.to_str() {
        Some("{}") => program.as_os_str().to_owned(),
        Some(text) if text.contains("{}") => {
            text.replace("{}", &program.display().to_string()).into()
        }
        _ => arg.to_owned(),
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.how {
            How::Code(code) => write!(f, "exit code {code}")?,
            How::Killed(how) => f.write_str(how)?,
            How::Hung => f.write_str("hung")?,
        }
        if let Some(output) = &self.output {
            let line = output.lines().next().unwrap_or_default();
            let short: String = line.chars().take(40).collect();
            let more = if short.len() < output.trim_end().len() {
                "…"
            } else {
                ""
            };
            write!(f, ", output `{short}{more}`")?;
        }
        Ok(())
    }
}
