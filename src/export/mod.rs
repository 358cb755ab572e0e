//! Pictures and tables for use outside the program: plates, charts and small maps of a session's
//! view, as the bytes of a file. It may use `session`, `scene` and `paint`, but neither the disk
//! nor the toolkit. The command line and the window's export dialog write the bytes to a file.

pub mod archives;
mod cells;
pub mod cite;
pub mod file_names;
mod kiosk_sheet;
pub mod lecture;
mod paper;
pub mod records;
mod sheets;
pub mod slides;
pub mod working_list;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::bail;
use chrono::NaiveDate;
use clap::ValueEnum;

use crate::numeric::clamped;
use crate::paint::svg::{About, Form, Letters};
use crate::paint::{file, pdf, svg};
use crate::scene::{
    Chart, ChartKind, ChartPage, Detail, Furniture, Legend, MapDetail, MultiplesPage, Plate,
    SceneContext, Shape, Theme,
};
use crate::session::{Action, Multiples, Session};
use crate::text::{Paragraph, Text};

pub use cells::cell;
pub use kiosk_sheet::kiosk_sheet;
pub use paper::Paper;

/// Time to read a word of an animation, in hundredths of a second.
const WORD: usize = 40;
/// Shortest and longest time that a frame of an animation is shown, in hundredths of a second.
const DWELL: (usize, usize) = (200, 800);

/// The pictures that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Picture {
    /// The map in its frame.
    #[default]
    Plate,
    /// One day through every lens, as small maps.
    Capitals,
    /// One lens on many days, as small maps.
    Days,
    /// The matrix: each district's stance by capital on the day.
    Matrix,
    /// Each district through each capital's eyes over time.
    Ribbons,
    /// Reported strengths over time.
    Strengths,
    /// Senders and addressees of messages.
    Network,
}

impl Picture {
    /// The name of the picture on the command line and in names of files.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |v| v.get_name().to_owned())
    }

    fn chart(self) -> Option<ChartKind> {
        match self {
            Self::Matrix => Some(ChartKind::Matrix),
            Self::Ribbons => Some(ChartKind::Ribbons),
            Self::Strengths => Some(ChartKind::Strengths),
            Self::Network => Some(ChartKind::Network),
            Self::Plate | Self::Capitals | Self::Days => None,
        }
    }
}

/// The themes that are built into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ThemeName {
    /// Ink on warm paper.
    #[default]
    Paper,
    /// Light on dark, for kiosks.
    Night,
    /// White paper, for printers.
    Print,
    /// The strongest contrast.
    HighContrast,
    /// Strong colors on white, for projectors that wash them out.
    Projector,
}

impl ThemeName {
    /// Reads the theme of that name.
    #[must_use]
    pub fn theme(self) -> Theme {
        match self {
            Self::Paper => Theme::paper(),
            Self::Night => Theme::night(),
            Self::Print => Theme::print(),
            Self::HighContrast => Theme::high_contrast(),
            Self::Projector => Theme::projector(),
        }
    }
}

/// How the texts of a vector file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Lettering {
    /// As text, which can be searched and edited, with the fonts in the file.
    #[default]
    Fonts,
    /// As outlines of letters, which look the same in every program.
    Outlines,
}

/// Draws what a session shows, for files.
pub struct PlateExporter {
    session: Session,
    theme: Theme,
    text: Text,
    size: (u32, u32),
    detail: Option<Detail>,
    what: Picture,
    paper: Option<Paper>,
    lettering: Lettering,
}

/// A picture before it is written.
enum Drawn {
    Plate(Box<Plate>),
    Chart(ChartPage),
    Multiples(MultiplesPage),
}

impl PlateExporter {
    /// An exporter in a theme; `size` is width and height in pixels.
    #[must_use]
    pub fn new(session: Session, theme: ThemeName, size: (u32, u32)) -> Self {
        let theme = theme.theme();
        let text = Text::for_atlas(session.language(), session.whole().atlas());
        Self {
            session,
            theme,
            text,
            size,
            detail: None,
            what: Picture::default(),
            paper: None,
            lettering: Lettering::default(),
        }
    }

    /// The same exporter for a sheet of paper, upright where its picture is higher than wide.
    #[must_use]
    pub fn with_paper(mut self, paper: Paper) -> Self {
        self.size = paper.pixels(self.size.1 > self.size.0);
        self.paper = Some(paper);
        self
    }

