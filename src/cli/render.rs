//! `araxes render`: draws plates to files, without a display. It uses `export` for the pictures and
//! writes the files itself.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Output, day_within, range_within};
use crate::export::{Lettering, Paper, Picture, PlateExporter, ThemeName};
use crate::load::files;
use crate::scene::Detail;
use crate::session::{Action, Session};
use crate::timeline::{DayRange, Filter, Lens, Timeline};

/// Options of `araxes render`.
#[derive(Debug, Args)]
pub struct RenderArgs {
    /// The day.
    #[arg(long, allow_hyphen_values = true, required_unless_present_any = ["from", "state"], conflicts_with_all = ["from", "to", "step"])]
    at: Option<String>,
    /// State string copied from the program or read from a plate: day, lens, selection, filters and
    /// map of that view.
    #[arg(long, value_name = "STRING", conflicts_with_all = ["at", "from", "to", "step", "around", "km"])]
    state: Option<String>,
    /// The picture to draw.
    #[arg(long, value_enum, default_value_t)]
    view: Picture,
    /// First day of a range: of the frames of a map, or of the days that a chart or small maps
    /// show.
    #[arg(long, allow_hyphen_values = true, requires = "to")]
    from: Option<String>,
    /// Last day of a range.
    #[arg(long, allow_hyphen_values = true, requires = "from")]
    to: Option<String>,
    /// From frame to frame of a range: every day, every week, or every day on which something
    /// happens (the default).
    #[arg(long, value_enum, requires = "from")]
    step: Option<Step>,
    /// The lens: claims (the default), control, a party id or a voice id.
    #[arg(long)]
    lens: Option<String>,
    /// Width and height in pixels, of which the picture fills all. Without --paper a PDF has 144
    /// pixels to the inch and is at most as long as A3.
    #[arg(long, default_value = "2400x1600", value_parser = size)]
    size: (u32, u32),
    /// Sheet of paper for a .pdf or .svg, upright where --size is higher than wide; the picture is
    /// laid out anew for it, and --size says nothing else.
    #[arg(long, value_enum, ignore_case = true)]
    paper: Option<Paper>,
    /// Texts of a .pdf or .svg: fonts in the file, or outlines of letters for programs that ignore
    /// such fonts.
    #[arg(long, value_enum)]
    text: Option<Lettering>,
    /// A place or district in the center of the map; without it the whole map.
    #[arg(long, value_name = "ID")]
    around: Option<String>,
    /// With --around, the width of the map in kilometres.
    #[arg(long, value_name = "KM", default_value_t = 100.0, requires = "around")]
    km: f64,
    /// Color theme.
    #[arg(long, value_enum, default_value_t)]
    theme: ThemeName,
    /// Language: en, az, tr, ru, hy.
    #[arg(long, default_value = "en")]
    lang: String,
    /// The file, whose ending is its format (png, svg, pdf, gif; csv for the numbers of a chart); a
    /// folder receives one PNG per frame.
    #[arg(long)]
    out: PathBuf,
}

/// The days of a range that become frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Step {
    /// Every day.
    Day,
    /// Every seventh day.
    Week,
    /// Every day on which something on record happens.
    #[default]
    Event,
}

/// The most frames of a range.
const MOST_FRAMES: usize = 5_000;

