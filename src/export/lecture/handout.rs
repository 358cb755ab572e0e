//! The handout of a tour: a PDF of A4 sheets with a page for each step, or a student's sheet that
//! leaves the findings and answers to be written.

use crate::export::cite::{self, Style};
use crate::model::{Citation, Source, TourStep};
use crate::paint::pdf;
use crate::paint::svg::{About, Form, Letters};
use crate::scene::{Face, LegendEntry, LegendGroup, SceneContext, legend_sign};
use crate::text::citation::{family, main_source};

use super::picture::StepPicture;
use super::step::{SourceKind, StepWords};
use super::{Progress, StepView, TourExporter, TourFileError};
use crate::export::sheets::{COLUMN, Piece, Running, Sheets, Type, WIDTH};

/// Width and height of the slide that is drawn, in its own points.
const SLIDE: (f32, f32) = (1920.0, 1080.0);
/// Widths of the picture on the page that are tried until the step fits on one page, in points.
const PICTURE_WIDTHS: [f32; 4] = [WIDTH, 440.0, 370.0, 310.0];
/// Points of a legend's sign in a design unit.
const SIGN_UNIT: f32 = 0.62;
/// Distance between lines to write on, in points.
const WRITING: f32 = 21.0;

/// What a handout contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HandoutOptions {
    /// Whether the speaker's notes are in it.
    pub notes: bool,
    /// Whether it is a student's sheet: headlines and answers are left blank, and stand on its last
    /// pages.
    pub blanks: bool,
}

/// Ways to set texts.
#[derive(Clone, Copy)]
struct Types {
    display: Type,
    title: Type,
    lens: Type,
    headline: Type,
    caption: Type,
    body: Type,
    label: Type,
    small: Type,
    small_label: Type,
    cites: Type,
}

impl TourExporter {
    /// The handout, as the bytes of a PDF file.
    ///
    /// # Errors
    /// [`TourFileError`].
    pub(super) fn handout(
        &self,
        options: HandoutOptions,
        progress: Progress<'_>,
    ) -> Result<Vec<u8>, TourFileError> {
        let t = self.types();
        let running = Running {
            left: self.full_title(),
            how: t.cites,
            rule: self.theme.rule,
        };
        let geometry = self.session.geometry();
        let mut sheets = Sheets::new(geometry, running, self.theme.page);
        self.title_page(&mut sheets, options, t);
        let mut legend = Vec::new();
        let steps = self.each_step(true, progress, |view| {
            let picture = view.picture(SLIDE)?;
            merge(&mut legend, picture.legend());
            let count = self.steps();
            let step = view.words.number.to_string();
            let step = self
                .text
                .with("step-of", &[("step", &step), ("count", &count.to_string())]);
            if options.blanks {
                self.sheet_page(&mut sheets, view, &picture, &step, t);
            } else {
                self.step_page(&mut sheets, view, &picture, (&step, options.notes), t);
            }
            Ok(view.words.clone())
        })?;
        if options.blanks {
            self.answers(&mut sheets, &steps, t);
        }
        self.legend_page(&mut sheets, &legend, t);
        self.bibliography(&mut sheets, &steps, t);
        let about = About {
            title: self.full_title(),
            description: String::new(),
            sources: self.text.sources_line(self.atlas()),
            language: self.text.language().to_owned(),
            names: Default::default(),
        };
        let authors = [self.atlas_title().to_owned()];
        Ok(pdf::document(&sheets.finish(), &about, &authors)?)
    }

    fn types(&self) -> Types {
        let how = |face, size: f32, line: f32, color| Type {
            face,
            size,
            line,
            color,
        };
        let (ink, ink2) = (self.theme.ink, self.theme.ink2);
        Types {
            display: how(Face::Display, 23.0, 27.0, ink),
            title: how(Face::DisplayMedium, 34.0, 40.0, ink),
            lens: how(Face::SemiBold, 9.5, 13.0, ink2),
            headline: how(Face::SerifSemiBold, 16.0, 20.0, ink),
            caption: how(Face::Serif, 11.5, 15.5, ink),
            body: how(Face::Serif, 9.6, 13.6, ink),
            label: how(Face::SemiBold, 9.0, 13.0, ink),
            small: how(Face::Regular, 7.4, 9.8, ink),
            small_label: how(Face::SemiBold, 8.0, 11.0, ink2),
            cites: how(Face::Condensed, 7.4, 9.8, ink2),
        }
    }

