//! The rules of a staff map, counted on every day on which something is recorded: no leader crosses a
//! frontier or a name, arcs keep clear of words, every sign has its name and stands near its place.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use araxes::geometry::{ScreenPoint, ScreenRect};
use araxes::model::AreaId;
use araxes::scene::{Furniture, Item, Layer, Legend, Plate, SceneContext, Shape, TextRun, Theme};
use araxes::session::{Action, Session};
use araxes::text::Text;
use araxes::timeline::{Lens, Timeline};

const LENSES: [&str; 6] = ["claims", "control", "moscow", "yerevan", "baku", "ankara"];
const SIZES: [(f32, f32); 5] = [
    (1920.0, 1080.0),
    (1366.0, 768.0),
    (3840.0, 2160.0),
    (1080.0, 1920.0),
    (800.0, 500.0),
];
/// Greatest distance between a sign and its place, in design units: twice the width of a sign.
const SIGN_REACH: f32 = 92.0;

/// What is wrong on some plates, each with the plate and the words concerned.
#[derive(Debug, Default)]
struct Faults {
    across_frontiers: Vec<String>,
    leaders_over_names: Vec<String>,
    arcs_over_words: Vec<String>,
    nameless: Vec<String>,
    far_from_place: Vec<String>,
    /// Reports told in a list at the edge, because nothing fitted where they belong.
    listed: Vec<String>,
    over_names: Vec<String>,
    over_each_other: Vec<String>,
}

/// A text as a rectangle that may be turned about its start.
struct Words {
    text: String,
    subject: Option<String>,
    layer: Layer,
    at: ScreenPoint,
    angle: f32,
    width: f32,
    size: f32,
}

impl Words {
    fn new(item: &Item, run: &TextRun) -> Self {
        let letters = run.text.chars().count() as f32;
        Self {
            text: run.text.clone(),
            subject: item.subject.clone(),
            layer: item.layer,
            at: run.at,
            angle: run.angle,
            width: run.face.width(&run.text, run.size) + run.tracking * (letters - 1.0).max(0.0),
            size: run.size,
        }
    }

    /// Whether a point lies on the letters, less a little at every edge.
    fn holds(&self, p: ScreenPoint) -> bool {
        let (sin, cos) = self.angle.sin_cos();
        let (x, y) = (p.x - self.at.x, p.y - self.at.y);
        let (along, down) = (x * cos + y * sin, y * cos - x * sin);
        (0.8..self.width - 0.8).contains(&along) && (-0.72 * self.size + 0.8..-0.3).contains(&down)
    }

    /// Points all over the letters.
    fn points(&self) -> Vec<ScreenPoint> {
        let (sin, cos) = self.angle.sin_cos();
        let count = (self.width / 2.0).ceil().max(2.0) as usize;
        let mut points = Vec::new();
        for i in 1..count {
            for down in [-0.6, -0.35, -0.1] {
                let (along, down) = (self.width * i as f32 / count as f32, down * self.size);
                points.push(
                    self.at
                        .plus(along * cos - down * sin, along * sin + down * cos),
                );
            }
        }
        points
    }

    /// The smallest upright rectangle around the letters.
    fn rect(&self) -> ScreenRect {
        let points = self.points();
        let first = ScreenRect {
            min: points[0],
            max: points[0],
        };
        points.iter().fold(first, |r, p| ScreenRect {
            min: ScreenPoint::new(r.min.x.min(p.x), r.min.y.min(p.y)),
            max: ScreenPoint::new(r.max.x.max(p.x), r.max.y.max(p.y)),
        })
    }
}

/// The letters of a text along a path, each as words of its own.
fn letters(item: &Item, path: &[ScreenPoint], run: &TextRun) -> Vec<Words> {
    let mut along_path = Vec::new();
    let mut done = 0.0;
    for pair in path.windows(2) {
        let long = pair[0].distance(pair[1]);
        along_path.push((done, long, pair[0], pair[1]));
        done += long;
    }
    let mut x = 0.0;
    let mut found = Vec::new();
    for letter in run.text.chars() {
        let width = run.face.width(&letter.to_string(), run.size);
        let piece = along_path.iter().rfind(|(start, ..)| *start <= x);
        if let Some((start, long, a, b)) = piece.filter(|_| letter != ' ') {
            found.push(Words {
                text: run.text.clone(),
                subject: item.subject.clone(),
                layer: item.layer,
                at: a.toward(*b, (x - start) / long.max(0.01)),
                angle: (b.y - a.y).atan2(b.x - a.x),
                width,
                size: run.size,
            });
        }
        x += width + run.tracking;
    }
    found
}

/// Points along a line, a point and a half apart.
fn along(points: &[ScreenPoint]) -> Vec<ScreenPoint> {
    let mut found = Vec::new();
    for pair in points.windows(2) {
        let count = (pair[0].distance(pair[1]) / 1.5).ceil().max(1.0) as usize;
        found.extend((0..=count).map(|i| pair[0].toward(pair[1], i as f32 / count as f32)));
    }
    found
}

