//! The window as those use it who do not see it, or use no mouse: what the tree for screen readers
//! holds in each skin, and where the keys lead.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use araxes::app::App;
use araxes::kiosk::KioskConfig;
use araxes::session::{Action, Session, Skin, TourVersion};
use araxes::timeline::Timeline;
use egui::accesskit::{self, Role};
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

type Window = Harness<'static, Option<App>>;

fn session(day: &str) -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
        let timeline = Timeline::new(Arc::new(atlas.expect("the built-in atlas is clean")));
        Session::new(Arc::new(timeline), "en")
    });
    let mut session = SESSION.clone();
    session.apply(Action::SetReducedMotion(true));
    session.apply(Action::Jump(day.parse().expect("a day")));
    session
}

fn open(session: Session, config: Option<KioskConfig>) -> Window {
    let mut session = Some(session);
    let mut harness = Harness::builder()
        .with_size(vec2(1920.0, 1080.0))
        .build_ui_state(
            move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
                // Fonts are there from the next frame on.
                None => {
                    *app = session.take().map(|s| {
                        let mut app = App::of(ui.ctx(), s);
                        if let Some(config) = &config {
                            app.set_kiosk(config);
                        }
                        app
                    });
                }
                Some(app) => app.frame(ui),
            },
            None,
        );
    harness.run_steps(4);
    harness
}

fn research() -> Window {
    open(session("1920-07-03"), None)
}

fn lecture() -> Window {
    let mut session = session("1920-07-03");
    let tour = Arc::clone(&session.whole().atlas().tours[0]);
    session.apply(Action::OpenTour(tour, TourVersion::Whole));
    open(session, None)
}

fn kiosk() -> Window {
    open(session("1920-07-03"), Some(KioskConfig::default()))
}

/// What everything that can be used lacks: a name or a role.
fn lacking(h: &Window) -> Vec<String> {
    let mut lacking = Vec::new();
    for node in h.query_all(By::new()) {
        let node = node.accesskit_node();
        let can = |action| node.data().supports_action(action);
        let role = node.role();
        // Bars that scroll and edges of panels are the toolkit's own: it gives them no name.
        let is_edge = role == Role::Unknown && node.label().is_none();
        if is_edge || role == Role::ScrollBar {
            continue;
        }
        // A text whose letters can be selected takes clicks, and no focus.
        let is_used = can(accesskit::Action::Click) && role != Role::Label;
        if !(is_used || can(accesskit::Action::Focus)) {
            continue;
        }
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        // A field is named by what it asks for.
        let name = format!("{name}{}", node.data().placeholder().unwrap_or_default());
        let is_plain = matches!(role, Role::Unknown | Role::GenericContainer | Role::Label);
        if name.trim().is_empty() || is_plain {
            lacking.push(format!("{role:?} {name:?} at {:?}", node.bounding_box()));
        }
    }
    lacking
}

#[test]
fn everything_that_can_be_used_has_a_name_and_a_role_in_every_skin() {
    let mut h = research();
    assert_eq!(lacking(&h), [""; 0]);
    for key in [Key::C, Key::G] {
        h.key_press(key);
        h.run_steps(3);
        assert_eq!(lacking(&h), [""; 0], "{key:?}");
        h.key_press(key);
        h.run_steps(3);
    }
    let mut h = lecture();
    assert_eq!(lacking(&h), [""; 0], "a lecture");
    for key in [Key::G, Key::Escape, Key::P] {
        h.key_press(key);
        h.run_steps(3);
        assert_eq!(lacking(&h), [""; 0], "a lecture, {key:?}");
    }
    let h = kiosk();
    assert_eq!(lacking(&h), [""; 0], "a kiosk");
}

/// The nodes of a role, each with its name and what is said beside it.
fn told(h: &Window, role: Role) -> Vec<(String, String)> {
    let nodes = h.query_all(By::new().role(role));
    let told = nodes.map(|node| {
        let node = node.accesskit_node();
        let name = node.label().unwrap_or_default();
        (
            name,
            node.data().description().unwrap_or_default().to_owned(),
        )
    });
    told.collect()
}

fn request(h: &mut Window, role: Role, name: &str, action: accesskit::Action) {
    let target = {
        let mut all = h.query_all(By::new().role(role).label(name));
        let node = all.next().unwrap_or_else(|| panic!("no {role:?} {name}"));
        node.accesskit_node().locate().0
    };
    h.event(egui::Event::AccessKitActionRequest(
        accesskit::ActionRequest {
            action,
            target_tree: accesskit::TreeId::ROOT,
            target_node: target,
            data: None,
        },
    ));
    h.run_steps(3);
}

fn seen(h: &Window) -> &Session {
    h.state().as_ref().expect("a window").session()
}

#[test]
fn districts_troops_and_messages_of_the_map_have_names_states_and_actions() {
    let mut h = research();
    let things = told(&h, Role::ListBoxOption);
    let about = |name: &str| {
        let found = things.iter().find(|(of, _)| of == name);
        found.map_or_else(|| panic!("no {name}: {things:#?}"), |(_, about)| about)
    };
    assert!(!about("Zangezur uezd").is_empty());
    assert!(
        about("Bayazid division").contains("3,000"),
        "{}",
        about("Bayazid division")
    );
    let is_message = |(name, _): &&(String, String)| name.starts_with("Telegram");
    assert!(things.iter().any(|thing| is_message(&thing)), "{things:#?}");
    request(
        &mut h,
        Role::ListBoxOption,
        "Zangezur uezd",
        accesskit::Action::Click,
    );
    assert_eq!(seen(&h).selection(), Some("zangezur-uezd"));
    let node = h.get(By::new().role(Role::ListBoxOption).label("Zangezur uezd"));
    assert_eq!(node.accesskit_node().is_selected(), Some(true));
}