    /// The same exporter with texts written in this way in vector files.
    #[must_use]
    pub fn with_lettering(mut self, lettering: Lettering) -> Self {
        self.lettering = lettering;
        self
    }

    /// The same exporter for another picture than the plate of the map.
    #[must_use]
    pub fn with_picture(mut self, what: Picture) -> Self {
        self.what = what;
        self
    }

    /// The same exporter for a part of the map.
    #[must_use]
    pub fn with_detail(mut self, detail: Detail) -> Self {
        self.detail = Some(detail);
        self
    }

    /// The session whose view is exported.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The pixels of the picture on a day, as red, green, blue and alpha row by row, with its width
    /// and height in pixels.
    ///
    /// # Errors
    /// The picture is too large.
    pub fn pixels(&self, day: NaiveDate) -> anyhow::Result<(Vec<u8>, u32, u32)> {
        Ok(file::pixels(&self.svg(day, Letters::Known))?)
    }

    /// Runs `draw` on the session's view on a day.
    fn looking<T>(&self, day: NaiveDate, draw: impl FnOnce(&SceneContext<'_>) -> T) -> T {
        self.looking_after(None, day, draw)
    }

    /// Runs `draw` on the session's view on a day, in which the districts that have changed since
    /// the day `before` are marked.
    fn looking_after<T>(
        &self,
        before: Option<NaiveDate>,
        day: NaiveDate,
        draw: impl FnOnce(&SceneContext<'_>) -> T,
    ) -> T {
        let mut session = self.session.clone();
        // Otherwise a session that plays would go on playing.
        session.apply(Action::SetPlaying(false));
        session.apply(Action::Jump(day));
        session.apply(Action::EndMotion);
        if let Some(before) = before {
            session = session.marking_changes_since(before);
        }
        let situation = Arc::clone(session.situation());
        let furniture = Furniture {
            legend: Legend::None,
            scale_right: None,
            has_buttons: false,
        };
        draw(&SceneContext {
            session: &session,
            situation: &situation,
            theme: &self.theme,
            text: &self.text,
            unit: 1.0,
            furniture,
            detail: MapDetail::Whole,
        })
    }

    fn svg(&self, day: NaiveDate, letters: Letters) -> String {
        let form = Form {
            letters,
            ..Form::default()
        };
        self.looking(day, |view| {
            self.written(&self.drawn(view), view.session, &form)
        })
    }

    fn drawn(&self, view: &SceneContext<'_>) -> Drawn {
        let size = (self.size.0 as f32, self.size.1 as f32);
        if let Some(kind) = self.what.chart() {
            return Drawn::Chart(Chart::page(kind, view, size));
        }
        let many = match self.what {
            Picture::Capitals => Multiples::Capitals,
            Picture::Days => Multiples::Days,
            _ => {
                let upright = self.size.1 > self.size.0;
                let mm = self.paper.map(|p| f64::from(p.mm(upright).0));
                let mm_per_point = mm.map(|mm| mm / f64::from(size.0));
                let plate = Plate::printed(view, size, self.detail, mm_per_point);
                return Drawn::Plate(Box::new(plate));
            }
        };
        Drawn::Multiples(MultiplesPage::plate(view, many, size))
    }

    fn written(&self, drawn: &Drawn, session: &Session, form: &Form) -> String {
        let geometry = session.geometry();
        match drawn {
            Drawn::Plate(plate) => svg::plate(plate, geometry, form),
            Drawn::Chart(page) => svg::chart(page, self.theme.page, geometry, form),
            Drawn::Multiples(sheet) => {
                let size = (self.size.0 as f32, self.size.1 as f32);
                svg::multiples(sheet, &self.theme, size, geometry, form)
            }
        }
    }

    /// A document for other programs, and what it says of itself.
    fn document(&self, day: NaiveDate, letters: Letters) -> (String, About) {
        self.looking(day, |view| {
            let drawn = self.drawn(view);
            let upright = self.size.1 > self.size.0;
            let form = Form {
                about: Self::about(&drawn, view),
                letters,
                paper_mm: self.paper.map(|paper| paper.mm(upright)),
            };
            (self.written(&drawn, view.session, &form), form.about)
        })
    }

    /// What a document says of itself: a map in the words of the day's page.
    fn about(drawn: &Drawn, view: &SceneContext<'_>) -> About {
        let (session, text) = (view.session, view.text);
        let timeline = session.timeline();
        let atlas = timeline.atlas();
        let mut names = BTreeMap::new();
        let (title, description) = match drawn {
            Drawn::Plate(plate) => {
                let subjects = plate.scene.items.iter().filter_map(|i| i.subject.as_ref());
                names.extend(subjects.map(|id| (id.clone(), text.caption(atlas, id))));
                let page = text.day_page(timeline, view.situation, session.lens());
                (plate.title.clone(), sentences(&page))
            }
            Drawn::Chart(page) => (page.title.clone(), page.about.clone()),
            Drawn::Multiples(sheet) => {
                let cells = sheet.cells.iter().flat_map(|cell| {
                    let situation = timeline.situation_on(cell.day);
                    let mut all = text.narrative(atlas, &situation, &cell.lens);
                    all.truncate(1);
                    all
                });
                (sheet.title.clone(), sentences(&cells.collect::<Vec<_>>()))
            }
        };
        About {
            title,
            description,
            sources: text.sources_line(atlas),
            language: text.language().to_owned(),
            names,
        }
    }

    /// The numbers of a chart as a CSV table.
    fn table(&self, day: NaiveDate) -> anyhow::Result<Vec<u8>> {
        let Some(kind) = self.what.chart() else {
            bail!("a map has no table; `araxes export` writes data")
        };
        let chart = self.looking(day, |view| Chart::new(kind, view, 0.0, 1000.0));
        let mut table = csv::Writer::from_writer(Vec::new());
        for row in &chart.table {
            table.write_record(row.iter().map(|text| cell(text).into_owned()))?;
        }
        Ok(table.into_inner()?)
    }

    /// The bytes of a file of the picture on a day. The ending is its format: png, svg, pdf, gif or
    /// csv.
    ///
    /// # Errors
    /// The ending is of no known format, or the picture is too large.
    pub fn picture(&self, day: NaiveDate, ending: &str) -> anyhow::Result<Vec<u8>> {
        match ending {
            "csv" => self.table(day),
            "svg" => {
                let letters = match self.lettering {
                    Lettering::Fonts => Letters::Fonts,
                    Lettering::Outlines => Letters::Outlines,
                };
                Ok(self.document(day, letters).0.into_bytes())
            }
            "png" => Ok(file::png(&self.svg(day, Letters::Known))?),
            "pdf" => {
                let letters = match self.lettering {
                    Lettering::Fonts => Letters::Selectable,
                    Lettering::Outlines => Letters::Outlines,
                };
                let (svg, about) = self.document(day, letters);
                let width = paper::page_width_pt(self.size, self.paper);
                Ok(pdf::picture(&svg, width, &about)?)
            }
            "gif" => self.animation(&[day], &mut |_, _| {}),
            "" => bail!("the name has no ending; choose png, svg, pdf, gif or csv"),
            other => bail!("no picture ends in `.{other}`; choose png, svg, pdf, gif or csv"),
        }
    }

    /// An animated GIF of several days. Each frame is shown for the time that its new words take to
    /// read, and the districts that have changed since the frame before have an outline. A frame
    /// that equals the one before it extends the time of that one. `progress` is called before each
    /// frame with its number, counted from 1, and its day.
    ///
    /// A side has more than 65,535 pixels, or the picture is too large.
    pub fn animation(
        &self,
        days: &[NaiveDate],
        progress: &mut dyn FnMut(usize, NaiveDate),
    ) -> anyhow::Result<Vec<u8>> {
        let (Ok(width), Ok(height)) = (u16::try_from(self.size.0), u16::try_from(self.size.1))
        else {
            bail!("a GIF has at most 65,535 pixels a side");
        };
        let mut bytes = Vec::new();
        let mut encoder = gif::Encoder::new(&mut bytes, width, height, &[])?;
        encoder.set_repeat(gif::Repeat::Infinite)?;
        let mut waiting: Option<(Vec<u8>, u16)> = None;
        let (mut told, mut before): (Vec<String>, Option<NaiveDate>) = (Vec::new(), None);
        for (i, day) in days.iter().enumerate() {
            progress(i + 1, *day);
            let (svg, lines) = self.looking_after(before, *day, |view| {
                let drawn = self.drawn(view);
                let svg = self.written(&drawn, view.session, &Form::default());
                (svg, lines_of(&drawn))
            });
            let new = lines.iter().filter(|line| !told.contains(line));
            let words: usize = new.map(|line| line.split_whitespace().count()).sum();
            let dwell = clamped(words * WORD, DWELL.0, DWELL.1) as u16;
            (told, before) = (lines, Some(*day));
            let (pixels, ..) = file::pixels(&svg)?;
            match &mut waiting {
                Some((last, stay)) if *last == pixels => *stay = stay.saturating_add(dwell),
                _ => {
                    if let Some((last, stay)) = waiting.replace((pixels, dwell)) {
                        encoder.write_frame(&frame(width, height, last, stay))?;
                    }
                }
            }
        }
        if let Some((last, stay)) = waiting {
            encoder.write_frame(&frame(width, height, last, stay))?;
        }
        drop(encoder);
        Ok(bytes)
    }
}

/// Paragraphs as one text, with a line for each heading and sentence.
fn sentences(paragraphs: &[Paragraph]) -> String {
    let lines = paragraphs.iter().flat_map(|p| {
        let sentences = p.sentences.iter().map(|(sentence, _)| sentence);
        std::iter::once(&p.heading).chain(sentences)
    });
    lines.cloned().collect::<Vec<_>>().join("\n")
}

/// The lines of text of a picture.
fn lines_of(drawn: &Drawn) -> Vec<String> {
    let items: Vec<_> = match drawn {
        Drawn::Plate(plate) => plate.scene.items.iter().chain(&plate.around).collect(),
        Drawn::Chart(page) => page.chart.items.iter().collect(),
        Drawn::Multiples(sheet) => sheet.around.iter().collect(),
    };
    let line = |shape: &Shape| match shape {
        Shape::Text(run) | Shape::TextOnPath { run, .. } => Some(run.text.clone()),
        _ => None,
    };
    items.into_iter().filter_map(|i| line(&i.shape)).collect()
}

fn frame(width: u16, height: u16, mut pixels: Vec<u8>, stay: u16) -> gif::Frame<'static> {
    let mut frame = gif::Frame::from_rgba_speed(width, height, &mut pixels, 10);
    frame.delay = stay;
    frame
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Timeline;

    #[test]
    fn a_picture_made_while_playing_shows_its_own_day() {
        let files = crate::load::files::read_folder(std::path::Path::new("tests/fixtures/good"));
        let loaded = crate::load::load(&files.expect("the good package"));
        let timeline = Timeline::new(Arc::new(loaded.atlas.expect("a clean package")));
        let mut session = Session::new(Arc::new(timeline), "en");
        let day = session.day();
        let svg = |session: &Session| {
            let exporter = PlateExporter::new(session.clone(), ThemeName::Paper, (600, 400));
            exporter.picture(day, "svg").expect("a plate")
        };
        let paused = svg(&session);
        session.apply(Action::SetPlaying(true));
        session.apply(Action::SetSpeed(16.0));
        assert_eq!(svg(&session), paused);
        assert!(session.playing(), "the session itself plays on");
    }

    #[test]
    fn frames_that_equal_the_one_before_lengthen_its_stay() {
        let timeline = Arc::new(Timeline::new(crate::load::fixtures::two_vales()));
        let session = Session::new(timeline, "en");
        let exporter = PlateExporter::new(session, ThemeName::Paper, (200, 200));
        let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let [first, second] = [day("1900-02-27"), day("1900-03-01")];
        let film = exporter
            .animation(&[first, first, first, second, first], &mut |_, _| {})
            .expect("a film");
        let mut decoder = gif::Decoder::new(film.as_slice()).expect("a GIF");
        let mut delays = Vec::new();
        while let Some(frame) = decoder.read_next_frame().expect("a frame") {
            delays.push(frame.delay);
        }
        // The words of the first frame count once; only its repetitions are shown for the shortest time.
        let shortest = DWELL.0 as u16;
        assert_eq!(delays.len(), 3);
        assert!(delays[0] > 3 * shortest, "{delays:?}");
        assert!(
            delays[1..]
                .iter()
                .all(|d| (shortest..=DWELL.1 as u16).contains(d))
        );
    }
}
