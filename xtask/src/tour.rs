//! `cargo tour`: linkface at work on the quickstart, for somebody who has just cloned this.

mod step;
mod steps;

use crate::command::{Command, Failure, Result};
use crate::place;
use crate::style::Style;

pub(crate) const COMMAND: Command = Command {
    name: "tour",
    args: "[step…]",
    summary: "builds and runs the quickstart, then breaks it in four ways (also: `cargo tour`)",
    details: "\
Builds and runs `examples/quickstart`, then copies of it with one change each: another provider,
no provider, two providers, a provider of the wrong type, no `link!()`; and draws the tree of the
first. Shows what the tools print, without the linker's command line. Needs nothing but Cargo, writes
to `target/tour`.

  step   the number of a step: only shows that",
    run,
};

fn run(args: &[String]) -> Result {
    let steps = steps::all();
    let chosen = chosen(args, steps.len())?;
    let style = Style::of_stdout();
    let is_whole = args.is_empty();
    if is_whole {
        println!(
            "{}\nEach step below is built and run now. The programs are in target/tour.",
            style.bold("linkface: interfaces between crates, joined when the program is linked")
        );
    }
    let folder = place::target()?.join("tour");
    let mut bad = 0;
    for &number in &chosen {
        let step = &steps[number - 1];
        println!("\n{}", style.bold(&format!("{number}. {}", step.title)));
        if step.show(&folder, style)? {
            println!("{}", style.green(&format!("✓ {}", step.moral)));
        } else {
            let text = format!("✗ this should have been: {}", step.moral);
            println!("{}", style.red(&text));
            bad += 1;
        }
    }
    if is_whole {
        println!("\nThe code is in examples/quickstart, and its README goes through it.");
    }
    if bad == 0 {
        return Ok(());
    }
    let all = chosen.len();
    Err(Failure::new(format!(
        "{bad} of {all} steps did something else than they say"
    )))
}

/// The numbers of the steps to show.
fn chosen(args: &[String], count: usize) -> Result<Vec<usize>> {
    if args.is_empty() {
        return Ok((1..=count).collect());
    }
    let number = |arg: &String| {
        let number = arg
            .parse()
            .ok()
            .filter(|number| (1..=count).contains(number));
        number.ok_or_else(|| {
            Failure::misuse(format!("no such step: `{arg}`; there are 1 to {count}"))
        })
    };
    args.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_number() {
        let args = |list: &[&str]| list.iter().map(|&arg| arg.to_owned()).collect::<Vec<_>>();
        assert_eq!(chosen(&args(&[]), 3).unwrap(), [1, 2, 3]);
        assert_eq!(chosen(&args(&["3", "1"]), 3).unwrap(), [3, 1]);
        for wrong in ["0", "4", "x", "--fast"] {
            assert_eq!(chosen(&args(&[wrong]), 3).unwrap_err().exit_code(), 2);
        }
    }
}
