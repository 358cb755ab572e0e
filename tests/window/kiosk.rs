//! The kiosk as visitors use it: with fingers, on screens of several sizes, lying and upright. Sizes
//! are measured in millimetres on everything that can be touched or read.

use std::sync::{Arc, LazyLock};

use araxes::app::App;
use araxes::kiosk::KioskConfig;
use araxes::session::{Session, Visit, VisitChoice, VisitPanel, VisitScreen};
use araxes::timeline::Timeline;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, Rect, TouchDeviceId, TouchId, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

/// Margin that the test's own panel has around the window.
const MARGIN: egui::Vec2 = vec2(8.0, 8.0);

/// Pixels, and millimetres of the visible screen.
type Screen = ((f32, f32), (f32, f32));

const HD_32: Screen = ((1920.0, 1080.0), (697.0, 392.0));
const HD_32_UPRIGHT: Screen = ((1080.0, 1920.0), (392.0, 697.0));
const SCREENS: [Screen; 6] = [
    HD_32,
    HD_32_UPRIGHT,
    ((3840.0, 2160.0), (1210.0, 680.0)),
    ((2160.0, 3840.0), (680.0, 1210.0)),
    ((1920.0, 1080.0), (527.0, 296.0)),
    ((1080.0, 1920.0), (296.0, 527.0)),
];

fn session() -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
        let timeline = Timeline::new(Arc::new(atlas.expect("the built-in atlas is clean")));
        Session::new(Arc::new(timeline), "en")
    });
    SESSION.clone()
}

/// A session of the tiny invented world, which has no scenes and no relief.
fn small_world() -> Session {
    let files = araxes::load::files::read_folder(std::path::Path::new("tests/fixtures/good"));
    let atlas = araxes::load::load(&files.expect("the good package")).atlas;
    let timeline = Timeline::new(Arc::new(atlas.expect("a clean package")));
    Session::new(Arc::new(timeline), "en")
}

struct Kiosk {
    harness: Harness<'static, Option<App>>,
    /// Seconds since the window was opened.
    time: f64,
    /// Points in a millimetre.
    mm: f32,
    size: egui::Vec2,
}

impl Kiosk {
    fn open(screen: Screen) -> Self {
        Self::of(session(), screen)
    }

    fn of(session: Session, screen: Screen) -> Self {
        Self::with(session, screen, KioskConfig::default())
    }