fn cross(a: ScreenPoint, b: ScreenPoint, c: ScreenPoint, d: ScreenPoint) -> bool {
    let turn = |p: ScreenPoint, q: ScreenPoint, r: ScreenPoint| {
        (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    };
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

struct Sheet {
    session: Session,
    theme: Theme,
    text: Text,
}

impl Sheet {
    fn new(language: &str) -> Self {
        let atlas = araxes::load::load(&araxes::load::files::builtin())
            .atlas
            .expect("the built-in atlas is clean");
        let session = Session::new(Arc::new(Timeline::new(Arc::new(atlas))), language);
        Self {
            session,
            theme: Theme::paper(),
            text: Text::new(language),
        }
    }

    fn days(&self) -> Vec<chrono::NaiveDate> {
        self.session.timeline().change_days().to_vec()
    }

    fn count(&mut self, day: chrono::NaiveDate, lens: &str, size: (f32, f32), out: &mut Faults) {
        let s = &mut self.session;
        let lens_of = Lens::named(lens, s.timeline().atlas()).expect("a lens");
        s.apply(Action::SetLens(lens_of));
        s.apply(Action::Jump(day));
        s.apply(Action::Tick(10.0));
        let situation = s.situation().clone();
        let view = SceneContext {
            session: s,
            situation: &situation,
            theme: &self.theme,
            text: &self.text,
            unit: 1.0,
            furniture: Furniture {
                legend: Legend::None,
                scale_right: None,
                has_buttons: false,
            },
            detail: araxes::scene::MapDetail::Whole,
        };
        let plate = Plate::new(&view, size, None);
        let name = format!(
            "{day} {lens} {}x{} {}",
            size.0,
            size.1,
            self.text.language()
        );
        self.look_at(&name, &plate, out);
    }

    fn look_at(&self, name: &str, plate: &Plate, out: &mut Faults) {
        let atlas = self.session.timeline().atlas();
        let geometry = self.session.geometry();
        let u = plate.unit;
        let at = |p| plate.view.screen_from_map(p);
        let followed = geometry.frontier_boundaries.iter();
        let lines = followed.map(|i| &geometry.boundaries[*i]);
        let frontiers: Vec<Vec<ScreenPoint>> = lines
            .chain(&geometry.frontiers)
            .map(|line| line.points.iter().map(|p| at(*p)).collect())
            .collect();
        let mut words: Vec<Words> = Vec::new();
        // Letters that refer from signs to a list.
        let mut keys: Vec<ScreenPoint> = Vec::new();
        let (mut leaders, mut arcs) = (Vec::new(), BTreeMap::new());
        let (mut signs, mut cards): (Vec<(String, ScreenRect)>, Vec<ScreenRect>) =
            Default::default();
        for item in &plate.scene.items {
            let subject = item.subject.clone().unwrap_or_default();
            match (&item.layer, &item.shape) {
                (Layer::Label | Layer::Unit | Layer::Seat, Shape::Text(run))
                    if run.text.chars().count() > 1 =>
                {
                    words.push(Words::new(item, run));
                }
                (Layer::Unit, Shape::Text(run)) => keys.push(run.at),
                (_, Shape::TextOnPath { path, run }) => words.extend(letters(item, path, run)),
                (
                    Layer::Trail,
                    Shape::Path {
                        points,
                        closed: false,
                        ..
                    },
                ) if atlas.unit(&subject).is_some() => leaders.push(points.clone()),
                (Layer::Arc, Shape::Path { points, .. }) => {
                    // The halo and the arc itself are one.
                    arcs.insert((subject, format!("{:?}", points[0])), points.clone());
                }
                (Layer::Unit, Shape::Box { rect, .. }) if !subject.is_empty() => {
                    signs.push((subject, *rect));
                }
                (Layer::Unit, Shape::Box { rect, round, .. }) if *round > 0.0 => cards.push(*rect),
                _ => {}
            }
        }
        for leader in &leaders {
            for pair in leader.windows(2) {
                let mut pieces = frontiers.iter().flat_map(|line| line.windows(2));
                if pieces.any(|f| cross(pair[0], pair[1], f[0], f[1])) {
                    out.across_frontiers.push(name.to_owned());
                }
            }
            let points = along(leader);
            for w in words.iter().filter(|w| points.iter().any(|p| w.holds(*p))) {
                out.leaders_over_names.push(format!("{name}: {}", w.text));
            }
        }
        for ((id, _), arc) in &arcs {
            let points = along(arc);
            for w in words.iter().filter(|w| points.iter().any(|p| w.holds(*p))) {
                out.arcs_over_words
                    .push(format!("{name}: {id} over {}", w.text));
            }
        }
        for (unit, sign) in &signs {
            if cards.iter().any(|card| card.holds_rect(sign)) {
                out.listed.push(format!("{name}: {unit}"));
            } else {
                let is_listed = |(other, r): &(String, ScreenRect)| {
                    other == unit && cards.iter().any(|card| card.holds_rect(r))
                };
                let reach = sign.expand(60.0 * u);
                let is_keyed =
                    signs.iter().any(is_listed) && keys.iter().any(|key| reach.holds(*key));
                self.look_at_sign(name, plate, (unit, sign, is_keyed), &words, out);
            }
        }
        let of_troops = |w: &&Words| w.layer == Layer::Unit;
        let names: Vec<&Words> = words.iter().filter(|w| !of_troops(w)).collect();
        for w in words.iter().filter(of_troops) {
            for other in names
                .iter()
                .filter(|n| n.points().iter().any(|p| w.holds(*p)))
            {
                out.over_names
                    .push(format!("{name}: {} over {}", w.text, other.text));
            }
        }
        for (i, (unit, sign)) in signs.iter().enumerate() {
            let inner = sign.expand(-2.0 * u);
            for other in words
                .iter()
                .filter(|w| w.points().iter().any(|p| inner.holds(*p)))
            {
                out.over_names
                    .push(format!("{name}: sign of {unit} over {}", other.text));
            }
            for (second, _) in signs[i + 1..].iter().filter(|(_, r)| r.overlap(sign) > 0.0) {
                out.over_each_other
                    .push(format!("{name}: {unit}, {second}"));
            }
        }
    }

    fn look_at_sign(
        &self,
        name: &str,
        plate: &Plate,
        (unit, sign, is_keyed): (&str, &ScreenRect, bool),
        words: &[Words],
        out: &mut Faults,
    ) {
        let atlas = self.session.timeline().atlas();
        let record = atlas.unit(unit).expect("a force");
        let full = record.names.text(self.text.language());
        let reach = sign.expand(12.0 * plate.unit);
        let named = words.iter().any(|w| {
            w.subject.as_deref() == Some(unit)
                && full.contains(&w.text)
                && reach.overlap(&w.rect()) > 0.0
        });
        if !named && !is_keyed {
            out.nameless.push(format!("{name}: {unit}"));
        }
        let at: BTreeSet<&AreaId> = record.fixes.iter().filter_map(|f| f.at.as_ref()).collect();
        let of_a_place = at.iter().all(|a| matches!(a, AreaId::Place(_)));
        let points = at
            .iter()
            .filter_map(|a| self.session.geometry().places.get(a.as_str()))
            .map(|p| plate.view.screen_from_map(*p));
        let far = points
            .map(|p| sign.nearest(p).distance(p))
            .fold(f32::INFINITY, f32::min);
        if of_a_place && far > (SIGN_REACH + 0.5) * plate.unit {
            out.far_from_place.push(format!("{name}: {unit}"));
        }
    }
}

/// The counts of faults, with the first of each kind.
fn report(faults: &Faults, plates: usize) -> String {
    let mut out = String::new();
    let Faults {
        across_frontiers,
        leaders_over_names,
        arcs_over_words,
        nameless,
        far_from_place,
        listed,
        over_names,
        over_each_other,
    } = faults;
    for (what, found) in [
        ("leaders across a frontier", across_frontiers),
        ("leaders over a name", leaders_over_names),
        ("arcs over words", arcs_over_words),
        ("signs without a name", nameless),
        ("signs far from their place", far_from_place),
        ("signs in a list", listed),
        ("words of troops over a name", over_names),
        ("signs over each other", over_each_other),
    ] {
        out.push_str(&format!("{what} on {plates} plates: {}\n", found.len()));
        for one in found.iter().take(12) {
            out.push_str(&format!("    {one}\n"));
        }
    }
    out
}

#[test]
fn no_day_breaks_the_rules_of_a_staff_map() {
    let mut sheet = Sheet::new("en");
    let mut faults = Faults::default();
    let days = sheet.days();
    assert!(days.len() >= 38, "{} days", days.len());
    for day in &days {
        for lens in LENSES {
            sheet.count(*day, lens, SIZES[0], &mut faults);
        }
    }
    let told = report(&faults, days.len() * LENSES.len());
    assert!(faults.across_frontiers.is_empty(), "{told}");
    assert!(faults.leaders_over_names.is_empty(), "{told}");
    assert!(faults.arcs_over_words.len() <= 5, "{told}");
    assert!(faults.nameless.is_empty(), "{told}");
    assert!(faults.far_from_place.is_empty(), "{told}");
    assert!(faults.over_names.is_empty(), "{told}");
    assert!(faults.over_each_other.is_empty(), "{told}");
}

#[test]
fn no_language_and_no_size_breaks_them_either() {
    let mut faults = Faults::default();
    let mut plates = 0;
    for language in ["en", "az", "tr", "ru", "hy"] {
        let mut sheet = Sheet::new(language);
        for size in SIZES {
            for (day, lens) in [
                ("1920-06-30", "claims"),
                ("1920-07-03", "moscow"),
                ("1920-07-14", "control"),
                ("1920-07-24", "claims"),
            ] {
                sheet.count(day.parse().expect("a day"), lens, size, &mut faults);
                plates += 1;
            }
        }
    }
    let told = report(&faults, plates);
    assert!(faults.across_frontiers.is_empty(), "{told}");
    assert!(faults.leaders_over_names.is_empty(), "{told}");
    assert!(faults.nameless.is_empty(), "{told}");
    assert!(faults.far_from_place.is_empty(), "{told}");
    assert!(faults.over_each_other.is_empty(), "{told}");
}