    /// The first page: title, what this is, and on whose work it rests.
    fn title_page(&self, sheets: &mut Sheets<'_>, options: HandoutOptions, t: Types) {
        let (text, atlas) = (&self.text, self.atlas());
        let language = text.language();
        sheets.begin(Some(self.title()), "");
        sheets.add(Piece::text(self.atlas_title(), t.lens, WIDTH).below(0.0));
        sheets.add(Piece::heading(1, self.title(), t.title, WIDTH).below(30.0));
        let about = self.tour.about.text(language);
        if !about.is_empty() {
            sheets.add(Piece::text(about, t.caption, WIDTH).below(8.0));
        }
        sheets.add(Piece::rule(self.theme.ink, 1.0, WIDTH).below(18.0));
        let kind = match options {
            HandoutOptions { blanks: true, .. } => "handout-sheet-about",
            HandoutOptions { notes: true, .. } => "handout-notes-about",
            _ => "handout-about",
        };
        let count = self.steps().to_string();
        let what = text.with(kind, &[("count", &count)]);
        let mut paragraphs = vec![(text.get("handout-what"), what)];
        paragraphs.push((text.get("handout-whose"), text.sources_line(atlas)));
        if let Some(source) = main_source(atlas) {
            let whole = Citation::of_whole(source.id.clone());
            let read = cite::cite(atlas, &whole, Style::Chicago).unwrap_or_default();
            let caution = source.about.text(language);
            let read = [read.as_str(), caution].join(" ");
            paragraphs.push((text.get("handout-read"), read.trim().to_owned()));
        }
        paragraphs.push((text.get("handout-note"), text.plate_note(atlas)));
        paragraphs.extend(
            text.map_credits(atlas)
                .map(|credits| (text.get("handout-map-data"), credits)),
        );
        for (label, words) in paragraphs.iter().filter(|(_, words)| !words.is_empty()) {
            sheets.add(Piece::heading(2, label, t.label, WIDTH).below(14.0));
            sheets.add(Piece::text(words, t.body, WIDTH).below(2.0));
        }
        if !options.blanks {
            let label = text.get("handout-steps");
            sheets.add(Piece::heading(2, &label, t.label, WIDTH).below(18.0));
            sheets.add_in_columns(self.contents(t));
        }
    }

    /// The list of steps for the title page.
    fn contents(&self, t: Types) -> Vec<Piece> {
        let language = self.text.language();
        let steps = self.session.lecture().into_iter().flat_map(|l| l.steps());
        let line = |(i, step): (usize, &TourStep)| {
            let when = match step.range {
                Some(days) => self.text.days_in_short(days),
                None => self.text.day_month(step.date),
            };
            let line = format!("{}. {}, {when}", i + 1, step.headline.text(language));
            Piece::text(&line, t.small, COLUMN).below(2.0)
        };
        steps.enumerate().map(line).collect()
    }

    /// The page of a step.
    fn step_page(
        &self,
        sheets: &mut Sheets<'_>,
        view: &StepView<'_>,
        picture: &StepPicture,
        (step, with_notes): (&str, bool),
        t: Types,
    ) {
        let (words, text) = (&view.words, &self.text);
        let mut below = vec![
            Piece::heading(2, &words.headline.text, t.headline, WIDTH).below(9.0),
            Piece::text(&words.caption.text, t.caption, WIDTH).below(3.0),
        ];
        let answers = [
            ("handout-question", &words.ask),
            ("handout-answer", &words.reveal),
        ];
        for (label, said) in answers.iter().filter(|(_, said)| !said.is_empty()) {
            let label = text.get(label);
            let both = [(label.as_str(), t.label), (said.text.as_str(), t.body)];
            below.push(Piece::texts(&both, WIDTH).below(6.0));
        }
        if with_notes && !words.notes.is_empty() {
            let label = text.get("handout-speaker");
            below.push(Piece::heading(3, &label, t.label, WIDTH).below(8.0));
            below.push(Piece::text(&words.notes.text, t.body, WIDTH).below(1.0));
        }
        let records = self.records(words, t);
        let heights = |pieces: &[Piece]| pieces.iter().map(Piece::height).sum::<f32>();
        // The two columns differ in height by a record at most.
        let longest = records.iter().map(Piece::height).fold(0.0, f32::max);
        let fixed = heights(&below) + f32::midpoint(heights(&records), longest) + 34.0;
        sheets.begin(
            Some(&format!("{}. {}", words.number, words.headline.text)),
            step,
        );
        add_day(sheets, words, t);
        let fits = |width: &&f32| fixed + **width * SLIDE.1 / SLIDE.0 <= sheets.room();
        let width = PICTURE_WIDTHS.iter().find(fits);
        let width = width.copied().unwrap_or(PICTURE_WIDTHS[1]);
        let form = selectable();
        let svg = picture.whole(self.session.geometry(), &form);
        let size = (width, width * SLIDE.1 / SLIDE.0);
        sheets.add(Piece::picture(svg, size, &words.alt).below(4.0));
        below.into_iter().for_each(|piece| sheets.add(piece));
        if !records.is_empty() {
            sheets.add(Piece::rule(self.theme.rule, 0.6, WIDTH).below(9.0));
            let label = text.get("handout-records");
            sheets.add(Piece::heading(3, &label, t.small_label, WIDTH).below(4.0));
            sheets.add_in_columns(records);
        }
    }