    fn with(session: Session, (pixels, millimetres): Screen, mut config: KioskConfig) -> Self {
        (config.screen.width_mm, config.screen.height_mm) = millimetres;
        let mut session = Some(session);
        let size = vec2(pixels.0, pixels.1);
        let outer = size + 2.0 * MARGIN;
        let harness = Harness::builder().with_size(outer).build_ui_state(
            move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
                // Fonts are there from the next frame on.
                None => {
                    *app = session.take().map(|s| {
                        let mut app = App::of(ui.ctx(), s);
                        app.set_kiosk(&config);
                        app
                    });
                }
                Some(app) => app.frame(ui),
            },
            None,
        );
        let mm = pixels.0 / millimetres.0;
        let mut kiosk = Self {
            harness,
            time: 1.0,
            mm,
            size,
        };
        kiosk.frames(3);
        kiosk
    }

    /// A kiosk with the map of every day.
    fn on_map(screen: Screen) -> Self {
        let mut kiosk = Self::open(screen);
        kiosk.begin();
        if kiosk.visit().screen() == VisitScreen::Question {
            kiosk.press("The whole map");
        }
        assert_eq!(kiosk.visit().screen(), VisitScreen::FreeMap);
        kiosk
    }

    fn session(&self) -> &Session {
        self.harness.state().as_ref().expect("a window").session()
    }

    fn visit(&self) -> &Visit {
        self.session().visit().expect("a visit")
    }

    /// One frame, so many seconds after the last one.
    fn later(&mut self, seconds: f64) {
        self.time += seconds;
        self.harness.input_mut().time = Some(self.time);
        self.harness.step();
    }

    fn frames(&mut self, count: usize) {
        (0..count).for_each(|_| self.later(0.05));
    }

    fn touch(&mut self, id: u64, phase: TouchPhase, at: Pos2) {
        self.harness.event(Event::Touch {
            device_id: TouchDeviceId(7),
            id: TouchId(id),
            phase,
            pos: at,
            force: None,
        });
        self.frames(1);
    }

    /// A finger that rests for some seconds and wanders by some millimetres.
    fn tap(&mut self, at: Pos2, seconds: f64, wander_mm: f32) {
        self.touch(1, TouchPhase::Start, at);
        self.later(seconds / 2.0);
        let end = at + vec2(wander_mm * self.mm, 0.0);
        self.touch(1, TouchPhase::Move, end);
        self.later((seconds / 2.0 - 0.15).max(0.0));
        self.touch(1, TouchPhase::End, end);
        self.frames(1);
    }

    fn begin(&mut self) {
        assert!(self.visit().is_attract());
        let english = self
            .visit()
            .settings()
            .languages
            .iter()
            .position(|l| l == "en");
        let at = self.buttons()[english.expect("English")].1.center();
        self.tap(at, 0.2, 0.0);
        assert!(!self.visit().is_attract());
    }

    /// Everything that can be pressed: its name and where it is.
    fn buttons(&self) -> Vec<(String, Rect)> {
        let all = self.harness.query_all(By::new().role(Role::Button));
        all.map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect()
    }

    fn find(&self, name: &str) -> Option<Rect> {
        let all = self.buttons();
        let exact = all.iter().find(|(n, _)| n == name);
        let begins = all.iter().find(|(n, _)| n.starts_with(name));
        exact.or(begins).map(|(_, rect)| *rect)
    }

    fn press(&mut self, name: &str) {
        let names: Vec<String> = self.buttons().into_iter().map(|(n, _)| n).collect();
        let rect = self
            .find(name)
            .unwrap_or_else(|| panic!("{name}: {names:?}"));
        self.tap(rect.center(), 0.2, 0.0);
    }

    /// A point in the middle of the map.
    fn on_the_map(&self) -> Pos2 {
        let map = self.map();
        map.min + vec2(0.42, 0.55) * map.size()
    }

    fn map(&self) -> Rect {
        let all = self.harness.query_all(By::new().role(Role::Image));
        all.map(|node| node.rect()).next().expect("a map")
    }

    fn window(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO + MARGIN, self.size)
    }

    /// Measures everything that can be touched or read.
    fn measure(&self, what: &str) {
        let mm = self.mm;
        let window = self.window().expand(0.5);
        let buttons = self.buttons();
        assert!(!buttons.is_empty(), "{what}: nothing to press");
        for (i, (name, rect)) in buttons.iter().enumerate() {
            let (wide, high) = (rect.width() / mm, rect.height() / mm);
            assert!(
                wide >= 19.99 && high >= 19.99,
                "{what}: {name} is {wide:.1} by {high:.1} mm"
            );
            assert!(window.contains_rect(*rect), "{what}: {name} at {rect:?}");
            for (other, at) in &buttons[..i] {
                let common = rect.shrink(1.0).intersects(at.shrink(1.0));
                let inside = rect.contains_rect(*at) || at.contains_rect(*rect);
                assert!(!common || inside, "{what}: {name} lies on {other}");
            }
        }
        let shapes = &self.harness.output().shapes;
        let mut texts = 0;
        for clipped in shapes {
            texts += self.measure_shape(&clipped.shape, clipped.clip_rect, what);
        }
        assert!(texts > 3, "{what}: {texts} texts");
    }

    fn measure_shape(&self, shape: &egui::Shape, clip: Rect, what: &str) -> usize {
        match shape {
            egui::Shape::Vec(all) => all.iter().map(|s| self.measure_shape(s, clip, what)).sum(),
            egui::Shape::Text(text) => {
                let words = text.galley.text();
                for section in &text.galley.job.sections {
                    let capital = section.format.font_id.size * 0.714 / self.mm;
                    assert!(capital >= 7.29, "{what}: “{words}” has {capital:.2} mm");
                }
                let window = self.window();
                let is_whole = clip.contains_rect(window.shrink(1.0));
                let seen = text.visual_bounding_rect();
                assert!(
                    !is_whole || window.expand(2.0).contains_rect(seen),
                    "{what}: “{words}” leaves the window: {seen:?}"
                );
                1
            }
            _ => 0,
        }
    }
}

