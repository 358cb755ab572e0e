//! Tests that no text is cut, leaves its button, or lies on another: in every panel of the three skins,
//! in a pseudo-language of long words and in the languages that are shipped. They read the shapes that
//! a frame paints, in their order.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use egui::epaint::{ClippedShape, Shape, TextShape};
use serde_json::Value;

use super::*;
use crate::kiosk::KioskConfig;
use crate::session::{BottomView, TourVersion, VisitAction, VisitPanel};
use crate::text::pseudo;

/// Sizes of the window, in points.
const SIZES: [egui::Vec2; 2] = [vec2(1920.0, 1080.0), vec2(1366.0, 768.0)];
/// How far a text may leave its place, in points: letters of a slanted face lean out of it.
const SLACK: f32 = 2.0;
/// The least dialog, in points.
const DIALOG: egui::Vec2 = vec2(300.0, 160.0);
/// The greatest sign of a chart or map, in points.
const SIGN: egui::Vec2 = vec2(80.0, 40.0);
/// The greatest button, chip or sign, in points: what is larger is a panel.
const BUTTON: egui::Vec2 = vec2(600.0, 64.0);

/// The built-in atlas with every text in the pseudo-language too.
fn package() -> crate::load::files::Files {
    let mut files = crate::load::files::builtin();
    for (name, bytes) in &mut files {
        let Ok(mut value) = serde_json::from_slice::<Value>(bytes) else {
            continue;
        };
        add_pseudo(&mut value);
        if name == "atlas.json"
            && let Some(languages) = value["languages"].as_array_mut()
        {
            languages.push(pseudo::TAG.into());
        }
        *bytes = value.to_string().into_bytes().into();
    }
    files
}

/// Adds the pseudo-language to every text with an English form.
fn add_pseudo(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(english) = fields.get("en").and_then(Value::as_str) {
                let words = pseudo::pseudo(english);
                fields.insert(pseudo::TAG.to_owned(), words.into());
            }
            fields.values_mut().for_each(add_pseudo);
        }
        Value::Array(items) => items.iter_mut().for_each(add_pseudo),
        _ => {}
    }
}

fn session(language: &str) -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let atlas = crate::load::load(&package()).atlas;
        let timeline = Timeline::new(Arc::new(atlas.expect("the atlas with one language more")));
        Session::new(Arc::new(timeline), pseudo::TAG)
    });
    let mut session = SESSION.clone();
    session.apply(Action::SetLanguage(language.to_owned()));
    session.apply(Action::SetReducedMotion(true));
    session
}

/// A text as it is painted.
struct Seen {
    words: String,
    /// What its letters cover, without what is clipped away.
    rect: Rect,
    /// What they would cover if nothing was clipped.
    whole: Rect,
    clip: Rect,
    /// Its place in the order of painting.
    order: usize,
    is_elided: bool,
    is_upright: bool,
}

/// A filled rectangle or a small mesh, which covers what was painted before.
struct Cover {
    rect: Rect,
    order: usize,
    is_filled: bool,
}

#[derive(Default)]
struct Painted {
    texts: Vec<Seen>,
    covers: Vec<Cover>,
}

impl Painted {
    fn of(shapes: &[ClippedShape]) -> Self {
        let mut painted = Self::default();
        let mut order = 0;
        for ClippedShape {
            clip_rect, shape, ..
        } in shapes
        {
            painted.add(shape, *clip_rect, &mut order);
        }
        painted
    }

    fn add(&mut self, shape: &Shape, clip: Rect, order: &mut usize) {
        *order += 1;
        match shape {
            Shape::Vec(inner) => {
                for shape in inner {
                    self.add(shape, clip, order);
                }
            }
            Shape::Text(text) => self.add_text(text, clip, *order),
            Shape::Rect(rect) => self.covers.push(Cover {
                rect: rect.rect.intersect(clip),
                order: *order,
                is_filled: rect.fill.a() > 200,
            }),
            Shape::Mesh(mesh) => {
                let bounds = mesh.calc_bounds();
                let is_sign = bounds.width() < SIGN.x && bounds.height() < SIGN.y;
                self.covers.push(Cover {
                    rect: bounds.intersect(clip),
                    order: *order,
                    is_filled: is_sign && mesh.vertices.iter().all(|v| v.color.a() > 200),
                });
            }
            _ => {}
        }
    }

