//! Lines of standard input answered on all processors, and told in their order.

use std::collections::BTreeMap;
use std::io::BufRead;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{Error, Result};

/// A line with its number.
type Asked = (usize, Vec<u8>);
/// Its answer, or why there is none: what panicked on another thread goes on here.
type Told = (usize, std::thread::Result<Result<String>>);

/// How many lines may wait at each step.
const WAITING: usize = 64;

/// Answers each line of standard input. `tell` is handed the answers in the order of the lines, each as soon as it is
/// known, and says whether anybody still listens.
pub(super) fn in_order(
    answer: fn(&str) -> String,
    mut tell: impl FnMut(String) -> Result<bool>,
) -> Result<()> {
    let (ask, asked) = sync_channel::<Asked>(WAITING);
    let (told, tales) = sync_channel::<Told>(WAITING);
    let asked = Arc::new(Mutex::new(asked));
    for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
        let (asked, told) = (asked.clone(), told.clone());
        std::thread::spawn(move || work(answer, &asked, &told));
    }
    // Not waited for at the end: it may wait for a line that never comes when nobody listens any more.
    std::thread::spawn(move || read(&ask, &told));
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, answer) in tales {
        early.insert(number, answer);
        while let Some(answer) = early.remove(&next) {
            next += 1;
            let answer = answer.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            if !tell(answer?)? {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Reads lines until the end, or until nobody asks for more.
fn read(ask: &SyncSender<Asked>, told: &SyncSender<Told>) {
    let mut input = std::io::stdin().lock();
    for number in 0.. {
        let mut bytes = Vec::new();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => return,
            Ok(_) if ask.send((number, bytes)).is_ok() => {}
            Ok(_) => return,
            Err(error) => {
                let _ = told.send((number, Ok(Err(Error::outside("read standard input")(error)))));
                return;
            }
        }
    }
}

fn work(answer: fn(&str) -> String, asked: &Mutex<Receiver<Asked>>, told: &SyncSender<Told>) {
    loop {
        let line = asked.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, bytes)) = line else { return };
        // What is not UTF-8 is a bad line like any other: the replacement characters make no JSON of it.
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end_matches(['\n', '\r']);
        let answer = std::panic::catch_unwind(|| Ok(answer(line)));
        if told.send((number, answer)).is_err() {
            return;
        }
    }
}
