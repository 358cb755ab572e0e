//! Tests of making a tour.

use proptest::prelude::*;

use super::*;

fn step(id: &str, headline: &str) -> TourStep {
    let step = format!(
        r#"{{"id": "{id}", "date": "1920-07-03", "lens": "claims", "headline": {{"en": "{headline}"}}, "caption": {{}}}}"#
    );
    serde_json::from_str(&step).expect("a step")
}

fn headlines(draft: &TourDraft) -> Vec<&str> {
    let steps = draft.tour().steps.iter();
    steps.map(|s| s.headline.text("en")).collect()
}

fn draft_of(all: &[&str]) -> TourDraft {
    let mut draft = TourDraft::new("A tour", "en");
    for headline in all {
        draft.keep(step("a", headline));
    }
    draft
}

#[test]
fn kept_steps_stand_in_order_with_ids_of_their_own() {
    let draft = draft_of(&["one", "two", "three"]);
    assert_eq!(headlines(&draft), ["one", "two", "three"]);
    let ids: Vec<_> = draft.tour().steps.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2", "a-3"]);
    let changes: Vec<_> = draft.tour().steps.iter().map(|s| s.transition).collect();
    let fade = StepTransition::Fade;
    assert_eq!(changes, [StepTransition::Cut, fade, fade]);
    assert_eq!(draft.at(), 2);
}

#[test]
fn a_word_that_is_typed_is_one_change() {
    let mut draft = draft_of(&["one"]);
    for text in ["F", "Fi", "Fir", "Firs", "First"] {
        draft.set_text(StepText::Headline, text);
    }
    draft.set_text(StepText::Caption, "What happened");
    draft.undo();
    draft.undo();
    assert_eq!(headlines(&draft), ["one"]);
    draft.redo();
    assert_eq!(headlines(&draft), ["First"]);
}

#[test]
fn steps_are_moved_removed_and_duplicated_and_undo_brings_them_back() {
    let mut draft = draft_of(&["one", "two", "three"]);
    draft.move_step(2, 0);
    assert_eq!(
        (headlines(&draft), draft.at()),
        (vec!["three", "one", "two"], 0)
    );
    draft.duplicate(0);
    assert_eq!((headlines(&draft).len(), draft.at()), (4, 1));
    draft.remove(0);
    assert_eq!(
        (headlines(&draft), draft.at()),
        (vec!["three", "one", "two"], 0)
    );
    draft.remove(2);
    assert_eq!(headlines(&draft), ["three", "one"]);
    (0..4).for_each(|_| draft.undo());
    assert_eq!(
        (headlines(&draft), draft.at()),
        (vec!["one", "two", "three"], 2)
    );
}

#[test]
fn a_question_makes_a_step_that_asks() {
    let mut draft = draft_of(&["one"]);
    draft.set_text(StepText::Ask, "Who?");
    assert_eq!(draft.step().expect("a step").kind, StepKind::Question);
    draft.set_text(StepText::Ask, "");
    assert_eq!(draft.step().expect("a step").kind, StepKind::Day);
}

#[test]
fn a_tour_that_is_undone_to_what_was_saved_is_not_changed() {
    let mut draft = draft_of(&["one"]);
    assert!(draft.is_changed());
    draft.note_saved();
    assert!(!draft.is_changed());
    draft.set_title("Another");
    assert!(draft.is_changed());
    draft.undo();
    assert!(!draft.is_changed());
    let copy = TourDraft::copy(draft.tour(), "Copy of it", "en");
    assert!(copy.is_changed());
    assert_eq!(copy.tour().id, "copy-of-it");
}

#[test]
fn the_file_holds_everything_and_is_named_by_its_id() {
    let mut draft = draft_of(&["one", "two"]);
    draft.set_layer(StepLayer::Troops, true);
    draft.set_layer(StepLayer::Fills, true);
    draft.set_dwell(Some(12.0));
    let text = draft.file_text("Zangezur 1920.json");
    let read: Tour = serde_json::from_str(&text).expect("a tour");
    assert_eq!(read.id, "zangezur-1920");
    assert_eq!(read.steps, draft.tour().steps);
    assert_eq!(read.steps[1].layers, [StepLayer::Fills, StepLayer::Troops]);
}

/// One change of a draft.
#[derive(Debug, Clone)]
enum Change {
    Keep,
    Remove(usize),
    Duplicate(usize),
    Move(usize, usize),
    Show(usize),
    Headline(String),
    Layer(bool),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Keep),
        (0usize..6).prop_map(Change::Remove),
        (0usize..6).prop_map(Change::Duplicate),
        (0usize..6, 0usize..6).prop_map(|(from, to)| Change::Move(from, to)),
        (0usize..6).prop_map(Change::Show),
        "[a-c]{0,3}".prop_map(Change::Headline),
        any::<bool>().prop_map(Change::Layer),
    ]
}

/// What is pasted into a field may have characters that no file may have; the saved tour opens again.
#[test]
fn characters_that_no_file_may_have_are_left_out_of_texts() {
    let mut draft = draft_of(&["one"]);
    draft.set_title("\u{202a}Two\u{202c} armies\u{0}");
    draft.set_text(StepText::Caption, "first\n\u{2067}second\u{2069}\u{7}");
    let text = draft.file_text("tour");
    assert!(text.contains("\"Two armies\""), "{text}");
    assert!(text.contains("first\\nsecond"), "{text}");
    let atlas = crate::load::fixtures::builtin();
    let loaded = crate::load::tour_file("tour.json", text.as_bytes(), &atlas);
    let told: Vec<_> = loaded
        .findings
        .iter()
        .filter(|f| f.what.contains("control character"))
        .collect();
    assert!(told.is_empty(), "{told:?}");
    draft.set_title("\u{202e}");
    assert!(
        draft.tour().title.is_empty(),
        "nothing that is seen is left"
    );
}

fn make(draft: &mut TourDraft, change: &Change) {
    match change {
        Change::Keep => {
            draft.keep(step("a", "kept"));
        }
        Change::Remove(at) => draft.remove(*at),
        Change::Duplicate(at) => draft.duplicate(*at),
        Change::Move(from, to) => draft.move_step(*from, *to),
        Change::Show(at) => draft.show(*at),
        Change::Headline(text) => draft.set_text(StepText::Headline, text),
        Change::Layer(drawn) => draft.set_layer(StepLayer::Fills, *drawn),
    }
}

proptest! {
    #[test]
    fn undo_returns_to_each_tour_and_redo_to_each_after_it(changes in prop::collection::vec(change(), 0..30)) {
        let mut draft = draft_of(&["one", "two"]);
        let mut past = vec![Arc::clone(draft.tour())];
        for c in &changes {
            let undoable = draft.past.len();
            make(&mut draft, c);
            if draft.past.len() == undoable {
                past.pop();
            }
            past.push(Arc::clone(draft.tour()));
        }
        prop_assert!(draft.tour().steps.is_empty() || draft.at() < draft.tour().steps.len());
        let ids: std::collections::BTreeSet<_> = draft.tour().steps.iter().map(|s| &s.id).collect();
        prop_assert_eq!(ids.len(), draft.tour().steps.len());
        for before in past.iter().rev().skip(1) {
            draft.undo();
            prop_assert_eq!(draft.tour(), before);
        }
        for after in past.iter().skip(1) {
            draft.redo();
            prop_assert_eq!(draft.tour(), after);
        }
    }
}
