//! `araxes render`: plates to files, without a display.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Output, day_within};
use crate::load::files::write_file;
use crate::paint::{file, svg};
use crate::scene::{Detail, Furniture, Legend, Plate, Theme, View};
use crate::session::{Action, Session};
use crate::text::Text;
use crate::timeline::{Lens, Timeline};

/// What to draw, and where to put it.
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// The day.
    #[arg(long, required_unless_present = "from", conflicts_with_all = ["from", "to"])]
    at: Option<String>,
    /// First day of a range.
    #[arg(long, requires = "to")]
    from: Option<String>,
    /// Last day of a range.
    #[arg(long, requires = "from")]
    to: Option<String>,
    /// From frame to frame of a range.
    #[arg(long, value_enum, default_value_t)]
    step: Step,
    /// Through whose eyes: claims, control, a party id or a voice id.
    #[arg(long, default_value = "claims")]
    lens: String,
    /// Width and height in pixels.
    #[arg(long, default_value = "2400x1600", value_parser = size)]
    size: (u32, u32),
    /// A place or district in the middle of the map; the whole sheet else.
    #[arg(long, value_name = "ID")]
    around: Option<String>,
    /// With --around: how many kilometres the map is wide.
    #[arg(long, value_name = "KM", default_value_t = 100.0, requires = "around")]
    km: f64,
    /// Colours.
    #[arg(long, value_enum, default_value_t)]
    theme: ThemeName,
    /// Language: en, az, tr, ru, hy.
    #[arg(long, default_value = "en")]
    lang: String,
    /// The file: its ending says what it is (png, svg, pdf, gif); a folder takes one PNG a frame.
    #[arg(long)]
    out: PathBuf,
}

/// Frames of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Step {
    /// Every day.
    Day,
    /// Every seventh.
    Week,
    /// Every day on which something on record happens.
    #[default]
    Event,
}

/// Themes by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ThemeName {
    /// Ink on paper.
    #[default]
    Paper,
    /// Bone on night.
    Night,
    /// White paper.
    Print,
    /// More contrast.
    HighContrast,
}

/// How long a frame of a film stands, in hundredths of a second.
const DWELL: u16 = 80;
/// The largest side of a picture.
const LARGEST: u32 = 20_000;
/// The longer side of a PDF page, in points: A3, 420 mm.
const A3_LONG_PT: f32 = 420.0 / 25.4 * 72.0;

fn size(text: &str) -> Result<(u32, u32), String> {
    let (w, h) = text.split_once(['x', '×']).ok_or("write WIDTHxHEIGHT, such as 1920x1080")?;
    let side = |t: &str| t.trim().parse::<u32>().ok().filter(|n| (200..=LARGEST).contains(n));
    side(w).zip(side(h)).ok_or_else(|| format!("each side is a whole number from 200 to {LARGEST}"))
}

pub(super) fn run(args: &RenderArgs, timeline: Timeline, out: &mut Output<'_>) -> anyhow::Result<()> {
    let atlas = timeline.atlas().clone();
    let lens = Lens::named(&args.lens, &atlas)?;
    let mut session = Session::new(Arc::new(timeline), &args.lang);
    session.apply(Action::SetLens(lens));
    let mut studio = Studio::new(session, args.theme, args.size);
    if let Some(id) = &args.around {
        let Some(centre) = studio.session.ground().anchor_of(id) else {
            bail!("nothing on the map is called `{id}`; `araxes find` looks for words");
        };
        if !(2.0..=5000.0).contains(&args.km) {
            bail!("a map is 2 to 5,000 km wide, not {}", args.km);
        }
        studio.detail = Some(Detail { centre, width_km: args.km });
    }
    let ending = args.out.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
    match (&args.at, &args.from, &args.to) {
        (Some(at), _, _) => {
            let bytes = studio.picture(day_within(at, &atlas)?, &ending)?;
            write_file(&args.out, &bytes)?;
            out.message(format_args!("wrote {}", args.out.display()));
        }
        (None, Some(from), Some(to)) => {
            let (from, to) = (day_within(from, &atlas)?, day_within(to, &atlas)?);
            if from > to {
                bail!("the range ends on {to}, before it begins on {from}");
            }
            let days = days(&studio.session, from, to, args.step);
            match ending.as_str() {
                "gif" => write_file(&args.out, &studio.film(&days, out)?)?,
                "" => {
                    for day in &days {
                        write_file(&args.out.join(format!("{day}.png")), &studio.picture(*day, "png")?)?;
                    }
                }
                other => bail!("a range goes into a .gif or a folder, not into .{other}"),
            }
            out.message(format_args!("wrote {} frames to {}", days.len(), args.out.display()));
        }
        _ => bail!("say --at DATE, or --from DATE --to DATE"),
    }
    Ok(())
}

