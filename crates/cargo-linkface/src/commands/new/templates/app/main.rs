//! `{{name}}`: a program that chooses its providers by depending on them.

// Links all providers among the dependencies, and says what is missing. The unit tests below are
// linked with the same.
linkface::link!();

fn main() {
    println!("{}", greeting("world"));
}

fn greeting(whom: &str) -> String {
    format!("Hello, {whom}!")
}

#[cfg(test)]
mod tests {
    use super::greeting;

    #[test]
    fn it_greets() {
        assert_eq!(greeting("world"), "Hello, world!");
    }
}
