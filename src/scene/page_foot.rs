//! The foot of a plate: sources, a caution, credits of the map data, the state string, and beside
//! them the scale bar, the projection and the scale.

use super::list::{Layer, LegendEntry, Shape, Stroke};
use super::page::PlatePage;
use super::sheet::{Arrangement, Sheet};
use super::typeface::Face;
use crate::geometry::ScreenPoint;
use crate::model::{ProjectionKind, ScaleUnit};

/// Width of the scale bar with its words, in design units.
const SCALE: f32 = 262.0;
/// Greatest length of the bar itself, in design units.
const BAR: f32 = 215.0;

impl PlatePage<'_> {
    /// Writes the foot. `mm_per_point` is the length of a point on paper, where it is known.
    pub(super) fn foot(
        &mut self,
        sheet: &Sheet,
        legend: &[LegendEntry],
        mm_per_point: Option<f64>,
    ) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme, session) = (context.text, context.theme, context.session);
        let atlas = context.atlas();
        let sketch = sheet.is_sketch();
        let upright = sheet.arrangement == Arrangement::Upright;
        let foot = sheet.foot;
        let beside = !sketch && !upright;
        (self.left, self.width, self.y) = (foot.left, foot.width, foot.top);
        if sheet.arrangement == Arrangement::Wide {
            self.space(-6.0);
            self.legend_strip(legend);
            self.space(6.0);
        }
        if !sketch {
            let left = foot.left + foot.width - SCALE * k;
            let top = self.y + 22.0 * k;
            self.scale(ScreenPoint::new(left, top), mm_per_point);
        }
        self.width = foot.width - if beside { (SCALE + 30.0) * k } else { 0.0 };
        let small = Self::style(Face::Condensed, 13.0, theme.ink2);
        let mut lines = vec![text.sources_line(atlas)];
        if !sketch {
            if !atlas.units.is_empty() || !atlas.manifest.texts.plate_note.is_empty() {
                lines.push(text.plate_note(atlas));
            }
            lines.extend(text.map_credits(atlas));
            if !session.filter().is_empty() {
                let filter = text.conditions(session.filter(), session.whole().atlas());
                lines.push(text.with("drawn-only-from", &[("filter", &filter)]));
            }
            lines.push(text.with("plate-state", &[("state", &session.state())]));
        }
        if upright {
            self.width = foot.width;
            self.space(84.0);
        }
        for (i, line) in lines.into_iter().enumerate() {
            let bottom = foot.bottom;
            if self.fits(bottom, |page| page.words(&line, small, 0.0)) {
                self.space(1.0);
            } else if i == 0 {
                // Without room for all of its source, a plate names what there is room for.
                self.words(
                    &small.face.cut(&line, small.size, self.width / k),
                    small,
                    0.0,
                );
            } else {
                break;
            }
        }
    }

    /// The scale bar in the atlas's units, and below it the projection with the scale on paper.
    fn scale(&mut self, start: ScreenPoint, mm_per_point: Option<f64>) {
        let (k, context) = (self.k, self.s.context);
        let (text, theme) = (context.text, context.theme);
        let manifest = &context.atlas().manifest;
        let per_km = context.session.viewport().scale;
        let most_km = f64::from(BAR * k) / per_km;
        let (unit, others) = units_within(&manifest.scale_units, most_km);
        let count = round_length(most_km / unit.km());
        let length = (count * unit.km() * per_km) as f32;
        for (from, to, fill) in [(0.0, 0.5, theme.ink), (0.5, 1.0, theme.card)] {
            let corner = start.plus(length * from, 0.0);
            let shape = Shape::Box {
                rect: crate::geometry::ScreenRect::sized(corner, length * (to - from), 5.0 * k),
                round: 0.0,
                fill: Some(fill),
                stroke: Some(Stroke::solid(theme.ink, 1.1 * k)),
            };
            self.s.add(Layer::Furniture, None, shape);
        }
        let style = Self::style(Face::Condensed, 13.0, theme.ink);
        let half = text.number(count / 2.0);
        for (part, words) in [(0.0, "0".to_owned()), (0.5, half)] {
            let at = start.plus(length * part, -10.0 * k);
            self.s
                .text_centred(Layer::Furniture, None, at, &words, style);
        }
        let end = text.length(count, unit);
        let digits = text.number(count);
        let at = start.plus(length - self.s.width(&digits, style) / 2.0, -10.0 * k);
        self.s.text(Layer::Furniture, None, at, &end, style);
        self.s.north(start.plus(length + 46.0 * k, 2.0 * k));
        let mut below = start.plus(0.0, 15.0 * k);
        for other in others {
            self.other_unit(below, count * unit.km(), other);
            below = below.plus(0.0, 19.0 * k);
        }
        let projection = text.get(match context.atlas().manifest.projection.kind {
            ProjectionKind::Conic => "projection-name",
            ProjectionKind::Azimuthal => "projection-azimuthal",
            ProjectionKind::World => "projection-world",
        });
        let ratio = mm_per_point.map(|mm| {
            let ratio = 1_000_000.0 / (per_km * mm);
            text.with("map-scale", &[("ratio", &text.number(rounded(ratio)))])
        });
        let words: Vec<String> = [Some(projection), ratio].into_iter().flatten().collect();
        let words = words.join(" · ");
        let size = Face::Condensed.fitted(&words, 13.0, SCALE);
        let style = Self::style(Face::Condensed, size, theme.ink2);
        // Long words stand below the north sign.
        let is_long = self.s.width(&words, style) > length + 30.0 * k;
        let at = below.plus(0.0, if is_long { 20.0 } else { 5.0 } * k);
        self.s.text(Layer::Furniture, None, at, &words, style);
    }

    /// A thin line of a round length in another unit, at most `most_km` kilometers long.
    fn other_unit(&mut self, start: ScreenPoint, most_km: f64, unit: ScaleUnit) {
        let (k, context) = (self.k, self.s.context);
        let count = round_length(most_km / unit.km());
        let length = (count * unit.km() * context.session.viewport().scale) as f32;
        let stroke = Stroke::solid(context.theme.ink2, 1.1 * k);
        let end = start.plus(length, 0.0);
        self.s
            .path(Layer::Furniture, None, vec![start, end], stroke);
        for at in [start, end] {
            let tick = vec![at.plus(0.0, -3.0 * k), at.plus(0.0, 3.0 * k)];
            self.s.path(Layer::Furniture, None, tick, stroke);
        }
        let style = Self::style(Face::Condensed, 13.0, context.theme.ink2);
        let words = context.text.length(count, unit);
        self.s.text(
            Layer::Furniture,
            None,
            end.plus(7.0 * k, 0.0),
            &words,
            style,
        );
    }
}

/// The main unit and the others of those of which a scale bar of `most_km` kilometers has at least one;
/// metres where it has one of none.
pub(super) fn units_within(units: &[ScaleUnit], most_km: f64) -> (ScaleUnit, Vec<ScaleUnit>) {
    let mut fitting = units.iter().copied().filter(|unit| unit.km() <= most_km);
    let main = fitting.next().unwrap_or(ScaleUnit::Metres);
    (main, fitting.collect())
}

/// The largest round length up to `most`, in the same unit.
pub(super) fn round_length(most: f64) -> f64 {
    [
        1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0,
    ]
    .into_iter()
    .rev()
    .find(|length| *length <= most)
    .unwrap_or(1.0)
}

/// A number to three digits.
fn rounded(value: f64) -> f64 {
    let digits = value.max(1.0).log10().floor();
    let step = 10_f64.powf(digits - 2.0);
    (value / step).round() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_given_to_three_digits() {
        assert_eq!(rounded(1_253_871.0), 1_250_000.0);
        assert_eq!(rounded(843_210.0), 843_000.0);
    }
}