/// Goes through every screen and panel.
fn every_screen(screen: Screen, also: Option<&str>) {
    let mut k = Kiosk::open(screen);
    let name = |what: &str| format!("{what} on {screen:?} {also:?}");
    k.measure(&name("attract"));
    k.begin();
    if let Some(choice) = also {
        k.press("Easier to use");
        k.press(choice);
        k.press("Close");
    }
    let question = k.visit().screen() == VisitScreen::Question;
    k.measure(&name("question"));
    for scene in 0..k.visit().settings().scenes.len() {
        let title = k.visit().settings().scenes[scene]
            .title
            .text("en")
            .to_owned();
        k.press(&title);
        assert_eq!(k.visit().screen(), VisitScreen::Scene(scene), "{title}");
        for step in 0..40 {
            k.frames(8);
            k.measure(&name(&format!("{title}, step {step}")));
            k.press(if k.find("Choose again").is_some() {
                "Choose again"
            } else if k.find("Answer").is_some() {
                "Answer"
            } else {
                "Next"
            });
            if k.visit().screen() == VisitScreen::Question {
                break;
            }
        }
        assert!(k.visit().has_seen(scene), "{title}");
    }
    if question {
        k.measure(&name("question again"));
        k.press("The whole map");
    }
    k.frames(3);
    k.measure(&name("map"));
    let map = k.harness.query_all(By::new().role(Role::Image)).next();
    let told = map.and_then(|map| map.accesskit_node().label());
    let told = told.unwrap_or_default();
    assert!(told.contains("claimed by"), "{}: {told}", name("in words"));
    let at = k.on_the_map();
    k.tap(at, 0.2, 0.0);
    assert!(k.visit().card().is_some(), "{}", name("card"));
    k.measure(&name("card"));
    if k.find("More").is_some() {
        k.press("More");
        k.measure(&name("more"));
    }
    k.press("Close");
    assert!(k.visit().card().is_none());
    k.press("List of all");
    k.measure(&name("list"));
    k.press("Close");
    for (panel, words) in [
        (VisitPanel::HowToRead, "How to read"),
        (VisitPanel::WhoSaysSo, "Who says so"),
        (VisitPanel::Choices, "Easier to use"),
    ] {
        k.press(words);
        assert_eq!(k.visit().panel(), Some(panel), "{}", name(words));
        k.measure(&name(words));
    }
    k.press("The map in words");
    k.measure(&name("words"));
    k.press("Close");
    (0..62).for_each(|_| k.later(1.0));
    assert!(k.visit().countdown_s().is_some());
    k.measure(&name("countdown"));
    (0..30).for_each(|_| k.later(1.0));
    assert!(k.visit().is_attract());
}

#[test]
fn everything_touched_has_twenty_millimetres_and_every_capital_seven_lying() {
    every_screen(HD_32, None);
}

#[test]
fn everything_touched_has_twenty_millimetres_and_every_capital_seven_upright() {
    every_screen(HD_32_UPRIGHT, None);
}

#[test]
fn so_it_is_on_smaller_and_larger_screens() {
    for screen in &SCREENS[2..] {
        every_screen(*screen, None);
    }
}

#[test]
fn so_it_is_with_larger_text_and_within_reach() {
    for screen in [HD_32, HD_32_UPRIGHT] {
        every_screen(screen, Some("Larger text"));
        every_screen(screen, Some("Everything within reach"));
    }
}

#[test]
fn within_reach_everything_to_press_is_in_the_lower_part_of_an_upright_screen() {
    let mut k = Kiosk::on_map(HD_32_UPRIGHT);
    k.press("Easier to use");
    k.press("Everything within reach");
    assert!(k.visit().has(VisitChoice::LowReach));
    k.press("Close");
    for (name, rect) in k.buttons() {
        assert!(rect.top() >= 0.33 * k.size.y, "{name} at {rect:?}");
    }
    assert!(k.map().top() >= 0.33 * k.size.y);
}

