//! What the configuration of a kiosk sets for every visit.

use std::sync::{Arc, OnceLock};

use crate::kiosk::KioskConfig;
use crate::model::Tour;
use crate::session::{OwnPanel, Session, VisitChoice, VisitChoices, VisitSettings};
use crate::text::Text;
use crate::timeline::Filter;

/// The settings of every visit by a configuration. A language, tour or condition that the atlas does
/// not have is left out; the check of a configuration tells such faults.
pub(in crate::app) fn settings_of(
    config: &KioskConfig,
    session: &Session,
    text: &Text,
) -> VisitSettings {
    let atlas = session.whole().atlas();
    let general = VisitSettings::of(atlas, session.language());
    let known = |tag: &&String| atlas.manifest.languages.contains(tag);
    let shown: Vec<String> = config
        .languages
        .shown
        .iter()
        .filter(known)
        .cloned()
        .collect();
    let (languages, first_language) = if shown.is_empty() {
        (general.languages, general.first_language)
    } else {
        (shown, 0)
    };
    let named = |tour: &&Arc<Tour>| tour.id == config.attract.tour;
    let attract = atlas.tours.iter().find(named).cloned();
    let attract = attract.or_else(|| Some(text.kiosk_attract(session.whole())));
    let asked: Filter = config.filter.parse().unwrap_or_default();
    let filter = asked
        .conditions()
        .fold(session.filter().clone(), |filter, condition| {
            if filter.has(condition) {
                filter
            } else {
                filter.toggled(condition.clone())
            }
        });
    let panels = &config.panels;
    VisitSettings {
        idle_s: config.idle.after_s,
        countdown_s: config.idle.countdown_s,
        languages,
        first_language,
        attract,
        scenes: if panels.scenes {
            general.scenes
        } else {
            Vec::new()
        },
        has_map: panels.free_map,
        has_how_to_read: panels.how_to_read,
        has_who_says_so: panels.who_says_so,
        has_plain: panels.plain_language,
        own_panel: (!panels.own_text.is_empty()).then(|| OwnPanel {
            title: panels.own_title.clone(),
            text: panels.own_text.clone(),
        }),
        is_installed: true,
        filter,
        choices: VisitChoices::default().with(VisitChoice::LowReach, config.screen.low_reach),
        contested: OnceLock::new(),
    }
}
