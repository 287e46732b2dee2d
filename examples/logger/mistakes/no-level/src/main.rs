//! Not meant to build: nobody implements `logger::MAX_LEVEL`.

linkface::link!(logger_stdout);

fn main() {
    print!("{}", access_log::summarise(""));
}
