//! Compares the shapes of two frames, and finds the rectangles of the window that look different
//! (the damage).

use std::collections::{HashMap, VecDeque};
use std::hash::{Hash as _, Hasher as _};
use std::sync::Arc;

use egui::emath::TSTransform;
use egui::epaint::ClippedShape;
use egui::{Color32, CornerRadius, Pos2, Rect, Shape, pos2};

/// Maximum number of rectangles. Above it, the two whose union adds the least area become one.
const RECTS: usize = 8;
/// Distance, in pixels, by which a shape's antialiased edge can exceed its bounds.
const EDGE_PX: f32 = 2.0;
/// The shapes of a frame, with the rectangle of the window that each of them can change.
#[derive(Default)]
pub(super) struct Picture {
    shapes: Vec<(ClippedShape, Rect)>,
}

impl Picture {
    /// The shapes of a frame in painting order. `before` is the previous frame: shapes that are the
    /// same keep their bounds. Returns the damage too, as disjoint rectangles in points whose edges
    /// lie between pixels.
    pub(super) fn after(
        before: &Self,
        shapes: Vec<ClippedShape>,
        pixels_per_point: f32,
    ) -> (Self, Vec<Rect>) {
        let matches = matches(&before.shapes, &shapes);
        let mut damage = Vec::new();
        let mut now = Vec::with_capacity(shapes.len());
        let mut gone = vec![true; before.shapes.len()];
        for (shape, old) in shapes.into_iter().zip(matches) {
            let rect = if let Some(old) = old {
                gone[old] = false;
                before.shapes[old].1
            } else {
                let rect = bounds(&shape);
                damage.push(rect);
                rect
            };
            now.push((shape, rect));
        }
        let left = before.shapes.iter().zip(gone).filter(|(_, gone)| *gone);
        damage.extend(left.map(|((_, rect), _)| *rect));
        let damage = damage
            .into_iter()
            .filter(Rect::is_positive)
            .map(|rect| outward(rect, pixels_per_point))
            .collect();
        (Self { shapes: now }, disjoint(damage))
    }

    /// The shapes that touch a rectangle, in painting order, clipped to it, and the color that lies
    /// below them. An opaque rectangle that covers all of it becomes that color, and shapes below
    /// it are left out; without one the color is `None`.
    pub(super) fn within(&self, rect: Rect) -> (Option<Color32>, Vec<ClippedShape>) {
        let mut below = None;
        let mut within = Vec::new();
        for (shape, _) in self.shapes.iter().filter(|(_, b)| overlap(*b, rect)) {
            if let Some(color) = covering(shape, rect) {
                below = Some(color);
                within.clear();
            } else {
                within.push(ClippedShape {
                    clip_rect: shape.clip_rect.intersect(rect),
                    ..shape.clone()
                });
            }
        }
        (below, within)
    }
}

/// The color of an opaque rectangle that covers all of `rect`; `None` for any other shape.
fn covering(shape: &ClippedShape, rect: Rect) -> Option<Color32> {
    let Shape::Rect(fill) = &shape.shape else {
        return None;
    };
    let is_plain = fill.corner_radius == CornerRadius::ZERO
        && fill.blur_width == 0.0
        && fill.angle == 0.0
        && fill.brush.is_none()
        && fill.fill.is_opaque()
        && fill.stroke.is_empty()
        && shape.transform_after_tessellation == TSTransform::IDENTITY;
    let covers = fill.rect.intersect(shape.clip_rect).contains_rect(rect);
    (is_plain && covers).then_some(fill.fill)
}

/// For each shape of a frame, the index of an equal one in the previous frame; `None` where there is
/// none. The indices increase, so that shapes which changed their order count as new.
fn matches(before: &[(ClippedShape, Rect)], now: &[ClippedShape]) -> Vec<Option<usize>> {
    let mut places: HashMap<u64, VecDeque<usize>> = HashMap::new();
    for (i, (shape, _)) in before.iter().enumerate() {
        places.entry(fingerprint(shape)).or_default().push_back(i);
    }
    // Equal shapes are paired in order of occurrence.
    let pairs: Vec<Option<usize>> = now
        .iter()
        .map(|shape| {
            let old = places.get_mut(&fingerprint(shape))?.pop_front()?;
            same(&before[old].0, shape).then_some(old)
        })
        .collect();
    increasing(&pairs)
}

