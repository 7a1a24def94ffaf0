//! The rim: words typed, the clock, standard output. One file a command, and nothing decided here.

mod adopt;
mod answers;
mod batch;
mod carry;
mod check;
mod chosen;
mod circulate;
mod clock;
mod collisions;
mod comment;
mod comments;
mod compare;
mod compile;
mod completions;
mod concordance;
mod demo;
mod form;
mod format;
mod generate;
mod held;
mod import;
mod init;
mod languages;
mod log;
mod man;
mod matrix;
mod options;
mod part;
mod place;
mod plumbing;
mod receive;
mod redline;
mod report;
mod respond;
mod save;
mod schedule;
mod show;
mod start;
mod statistics;
mod status;
mod strength;
mod summary;
mod ui;
mod withdraw;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::error::Result;
use options::Options;
use ui::{Outcome, Ui};

/// Keeps the preparatory works of a consultation: drafts, comments, answers and the schedule
///
/// A workspace is a folder of plain files in a git repository, with a schedule.toml at its root. Inside one,
/// `travaux` alone says what stands where today. A version is named as in `first` or `ict/first`, a paragraph by
/// its id (`D2`) or by its printed number (`12`), a comment as in `XAA-r4-3`.
#[derive(Debug, Parser)]
#[command(name = "travaux", version, disable_help_subcommand = true, max_term_width = 100)]
#[command(after_long_help = "Exit status: 0 done, 1 done and there are findings, 2 could not be done.

Examples:
  travaux demo                      See a whole example consultation
  travaux redline first second      What changed between two versions
  travaux comments D2               Who said what on paragraph D2
  travaux log D2                    How paragraph D2 came to say what it says")]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Status(status::Args),
    Schedule(schedule::Args),
    Report(report::Args),
    Log(log::Args),
    Show(show::Args),
    Redline(redline::Args),
    Concordance(concordance::Args),
    Comments(comments::Args),
    Matrix(matrix::Args),
    Answers(answers::Args),
    Carry(carry::Args),
    Compile(compile::Args),
    Collisions(collisions::Args),
    Statistics(statistics::Args),
    Strength(strength::Args),
    Summary(summary::Args),
    Languages(languages::Args),
    Form(form::Args),
    Compare(compare::Args),
    Check(check::Args),
    Import(import::Args),
    Receive(receive::Args),
    Comment(comment::Args),
    Place(place::Args),
    Withdraw(withdraw::Args),
    Adopt(adopt::Args),
    Respond(respond::Args),
    Start(start::Args),
    Save(save::Args),
    Circulate(circulate::Args),
    Held(held::Args),
    Init(init::Args),
    Demo(demo::Args),
    #[command(hide = true)]
    Generate(generate::Args),
    Plumbing(plumbing::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs one command line: 0 done, 1 done and there are findings, 2 could not be done.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = Cli::command().try_get_matches_from(words).and_then(|words| {
        let command = words.subcommand_name().unwrap_or("status").to_owned();
        Ok((command, Cli::from_arg_matches(&words)?))
    });
    let (command, cli) = match parsed {
        Ok(parsed) => parsed,
        Err(usage) => return ui::usage(&usage),
    };
    let mut ui = Ui::new(&cli.options, &command);
    match answer(&cli, &mut ui) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => ui.error(&error),
    }
}

fn answer(cli: &Cli, ui: &mut Ui) -> Result<Outcome> {
    let options = &cli.options;
    ui.choose(options)?;
    match &cli.command {
        None => status::alone(options, ui),
        Some(Command::Status(args)) => status::run(args, &options.desk()?, ui),
        Some(Command::Schedule(args)) => schedule::run(args, &options.desk()?, ui),
        Some(Command::Report(args)) => report::run(args, &options.desk()?, ui),
        Some(Command::Log(args)) => log::run(args, &options.desk()?, ui),
        Some(Command::Show(args)) => show::run(args, &options.desk()?, ui),
        Some(Command::Redline(args)) => redline::run(args, &options.desk()?, ui),
        Some(Command::Concordance(args)) => concordance::run(args, &options.desk()?, ui),
        Some(Command::Comments(args)) => comments::run(args, &options.desk()?, ui),
        Some(Command::Matrix(args)) => matrix::run(args, &options.desk()?, ui),
        Some(Command::Answers(args)) => answers::run(args, &options.desk()?, ui),
        Some(Command::Carry(args)) => carry::run(args, &options.desk()?, ui),
        Some(Command::Compile(args)) => compile::run(args, &options.desk()?, ui),
        Some(Command::Collisions(args)) => collisions::run(args, &options.desk()?, ui),
        Some(Command::Strength(args)) => strength::run(args, &options.desk()?, ui),
        Some(Command::Languages(args)) => languages::run(args, &options.desk()?, ui),
        Some(Command::Statistics(args)) => statistics::run(args, &options.desk()?, ui),
        Some(Command::Summary(args)) => summary::run(args, &options.desk()?, ui),
        Some(Command::Check(args)) => check::run(args, &options.desk()?, ui),
        Some(Command::Form(args)) => form::run(args, &options.desk()?, ui),
        Some(Command::Import(args)) => import::run(args, &options.desk_now()?, options, ui),
        Some(Command::Receive(args)) => receive::run(args, &options.desk_now()?, options, ui),
        Some(Command::Comment(args)) => comment::run(args, &options.desk_now()?, ui),
        Some(Command::Place(args)) => place::run(args, &options.desk_now()?, ui),
        Some(Command::Withdraw(args)) => withdraw::run(args, &options.desk_now()?, ui),
        Some(Command::Adopt(args)) => adopt::run(args, &options.desk_now()?, ui),
        Some(Command::Respond(args)) => respond::run(args, &options.desk_now()?, options, ui),
        Some(Command::Start(args)) => start::run(args, &options.desk_now()?, ui),
        Some(Command::Save(args)) => save::run(args, &options.desk_now()?, ui),
        Some(Command::Circulate(args)) => circulate::run(args, &options.desk_now()?, ui),
        Some(Command::Held(args)) => held::run(args, &options.desk_now()?, ui),
        Some(Command::Init(args)) => init::run(args, options, ui),
        Some(Command::Demo(args)) => demo::run(args, options, ui),
        Some(Command::Compare(args)) => compare::run(args, options, ui),
        Some(Command::Generate(args)) => generate::run(args, options, ui),
        Some(Command::Plumbing(args)) => plumbing::run(args, options, ui),
        Some(Command::Completions(args)) => completions::run(args, Cli::command(), ui),
        Some(Command::Man(args)) => man::run(args, Cli::command(), ui),
    }
}
