//! Making a tour in the window: keeping steps, writing, ordering, undo, saving, and what a crash
//! leaves. No pixels, no display.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use araxes::app::App;
use araxes::load;
use araxes::model::{Atlas, Tour};
use araxes::session::{Action, Session, Skin};
use araxes::timeline::{Lens, Timeline};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

type Window<'a> = Harness<'a, Option<App>>;

fn session() -> Session {
    static SESSION: LazyLock<Session> = LazyLock::new(|| {
        let atlas = load::load(&load::files::builtin()).atlas;
        let atlas = atlas.expect("the built-in atlas is clean");
        Session::new(Arc::new(Timeline::new(Arc::new(atlas))), "en")
    });
    SESSION.clone()
}

/// A window of a user with this data folder, on 3 July 1920.
fn window(folder: &Path) -> Window<'static> {
    window_after(folder, Vec::new())
}

/// The same after actions.
fn window_after(folder: &Path, actions: Vec<Action>) -> Window<'static> {
    let mut session = session();
    session.apply(Action::Jump("1920-07-03".parse().expect("a day")));
    for action in actions {
        session.apply(action);
    }
    session.apply(Action::EndMotion);
    let mut session = Some(session);
    let folder = folder.to_path_buf();
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1920.0, 1080.0))
        .build_ui_state(
            move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
                None => {
                    *app = session.take().map(|s| {
                        let mut app = App::of(ui.ctx(), s);
                        app.keep_tours_in(Some(folder.clone()));
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

fn seen<'a>(h: &'a Window<'_>) -> &'a Session {
    h.state().as_ref().expect("a window").session()
}

fn key(h: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    h.key_press_modifiers(modifiers, key);
    h.run_steps(4);
}

fn press(h: &mut Window<'_>, label: &str) {
    {
        let mut all = h.get_all(By::new().role(Role::Button).label(label));
        let button = all.next().unwrap_or_else(|| panic!("no button `{label}`"));
        button.click();
    }
    h.run_steps(4);
}

fn has_row(h: &Window<'_>, label: &str) -> bool {
    let mut all = h.query_all(By::new().role(Role::Button).label(label));
    all.next().is_some()
}

fn write(h: &mut Window<'_>, role: Role, field: &str, text: &str) {
    h.get_by_role_and_label(role, field).focus();
    h.run_steps(2);
    h.event(egui::Event::Text(text.to_owned()));
    h.run_steps(3);
    // The keyboard belongs to the window again.
    key(h, Modifiers::NONE, Key::Escape);
}

fn read(path: &Path) -> Tour {
    let bytes = std::fs::read(path).expect("the file is there");
    let atlas: Atlas = session().whole().atlas().as_ref().clone();
    let loaded = load::tour_file(&path.to_string_lossy(), &bytes, &atlas);
    loaded
        .tour
        .unwrap_or_else(|| panic!("{:?}", loaded.findings))
}

/// Two steps: 3 July through *claims*, with a headline, and 4 July through Moscow.
fn two_steps(h: &mut Window<'_>) {
    key(h, Modifiers::NONE, Key::K);
    write(h, Role::TextInput, "Headline", "Moscow decides");
    key(h, Modifiers::NONE, Key::ArrowRight);
    key(h, Modifiers::NONE, Key::Num5);
    key(h, Modifiers::NONE, Key::K);
}

#[test]
fn two_steps_are_kept_written_ordered_undone_saved_and_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut h = window(folder.path());
    two_steps(&mut h);
    assert!(has_row(&h, "1. Moscow decides") && has_row(&h, "2. No headline yet"));
    let second_lens = seen(&h).lens().clone();
    assert_ne!(second_lens, Lens::Claims);
    key(&mut h, Modifiers::ALT, Key::ArrowUp);
    assert!(has_row(&h, "2. Moscow decides"));
    key(&mut h, Modifiers::CTRL, Key::Z);
    assert!(has_row(&h, "1. Moscow decides"));
    key(&mut h, Modifiers::CTRL, Key::S);
    let tour = read(&folder.path().join("tours/my-tour.json"));
    let days: Vec<String> = tour.steps.iter().map(|s| s.date.to_string()).collect();
    assert_eq!(days, ["1920-07-03", "1920-07-04"]);
    assert_eq!(tour.steps[0].headline.text("en"), "Moscow decides");
    assert_eq!(tour.steps[1].lens.as_deref(), Some(second_lens.name()));
    // A click shows the view of a step again, and F5 gives the tour from there.
    press(&mut h, "1. Moscow decides");
    assert_eq!(seen(&h).lens(), &Lens::Claims);
    assert_eq!(seen(&h).day().to_string(), "1920-07-03");
    key(&mut h, Modifiers::NONE, Key::F5);
    assert_eq!(seen(&h).skin(), Skin::Lecture);
    let lecture = seen(&h).lecture().expect("a lecture");
    assert_eq!((lecture.steps().len(), lecture.at()), (2, 0));
}

#[test]
fn ctrl_z_takes_back_a_step_that_was_just_kept_and_then_the_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut h = window(folder.path());
    two_steps(&mut h);
    key(&mut h, Modifiers::CTRL, Key::Z);
    assert!(has_row(&h, "1. Moscow decides") && !has_row(&h, "2. No headline yet"));
    key(&mut h, Modifiers::NONE, Key::ArrowRight);
    key(&mut h, Modifiers::CTRL, Key::Z);
    assert_eq!(seen(&h).day().to_string(), "1920-07-04");
    assert!(has_row(&h, "1. Moscow decides"));
}

#[test]
fn unsaved_work_survives_a_crash_and_saved_work_is_not_offered() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut h = window(folder.path());
    two_steps(&mut h);
    h.run_steps(12);
    drop(h);
    let mut h = window(folder.path());
    assert!(h.query_by_label_contains("Unsaved work from").is_some());
    press(&mut h, "Restore");
    assert!(has_row(&h, "1. Moscow decides") && has_row(&h, "2. No headline yet"));
    key(&mut h, Modifiers::CTRL, Key::S);
    drop(h);
    let mut h = window(folder.path());
    assert!(h.query_by_label_contains("Unsaved work from").is_none());
    // It stands in the menu now.
    press(&mut h, "Lecture");
    assert!(h.query_by_label_contains("My tour · 2 steps").is_some());
}

#[test]
fn unsaved_work_that_cannot_be_read_is_told_and_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("unsaved-nakhchivan-1920.json");
    std::fs::write(&file, "{\"when\": \"21:14\", \"tour\": {").expect("a broken file");
    let mut h = window(folder.path());
    assert!(
        h.query_by_label_contains("Unsaved work could not be read")
            .is_some()
    );
    press(&mut h, "Close");
    assert!(h.query_by_label_contains("could not be read").is_none());
    two_steps(&mut h);
    h.run_steps(12);
    drop(h);
    let aside = file.with_extension("unreadable-1.json");
    let kept = std::fs::read_to_string(aside).expect("the broken file");
    assert_eq!(kept, "{\"when\": \"21:14\", \"tour\": {");
    let h = window(folder.path());
    assert!(h.query_by_label_contains("Unsaved work from").is_some());
}

