//! Every slide of every tour of the built-in atlas, held to the rule of the last row: whatever the room
//! must read is at least 1/30 of the slide's shorter side high, and nothing leaves the slide.

use std::sync::Arc;

use araxes::export::ThemeName;
use araxes::export::slides::SlideExporter;
use araxes::model::{StepLayer, TourStep};
use araxes::scene::{Item, Layer, Shape, Slide, TextRun};
use araxes::session::{Action, Session, TourVersion};
use araxes::timeline::Timeline;

/// Font size of the citation in the foot, which nobody must read from the last row, in parts of the
/// shorter side.
const CITATION: f32 = 27.0 / 1080.0;

fn exporters(size: (u32, u32), version: TourVersion) -> Vec<SlideExporter> {
    let atlas = araxes::load::load(&araxes::load::files::builtin()).atlas;
    let timeline = Arc::new(Timeline::new(Arc::new(atlas.expect("no faults"))));
    let session = Session::new(Arc::clone(&timeline), "en");
    let tours = timeline.atlas().tours.iter();
    tours
        .map(|tour| {
            let mut session = session.clone();
            session.apply(Action::OpenTour(Arc::clone(tour), version));
            SlideExporter::new(session, ThemeName::Projector.theme(), size)
        })
        .collect()
}

fn texts(items: &[Item]) -> Vec<&TextRun> {
    let runs = items.iter().filter_map(|item| match &item.shape {
        Shape::Text(run) | Shape::TextOnPath { run, .. } => Some(run),
        _ => None,
    });
    runs.collect()
}

/// What is wrong with a slide.
fn faults(slide: &Slide, name: &str) -> Vec<String> {
    let (w, h) = slide.size;
    let short = w.min(h);
    let least = short / 30.0 * 0.999;
    let mut faults = Vec::new();
    let maps = slide.maps.iter().flat_map(|map| texts(&map.scene.items));
    for run in texts(&slide.around).into_iter().chain(maps) {
        let is_citation = (run.size - CITATION * short).abs() < 0.01;
        if run.size < least && !is_citation {
            faults.push(format!("{name}: “{}” is {:.1} high", run.text, run.size));
        }
    }
    for run in texts(&slide.around) {
        let right = run.at.x + run.face.width(&run.text, run.size);
        if right > w || run.at.x < -0.02 * w || run.at.y > h {
            faults.push(format!("{name}: “{}” leaves the slide", run.text));
        }
    }
    faults
}

/// Signs and colors of a map that the step does not name.
fn colors_unasked(slide: &Slide, step: &TourStep, name: &str) -> Vec<String> {
    let items = slide.maps.iter().flat_map(|map| &map.scene.items);
    let mut faults = Vec::new();
    for item in items {
        let textured = matches!(
            item.shape,
            Shape::Area {
                texture: Some(_),
                ..
            }
        );
        let layer = match item.layer {
            Layer::Fill if textured => StepLayer::Fills,
            Layer::Band => StepLayer::Holders,
            Layer::Unit => StepLayer::Troops,
            _ => continue,
        };
        if !step.layers.contains(&layer) {
            faults.push(format!("{name}: draws {layer:?}"));
        }
    }
    faults
}

fn check(exporter: &SlideExporter) {
    let mut all = Vec::new();
    for id in exporter.slides() {
        let found = exporter.with_slide(&id, |slide, session| {
            let step = session.lecture().and_then(|lecture| lecture.step());
            let step = step.expect("a step");
            let mut found = faults(slide, &id.name);
            found.extend(colors_unasked(slide, step, &id.name));
            found
        });
        all.extend(found.expect("a slide"));
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn every_slide_is_read_from_the_last_row_and_shows_nothing_that_its_step_does_not_name() {
    for exporter in exporters((1920, 1080), TourVersion::Whole) {
        check(&exporter);
    }
}

#[test]
fn an_old_projector_and_an_upright_screen_show_the_same() {
    for size in [(1024, 768), (1080, 1920), (800, 600)] {
        let first = exporters(size, TourVersion::Short).swap_remove(0);
        check(&first);
    }
}
