//! `araxes render`: plates to files, without a display.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Output, day_within, range_within};
use crate::load::files::write_file;
use crate::paint::{file, svg};
use crate::scene::{
    Chart, ChartKind, Detail, Furniture, Legend, MultiplesPage, Plate, SceneContext, Theme,
};
use crate::session::{Action, Multiples, Session};
use crate::text::Text;
use crate::timeline::{DayRange, Filter, Lens, Timeline};

/// What to draw, and where to put it.
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// The day.
    #[arg(long, required_unless_present_any = ["from", "state"], conflicts_with_all = ["from", "to", "step"])]
    at: Option<String>,
    /// State string copied from the program or read from a plate: day, lens, selection, filters and map as they were there.
    #[arg(long, value_name = "STRING", conflicts_with_all = ["at", "from", "to", "step", "around", "km"])]
    state: Option<String>,
    /// What to draw.
    #[arg(long, value_enum, default_value_t)]
    view: Picture,
    /// First day of a range.
    #[arg(long, requires = "to")]
    from: Option<String>,
    /// Last day of a range.
    #[arg(long, requires = "from")]
    to: Option<String>,
    /// From frame to frame of a range: every day, week, or day on which something happens (unless
    /// said otherwise).
    #[arg(long, value_enum, requires = "from")]
    step: Option<Step>,
    /// Through whose eyes: claims (unless said otherwise), control, a party id or a voice id.
    #[arg(long)]
    lens: Option<String>,
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
    /// The file: its ending says what it is (png, svg, pdf, gif; csv for the numbers of a chart); a folder takes one PNG a frame.
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

/// What to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Picture {
    /// The map in its frame.
    #[default]
    Plate,
    /// One day through every lens, as small maps.
    Capitals,
    /// One lens on many days, as small maps.
    Days,
    /// District by capital on the day.
    Matrix,
    /// District by capital over time.
    Ribbons,
    /// Reported strengths over time.
    Strengths,
    /// Who wrote to whom.
    Network,
}

impl Picture {
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
    let (w, h) = text
        .split_once(['x', '×'])
        .ok_or("write WIDTHxHEIGHT, such as 1920x1080")?;
    let side = |t: &str| {
        t.trim()
            .parse::<u32>()
            .ok()
            .filter(|n| (200..=LARGEST).contains(n))
    };
    side(w)
        .zip(side(h))
        .ok_or_else(|| format!("each side is a whole number from 200 to {LARGEST}"))
}

pub(super) fn run(
    args: &RenderArgs,
    timeline: Timeline,
    filter: Option<&Filter>,
    out: &mut Output<'_>,
) -> anyhow::Result<()> {
    let atlas = timeline.atlas().clone();
    if args.around.is_some() && args.view != Picture::Plate {
        bail!("--around is for the map; this view shows every district");
    }
    super::known_language(&args.lang, &atlas)?;
    if args.step.is_some() && args.view != Picture::Plate {
        bail!("--step is for the map; this view shows the range in one picture");
    }
    let range = range_within(args.from.as_deref(), args.to.as_deref(), &atlas, out)?;
    let mut session = Session::new(Arc::new(timeline), &args.lang);
    if let Some(text) = &args.state {
        let state = session.read_state(text)?;
        session.apply(Action::Reopen(state));
    }
    if let Some(lens) = &args.lens {
        session.apply(Action::SetLens(Lens::named(lens, &atlas)?));
    }
    if let Some(filter) = filter {
        super::known(filter, &atlas)?;
        session.apply(Action::SetFilter(filter.clone()));
    }
    // Charts and small maps over time take the range as the days they show.
    if let (Some(from), Some(to)) = range
        && args.view != Picture::Plate
    {
        session.apply(Action::ShowDays(DayRange::between(from, to)));
    }
    let day = session.day();
    let mut studio = PlateExporter::new(session, args.theme, args.size);
    studio.what = args.view;
    if let Some(id) = &args.around {
        let Some(centre) = studio.session.geometry().anchor_of(id) else {
            bail!("nothing on the map is called `{id}`; `araxes find` looks for words");
        };
        if !(2.0..=5000.0).contains(&args.km) {
            bail!("a map is 2 to 5,000 km wide, not {}", args.km);
        }
        studio.detail = Some(Detail {
            centre,
            width_km: args.km,
        });
    }
    let ending = args
        .out
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default()
        .to_lowercase();
    let at = args
        .at
        .as_ref()
        .map(|at| day_within(at, &atlas))
        .transpose()?;
    let one = at.or((args.state.is_some() || args.view != Picture::Plate).then_some(day));
    match (one, range) {
        (Some(day), _) => {
            let bytes = studio.picture(day, &ending)?;
            write_file(&args.out, &bytes)?;
            out.message(format_args!("wrote {}", args.out.display()));
        }
        (None, (Some(from), Some(to))) => {
            let days = days(&studio.session, from, to, args.step.unwrap_or_default());
            match ending.as_str() {
                "gif" => write_file(&args.out, &studio.animation(&days, out)?)?,
                "" => {
                    for day in &days {
                        write_file(
                            &args.out.join(format!("{day}.png")),
                            &studio.picture(*day, "png")?,
                        )?;
                    }
                }
                other => bail!("a range goes into a .gif or a folder, not into .{other}"),
            }
            out.message(format_args!(
                "wrote {} frames to {}",
                days.len(),
                args.out.display()
            ));
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
            let mut days: Vec<NaiveDate> = changes
                .iter()
                .copied()
                .filter(|d| (from..=to).contains(d))
                .collect();
            if days.first() != Some(&from) {
                days.insert(0, from);
            }
            days
        }
    }
}