/// Keeps a longest increasing subsequence of the given values, by patience sorting, and replaces the
/// others by `None`.
fn increasing(values: &[Option<usize>]) -> Vec<Option<usize>> {
    // The last position of the best subsequence of each length, and each position's predecessor.
    let mut tails: Vec<usize> = Vec::new();
    let mut previous = vec![None; values.len()];
    for (i, value) in values.iter().enumerate() {
        if value.is_none() {
            continue;
        }
        let length = tails.partition_point(|tail| values[*tail] < *value);
        previous[i] = length.checked_sub(1).map(|shorter| tails[shorter]);
        if length == tails.len() {
            tails.push(i);
        } else {
            tails[length] = i;
        }
    }
    let mut kept = vec![None; values.len()];
    let mut at = tails.last().copied();
    while let Some(i) = at {
        kept[i] = values[i];
        at = previous[i];
    }
    kept
}

/// A number that is the same for shapes that look the same.
fn fingerprint(shape: &ClippedShape) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    let mut add = |p: Pos2| (p.x.to_bits(), p.y.to_bits()).hash(&mut hasher);
    add(shape.clip_rect.min);
    add(shape.clip_rect.max);
    match &shape.shape {
        Shape::Mesh(mesh) => {
            let middle = mesh.vertices.len() / 2;
            mesh.vertices.first().into_iter().for_each(|v| add(v.pos));
            mesh.vertices
                .get(middle)
                .into_iter()
                .for_each(|v| add(v.pos));
            mesh.vertices.len().hash(&mut hasher);
        }
        Shape::Text(text) => {
            add(text.pos);
            text.override_text_color.hash(&mut hasher);
            text.galley.job.text.hash(&mut hasher);
        }
        Shape::Rect(rect) => {
            add(rect.rect.min);
            add(rect.rect.max);
            rect.fill.hash(&mut hasher);
        }
        Shape::Circle(circle) => add(circle.center),
        Shape::LineSegment { points, .. } => points.iter().for_each(|p| add(*p)),
        Shape::Path(path) => {
            path.points.iter().take(3).for_each(|p| add(*p));
            path.points.len().hash(&mut hasher);
        }
        _ => {}
    }
    hasher.finish()
}

/// Whether two shapes are known to look the same. Meshes and texts that are kept between frames are
/// compared by address first.
fn same(a: &ClippedShape, b: &ClippedShape) -> bool {
    a.clip_rect == b.clip_rect
        && a.transform_after_tessellation == b.transform_after_tessellation
        && same_shape(&a.shape, &b.shape)
}

fn same_shape(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Mesh(a), Shape::Mesh(b)) => Arc::ptr_eq(a, b) || a == b,
        (Shape::Text(a), Shape::Text(b)) => {
            a.pos == b.pos
                && a.angle == b.angle
                && a.override_text_color == b.override_text_color
                && a.fallback_color == b.fallback_color
                && a.opacity_factor == b.opacity_factor
                && a.underline == b.underline
                && (Arc::ptr_eq(&a.galley, &b.galley) || a.galley == b.galley)
        }
        (Shape::Vec(a), Shape::Vec(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_shape(a, b))
        }
        _ => a == b,
    }
}

fn bounds(shape: &ClippedShape) -> Rect {
    let bounds = shape.transform_after_tessellation * shape.shape.visual_bounding_rect();
    if bounds.is_finite() {
        bounds.expand(EDGE_PX).intersect(shape.clip_rect)
    } else {
        Rect::NOTHING
    }
}

/// The smallest rectangle of whole pixels that holds a rectangle in points.
fn outward(rect: Rect, pixels_per_point: f32) -> Rect {
    let down = |v: f32| (v * pixels_per_point).floor() / pixels_per_point;
    let up = |v: f32| (v * pixels_per_point).ceil() / pixels_per_point;
    Rect::from_min_max(
        pos2(down(rect.min.x), down(rect.min.y)),
        pos2(up(rect.max.x), up(rect.max.y)),
    )
}

/// Disjoint rectangles that hold all given ones: overlapping ones become one, and so do the nearest
/// ones where there are too many.
fn disjoint(rects: Vec<Rect>) -> Vec<Rect> {
    let mut out: Vec<Rect> = Vec::new();
    for rect in rects {
        let mut rect = rect;
        while let Some(i) = out.iter().position(|o| overlap(*o, rect)) {
            rect = rect.union(out.swap_remove(i));
        }
        out.push(rect);
        if out.len() > RECTS {
            join_nearest(&mut out);
        }
    }
    out
}

fn overlap(a: Rect, b: Rect) -> bool {
    let common = a.intersect(b);
    common.width() > 0.0 && common.height() > 0.0
}

