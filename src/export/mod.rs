//! Pictures and tables for use outside the program: plates, charts and small maps of a session's
//! view, as the bytes of a file. It may use `session`, `scene` and `paint`, but neither the disk
//! nor the toolkit. The command line and the window's export dialog write the bytes to a file.

pub mod cite;
pub mod records;

use std::sync::Arc;

use anyhow::bail;
use chrono::NaiveDate;
use clap::ValueEnum;

use crate::paint::{file, svg};
use crate::scene::{
    Chart, ChartKind, Detail, Furniture, Legend, MultiplesPage, Plate, SceneContext, Theme,
};
use crate::session::{Action, Multiples, Session};
use crate::text::Text;

/// Time that a frame of an animation is shown, in hundredths of a second.
const DWELL: u16 = 80;
/// The longer side of a PDF page in points, 1/72 inch: A3, 420 mm.
const A3_LONG_PT: f32 = 420.0 / 25.4 * 72.0;

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
        }
    }
}

/// Draws what a session shows, for files.
pub struct PlateExporter {
    session: Session,
    theme: Theme,
    text: Text,
    size: (u32, u32),
    detail: Option<Detail>,
    what: Picture,
}

impl PlateExporter {
    /// An exporter in a theme; `size` is width and height in pixels.
    #[must_use]
    pub fn new(session: Session, theme: ThemeName, size: (u32, u32)) -> Self {
        let theme = theme.theme();
        let text = Text::new(session.language());
        Self {
            session,
            theme,
            text,
            size,
            detail: None,
            what: Picture::default(),
        }
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
    /// and height in pixels. A chart has its own height.
    ///
    /// # Errors
    /// The picture is too large.
    pub fn pixels(&self, day: NaiveDate) -> anyhow::Result<(Vec<u8>, u32, u32)> {
        Ok(file::pixels(&self.svg(day, false))?)
    }

    /// Runs `draw` on the session's view on a day.
    fn looking<T>(&self, day: NaiveDate, draw: impl FnOnce(&SceneContext<'_>) -> T) -> T {
        let mut session = self.session.clone();
        // Otherwise a session that plays would go on playing.
        session.apply(Action::SetPlaying(false));
        session.apply(Action::Jump(day));
        session.apply(Action::EndMotion);
        let situation = Arc::clone(session.situation());
        let furniture = Furniture {
            legend: Legend::None,
            scale_right: None,
        };
        draw(&SceneContext {
            session: &session,
            situation: &situation,
            theme: &self.theme,
            text: &self.text,
            unit: 1.0,
            furniture,
        })
    }

    fn svg(&self, day: NaiveDate, embed: bool) -> String {
        let size = (self.size.0 as f32, self.size.1 as f32);
        self.looking(day, |view| {
            let geometry = view.session.geometry();
            if let Some(kind) = self.what.chart() {
                let chart = Chart::page(kind, view, size.0);
                return svg::chart(
                    &chart,
                    &self.text.get(kind.key()),
                    self.theme.page,
                    size.0 / 1800.0,
                    geometry,
                    embed,
                );
            }
            let many = match self.what {
                Picture::Capitals => Multiples::Capitals,
                Picture::Days => Multiples::Days,
                _ => return svg::plate(&Plate::new(view, size, self.detail), geometry, embed),
            };
            let sheet = MultiplesPage::plate(view, many, size);
            svg::multiples(&sheet, &self.theme, size, geometry, embed)
        })
    }

    /// The numbers of a chart as a CSV table.
    fn table(&self, day: NaiveDate) -> anyhow::Result<Vec<u8>> {
        let Some(kind) = self.what.chart() else {
            bail!("a map has no table; `araxes export` writes data")
        };
        let chart = self.looking(day, |view| Chart::new(kind, view, 0.0, 1000.0));
        let mut table = csv::Writer::from_writer(Vec::new());
        for row in &chart.table {
            table.write_record(row)?;
        }
        Ok(table.into_inner()?)
    }

    fn page_width_pt(&self) -> f32 {
        let (w, h) = (self.size.0 as f32, self.size.1 as f32);
        A3_LONG_PT * w / w.max(h)
    }

    /// The bytes of a file of the picture on a day. The ending is its format: png, svg, pdf, gif or
    /// csv.
    ///
    /// # Errors
    /// The ending is of no known format, or the picture is too large.
    pub fn picture(&self, day: NaiveDate, ending: &str) -> anyhow::Result<Vec<u8>> {
        match ending {
            "csv" => self.table(day),
            "svg" => Ok(self.svg(day, true).into_bytes()),
            "png" => Ok(file::png(&self.svg(day, false))?),
            "pdf" => Ok(file::pdf(&self.svg(day, false), self.page_width_pt())?),
            "gif" => self.animation(&[day], &mut |_, _| {}),
            other => bail!("no picture ends in `.{other}`; choose png, svg, pdf, gif or csv"),
        }
    }

    /// An animated GIF of several days. A frame that equals the one before it extends the time of
    /// that one. `progress` is called before each frame with its number, counted from 1, and its
    /// day.
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
        for (i, day) in days.iter().enumerate() {
            progress(i + 1, *day);
            let (pixels, ..) = file::pixels(&self.svg(*day, false))?;
            match &mut waiting {
                Some((last, stay)) if *last == pixels => *stay = stay.saturating_add(DWELL),
                _ => {
                    if let Some((last, stay)) = waiting.replace((pixels, DWELL)) {
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
        assert_eq!(delays, [3 * DWELL, DWELL, DWELL]);
    }
}