#[test]
fn the_museum_s_own_panel_has_a_button_and_a_picture_that_moves_stays_in_the_window() {
    let mut config = KioskConfig::default();
    let words = |text: &str| araxes::model::Words::in_language("en", text);
    config.panels.own_title = words("About this exhibition");
    config.panels.own_text = words(&"Found in a cellar of this house. ".repeat(400));
    config.screen.pixel_shift = true;
    for screen in [HD_32, HD_32_UPRIGHT] {
        let mut k = Kiosk::with(session(), screen, config.clone());
        k.begin();
        let before = k.find("Start again").expect("a button");
        k.measure("question with a panel of the museum’s own");
        k.press("About this exhibition");
        assert_eq!(k.visit().panel(), Some(VisitPanel::Own));
        k.measure("the museum’s own panel");
        assert!(k.find("Read on").is_some(), "a long text has pages");
        k.press("Close");
        (0..4).for_each(|_| {
            (0..55).for_each(|_| k.later(1.0));
            k.press("Easier to use");
        });
        let now = k.find("Start again").expect("a button");
        assert!(now != before && (now.min - before.min).length() < 12.0);
        k.measure("a picture that has moved");
    }
}

#[test]
fn any_shape_of_window_lives() {
    for pixels in [
        (200.0, 200.0),
        (480.0, 320.0),
        (1024.0, 768.0),
        (1080.0, 1920.0),
        (1200.0, 1920.0),
        (5120.0, 700.0),
        (700.0, 2400.0),
    ] {
        for millimetres in [
            (697.0, 392.0),
            (392.0, 697.0),
            (150.0, 90.0),
            (3000.0, 1700.0),
        ] {
            let mut k = Kiosk::of(small_world(), (pixels, millimetres));
            k.harness.key_press(Key::Enter);
            k.frames(2);
            assert!(!k.visit().is_attract());
            let at = pos2(0.4 * pixels.0, 0.4 * pixels.1);
            k.tap(at, 0.1, 0.0);
            k.tap(at, 0.1, 0.0);
            k.frames(2);
        }
    }
}

#[test]
fn the_map_cannot_be_lost() {
    let mut k = Kiosk::on_map(HD_32);
    let home = k.session().viewport();
    let map = k.map();
    for swipe in 0..60_u64 {
        let from = k.on_the_map();
        let way = Pos2::new((swipe * 7919 % 1200) as f32, (swipe * 104_729 % 700) as f32);
        k.touch(3, TouchPhase::Start, from);
        k.touch(3, TouchPhase::Move, from + (way - from) / 2.0);
        k.touch(3, TouchPhase::Move, way);
        k.touch(3, TouchPhase::End, way);
        if swipe % 3 == 0 {
            k.press(if swipe % 2 == 0 { "Closer" } else { "Wider" });
        }
        if swipe % 4 == 0 {
            let (a, b) = (from, from + vec2(90.0, 40.0));
            k.touch(4, TouchPhase::Start, a);
            k.touch(5, TouchPhase::Start, b);
            k.touch(5, TouchPhase::Move, b + vec2(200.0, 60.0));
            k.touch(4, TouchPhase::End, a);
            k.touch(5, TouchPhase::End, b);
        }
        let seen = k.session().viewport();
        assert!(seen.scale >= home.scale * 0.999);
        for corner in [map.min, map.max] {
            let at = araxes::geometry::ScreenPoint::new(corner.x - map.min.x, corner.y - map.min.y);
            let at = home.screen_from_map(seen.map_from_screen(at));
            let inside = Rect::from_min_size(Pos2::ZERO, map.size()).expand(1.0);
            assert!(inside.contains(pos2(at.x, at.y)), "swipe {swipe}: {at:?}");
        }
    }
    k.press("Whole map");
    assert_eq!(k.session().viewport(), home);
}

