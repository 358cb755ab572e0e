//! Names: districts with their stances in letters, towns, waters. Placed by rank, none on another; stable while the date moves.

use super::list::{Layer, Shape, Stroke, TextRun};
use super::sketch::{PillPart, Set, Sketch};
use super::typeface::Face;
use crate::geometry::{GroundArea, MapPoint, ScreenPoint, ScreenRect};
use crate::model::{Place, PlaceKind};
use crate::time::Truth;
use crate::timeline::Lens;

/// From this scale on (points a kilometre at the design size) every village has its name.
const VILLAGE_SCALE: f64 = 6.0;
/// Room kept for a pill of two letters below a name, so that a name stays where it is when its stance changes.
const PILL_ROOM: (f32, f32) = (48.0, 27.0);

/// A district so much longer than wide carries its name along itself, where it lies askew by so many radians (7° to 33°).
const LONG_ENOUGH: f64 = 1.45;
const LEAST_INCLINED: f32 = 0.12;
const MOST_INCLINED: f32 = 0.58;

impl Sketch<'_> {
    /// Signs of places and rings of those who hold them.
    pub(super) fn places(&mut self) {
        let (u, look) = (self.u, self.look);
        let (ink, card) = (look.theme.ink, look.theme.card);
        let stroke = Some(Stroke::solid(ink, 1.8 * u));
        for place in &look.atlas().places {
            let Some(at) = look.ground().places.get(place.id.as_str()).map(|p| self.at(*p)) else { continue };
            let id = Some(place.id.as_str());
            let half = match place.kind {
                PlaceKind::Capital => {
                    let rect = ScreenRect::around(at, 13.0 * u, 13.0 * u);
                    let stroke = Some(Stroke::solid(ink, 2.0 * u));
                    self.add(Layer::Place, id, Shape::Box { rect, round: 0.0, fill: Some(card), stroke });
                    self.add(
                        Layer::Place,
                        id,
                        Shape::Box { rect: rect.expand(-4.0 * u), round: 0.0, fill: Some(ink), stroke: None },
                    );
                    9.0
                }
                PlaceKind::Peak => {
                    let corners = vec![at.plus(0.0, -6.0 * u), at.plus(5.5 * u, 4.5 * u), at.plus(-5.5 * u, 4.5 * u)];
                    self.solid(Layer::Place, id, corners, look.theme.relief_text);
                    7.0
                }
                PlaceKind::Pass | PlaceKind::Bridge => {
                    let stroke = Stroke::solid(look.theme.relief_text, 1.6 * u);
                    for side in [-1.0, 1.0] {
                        let bow = |y: f32| at.plus(side * (3.0 + y * y / 14.0) * u, y * u);
                        self.path(Layer::Place, id, vec![bow(-6.0), bow(-3.0), bow(0.0), bow(3.0), bow(6.0)], stroke);
                    }
                    7.0
                }
                _ if place.rank >= 4 => {
                    self.disc(Layer::Place, id, at, 3.0, ink);
                    5.0
                }
                _ => {
                    self.add(Layer::Place, id, Shape::Circle { at, radius: 4.6 * u, fill: Some(card), stroke });
                    7.0
                }
            };
            let rect = ScreenRect::around(at, 2.0 * half * u, 2.0 * half * u);
            self.room.take(rect);
            self.hit(rect.expand(4.0 * u), place.id.as_str());
        }
        for (place, holders) in look.situation.places.iter().filter(|_| look.session.shown.holders) {
            let Some(at) = look.ground().places.get(place).map(|p| self.at(*p)) else { continue };
            for (i, holder) in holders.iter().enumerate() {
                let Some(party) = &look.atlas().control[holder.control].holder else { continue };
                let color = self.colors_of(party).mid;
                let color = if holder.certainty == Truth::Possible { color.over(look.theme.land, 0.42) } else { color };
                let radius = (9.5 + 5.5 * i as f32) * u;
                let casing = Some(Stroke::solid(look.theme.land, 5.6 * u));
                self.add(Layer::Place, Some(place), Shape::Circle { at, radius, fill: None, stroke: casing });
                let stroke = Some(Stroke::solid(color, 3.6 * u));
                self.add(Layer::Place, Some(place), Shape::Circle { at, radius, fill: None, stroke });
                self.room.take(ScreenRect::around(at, 2.0 * radius + 4.0 * u, 2.0 * radius + 4.0 * u));
            }
        }
    }

    /// Names of districts, each with its pill below.
    pub(super) fn district_names(&mut self) {
        let look = self.look;
        let atlas = look.atlas();
        let leaves = atlas.districts.iter().filter(|d| atlas.parts_of(&d.id).next().is_none());
        let mut ranked: Vec<_> = leaves.collect();
        ranked.sort_by_key(|d| d.context);
        for district in ranked {
            let Some(area) = look.ground().districts.get(district.id.as_str()).filter(|a| self.is_seen(a)) else { continue };
            let set = match (district.context, district.parent.is_some()) {
                (true, _) => Set { face: Face::SerifItalic, size: 17.0, color: look.theme.ink3, halo: Some(look.theme.land) },
                (_, part) => {
                    let size = if part { 20.0 } else { 24.0 };
                    Set { face: Face::SerifSemiBold, size, color: look.theme.ink, halo: Some(look.theme.land) }
                }
            };
            let state = look.situation.districts.iter().find(|s| s.id == district.id);
            let parts = state.map(|s| self.pill_parts(s)).unwrap_or_default();
            let name = district.names.text(look.text.language());
            let own = self.own_language().and_then(|l| district.names.exact(&l).map(ToOwned::to_owned));
            let own = own.filter(|own| own != name && !district.context);
            self.district_name(district.id.as_str(), area, (name, own.as_deref()), set, &parts, district.context);
        }
    }

    /// The language of the party through whose eyes the map is seen, where it is not the reader's.
    fn own_language(&self) -> Option<String> {
        let atlas = self.look.atlas();
        let party = match &self.look.session.lens {
            Lens::Party(p) => Some(p.clone()),
            Lens::Voice(v) => atlas.person(v.as_str()).and_then(|p| p.party.clone()),
            Lens::Claims | Lens::Control => None,
        };
        let language = party.and_then(|p| atlas.party(p.as_str())?.language.clone());
        language.filter(|l| l != self.look.text.language())
    }

    /// A name in the reader's language, the lens's own below it, and the pill below both.
    fn district_name(
        &mut self,
        id: &str,
        area: &GroundArea,
        names: (&str, Option<&str>),
        set: Set,
        parts: &[PillPart],
        context: bool,
    ) {
        let u = self.u;
        let (name, own) = names;
        let own_set = Set { face: Face::SerifItalic, size: set.size * 0.68, ..set };
        let own_line = if own.is_some() { own_set.size * 1.2 * u } else { 0.0 };
        let line = set.size * 1.25 * u;
        let pill = if context { (0.0, 0.0) } else { (PILL_ROOM.0 * u, PILL_ROOM.1 * u) };
        let wide = self.width(name, set).max(own.map_or(0.0, |o| self.width(o, own_set)));
        let with_own = (wide.max(pill.0), line + own_line + pill.1);
        let alone = (self.width(name, set).max(pill.0), line + pill.1);
        // The second name goes first where room is short.
        let tried = [(with_own, 1.0, own), (with_own, 0.8, own), (alone, 1.0, None), (alone, 0.7, None)];
        if self.along_the_shape(id, area, (name, own), (set, own_set), parts, context) {
            return;
        }
        let found = tried.into_iter().find_map(|(size, share, own)| Some((self.spot(area, size, share)?, own)));
        let (whole, own) = found.map_or((None, None), |(rect, own)| (Some(rect), own));
        if let Some(rect) = whole {
            let middle = ScreenPoint::new(rect.centre().x, rect.min.y + line / 2.0);
            self.text_centred(Layer::Label, Some(id), middle, name, set);
            if let Some(own) = own {
                let below = ScreenPoint::new(rect.centre().x, rect.min.y + line + own_line / 2.0 - 2.0 * u);
                self.text_centred(Layer::Label, Some(id), below, own, own_set);
            }
            self.room.take(rect);
            let width = self.width(name, set);
            self.hit(ScreenRect::around(middle, width, line), id);
            if !parts.is_empty() {
                self.pill(id, ScreenPoint::new(rect.centre().x, rect.max.y - pill.1 / 2.0), parts);
            }
        } else if !parts.is_empty() {
            let size = self.pill_size(parts);
            if let Some(rect) = self.spot(area, size, 0.5) {
                self.pill(id, rect.centre(), parts);
                self.room.take(rect);
            }
        }
    }

    /// A name along its district, where that is long and lies askew: inclined as the district is, spread over a good part of its length,
    /// upright enough to be read, and wholly inside. Whether it was placed.
    fn along_the_shape(
        &mut self,
        id: &str,
        area: &GroundArea,
        (name, own): (&str, Option<&str>),
        (set, own_set): (Set, Set),
        parts: &[PillPart],
        context: bool,
    ) -> bool {
        let (angle, long, wide) = axis(area);
        if context || long < wide * LONG_ENOUGH || !(LEAST_INCLINED..=MOST_INCLINED).contains(&angle.abs()) {
            return false;
        }
        let (u, scale) = (self.u, self.look.session.view.scale);
        let size = set.size * u;
        let letters = name.chars().count() as f32;
        let plain = self.width(name, set);
        // Over about half of the district's length, but never wider apart than names are set.
        let tracking = (((long * scale) as f32 * 0.5 - plain) / letters).clamp(0.035 * size, 0.2 * size);
        let width = plain + tracking * letters;
        let own_line = own.map_or(0.0, |_| own_set.size * 1.15 * u);
        let (sin, cos) = (angle.sin(), angle.cos());
        let at = |m: ScreenPoint, along: f32, down: f32| m.plus(along * cos - down * sin, along * sin + down * cos);
        let ground = self.look.ground();
        let view = self.look.session.view;
        let pill = (PILL_ROOM.0 * u, PILL_ROOM.1 * u);
        let low = size * 0.6 + own_line;
        let pieces = |m: ScreenPoint| -> Vec<ScreenRect> {
            let count = (width / size).ceil().max(2.0) as usize;
            let step = width / count as f32;
            let piece = |i: usize| at(m, (i as f32 + 0.5) * step - width / 2.0, own_line / 2.0);
            let mut all: Vec<ScreenRect> =
                (0..count).map(|i| ScreenRect::around(piece(i), step, size * 1.05 + own_line)).collect();
            all.push(ScreenRect::around(at(m, 0.0, low + pill.1 / 2.0), pill.0, pill.1));
            all
        };
        let inside = |m: ScreenPoint| {
            [(-0.5, -0.6), (0.5, -0.6), (-0.5, 0.6), (0.5, 0.6)].iter().all(|(x, y)| {
                let corner = at(m, x * width, y * size + if *y > 0.0 { own_line } else { 0.0 });
                ground.district_at(view.map_from_screen(corner)) == Some(id)
            })
        };
        let spots = area.spots.iter().map(|s| self.at(s.at).plus(0.0, -(own_line + pill.1) / 2.0));
        let free = |m: &ScreenPoint| inside(*m) && pieces(*m).iter().all(|r| self.room.is_free(r));
        let Some(middle) = spots.into_iter().find(free) else { return false };
        for (words, set, tracking, down) in
            std::iter::once((name, set, tracking, 0.0)).chain(own.map(|o| (o, own_set, 0.0, size * 0.5 + own_line / 2.0)))
        {
            let long = self.width(words, set) + tracking * words.chars().count() as f32;
            let start = at(middle, -long / 2.0, down + set.size * u * 0.357);
            let run = TextRun {
                at: start,
                text: words.to_owned(),
                face: set.face,
                size: set.size * u,
                tracking,
                color: set.color,
                halo: set.halo.map(|c| (c.alpha(0.92), 2.0 * u)),
                angle,
            };
            self.add(Layer::Label, Some(id), Shape::Text(run));
        }
        for piece in pieces(middle) {
            self.room.take(piece);
            self.hit(piece, id);
        }
        if !parts.is_empty() {
            self.pill(id, at(middle, 0.0, low + pill.1 / 2.0), parts);
        }
        true
    }

    /// The roomiest free rectangle of that size inside an area; `share` of it must fit between the outlines.
    fn spot(&self, area: &GroundArea, size: (f32, f32), share: f32) -> Option<ScreenRect> {
        let scale = self.look.session.view.scale;
        let fits = |s: &&crate::geometry::LabelSpot| {
            s.half_width_km * scale * 2.0 >= f64::from(size.0 * share)
                && s.half_height_km * scale * 2.0 >= f64::from(size.1 * share)
        };
        let rect = |at: MapPoint| ScreenRect::around(self.at(at), size.0, size.1);
        self.room.first_free(area.spots.iter().filter(fits).map(|s| rect(s.at)))
    }

    /// Names of capitals; or of towns, and of the villages that the day speaks of.
    pub(super) fn town_names(&mut self, capitals: bool) {
        let look = self.look;
        let close = look.session.view.scale / f64::from(self.u) >= VILLAGE_SCALE;
        let spoken_of = |p: &Place| look.spoken_of.contains(p.id.as_str());
        let mut places: Vec<&Place> =
            look.atlas().places.iter().filter(|p| look.ground().places.contains_key(p.id.as_str())).collect();
        places.sort_by_key(|p| p.rank);
        for place in places.into_iter().filter(|p| (p.kind == PlaceKind::Capital) == capitals) {
            if place.rank >= 4 && !close && !spoken_of(place) {
                continue;
            }
            let (ink, halo) = (look.theme.ink, Some(look.theme.land));
            let set = match place.kind {
                PlaceKind::Capital => Set { face: Face::SemiBold, size: 20.0, color: ink, halo },
                PlaceKind::Peak | PlaceKind::Pass | PlaceKind::Bridge => {
                    Set { face: Face::Italic, size: 14.0, color: look.theme.relief_text, halo }
                }
                _ if place.rank >= 4 => Set { face: Face::Condensed, size: 15.5, color: ink, halo },
                _ => Set { face: Face::Condensed, size: 17.5, color: ink, halo },
            };
            let at = self.at(look.ground().places[place.id.as_str()]);
            self.name_beside(place.id.as_str(), at, place.names.text(look.text.language()), set);
        }
    }

    fn name_beside(&mut self, id: &str, at: ScreenPoint, name: &str, set: Set) {
        let (u, ink) = (self.u, self.look.theme.ink);
        let (w, h) = (self.width(name, set), set.size * 1.15 * u);
        // Beside the rings of those who hold it.
        let rings = self.look.situation.places.iter().find(|(place, _)| place == id).map_or(0, |(_, holders)| holders.len());
        let gap = if rings > 0 { 14.0 + 5.5 * rings as f32 } else { 9.0 } * u;
        let spot = |dx: f32, dy: f32| ScreenRect::around(at.plus(dx, dy), w, h);
        let (side, above) = (gap + w / 2.0, gap + h / 2.0 - 2.0 * u);
        let spots = [
            spot(side, 0.0),
            spot(-side, 0.0),
            spot(side * 0.96, -above * 0.7),
            spot(side * 0.96, above * 0.7),
            spot(-side * 0.96, -above * 0.7),
            spot(-side * 0.96, above * 0.7),
            spot(0.0, -above),
            spot(0.0, above),
        ];
        // A capital has its name even where it must cover a lesser sign.
        let must = set.face == Face::SemiBold;
        let near = self.room.first_free(spots);
        let spoken = self.look.spoken_of.contains(id);
        // Where it is crowded, a name that the day needs stands farther off, on a leader.
        let far = || if must || spoken { self.farther(at, (w, h)) } else { None };
        let least_bad = || if must { self.room.best(&spots) } else { None };
        let Some(rect) = near.or_else(far).or_else(least_bad) else { return };
        if near.is_none() {
            let end = rect.nearest(at);
            let away = at.distance(end);
            if away > gap {
                let start = at.toward(end, (gap * 0.75 / away).min(1.0));
                self.path(Layer::Label, None, vec![start, end], Stroke::solid(self.look.theme.land, 3.4 * u));
                self.path(Layer::Label, None, vec![start, end], Stroke::solid(ink, 1.1 * u));
            }
        }
        self.text(Layer::Label, Some(id), ScreenPoint::new(rect.min.x, rect.centre().y), name, set);
        self.room.take(rect);
        self.hit(rect, id);
    }

    /// The nearest free room for a name away from its sign: all around it, farther and farther.
    fn farther(&self, at: ScreenPoint, (w, h): (f32, f32)) -> Option<ScreenRect> {
        let rings = [26.0_f32, 38.0, 52.0, 68.0, 86.0].into_iter();
        let spots = rings.flat_map(|reach| (0..16).map(move |i| (reach, std::f32::consts::TAU * i as f32 / 16.0)));
        let rect = |(reach, turn): (f32, f32)| {
            let (x, y) = (turn.cos(), turn.sin());
            // The near edge of the name, not its middle, lies so far away.
            ScreenRect::around(at.plus(x * (reach * self.u + w / 2.0), y * (reach * self.u + h / 2.0)), w, h)
        };
        self.room.first_free(spots.map(rect))
    }

    /// Names of lakes in their middle, of rivers along them.
    pub(super) fn water_names(&mut self) {
        let look = self.look;
        for feature in &look.atlas().base.features {
            let name = feature.names.text(look.text.language());
            if name.is_empty() {
                continue;
            }
            if let Some(lake) = look.ground().lakes.iter().find(|l| l.id == feature.id) {
                let set = Set { face: Face::SerifItalic, size: 19.0, color: look.theme.water_text, halo: Some(look.theme.lake) };
                let size = (self.width(name, set), 24.0 * self.u);
                if let Some(rect) = self.spot(lake, size, 0.8) {
                    self.text_centred(Layer::Label, None, rect.centre(), name, set);
                    self.room.take(rect);
                }
            } else if look.ground().rivers.iter().any(|r| r.id == feature.id) {
                self.river_name(&feature.id, name);
            }
        }
    }

    fn river_name(&mut self, id: &str, name: &str) {
        let (u, look) = (self.u, self.look);
        let great = look.ground().rivers.iter().any(|r| r.id == id && r.grade == 1);
        let (size, tracking) = if great { (21.0 * u, 0.34) } else { (15.5 * u, 0.12) };
        let face = Face::SerifItalic;
        let length: f32 = name.chars().map(|c| face.advance(c, size) + tracking * size).sum();
        let lines = look.ground().rivers.iter().filter(|r| r.id == id);
        let paths: Vec<Vec<ScreenPoint>> = lines.map(|r| r.points.iter().map(|p| self.at(*p)).collect()).collect();
        let offset = if great { 17.0 } else { 9.0 } * u;
        let best = paths.iter().flat_map(|p| along(p, length, 4.0 * u)).filter_map(|course| {
            [-offset, offset * 1.15].into_iter().find_map(|offset| {
                let placed = letters(&course, name, face, size, tracking, offset)?;
                let free = placed.iter().all(|(at, _, _)| self.room.is_free(&ScreenRect::around(*at, size * 0.8, size * 0.8)));
                let bend: f32 = placed.windows(2).map(|w| turn(w[0].1, w[1].1).abs()).sum();
                free.then_some((bend, placed))
            })
        });
        let Some((bend, placed)) = best.min_by(|a, b| a.0.total_cmp(&b.0)) else { return };
        if bend > 1.9 {
            return;
        }
        for (at, angle, c) in placed.into_iter().filter(|(_, _, c)| !c.is_whitespace()) {
            self.room.take(ScreenRect::around(at, size * 0.8, size * 0.8));
            // `at` is the letter's middle: step back half its width along the line and down to the baseline.
            let (half, down) = (face.advance(c, size) / 2.0, size * 0.3);
            let (sin, cos) = angle.sin_cos();
            let run = TextRun {
                at: at.plus(-half * cos - down * sin, -half * sin + down * cos),
                text: c.to_string(),
                face,
                size,
                tracking: 0.0,
                color: look.theme.water_text,
                halo: Some((look.theme.land.alpha(0.8), 1.6 * u)),
                angle,
            };
            self.add(Layer::Label, None, Shape::Text(run));
        }
    }
}