/// Makes plates of what a session looks at.
pub struct PlateExporter {
    session: Session,
    theme: Theme,
    text: Text,
    size: (u32, u32),
    detail: Option<Detail>,
    what: Picture,
}

impl PlateExporter {
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
        Self {
            session,
            theme,
            text,
            size,
            detail: None,
            what: Picture::default(),
        }
    }

    /// Of something else than a plate.
    #[must_use]
    pub fn of(mut self, what: Picture) -> Self {
        self.what = what;
        self
    }

    /// The pixels of the picture of a day, red, green, blue, alpha by row; its width and height. A chart has its own height.
    ///
    /// # Errors
    /// The picture is too large.
    pub fn pixels(&self, day: NaiveDate) -> anyhow::Result<(Vec<u8>, u32, u32)> {
        Ok(file::pixels(&self.svg(day, false))?)
    }

    /// Runs `draw` on what the session looks at on a day.
    fn looking<T>(&self, day: NaiveDate, draw: impl FnOnce(&SceneContext<'_>) -> T) -> T {
        let mut session = self.session.clone();
        // Without this a session that plays would go on playing.
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

    /// The numbers of a chart as a table.
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

    /// The bytes of a file of the plate of a day; its ending says what it is: png, svg, pdf, gif, csv.
    ///
    /// # Errors
    /// No such form, or the picture is too large.
    pub fn picture(&self, day: NaiveDate, ending: &str) -> anyhow::Result<Vec<u8>> {
        match ending {
            "csv" => self.table(day),
            "svg" => Ok(self.svg(day, true).into_bytes()),
            "png" => Ok(file::png(&self.svg(day, false))?),
            "pdf" => Ok(file::pdf(&self.svg(day, false), self.page_width_pt())?),
            "gif" => self.animation(
                &[day],
                &mut Output::new(&mut std::io::sink(), &mut std::io::sink()),
            ),
            other => bail!("no picture ends in `.{other}`; choose png, svg, pdf, gif or csv"),
        }
    }

    /// An animated GIF; frames that equal the one before lengthen its stay.
    fn animation(&self, days: &[NaiveDate], out: &mut Output<'_>) -> anyhow::Result<Vec<u8>> {
        let (Ok(width), Ok(height)) = (u16::try_from(self.size.0), u16::try_from(self.size.1))
        else {
            bail!("a GIF has at most 65,535 pixels a side");
        };
        let mut bytes = Vec::new();
        let mut film = gif::Encoder::new(&mut bytes, width, height, &[])?;
        film.set_repeat(gif::Repeat::Infinite)?;
        let mut waiting: Option<(Vec<u8>, u16)> = None;
        for (i, day) in days.iter().enumerate() {
            out.message(format_args!("{day} ({} of {})", i + 1, days.len()));
            let (pixels, ..) = file::pixels(&self.svg(*day, false))?;
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