    /// The page of a step in a student's sheet.
    fn sheet_page(
        &self,
        sheets: &mut Sheets<'_>,
        view: &StepView<'_>,
        picture: &StepPicture,
        step: &str,
        t: Types,
    ) {
        let (words, text) = (&view.words, &self.text);
        sheets.begin(Some(&format!("{}. {}", words.number, words.when)), step);
        add_day(sheets, words, t);
        let form = selectable();
        let (svg, (w, h)) = picture.maps(self.session.geometry(), &form);
        let most = 400.0_f32;
        let width = WIDTH.min(most * w / h);
        sheets.add(Piece::picture(svg, (width, width * h / w), &words.alt).below(4.0));
        let shown = [(words.caption.text.as_str(), t.caption)];
        sheets.add(Piece::texts(&shown, WIDTH).below(8.0));
        let lines = |count| Piece::lines_to_write(count, WRITING, self.theme.ink3, WIDTH);
        let mut ask = |label: &str, question: &str, count| {
            let label = text.get(label);
            let both = [(label.as_str(), t.label), (question, t.body)];
            let shown = if question.is_empty() {
                &both[..1]
            } else {
                &both
            };
            sheets.add(Piece::texts(shown, WIDTH).below(10.0));
            sheets.add(lines(count));
        };
        ask("handout-your-headline", "", 1);
        if !words.ask.is_empty() {
            ask("handout-question", &words.ask.text, 4);
        }
        let left = (sheets.room() - 30.0) / WRITING;
        let lines = (left.max(0.0) as usize).min(6);
        if lines > 0 {
            let label = text.get("handout-your-notes");
            sheets.add(Piece::text(&label, t.label, WIDTH).below(10.0));
            let lines = Piece::lines_to_write(lines, WRITING, self.theme.ink3, WIDTH);
            sheets.add(lines);
        }
    }

    /// The records of a step, as paragraphs in a column.
    fn records(&self, words: &StepWords, t: Types) -> Vec<Piece> {
        let of = |kind| words.sources.iter().filter(move |s| s.kind == kind);
        let mut out = Vec::new();
        for source in of(SourceKind::Record)
            .chain(of(SourceKind::Word))
            .chain(of(SourceKind::Book))
        {
            let says = match source.when.as_str() {
                "" => source.says.clone(),
                when => format!("{when}. {}", self.text.capitalized(&source.says)),
            };
            let cites = match source.cites.as_str() {
                "" => format!("[{}]", source.id),
                cites => format!("{cites} [{}]", source.id),
            };
            let both = [(says.as_str(), t.small), (cites.as_str(), t.cites)];
            out.push(Piece::texts(&both, COLUMN).below(4.0));
        }
        let people: Vec<String> = of(SourceKind::Person).map(|s| s.says.clone()).collect();
        if !people.is_empty() {
            let people = people.join(&self.text.get("list-semicolon"));
            let people = self.text.with("handout-people", &[("people", &people)]);
            out.push(Piece::text(&people, t.cites, COLUMN).below(4.0));
        }
        out
    }

    /// The page with everything that a student's sheet leaves blank.
    fn answers(&self, sheets: &mut Sheets<'_>, steps: &[StepWords], t: Types) {
        let title = self.text.get("handout-answers");
        sheets.begin(Some(&title), "");
        sheets.add(Piece::heading(1, &title, t.headline, WIDTH));
        for words in steps {
            let head = format!("{}. {}", words.number, words.headline.text);
            let mut lines = vec![(head.as_str(), t.label)];
            let answer = [words.ask.text.as_str(), words.reveal.text.as_str()].join(" ");
            if !words.reveal.is_empty() {
                lines.push((answer.as_str(), t.body));
            }
            sheets.add(Piece::texts(&lines, WIDTH).below(6.0));
        }
    }