    fn add_text(&mut self, text: &TextShape, clip: Rect, order: usize) {
        let words = text.galley.text();
        let whole = text.galley.mesh_bounds.translate(text.pos.to_vec2());
        let rect = whole.intersect(clip);
        let is_halo = text.override_text_color.is_some();
        if words.trim().is_empty() || is_halo || !rect.is_positive() {
            return;
        }
        self.texts.push(Seen {
            words: words.to_owned(),
            rect,
            whole,
            clip,
            order,
            is_elided: text.galley.elided,
            is_upright: text.angle == 0.0,
        });
    }

    /// Leaves only what was painted after the last large area, as a dialog is.
    fn above_the_last_area(&mut self) {
        let is_large =
            |c: &&Cover| c.is_filled && c.rect.width() > DIALOG.x && c.rect.height() > DIALOG.y;
        let from = self.covers.iter().rfind(is_large).map_or(0, |c| c.order);
        self.texts.retain(|text| text.order > from);
        self.covers.retain(|cover| cover.order > from);
    }

    /// What is wrong with the texts, in words. Names on a map are left out: they are placed by rules
    /// of their own, which have tests of their own.
    fn faults(&self, map: egui::Vec2) -> Vec<String> {
        let mut faults = Vec::new();
        let on_map = |text: &Seen| (text.clip.size() - map).length() < 2.0;
        let level = self.texts.iter().filter(|t| t.is_upright && !on_map(t));
        let level: Vec<&Seen> = level.collect();
        for (i, text) in level.iter().enumerate() {
            let words = text.words.as_str();
            let at = text.rect;
            let hidden = |part: Rect, from: usize| {
                let mut covers = self.covers.iter().filter(|c| c.order > from && c.is_filled);
                covers.any(|c| c.rect.contains_rect(part.shrink(1.0)))
            };
            if hidden(at, text.order) {
                continue;
            }
            let out =
                (text.clip.left() - text.whole.left()).max(text.whole.right() - text.clip.right());
            if out > SLACK {
                faults.push(format!("cut by {out:.0}: {words:?} at {at:?}"));
            }
            let is_broken = words.ends_with('…') && words.starts_with('[');
            if text.is_elided || is_broken {
                faults.push(format!("shortened: {words:?} at {at:?}"));
            }
            let mut under = self.covers.iter();
            let under = under
                .rfind(|c| c.order < text.order && c.is_filled && c.rect.contains(at.center()));
            let is_button = |c: &&Cover| c.rect.width() < BUTTON.x && c.rect.height() < BUTTON.y;
            let button = under.filter(is_button);
            if let Some(button) = button {
                let out = (button.rect.left() - at.left()).max(at.right() - button.rect.right());
                if out > 1.0 {
                    faults.push(format!(
                        "leaves its button by {out:.0}: {words:?} at {at:?}"
                    ));
                }
            }
            for other in &level[i + 1..] {
                let both = at.intersect(other.rect);
                let overlap = both.width() > SLACK && both.height() > SLACK;
                let is_sign = words.chars().count() < 2 || other.words.chars().count() < 2;
                if both.is_positive()
                    && overlap
                    && !is_sign
                    && !hidden_between(self, both, text, other)
                {
                    faults.push(format!(
                        "{words:?} and {:?} overlap at {both:?}",
                        other.words
                    ));
                }
            }
            let over = self.covers.iter().find(|c| {
                let part = c.rect.intersect(at);
                let is_small = c.rect.width() < 100.0 && c.rect.height() < 40.0;
                c.order > text.order
                    && c.is_filled
                    && is_small
                    && part.width() > SLACK
                    && part.height() > SLACK
            });
            if let Some(over) = over {
                faults.push(format!("covered: {words:?} at {at:?} by {:?}", over.rect));
            }
        }
        faults
    }
}

/// Whether something filled was painted on a part of a text before another text came there.
fn hidden_between(painted: &Painted, part: Rect, first: &Seen, second: &Seen) -> bool {
    let mut covers = painted.covers.iter();
    covers.any(|c| {
        let between = first.order < c.order && c.order < second.order;
        between && c.is_filled && c.rect.contains_rect(part.shrink(1.0))
    })
}

/// A window that is read instead of seen.
struct Reader {
    app: App,
    ctx: egui::Context,
    size: egui::Vec2,
    time: f64,
    faults: BTreeSet<String>,
}

