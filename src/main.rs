//! The command-line program: everything it does is in the library.

fn main() -> std::process::ExitCode {
    travaux::cli::run(std::env::args_os())
}