#[test]
fn words_on_the_map_are_added_at_what_is_selected_and_saved_with_their_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let moscow = Lens::named("moscow", session().whole().atlas()).expect("a lens");
    let select = Action::Select(Some("nakhchivan".to_owned()));
    let mut h = window_after(folder.path(), vec![Action::SetLens(moscow), select]);
    key(&mut h, Modifiers::NONE, Key::K);
    press(&mut h, "Add at Nakhchivan");
    let field = "At Nakhchivan, at most 8 words";
    write(
        &mut h,
        Role::TextInput,
        field,
        "Chicherin would give it away",
    );
    key(&mut h, Modifiers::CTRL, Key::S);
    let tour = read(&folder.path().join("tours/my-tour.json"));
    let callout = &tour.steps[0].callouts[0];
    assert_eq!(callout.text.text("en"), "Chicherin would give it away");
    assert!(tour.steps[0].records.contains(&callout.record));
    press(&mut h, "Remove");
    assert!(h.query_by_role_and_label(Role::TextInput, field).is_none());
}

#[test]
fn another_file_is_replaced_only_when_the_reader_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = folder.path().join("taken.json");
    std::fs::write(&taken, "mine").expect("written");
    let mut h = window(folder.path());
    two_steps(&mut h);
    press(&mut h, "Save as…");
    let field = h.get_by_role_and_label(Role::TextInput, "File");
    field.focus();
    h.run_steps(2);
    h.key_press_modifiers(Modifiers::CTRL | Modifiers::COMMAND, Key::A);
    h.event(egui::Event::Text(taken.to_string_lossy().into_owned()));
    h.run_steps(3);
    key(&mut h, Modifiers::NONE, Key::Enter);
    assert_eq!(std::fs::read(&taken).expect("there"), b"mine");
    press(&mut h, "Replace it");
    assert_eq!(read(&taken).steps.len(), 2);
    assert_eq!(read(&taken).id, "taken");
}