fn days(session: &Session, from: NaiveDate, to: NaiveDate, step: Step) -> Vec<NaiveDate> {
    let all = from.iter_days().take_while(|d| *d <= to);
    match step {
        Step::Day => all.collect(),
        Step::Week => all.step_by(7).collect(),
        Step::Event => {
            let changes = session.timeline().change_days();
            let mut days: Vec<NaiveDate> = changes.iter().copied().filter(|d| (from..=to).contains(d)).collect();
            if days.first() != Some(&from) {
                days.insert(0, from);
            }
            days
        }
    }
}

/// Makes plates of what a session looks at.
pub struct Studio {
    session: Session,
    theme: Theme,
    text: Text,
    size: (u32, u32),
    detail: Option<Detail>,
}

impl Studio {
    /// In a theme, so many pixels large.
    #[must_use]
    pub fn new(session: Session, theme: ThemeName, size: (u32, u32)) -> Self {
        let theme = match theme {
            ThemeName::Paper => Theme::paper(),
            ThemeName::Night => Theme::night(),
            ThemeName::Print => Theme::print(),
            ThemeName::HighContrast => Theme::high_contrast(),
        };
        let text = Text::new(session.language());
        Self { session, theme, text, size, detail: None }
    }

    /// The pixels of the plate of a day, red, green, blue, alpha by row.
    ///
    /// # Errors
    /// The picture is too large.
    pub fn pixels(&self, day: NaiveDate) -> anyhow::Result<Vec<u8>> {
        Ok(file::pixels(&self.svg(day, false))?)
    }

    fn svg(&self, day: NaiveDate, embed: bool) -> String {
        let mut session = self.session.clone();
        session.apply(Action::Jump(day));
        let situation = session.timeline().situation_on(day);
        let furniture = Furniture { legend: Legend::None, scale_right: None };
        let view = View { session: &session, situation: &situation, theme: &self.theme, text: &self.text, unit: 1.0, furniture };
        let plate = Plate::new(&view, (self.size.0 as f32, self.size.1 as f32), self.detail);
        svg::plate(&plate, session.ground(), embed)
    }

    fn page_width_pt(&self) -> f32 {
        let (w, h) = (self.size.0 as f32, self.size.1 as f32);
        A3_LONG_PT * w / w.max(h)
    }

    /// The bytes of a file of the plate of a day; its ending says what it is: png, svg, pdf, gif.
    ///
    /// # Errors
    /// No such form, or the picture is too large.
    pub fn picture(&self, day: NaiveDate, ending: &str) -> anyhow::Result<Vec<u8>> {
        match ending {
            "svg" => Ok(self.svg(day, true).into_bytes()),
            "png" => Ok(file::png(&self.svg(day, false))?),
            "pdf" => Ok(file::pdf(&self.svg(day, false), self.page_width_pt())?),
            "gif" => self.film(&[day], &mut Output::new(&mut std::io::sink(), &mut std::io::sink())),
            other => bail!("no picture ends in `.{other}`; choose png, svg, pdf or gif"),
        }
    }

    /// An animated GIF; frames that equal the one before lengthen its stay.
    fn film(&self, days: &[NaiveDate], out: &mut Output<'_>) -> anyhow::Result<Vec<u8>> {
        let (Ok(width), Ok(height)) = (u16::try_from(self.size.0), u16::try_from(self.size.1)) else {
            bail!("a GIF has at most 65,535 pixels a side");
        };
        let mut bytes = Vec::new();
        let mut film = gif::Encoder::new(&mut bytes, width, height, &[])?;
        film.set_repeat(gif::Repeat::Infinite)?;
        let mut waiting: Option<(Vec<u8>, u16)> = None;
        for (i, day) in days.iter().enumerate() {
            out.message(format_args!("{day} ({} of {})", i + 1, days.len()));
            let pixels = file::pixels(&self.svg(*day, false))?;
            match &mut waiting {
                Some((last, stay)) if *last == pixels => *stay = stay.saturating_add(DWELL),
                _ => {
                    if let Some((last, stay)) = waiting.replace((pixels, DWELL)) {
                        film.write_frame(&frame(width, height, last, stay))?;
                    }
                }
            }
        }
        if let Some((last, stay)) = waiting {
            film.write_frame(&frame(width, height, last, stay))?;
        }
        drop(film);
        Ok(bytes)
    }
}

fn frame(width: u16, height: u16, mut pixels: Vec<u8>, stay: u16) -> gif::Frame<'static> {
    let mut frame = gif::Frame::from_rgba_speed(width, height, &mut pixels, 10);
    frame.delay = stay;
    frame
}