#[test]
fn slow_and_shaky_fingers_press_and_palms_do_not() {
    let mut k = Kiosk::on_map(HD_32);
    let chip = |k: &Kiosk, name: &str| k.find(name).expect("a chip").center();
    for (seconds, wander, counts) in [
        (0.1, 0.0, true),
        (1.9, 7.5, true),
        (2.6, 0.0, false),
        (0.3, 12.0, false),
    ] {
        let at = chip(&k, "Everyone");
        k.tap(at, 0.1, 0.0);
        assert_eq!(k.session().lens().name(), "claims");
        let at = chip(&k, "Moscow");
        k.tap(at, seconds, wander);
        let pressed = k.session().lens().name() == "moscow";
        assert_eq!(pressed, counts, "{seconds} s, {wander} mm");
    }
    // A palm rests on the map while a finger presses.
    let palm = k.on_the_map();
    k.touch(9, TouchPhase::Start, palm);
    (0..12).for_each(|_| k.later(1.0));
    let at = chip(&k, "Baku");
    k.tap(at, 0.2, 0.0);
    assert_eq!(k.session().lens().name(), "baku");
    assert!(k.visit().card().is_none());
    // The palm alone is nobody.
    (0..63).for_each(|_| k.later(1.0));
    assert!(k.visit().countdown_s().is_some());
}

#[test]
fn a_touch_in_the_countdown_cancels_it_and_does_nothing_else() {
    let mut k = Kiosk::on_map(HD_32);
    (0..61).for_each(|_| k.later(1.0));
    assert!(k.visit().countdown_s().is_some());
    let at = k.size.to_pos2() * 0.31;
    k.tap(at, 0.2, 0.0);
    assert!(k.visit().countdown_s().is_none());
    assert_eq!(k.visit().screen(), VisitScreen::FreeMap);
    assert!(k.visit().card().is_none());
}

#[test]
fn a_finger_on_the_band_reaches_days_on_which_something_happened() {
    let mut k = Kiosk::on_map(HD_32);
    let band = k
        .harness
        .get(By::new().label_contains("Days on which"))
        .rect();
    for part in 1..20_u16 {
        let at = band.min + vec2(f32::from(part) / 20.0, 0.6) * band.size();
        k.tap(at, 0.2, 0.0);
        let day = k.session().day();
        let before = day.pred_opt().expect("a day");
        assert_eq!(
            k.session().timeline().next_change(before, |_| true),
            Some(day)
        );
    }
}

#[test]
fn all_of_it_by_keys() {
    let mut k = Kiosk::open(HD_32);
    k.harness.key_press(Key::Enter);
    k.frames(2);
    assert!(!k.visit().is_attract());
    let mut names = Vec::new();
    for _ in 0..60 {
        k.harness.key_press(Key::Tab);
        k.frames(2);
        let focused = k
            .harness
            .query_all(By::new().role(Role::Button).predicate(|n| n.is_focused()));
        names.extend(focused.filter_map(|node| node.accesskit_node().label()));
    }
    for (button, _) in k.buttons() {
        assert!(names.contains(&button), "no key reaches {button}");
    }
    // The language by a key.
    let languages = k.visit().settings().languages.len();
    for _ in 0..80 {
        k.harness.key_press(Key::Tab);
        k.frames(1);
        let mut on = k
            .harness
            .query_all(By::new().role(Role::Button).predicate(|n| n.is_focused()));
        let label = on.next().and_then(|node| node.accesskit_node().label());
        if label.as_deref() == Some("Русский") {
            break;
        }
    }
    k.harness.key_press(Key::Enter);
    k.frames(2);
    assert!(languages < 2 || k.session().language() == "ru");
}

#[test]
fn no_key_leads_out() {
    let mut k = Kiosk::on_map(HD_32);
    for key in [
        Key::Q,
        Key::W,
        Key::Escape,
        Key::F1,
        Key::F4,
        Key::F5,
        Key::F11,
        Key::K,
        Key::E,
    ] {
        for modifiers in [Modifiers::NONE, Modifiers::CTRL, Modifiers::ALT] {
            k.harness.key_press_modifiers(modifiers, key);
            k.frames(2);
            assert!(k.session().visit().is_some(), "{modifiers:?} {key:?}");
            let output = k.harness.output();
            let root = output.viewport_output.get(&egui::ViewportId::ROOT);
            let commands = root.map_or(&[][..], |v| &v.commands);
            assert!(!commands.contains(&egui::ViewportCommand::Close), "{key:?}");
        }
    }
}