impl Reader {
    fn open(session: Session, size: egui::Vec2) -> Self {
        let ctx = egui::Context::default();
        let app = App::of(&ctx, session);
        let faults = BTreeSet::new();
        Self {
            app,
            ctx,
            size,
            time: 0.0,
            faults,
        }
    }

    fn frame(&mut self, seconds: f64, events: Vec<Event>) -> Vec<ClippedShape> {
        self.time += seconds;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            events,
            ..Default::default()
        };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        output.textures_delta.clear();
        output.shapes
    }

    fn act(&mut self, action: Action) {
        self.app.session.apply(action);
    }

    fn visit(&mut self, action: VisitAction) {
        self.act(Action::Visit(action));
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.frame(0.1, vec![event(true), event(false)]);
    }

    /// Reads the texts once they have found their places.
    fn look(&mut self, state: &str) {
        self.look_at(state, false);
    }

    /// The same with those of a dialog alone.
    fn look_at(&mut self, state: &str, is_dialog: bool) {
        for _ in 0..2 {
            self.frame(0.1, Vec::new());
        }
        let shapes = self.frame(0.1, Vec::new());
        let size = self.size;
        let mut painted = Painted::of(&shapes);
        if is_dialog {
            painted.above_the_last_area();
        }
        let (wide, high) = self.app.session.viewport().size;
        let mut faults = painted.faults(vec2(wide, high));
        // The cells of a table are short on purpose: the page of a record has the whole.
        faults.retain(|fault| state != "table" || !fault.starts_with("shortened"));
        // Where everything is larger, what is wider than its view is reached by scrolling.
        let is_enlarged = self.app.desktop.layout.ui_size > 1.0;
        let scrolls = is_enlarged && ["table", "network"].contains(&state);
        faults.retain(|fault| !scrolls || !fault.starts_with("cut"));
        // Small maps have signs of troops beside their names.
        let has_small_maps = ["small maps", "overview"].contains(&state);
        faults.retain(|fault| !has_small_maps || !fault.starts_with("leaves"));
        let told = faults
            .into_iter()
            .map(|fault| format!("{}: {state}: {fault}", size.x));
        self.faults.extend(told);
    }

    fn end(self) -> BTreeSet<String> {
        self.faults
    }
}

/// The research window with its panels open one after the other.
fn research(language: &str, size: egui::Vec2) -> BTreeSet<String> {
    research_drawn(language, size, 1.0)
}

/// The same with everything drawn larger by a factor.
fn research_drawn(language: &str, size: egui::Vec2, ui_size: f32) -> BTreeSet<String> {
    let mut window = Reader::open(session(language), size);
    window.app.desktop.layout.ui_size = ui_size;
    let day = NaiveDate::from_ymd_opt(1920, 7, 3).expect("a day");
    window.frame(0.1, Vec::new());
    window.act(Action::Jump(day));
    window.act(Action::SetLens(crate::timeline::Lens::Party(
        "moscow".into(),
    )));
    window.act(Action::EndMotion);
    window.look("the day");
    for id in ["message-056", "nakhchivan"] {
        window.act(Action::Select(Some(id.to_owned())));
        window.look(id);
    }
    // A view in place of the map spares the time to draw that again.
    window.app.desktop.layout.whole_view = true;
    for (view, name) in BottomView::ALL {
        window.act(Action::SetBottomView(Some(view)));
        window.look(name);
    }
    window.act(Action::SetBottomView(None));
    let plain = Modifiers::NONE;
    let ctrl_shift = Modifiers::CTRL | Modifiers::SHIFT;
    for (modifiers, key, name) in [
        (plain, Key::C, "compare"),
        (plain, Key::G, "small maps"),
        (plain, Key::F, "filters"),
        (plain, Key::F1, "help"),
        (Modifiers::CTRL, Key::E, "export"),
        (ctrl_shift, Key::E, "take home"),
        (Modifiers::CTRL, Key::M, "maker of tours"),
    ] {
        window.key(modifiers, key);
        let is_dialog = matches!(key, Key::F1 | Key::E);
        window.look_at(name, is_dialog);
        window.key(plain, Key::Escape);
        if matches!(key, Key::C | Key::G | Key::M) {
            window.key(modifiers, key);
        }
    }
    window.end()
}

