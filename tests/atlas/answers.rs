//! Answers worked from the article by hand, and what the command line says of them: the text that a
//! reader sees. How a row is written and read is told at the head of `evidence/answers.tsv`.

use araxes::cli::{Cli, Output};

const TABLE: &str = include_str!("../evidence/answers.tsv");

/// How far apart, in bytes of the folded text, words of one statement may stand.
const NEAR: usize = 400;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// One row of the table.
struct Row {
    question: &'static str,
    command: &'static str,
    asked: Vec<&'static str>,
    forbidden: Vec<&'static str>,
    /// Page, note, lines of the article and the reason, for the report.
    evidence: String,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[question, command, asked, forbidden, page, lines, reason] = fields.as_slice() else {
            panic!("seven columns are wanted: {line}");
        };
        Row {
            question,
            command,
            asked: phrases(asked),
            forbidden: phrases(forbidden),
            evidence: format!("page:note {page}; lines {lines}; {reason}"),
        }
    };
    lines.map(row).collect()
}

fn phrases(field: &'static str) -> Vec<&'static str> {
    match field {
        "-" => Vec::new(),
        _ => field.split(" | ").collect(),
    }
}

/// The words of a command; single quotes hold blanks together.
fn words(command: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (i, part) in command.split('\'').enumerate() {
        if i % 2 == 1 {
            out.push(part.to_owned());
        } else {
            out.extend(part.split_whitespace().map(ToOwned::to_owned));
        }
    }
    out
}

/// A text without the differences that do not matter: case, blanks, curly quotes, the commas of
/// numbers, and the two ways to write a date.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace(['’', '‘'], "'");
    let lower = lower.replace(['“', '”'], "\"");
    let joined = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    dates_in_words(&without_commas(&joined))
}

/// `3,000` as `3000`.
fn without_commas(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    let separates = |i: usize| {
        let three = (1..=3).all(|k| digit(Some(i + k)));
        digit(i.checked_sub(1)) && three && !digit(Some(i + 4))
    };
    let kept = text
        .char_indices()
        .filter(|(i, c)| *c != ',' || !separates(*i));
    kept.map(|(_, c)| c).collect()
}

/// `1920-07-03` as `3 july 1920`.
fn dates_in_words(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(date) = rest.get(..10).and_then(date_in_words) {
            out.push_str(&date);
            rest = &rest[10..];
        } else {
            let end = rest.char_indices().nth(1).map_or(rest.len(), |(i, _)| i);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out
}

fn date_in_words(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let &[year, month, day] = parts.as_slice() else {
        return None;
    };
    if [year.len(), month.len(), day.len()] != [4, 2, 2] {
        return None;
    }
    let number = |part: &str| part.parse::<usize>().ok();
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let name = MONTHS.get(month.checked_sub(1)?)?;
    Some(format!("{day} {name} {year}"))
}

/// Where a phrase stands; a number is not a part of a longer one.
fn places(text: &str, phrase: &str) -> Vec<usize> {
    let digit_at = |i: usize| text.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    let starts = phrase.starts_with(|c: char| c.is_ascii_digit());
    let ends = phrase.ends_with(|c: char| c.is_ascii_digit());
    let whole = |at: &usize| {
        let before = starts && at.checked_sub(1).is_some_and(digit_at);
        let after = ends && digit_at(at + phrase.len());
        !before && !after
    };
    let found = text.match_indices(phrase).map(|(at, _)| at);
    found.filter(whole).collect()
}

/// Whether one wording stands in a folded text: all its parts near the first.
fn stands(text: &str, wording: &str) -> bool {
    let parts: Vec<String> = wording.split(" + ").map(folded).collect();
    let places: Vec<Vec<usize>> = parts.iter().map(|p| places(text, p)).collect();
    let Some((first, others)) = places.split_first() else {
        return false;
    };
    let near = |at: &usize| {
        let close = |other: &Vec<usize>| other.iter().any(|o| o.abs_diff(*at) <= NEAR);
        others.iter().all(close)
    };
    first.iter().any(near)
}

fn said(text: &str, phrase: &str) -> bool {
    phrase.split(" / ").any(|wording| stands(text, wording))
}

/// What stands before the heading under which records without a day are listed.
fn dated_part(answer: &str) -> String {
    let heading = |line: &&str| line.trim_start().to_lowercase().starts_with("undated");
    let lines: Vec<&str> = answer.lines().take_while(|line| !heading(line)).collect();
    lines.join("\n")
}

/// What is wrong with the answer to one row; empty where it is right.
fn faults(row: &Row) -> Vec<String> {
    let arguments = ["araxes".to_owned()].into_iter().chain(words(row.command));
    let cli = Cli::read(arguments.map(Into::into)).expect("a command");
    let (mut data, mut messages) = (Vec::new(), Vec::new());
    let mut out = Output::new(&mut data, &mut messages);
    let ended = araxes::cli::run(&cli, &mut out).map(|_| out.finish());
    if let Err(error) = ended {
        return vec![format!("failed: {error:#}")];
    }
    let answer = String::from_utf8(data).expect("UTF-8");
    let (whole, dated) = (folded(&answer), folded(&dated_part(&answer)));
    let missing = row.asked.iter().filter(|p| !said(&whole, p));
    let unwanted = row.forbidden.iter().filter(|p| said(&dated, p));
    missing
        .map(|p| format!("does not say: {p}"))
        .chain(unwanted.map(|p| format!("must not say: {p}")))
        .collect()
}

/// The report on a row that fails; `None` where it is right.
fn report(row: &Row) -> Option<String> {
    let faults = faults(row);
    (!faults.is_empty()).then(|| {
        format!(
            "{}\n  araxes {}\n  {}\n  ({})",
            row.question,
            row.command,
            faults.join("\n  "),
            row.evidence
        )
    })
}

#[test]
fn the_command_line_says_what_was_read_from_the_article() {
    let rows = rows();
    assert!(rows.len() >= 40, "only {} rows", rows.len());
    let workers = std::thread::available_parallelism().map_or(1, |n| n.get());
    let share = rows.len().div_ceil(workers);
    let failed: Vec<String> = std::thread::scope(|scope| {
        let started: Vec<_> = rows
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().filter_map(report).collect::<Vec<_>>()))
            .collect();
        let done = started.into_iter().map(|worker| worker.join());
        done.flat_map(|part| part.expect("no worker panics"))
            .collect()
    });
    assert!(
        failed.is_empty(),
        "{} of {} rows fail:\n\n{}\n",
        failed.len(),
        rows.len(),
        failed.join("\n\n")
    );
}

#[test]
fn phrases_are_found_as_the_head_of_the_table_says() {
    let text = folded("Up to 3,000 “bayonets”\n  came (Mdivani, 1920-06-29,\u{a0}p. 173).");
    for phrase in [
        "3,000 \"bayonets\" came",
        "29 June 1920",
        "mdivani + p. 173",
        "cavalry / bayonets",
    ] {
        assert!(said(&text, phrase), "{phrase}: {text}");
    }
    for phrase in ["000", "9 June", "p. 17", "Mdivani + p. 174", "300"] {
        assert!(!said(&text, phrase), "{phrase}: {text}");
    }
    let far = format!("a {} b", "x ".repeat(NEAR));
    assert!(said(&far, "a") && said(&far, "b") && !said(&far, "a + b"));
    assert_eq!(dated_part("one\nUndated records:\ntwo"), "one");
    assert_eq!(
        words("find 'f. 5, op. 1' --x"),
        ["find", "f. 5, op. 1", "--x"]
    );
}
