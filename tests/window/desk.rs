//! The researcher's desk: search, the archive desk, the working list and saving, driven by their names.

use super::panels::{Window, key, press, seen, window, write};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

fn has(h: &Window<'_>, words: &str) -> bool {
    h.query_all_by_label_contains(words).next().is_some()
}

fn search(h: &mut Window<'_>, words: &str) {
    key(h, Modifiers::CTRL, Key::K);
    write(h, words);
}

#[test]
fn the_list_of_results_closes_by_escape_and_by_a_click_elsewhere_and_keeps_the_selection() {
    let mut h = window("1920-07-03");
    search(&mut h, "f. 64, op. 1, d. 21, l. 3");
    key(&mut h, Modifiers::NONE, Key::Enter);
    let chosen = seen(&h).selection().map(ToOwned::to_owned);
    assert!(chosen.is_some());
    search(&mut h, "Goris");
    assert!(has(&h, "Goris  (place)"), "the old words are replaced");
    key(&mut h, Modifiers::NONE, Key::Escape);
    assert!(!has(&h, "Goris  (place)"));
    assert_eq!(
        seen(&h).selection().map(ToOwned::to_owned),
        chosen,
        "only the list closes"
    );
    search(&mut h, "Bayazid");
    assert!(has(&h, "Bayazid  (place)"));
    let map = h.get(By::new().role(Role::Canvas).label("Map")).rect();
    let corner = map.left_top() + egui::vec2(6.0, 6.0);
    h.hover_at(corner);
    h.event(egui::Event::PointerButton {
        pos: corner,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    });
    h.event(egui::Event::PointerButton {
        pos: corner,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    h.run_steps(4);
    assert!(!has(&h, "Bayazid  (place)"));
}

#[test]
fn arrows_choose_a_result_and_all_of_them_can_be_shown() {
    let mut h = window("1920-07-03");
    search(&mut h, "Orjonikidze");
    assert!(
        has(&h, "All ") && has(&h, " results"),
        "the number of all of them is told"
    );
    for _ in 0..2 {
        key(&mut h, Modifiers::NONE, Key::ArrowDown);
    }
    key(&mut h, Modifiers::NONE, Key::ArrowUp);
    key(&mut h, Modifiers::NONE, Key::Enter);
    let selected = seen(&h).selection().expect("the second result");
    assert_ne!(selected, "orjonikidze");
}

#[test]
fn a_record_is_put_on_the_working_list_with_a_note_and_what_was_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut h = window("1920-07-03");
    if let Some(app) = h.state_mut() {
        app.keep_tours_in(Some(folder.path().to_owned()));
    }
    search(&mut h, "message-056");
    key(&mut h, Modifiers::NONE, Key::Enter);
    press(&mut h, "Put on the working list");
    let file = folder.path().join("working-lists/nakhchivan-1920.toml");
    let kept = || std::fs::read_to_string(&file).expect("the list");
    assert!(kept().contains("record = \"message-056\""));
    key(&mut h, Modifiers::CTRL, Key::Num7);
    assert!(has(
        &h,
        "1. Chicherin to Orjonikidze, telegram, 3 July 1920, RGASPI f. 64"
    ));
    h.get(By::new().role(Role::TextInput).label("Your note"))
        .focus();
    h.run_steps(2);
    write(&mut h, "Ask for leaf 3.");
    h.get(By::new().role(Role::CheckBox).label("Seen by me"))
        .click();
    h.run_steps(4);
    let text = kept();
    assert!(text.contains("note = \"Ask for leaf 3.\""), "{text}");
    assert!(
        text.contains("shelf_mark = \"RGASPI f. 64, op. 1, d. 21, l. 3–3v\""),
        "{text}"
    );
    assert!(text.contains("seen = "), "{text}");
    press(&mut h, "Undo");
    assert!(!kept().contains("seen = "));
    key(&mut h, Modifiers::NONE, Key::S);
    assert!(!kept().contains("message-056"), "S takes it off again");
}

#[test]
fn the_archive_desk_leads_from_archive_to_leaf_to_record() {
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::CTRL, Key::Num6);
    // The names of all archives are seen in the larger view.
    press(&mut h, "Larger");
    let rgaspi = h
        .get_by_label_contains("RGASPI ·")
        .accesskit_node()
        .label()
        .expect("a name");
    press(&mut h, &rgaspi);
    let file = h
        .get_by_label_contains("f. 17, op. 3, d. 93")
        .accesskit_node()
        .label();
    press(&mut h, &file.expect("a name"));
    assert!(has(&h, "is cited by two notes"));
    assert!(has(
        &h,
        "The archive should be checked before this is cited."
    ));
    let nowhere = h
        .get_by_label_contains("In no archive")
        .accesskit_node()
        .label();
    let nowhere = nowhere.expect("a name");
    h.get_by_label(&nowhere).scroll_to_me();
    h.run_steps(4);
    press(&mut h, &nowhere);
    assert!(has(&h, "records go back to no archive"));
}

#[test]
fn a_file_is_not_replaced_without_asking_and_the_message_names_the_whole_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mine.csv");
    std::fs::write(&file, "mine").expect("a file");
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::CTRL, Key::Num4);
    press(&mut h, "Save CSV");
    h.get(By::new().role(Role::TextInput).label("Save as"))
        .focus();
    h.run_steps(2);
    key(&mut h, Modifiers::COMMAND | Modifiers::CTRL, Key::A);
    let path = file.display().to_string();
    write(&mut h, &path);
    press(&mut h, "Save");
    assert!(has(&h, "is already there. Replace it?"));
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "mine");
    press(&mut h, "Replace");
    for _ in 0..600 {
        if has(&h, &format!("Saved {path}")) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        h.run_steps(1);
    }
    assert!(
        has(&h, &format!("Saved {path}")),
        "it is told when it is written"
    );
    let table = std::fs::read_to_string(&file).expect("the file");
    assert!(
        table.starts_with("id,kind,when,earliest"),
        "{}",
        &table[..40]
    );
    assert!(has(&h, "Show in folder"));
}

#[test]
fn another_language_is_that_of_the_table_and_of_what_is_found() {
    let mut h = window("1920-07-03");
    key(&mut h, Modifiers::CTRL, Key::Num4);
    search(&mut h, "politburo");
    assert!(has(&h, "Politburo"));
    key(&mut h, Modifiers::NONE, Key::Escape);
    key(&mut h, Modifiers::CTRL | Modifiers::SHIFT, Key::L);
    assert_eq!(seen(&h).language(), "az");
    assert!(has(&h, "Çiçerin"), "the table is in Azerbaijani");
    search(&mut h, "politburo");
    assert!(has(&h, "Siyasi büro"), "so is what is found");
}