/// Replaces the two rectangles whose union adds the least area by that union, and whatever this
/// then overlaps.
fn join_nearest(rects: &mut Vec<Rect>) {
    let added = |a: Rect, b: Rect| a.union(b).area() - a.area() - b.area();
    let mut best = (0, 1, f32::INFINITY);
    for i in 0..rects.len() {
        for j in i + 1..rects.len() {
            let cost = added(rects[i], rects[j]);
            if cost < best.2 {
                best = (i, j, cost);
            }
        }
    }
    let (i, j, _) = best;
    let mut joined = rects[i].union(rects[j]);
    rects.swap_remove(j);
    rects.swap_remove(i);
    while let Some(k) = rects.iter().position(|r| overlap(*r, joined)) {
        joined = joined.union(rects.swap_remove(k));
    }
    rects.push(joined);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const WINDOW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(1000.0, 800.0),
    };

    fn square(x: f32, y: f32, side: f32) -> ClippedShape {
        let rect = Rect::from_min_size(pos2(x, y), vec2(side, side));
        ClippedShape::new(WINDOW, Shape::rect_filled(rect, 0.0, Color32::BLACK))
    }

    fn damage(before: &[ClippedShape], now: &[ClippedShape]) -> Vec<Rect> {
        let (before, _) = Picture::after(&Picture::default(), before.to_vec(), 1.0);
        Picture::after(&before, now.to_vec(), 1.0).1
    }

    #[test]
    fn equal_frames_have_no_damage() {
        let frame = [square(10.0, 10.0, 50.0), square(500.0, 300.0, 50.0)];
        assert_eq!(damage(&frame, &frame), []);
    }

    #[test]
    fn what_came_went_or_moved_is_damaged_and_nothing_else() {
        let (a, b, c) = (
            square(10.0, 10.0, 50.0),
            square(300.0, 300.0, 50.0),
            square(600.0, 600.0, 50.0),
        );
        let near = |rects: &[Rect], x: f32, y: f32| {
            assert_eq!(rects.len(), 1, "{rects:?}");
            let of = Rect::from_min_size(pos2(x, y), vec2(50.0, 50.0));
            assert!(rects[0].contains_rect(of) && of.expand(4.0).contains_rect(rects[0]));
        };
        let all = [a.clone(), b.clone(), c.clone()];
        near(&damage(&all, &[a.clone(), c.clone()]), 300.0, 300.0);
        near(&damage(&[a.clone(), c.clone()], &all), 300.0, 300.0);
        let moved = [a, square(300.0, 450.0, 50.0), c];
        assert_eq!(damage(&all, &moved).len(), 2);
    }

    #[test]
    fn shapes_in_another_order_are_damaged() {
        let (a, b) = (square(10.0, 10.0, 50.0), square(40.0, 40.0, 50.0));
        let rects = damage(&[a.clone(), b.clone()], &[b, a]);
        let common = Rect::from_min_max(pos2(40.0, 40.0), pos2(60.0, 60.0));
        assert!(rects.iter().any(|r| r.contains_rect(common)), "{rects:?}");
    }

    #[test]
    fn many_changes_become_few_disjoint_rectangles() {
        let before: Vec<_> = (0..60)
            .map(|i| square((i % 10) as f32 * 90.0, (i / 10) as f32 * 120.0, 20.0))
            .collect();
        let after: Vec<_> = (0..60)
            .map(|i| square((i % 10) as f32 * 90.0, (i / 10) as f32 * 120.0, 25.0))
            .collect();
        let rects = damage(&before, &after);
        assert!(rects.len() <= RECTS);
        for (i, a) in rects.iter().enumerate() {
            assert!(rects[i + 1..].iter().all(|b| !overlap(*a, *b)));
        }
        for shape in &after {
            let changed = shape.shape.visual_bounding_rect();
            assert!(rects.iter().any(|r| r.contains_rect(changed)));
        }
    }

    #[test]
    fn a_part_holds_the_shapes_that_touch_it_clipped_to_it() {
        let shapes = vec![square(10.0, 10.0, 50.0), square(500.0, 300.0, 50.0)];
        let (picture, _) = Picture::after(&Picture::default(), shapes, 1.0);
        let part = Rect::from_min_size(pos2(40.0, 40.0), vec2(100.0, 100.0));
        let (below, within) = picture.within(part);
        assert_eq!((below, within.len()), (None, 1));
        assert_eq!(within[0].clip_rect, part);
    }

    #[test]
    fn what_an_opaque_rectangle_hides_is_left_out() {
        let shapes = vec![
            square(0.0, 0.0, 600.0),
            square(10.0, 10.0, 500.0),
            square(50.0, 50.0, 10.0),
        ];
        let (picture, _) = Picture::after(&Picture::default(), shapes, 1.0);
        let part = Rect::from_min_size(pos2(40.0, 40.0), vec2(100.0, 100.0));
        let (below, within) = picture.within(part);
        assert_eq!((below, within.len()), (Some(Color32::BLACK), 1));
    }
}