/// The direction in which an area is longest, in radians clockwise from level and never upside down, and its extent along and across
/// that, in km: four standard deviations of its triangles' middles, by their areas.
fn axis(area: &GroundArea) -> (f32, f64, f64) {
    let weighed = area.triangles.iter().map(|[a, b, c]| {
        let weight = ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs();
        ((a.x + b.x + c.x) / 3.0, (a.y + b.y + c.y) / 3.0, weight)
    });
    let total: f64 = weighed.clone().map(|t| t.2).sum::<f64>().max(1e-9);
    let mean = |f: &dyn Fn((f64, f64, f64)) -> f64| weighed.clone().map(|t| f(t) * t.2).sum::<f64>() / total;
    let (mx, my) = (mean(&|t| t.0), mean(&|t| t.1));
    let (xx, yy) = (mean(&|t| (t.0 - mx).powi(2)), mean(&|t| (t.1 - my).powi(2)));
    let xy = mean(&|t| (t.0 - mx) * (t.1 - my));
    let middle = f64::midpoint(xx, yy);
    let apart = (((xx - yy) / 2.0).powi(2) + xy * xy).sqrt();
    let angle = 0.5 * (2.0 * xy).atan2(xx - yy);
    (angle as f32, 4.0 * (middle + apart).sqrt(), 4.0 * (middle - apart).max(0.0).sqrt())
}