    /// The page that explains colors and signs.
    fn legend_page(&self, sheets: &mut Sheets<'_>, legend: &[LegendEntry], t: Types) {
        if legend.is_empty() {
            return;
        }
        let title = self.text.get("handout-how-to-read");
        sheets.begin(Some(&title), "");
        sheets.add(Piece::heading(1, &title, t.headline, WIDTH));
        self.look(0, false, &self.theme, |view| {
            let context = SceneContext {
                unit: SIGN_UNIT,
                ..view.context
            };
            for entries in legend.chunk_by(|a, b| a.rank.group() == b.rank.group()) {
                let label = self.text.get(group_label(entries[0].rank.group()));
                sheets.add(Piece::heading(2, &label, t.label, WIDTH).below(10.0));
                let piece = |entry: &LegendEntry| {
                    let words = self.text.capitalized(&entry.words);
                    let sign = legend_sign(&context, &entry.sign);
                    Piece::beside(sign, &[(words.as_str(), t.small)], COLUMN).below(1.0)
                };
                sheets.add_in_columns(entries.iter().map(piece).collect());
            }
        });
    }

    /// Everything that the steps cite: what was read, and what its notes name.
    fn bibliography(&self, sheets: &mut Sheets<'_>, steps: &[StepWords], t: Types) {
        let (atlas, text) = (self.atlas(), &self.text);
        let cited: Vec<&Citation> = steps.iter().flat_map(|words| &words.cites).collect();
        let is_read = |s: &&Source| cited.iter().any(|c| c.source == s.id);
        let read: Vec<&Source> = atlas.sources.iter().filter(is_read).collect();
        let is_named = |s: &&Source| {
            let is_listed = steps.iter().any(|words| words.books.contains(&s.id));
            !is_read(s) && (is_listed || cited.iter().any(|c| atlas.is_behind(s, c)))
        };
        let named: Vec<&Source> = atlas.sources.iter().filter(is_named).collect();
        let title = text.get("handout-bibliography");
        sheets.begin(Some(&title), "");
        sheets.add(Piece::heading(1, &title, t.headline, WIDTH));
        for (label, sources) in [("handout-read", read), ("handout-named", named)] {
            if sources.is_empty() {
                continue;
            }
            let label = text.get(label);
            sheets.add(Piece::heading(2, &label, t.label, WIDTH).below(12.0));
            let mut entries: Vec<(String, String)> = sources
                .iter()
                .filter_map(|s| {
                    let whole = Citation::of_whole(s.id.clone());
                    let key =
                        family(s).unwrap_or_else(|| s.text("title").unwrap_or_default().into());
                    Some((key, cite::cite(atlas, &whole, Style::Chicago)?))
                })
                .collect();
            entries.sort();
            let piece =
                |(_, entry): &(String, String)| Piece::text(entry, t.small, COLUMN).below(4.0);
            sheets.add_in_columns(entries.iter().map(piece).collect());
        }
    }
}

/// Adds the days and the lens of a step.
fn add_day(sheets: &mut Sheets<'_>, words: &StepWords, t: Types) {
    let mut head = vec![(words.when.as_str(), t.display)];
    head.extend((!words.lens.is_empty()).then_some((words.lens.as_str(), t.lens)));
    sheets.add(Piece::texts(&head, WIDTH));
}

/// A form whose texts can be selected.
fn selectable() -> Form {
    Form {
        letters: Letters::Selectable,
        ..Form::default()
    }
}

/// Adds the entries of a legend that are not known yet, in the order of their ranks.
fn merge(known: &mut Vec<LegendEntry>, new: Vec<LegendEntry>) {
    for entry in new {
        if !known.iter().any(|k| k.words == entry.words) {
            known.push(entry);
        }
    }
    known.sort_by(|a, b| {
        a.rank
            .group()
            .cmp(&b.rank.group())
            .then(a.rank.cmp(&b.rank))
    });
}

pub(super) fn group_label(group: LegendGroup) -> &'static str {
    match group {
        LegendGroup::Wanted => "legend-group-wanted",
        LegendGroup::Held => "legend-group-held",
        LegendGroup::Certainty => "legend-group-certainty",
        LegendGroup::Troops => "legend-group-troops",
        LegendGroup::Messages => "legend-group-messages",
        LegendGroup::Ground => "legend-group-ground",
    }
}