#[test]
fn the_lanes_say_what_is_on_record_and_lead_to_the_days_with_more() {
    let mut h = research();
    let lanes = told(&h, Role::SpinButton);
    assert_eq!(lanes.len(), 5, "{lanes:#?}");
    assert!(
        lanes
            .iter()
            .all(|(_, about)| about.starts_with("3 July 1920: ")),
        "{lanes:#?}"
    );
    let name = lanes[0].0.clone();
    request(
        &mut h,
        Role::SpinButton,
        &name,
        accesskit::Action::Increment,
    );
    let later = seen(&h).day().to_string();
    assert!(later.as_str() > "1920-07-03", "{later}");
    request(
        &mut h,
        Role::SpinButton,
        &name,
        accesskit::Action::Decrement,
    );
    assert_eq!(seen(&h).day().to_string(), "1920-07-03");
}

/// The situation as it is announced.
fn announced(h: &Window) -> String {
    let node = h.get(By::new().role(Role::Status));
    let node = node.accesskit_node();
    assert_eq!(node.live(), accesskit::Live::Polite);
    node.value().unwrap_or_default()
}

#[test]
fn the_situation_in_words_is_announced_when_it_changes_in_every_skin() {
    let mut h = research();
    assert!(
        announced(&h).starts_with("3 July 1920"),
        "{}",
        announced(&h)
    );
    h.key_press(Key::ArrowRight);
    h.run_steps(3);
    assert!(
        announced(&h).starts_with("4 July 1920"),
        "{}",
        announced(&h)
    );
    let mut h = lecture();
    let first = announced(&h);
    h.key_press(Key::PageDown);
    h.run_steps(3);
    h.key_press(Key::PageDown);
    h.run_steps(3);
    assert_ne!(announced(&h), first);
    let mut h = kiosk();
    assert_eq!(
        announced(&h),
        "",
        "a kiosk that plays to itself says nothing"
    );
    h.key_press(Key::Tab);
    h.run_steps(2);
    h.key_press(Key::Enter);
    h.run_steps(3);
    assert!(announced(&h).contains("1920"), "{}", announced(&h));
}

/// The focused node: its role and name.
fn focused(h: &Window) -> Option<(String, egui::Rect)> {
    let mut all = h.query_all(By::new().predicate(|node| node.is_focused()));
    let node = all.next()?;
    let name = node.accesskit_node().label().unwrap_or_default();
    Some((
        format!("{:?} {name}", node.accesskit_node().role()),
        node.rect(),
    ))
}

#[test]
fn tab_leads_through_the_panels_from_the_bar_to_the_time_line_and_the_focus_is_seen() {
    // The small invented world is drawn quickly.
    let files = araxes::load::files::read_folder(std::path::Path::new("tests/fixtures/good"));
    let atlas = araxes::load::load(&files.expect("the good package")).atlas;
    let timeline = Timeline::new(Arc::new(atlas.expect("a clean package")));
    let mut h = open(Session::new(Arc::new(timeline), "en"), None);
    let mut seen = BTreeSet::new();
    let mut order: Vec<egui::Rect> = Vec::new();
    for _ in 0..300 {
        h.key_press_modifiers(Modifiers::NONE, Key::Tab);
        h.run_steps(2);
        let Some((name, rect)) = focused(&h) else {
            continue;
        };
        let place = format!("{name} {rect:?}");
        if !seen.insert(place) {
            break;
        }
        let has_ring = h.output().shapes.iter().any(|shape| {
            let bounds = shape.shape.visual_bounding_rect();
            let far = |a: f32, b: f32| (a - b).abs() > 12.0;
            let is_line = matches!(shape.shape, egui::Shape::Rect(_));
            is_line && !far(bounds.left(), rect.left()) && !far(bounds.top(), rect.top())
        });
        assert!(has_ring, "no ring around {name}");
        order.push(rect);
    }
    assert!(
        order.len() > 30,
        "{} things have the focus in turn",
        order.len()
    );
    let bar = order.iter().position(|rect| rect.bottom() < 60.0);
    let foot = order.iter().rposition(|rect| rect.top() > 860.0);
    assert!(bar < Some(3), "the bar comes first: {bar:?}");
    assert!(
        foot > Some(order.len() - 12),
        "the time line comes last: {foot:?} of {}",
        order.len()
    );
}

#[test]
fn no_skin_lacks_a_keyboard_way_to_what_it_shows() {
    let mut h = kiosk();
    assert_eq!(seen(&h).skin(), Skin::Kiosk);
    h.key_press(Key::Tab);
    h.run_steps(2);
    h.key_press(Key::Enter);
    h.run_steps(3);
    let visit = seen(&h).visit().expect("a visit");
    assert!(!visit.is_attract(), "Tab and Enter begin a visit");
}