fn turn(a: f32, b: f32) -> f32 {
    let d = b - a;
    d - (d / std::f32::consts::TAU).round() * std::f32::consts::TAU
}

/// Smooth pieces of a path, each of `length` and evenly sampled, read from left to right.
fn along(path: &[ScreenPoint], length: f32, step: f32) -> Vec<Vec<ScreenPoint>> {
    let mut even: Vec<ScreenPoint> = Vec::new();
    let mut left = 0.0;
    for pair in path.windows(2) {
        let long = pair[0].distance(pair[1]);
        if long < 1e-3 {
            continue;
        }
        while left <= long {
            even.push(pair[0].toward(pair[1], left / long));
            left += step;
        }
        left -= long;
    }
    let reach = 9usize;
    let smooth: Vec<ScreenPoint> = (0..even.len())
        .map(|i| {
            let part = &even[i.saturating_sub(reach)..(i + reach + 1).min(even.len())];
            let sum = part.iter().fold(ScreenPoint::default(), |s, p| s.plus(p.x, p.y));
            ScreenPoint::new(sum.x / part.len() as f32, sum.y / part.len() as f32)
        })
        .collect();
    let count = (length / step).ceil() as usize + 2;
    let starts = (0..smooth.len().saturating_sub(count)).step_by(6);
    starts
        .map(|i| {
            let mut piece = smooth[i..i + count].to_vec();
            if piece.first().zip(piece.last()).is_some_and(|(a, b)| a.x > b.x) {
                piece.reverse();
            }
            piece
        })
        .collect()
}

/// Middle and angle of each letter set along a course, `offset` below it (above where negative).
fn letters(
    course: &[ScreenPoint],
    name: &str,
    face: Face,
    size: f32,
    tracking: f32,
    offset: f32,
) -> Option<Vec<(ScreenPoint, f32, char)>> {
    let mut out = Vec::new();
    let (mut gone, mut at) = (0.0, 0usize);
    let mut want = 0.0;
    for c in name.chars() {
        let wide = face.advance(c, size);
        let middle = want + wide / 2.0;
        while at + 1 < course.len() && gone + course[at].distance(course[at + 1]) < middle {
            gone += course[at].distance(course[at + 1]);
            at += 1;
        }
        let (a, b) = (course.get(at)?, course.get(at + 1)?);
        let angle = (b.y - a.y).atan2(b.x - a.x);
        let p = a.toward(*b, ((middle - gone) / a.distance(*b).max(1e-3)).clamp(0.0, 1.0));
        let (sin, cos) = angle.sin_cos();
        out.push((p.plus(-sin * offset, cos * offset), angle, c));
        want += wide + tracking * size;
    }
    Some(out)
}