/// The slides of a lecture, its overview and the page of the speaker.
fn lecture(language: &str, size: egui::Vec2) -> BTreeSet<String> {
    let mut window = Reader::open(session(language), size);
    window.frame(0.1, Vec::new());
    let tour = Arc::clone(&window.app.session.whole().atlas().tours[0]);
    window.act(Action::OpenTour(tour, TourVersion::Whole));
    for step in [0, 4, 14] {
        window.act(Action::GoToStep(step));
        window.look(&format!("step {step}"));
    }
    for (key, name) in [(Key::D, "days"), (Key::G, "overview")] {
        window.key(Modifiers::NONE, key);
        window.look(name);
        window.key(Modifiers::NONE, key);
    }
    window.end()
}

/// A visit to a kiosk.
fn kiosk(language: &str, size: egui::Vec2) -> BTreeSet<String> {
    let mut window = Reader::open(session(language), size);
    window.frame(0.1, Vec::new());
    let mut config = KioskConfig::default();
    config.languages.shown = [language, "en"].map(ToOwned::to_owned).to_vec();
    window.app.set_kiosk(&config);
    window.look("attract");
    window.visit(VisitAction::Begin(0));
    window.look("question");
    for panel in [
        VisitPanel::HowToRead,
        VisitPanel::WhoSaysSo,
        VisitPanel::Choices,
        VisitPanel::Words,
    ] {
        window.visit(VisitAction::Open(panel));
        window.look(&format!("{panel:?}"));
        window.visit(VisitAction::Close);
    }
    window.visit(VisitAction::OpenScene(0));
    window.look("scene");
    window.visit(VisitAction::OpenMap);
    window.look("map");
    for id in ["nakhchivan", "message-056"] {
        window.visit(VisitAction::TouchMap(vec![id.to_owned()]));
        window.look(&format!("card of {id}"));
        window.visit(VisitAction::Close);
    }
    window.frame(70.0, Vec::new());
    window.look("countdown");
    window.end()
}

fn check(skin: fn(&str, egui::Vec2) -> BTreeSet<String>, language: &str) {
    let faults: Vec<String> = SIZES
        .iter()
        .flat_map(|size| skin(language, *size))
        .collect();
    let told = faults.join("\n");
    assert!(faults.is_empty(), "{} in {language}:\n{told}", faults.len());
}

#[test]
fn long_words_fit_the_research_window() {
    check(research, pseudo::TAG);
}

/// Letters twice as large are told by guidelines for access (WCAG 2.2, 1.4.4).
#[test]
fn long_words_fit_the_research_window_drawn_larger() {
    for ui_size in [1.5, 2.0] {
        let faults = research_drawn(pseudo::TAG, SIZES[0], ui_size);
        let told: Vec<String> = faults.into_iter().collect();
        assert!(told.is_empty(), "{ui_size} ×:\n{}", told.join("\n"));
    }
}

#[test]
fn a_window_drawn_twice_as_large_keeps_its_map() {
    for language in ["en", "hy", "ru"] {
        let mut window = Reader::open(session(language), SIZES[0]);
        window.app.desktop.layout.ui_size = 2.0;
        window.frame(0.1, Vec::new());
        window.frame(0.1, Vec::new());
        let (_, high) = window.app.session.viewport().size;
        let part = high / SIZES[0].y;
        assert!(
            part > 0.35,
            "the map has {part} of the height in {language}"
        );
    }
}

#[test]
fn a_view_has_the_place_of_the_map_where_there_is_no_room_for_both() {
    for (ui_size, is_shared) in [(1.0, true), (1.5, true), (2.0, false)] {
        let mut window = Reader::open(session("en"), SIZES[0]);
        window.app.desktop.layout.ui_size = ui_size;
        window.act(Action::SetBottomView(Some(BottomView::Ribbons)));
        for _ in 0..3 {
            window.frame(0.1, Vec::new());
        }
        let painted = Painted::of(&window.frame(0.1, Vec::new()));
        let is_seen = |words: &str| painted.texts.iter().any(|text| text.words == words);
        assert!(is_seen("Close"), "{ui_size} ×");
        assert_eq!(is_seen("Larger"), is_shared, "{ui_size} ×");
    }
}

#[test]
fn long_words_fit_the_slides_of_a_lecture() {
    check(lecture, pseudo::TAG);
}

#[test]
fn long_words_fit_the_kiosk() {
    check(kiosk, pseudo::TAG);
}