/// Maximum side of a picture, in pixels.
const LARGEST: u32 = 20_000;
/// How wide the part of a map around something may be, in kilometres: from a building to the globe.
const WIDTHS_KM: std::ops::RangeInclusive<f64> = 0.05..=40_000.0;
/// The most that a picture is wide in heights, and high in widths. In a longer one charts have no room
/// across, and the ground of a map ends before it does.
const MOST_WIDE: u32 = 8;
const MOST_HIGH: u32 = 6;
pub(super) fn size(text: &str) -> Result<(u32, u32), String> {
    let (w, h) = text
        .split_once(['x', '×'])
        .ok_or("write WIDTHxHEIGHT, such as 1920x1080")?;
    let side = |t: &str| {
        t.trim()
            .parse::<u32>()
            .ok()
            .filter(|n| (200..=LARGEST).contains(n))
    };
    let (w, h) = side(w)
        .zip(side(h))
        .ok_or_else(|| format!("each side is a whole number from 200 to {LARGEST}"))?;
    if w > MOST_WIDE * h || h > MOST_HIGH * w {
        return Err(format!(
            "at most {MOST_WIDE} times as wide as it is high, and {MOST_HIGH} times as high as it is wide"
        ));
    }
    Ok((w, h))
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
    if args.from.is_some() && matches!(args.view, Picture::Matrix | Picture::Capitals) {
        bail!("this view is of one day; say --at instead of --from and --to");
    }
    if args.lens.is_some() && !matches!(args.view, Picture::Plate | Picture::Days) {
        bail!("--lens colours maps; this view shows every lens or none");
    }
    let ending = args
        .out
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default()
        .to_lowercase();
    let vector = matches!(ending.as_str(), "pdf" | "svg");
    if args.paper.is_some() && !vector {
        bail!("--paper is for .pdf and .svg; other pictures have pixels, which --size gives");
    }
    if args.text.is_some() && !vector {
        bail!("--text is for .pdf and .svg; other pictures have no letters");
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
    // Charts and small maps over time take the range as the days that they show.
    if let (Some(from), Some(to)) = range
        && args.view != Picture::Plate
    {
        session.apply(Action::ShowDays(DayRange::between(from, to)));
    }
    // A day outside the range would show other days.
    let day = range.0.unwrap_or(session.day());
    let mut exporter = PlateExporter::new(session, args.theme, args.size)
        .with_picture(args.view)
        .with_lettering(args.text.unwrap_or_default());
    if let Some(paper) = args.paper {
        exporter = exporter.with_paper(paper);
    }
    if let Some(id) = &args.around {
        let Some(centre) = exporter.session().geometry().anchor_of(id) else {
            bail!("nothing on the map is called `{id}`; `araxes find` looks for words");
        };
        if !WIDTHS_KM.contains(&args.km) {
            let (least, most) = (WIDTHS_KM.start(), WIDTHS_KM.end());
            bail!("a map is {least} to {most} km wide, not {}", args.km);
        }
        exporter = exporter.with_detail(Detail {
            centre,
            width_km: args.km,
        });
    }
    let at = args
        .at
        .as_ref()
        .map(|at| day_within(at, &atlas))
        .transpose()?;
    let one = at.or((args.state.is_some() || args.view != Picture::Plate).then_some(day));
    match (one, range) {
        (Some(day), _) => {
            out.refuse_unwritable(&args.out)?;
            let bytes = exporter.picture(day, &ending)?;
            out.file(&args.out, &bytes)?;
            out.message(format_args!("wrote {}", args.out.display()));
        }
        (None, (Some(from), Some(to))) => {
            let days = days(exporter.session(), from, to, args.step.unwrap_or_default());
            if days.len() > MOST_FRAMES {
                let count = days.len();
                bail!(
                    "{count} frames; at most {MOST_FRAMES} are made: take a shorter range or a longer step"
                );
            }
            match ending.as_str() {
                "gif" => {
                    out.refuse_replacing(&args.out)?;
                    let mut tell = |done: usize, day: NaiveDate| {
                        out.message(format_args!("{day} ({done} of {})", days.len()));
                    };
                    let bytes = exporter.animation(&days, &mut tell)?;
                    out.file(&args.out, &bytes)?;
                }
                "" => {
                    let file = |day: &NaiveDate| args.out.join(format!("{day}.png"));
                    for day in &days {
                        out.refuse_replacing(&file(day))?;
                    }
                    files::make_one_folder(&args.out)?;
                    for day in &days {
                        out.file(&file(day), &exporter.picture(*day, "png")?)?;
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
