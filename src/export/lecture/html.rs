//! A tour as one page for browsers that loads nothing: maps as drawings, texts as texts, and a short
//! script that shows one step at a time. Without the script the steps follow one another, as they do
//! in print.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};

use crate::geometry::{ScreenPoint, ScreenRect, Viewport};
use crate::paint::compact::{Compactor, SharedParts};
use crate::paint::svg::{self, Form, Part, escape};
use crate::scene::{Color, FILES, Face, FontFile, LegendEntry, SceneContext, Theme, legend_sign};
use crate::session::Session;

use super::step::{Said, SourceKind, StepSource, StepWords};
use super::{Progress, StepView, TourExporter, TourFileError};

/// Width and height of the slides whose maps are drawn, in points.
const SLIDE: (f32, f32) = (1920.0, 1080.0);
const STYLE: &str = include_str!("../../../assets/lecture/player.css");
const SCRIPT: &str = include_str!("../../../assets/lecture/player.js");
/// Faces of the texts around the maps.
const FACES: [Face; 6] = [
    Face::Regular,
    Face::SemiBold,
    Face::Italic,
    Face::Serif,
    Face::SerifSemiBold,
    Face::Display,
];
/// Nothing may be loaded from anywhere; fonts are in the page itself.
const POLICY: &str = include_str!("../../../assets/lecture/policy.txt");

/// The parts of the page that grow with each step.
#[derive(Default)]
struct Page {
    compactor: Compactor,
    body: String,
    /// Whether the speaker's notes are on it.
    notes: bool,
}

impl TourExporter {
    /// The tour as the text of an HTML file.
    ///
    /// # Errors
    /// [`TourFileError`].
    pub(super) fn html(
        &self,
        notes: bool,
        progress: Progress<'_>,
    ) -> Result<Vec<u8>, TourFileError> {
        let languages = self.languages();
        let count = self.steps() * languages.len();
        let mut page = Page {
            notes,
            ..Page::default()
        };
        for (i, language) in languages.iter().enumerate() {
            let other = (language != self.text.language()).then(|| self.in_language(language));
            let exporter = other.as_ref().unwrap_or(self);
            let mut told =
                |at: usize, _: usize| -> ControlFlow<()> { progress(i * self.steps() + at, count) };
            exporter.tour_in_html(&mut page, i, &mut told)?;
        }
        let Page {
            compactor, body, ..
        } = page;
        let faces = faces(compactor.families());
        let (body, shared) = compactor.finish(&body);
        Ok(self
            .document(&languages, &body, &shared, &faces)
            .into_bytes())
    }

    /// Languages in which the tour has any text: that of the session first.
    fn languages(&self) -> Vec<String> {
        let texts = self.tour.steps.iter().map(|step| &step.headline);
        let texts = texts.chain([&self.tour.title]);
        let known: BTreeSet<&String> = texts.flat_map(|words| words.0.keys()).collect();
        let order = &self.atlas().manifest.languages;
        let place = |language: &String| {
            let is_own = language == self.text.language();
            (!is_own, order.iter().position(|l| l == language))
        };
        let mut languages: Vec<String> = known.into_iter().cloned().collect();
        languages.sort_by_key(place);
        if languages.is_empty() {
            languages.push(self.text.language().to_owned());
        }
        languages
    }

    fn in_language(&self, language: &str) -> Self {
        let session = Session::new(Arc::clone(self.session.whole()), language);
        let mut other = Self::new(
            &session,
            Arc::clone(&self.tour),
            self.version,
            super::ThemeName::Paper,
        );
        other.theme.clone_from(&self.theme);
        other
    }

    /// All steps in the language of this exporter.
    fn tour_in_html(
        &self,
        page: &mut Page,
        place: usize,
        progress: Progress<'_>,
    ) -> Result<(), TourFileError> {
        let language = escape(self.text.language());
        let about = self.tour.about.text(self.text.language());
        page.body += &format!(
            "<div class=\"tour\" lang=\"{language}\" data-language=\"{language}\">\n\
             <header class=\"about\"><p class=\"atlas\">{}</p><h1>{}</h1><p>{}</p></header>\n",
            escape(self.atlas_title()),
            escape(self.title()),
            escape(about)
        );
        let count = self.steps();
        self.each_step(false, progress, |view| {
            let prefix = format!("m{place}-{}-", view.words.number);
            let step = self.step_in_html(page, view, &prefix, (place, count))?;
            page.body += &step;
            Ok(())
        })?;
        page.body += "</div>\n";
        Ok(())
    }

    fn step_in_html(
        &self,
        page: &mut Page,
        view: &StepView<'_>,
        prefix: &str,
        (place, count): (usize, usize),
    ) -> Result<String, TourFileError> {
        let (words, text) = (&view.words, &self.text);
        let number = words.number;
        let id = if place == 0 {
            format!("step-{number}")
        } else {
            format!("{}-step-{number}", escape(text.language()))
        };
        let light = view.picture(SLIDE)?;
        let geometry = self.session.geometry();
        let form = Form::default();
        let (drawing, _) = light.maps(geometry, &form);
        let dark = self.look(number - 1, false, &self.night, |view| {
            Ok::<_, TourFileError>(view.picture(SLIDE)?.maps(geometry, &form).0)
        })?;
        let attributes = format!(
            "class=\"map\" role=\"img\" aria-label=\"{}\"",
            escape(&words.alt)
        );
        let map = page.compactor.add(&drawing, &dark, prefix, &attributes)?;
        let legend = self.legend_in_html(&mut page.compactor, view, &light.legend(), prefix)?;
        let step = text.with(
            "step-of",
            &[("step", &number.to_string()), ("count", &count.to_string())],
        );
        let mut out = format!(
            "<section class=\"step\" id=\"{id}\" data-step=\"{number}\" aria-labelledby=\"{id}-h\">\n\
             <figure>{map}</figure>\n<div class=\"words\">\n\
             <p class=\"number\">{}</p>\n<p class=\"when\">{}</p>\n",
            escape(&step),
            escape(&words.when)
        );
        if !words.lens.is_empty() {
            out += &format!("<p class=\"lens\">{}</p>\n", escape(&words.lens));
        }
        out += &format!(
            "<h2 id=\"{id}-h\" tabindex=\"-1\">{}</h2>\n",
            self.said(&words.headline)
        );
        out += &format!("<p class=\"caption\">{}</p>\n", self.said(&words.caption));
        let about = self.tour.about.text(text.language());
        if number == 1 && !about.is_empty() {
            out += &format!("<p class=\"tour-about\">{}</p>\n", escape(about));
        }
        if !words.ask.is_empty() {
            out += &format!("<p class=\"ask\">{}</p>\n", self.said(&words.ask));
        }
        if !words.reveal.is_empty() {
            out += &details(
                "answer",
                &text.get("handout-answer"),
                &format!("<p>{}</p>", self.said(&words.reveal)),
            );
        }
        out += &legend;
        if page.notes && !words.notes.is_empty() {
            let notes = format!("<p>{}</p>", self.said(&words.notes));
            out += &details("notes", &text.get("handout-speaker"), &notes);
        }
        if !words.sources.is_empty() {
            out += &details("sources", &text.get("handout-records"), &sources(words));
        }
        Ok(out + "</div>\n</section>\n")
    }

    /// A text, marked where it is not in the language of the page.
    fn said(&self, said: &Said) -> String {
        if let Some(language) = &said.other_language {
            let mark = self.text.get("page-not-translated");
            return format!(
                "<span lang=\"{}\">{}</span> <small class=\"untranslated\">{}</small>",
                escape(language),
                escape(&said.text),
                escape(&mark)
            );
        }
        escape(&said.text)
    }

    /// What the colors and signs of the map mean, with the names of the areas.
    fn legend_in_html(
        &self,
        compactor: &mut Compactor,
        view: &StepView<'_>,
        legend: &[LegendEntry],
        prefix: &str,
    ) -> Result<String, TourFileError> {
        let atlas = self.atlas();
        let mut out = String::new();
        let shown = legend.iter().filter(|entry| entry.rank.is_of_the_day());
        for (i, entry) in shown.enumerate() {
            let light = self.sign(&view.context, entry);
            let context = SceneContext {
                theme: &self.night,
                ..view.context
            };
            let dark = self.sign(&context, entry);
            let prefix = format!("{prefix}l{i}-");
            let sign = compactor.add(
                &light,
                &dark,
                &prefix,
                "class=\"sign\" aria-hidden=\"true\"",
            )?;
            let areas = atlas.gathered(&entry.areas);
            let names = areas.iter().map(|a| atlas.name(a, self.text.language()));
            let names: Vec<String> = names.map(escape).collect();
            let words = escape(&self.text.capitalized(&entry.words));
            let names = match names.join(&self.text.get("list-comma")) {
                none if none.is_empty() => none,
                names => format!(" <small>{names}</small>"),
            };
            out += &format!("<li>{sign}<span>{words}{names}</span></li>\n");
        }
        if out.is_empty() {
            return Ok(out);
        }
        let label = escape(&self.text.get("page-legend"));
        Ok(format!(
            "<ul class=\"legend\" aria-label=\"{label}\">\n{out}</ul>\n"
        ))
    }

    fn sign(&self, view: &SceneContext<'_>, entry: &LegendEntry) -> String {
        let (items, size) = legend_sign(view, &entry.sign);
        let home = self.session.geometry().home;
        let part = Part {
            id: "page".to_owned(),
            items: &items,
            rect: ScreenRect::sized(ScreenPoint::default(), size.0, size.1),
            base_color: None,
            view: Viewport::fit(home.0, home.1, size),
            unit: view.unit,
        };
        let clear = view.theme.page.alpha(0.0);
        svg::document(
            size,
            clear,
            &[part],
            self.session.geometry(),
            &Form::default(),
        )
    }

    fn document(
        &self,
        languages: &[String],
        body: &str,
        shared: &SharedParts,
        faces: &str,
    ) -> String {
        let text = &self.text;
        let own = escape(&languages[0]);
        let word = |key: &str| escape(&text.get(key));
        let colors = |theme: &Theme| -> String {
            roles(theme)
                .map(|(name, color)| format!("--{name}:{};", hex(color)))
                .concat()
        };
        let name = |language: &String| match text.get(&format!("language-{language}")) {
            unknown if unknown.starts_with("language-") => language.clone(),
            name => name,
        };
        let choice = |language: &String| {
            format!(
                "<button type=\"button\" data-language=\"{0}\" lang=\"{0}\">{1}</button>",
                escape(language),
                escape(&name(language))
            )
        };
        let choices: String = match languages {
            [_] => String::new(),
            all => format!(
                "<nav class=\"languages\" aria-label=\"{}\">{}</nav>\n",
                word("page-languages"),
                all.iter().map(choice).collect::<String>()
            ),
        };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{own}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"description\" content=\"{about}\">\n<title>{title}</title>\n\
             <style>\n{faces}:root{{{light}}}\n{style}{paint}\
             @media screen and (prefers-color-scheme: dark){{\n:root{{{dark}}}\n{dark_paint}}}\n\
             </style>\n</head>\n<body>\n\
             <svg class=\"shared\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>{paths}</defs></svg>\n\
             <header class=\"bar\"><p><strong>{name}</strong> <span>{atlas}</span></p>\n{choices}</header>\n\
             <main>\n{body}</main>\n\
             <nav class=\"moves\" aria-label=\"{steps}\" hidden>\
             <button type=\"button\" class=\"back\" aria-label=\"{previous}\"><span>{previous}</span></button>\
             <ol class=\"dots\"></ol><label class=\"jump\"><span>{go}</span><select></select></label>\
             <button type=\"button\" class=\"on\" aria-label=\"{next}\"><span>{next}</span></button></nav>\n\
             <footer class=\"credits\"><p>{sources}</p><p>{note}</p><p>{credits}</p></footer>\n\
             <p class=\"unseen\" aria-live=\"polite\"></p>\n\
             <script>\n{SCRIPT}</script>\n</body>\n</html>\n",
            policy = POLICY.trim_end(),
            about = escape(self.tour.about.text(text.language())),
            title = escape(&self.full_title()),
            light = colors(&self.theme),
            dark = colors(&self.night),
            style = STYLE,
            paint = shared.style,
            dark_paint = shared.dark_style,
            paths = shared.paths,
            name = escape(self.title()),
            atlas = escape(self.atlas_title()),
            steps = word("page-steps"),
            previous = word("page-previous"),
            next = word("page-next"),
            go = word("page-go-to"),
            sources = escape(&text.sources_line(self.atlas())),
            note = escape(&text.plate_note(self.atlas())),
            credits = escape(&text.map_credits(self.atlas()).unwrap_or_default()),
        )
    }
}

/// Something to unfold.
fn details(class: &str, label: &str, content: &str) -> String {
    format!(
        "<details class=\"{class}\"><summary>{}</summary>{content}</details>\n",
        escape(label)
    )
}

/// The records of a step as lists.
fn sources(words: &StepWords) -> String {
    let one = |source: &StepSource| {
        let when = match source.when.as_str() {
            "" => String::new(),
            when => format!("<b>{}.</b> ", escape(when)),
        };
        format!(
            "<li>{when}{} <cite>{} <span class=\"id\">[{}]</span></cite></li>\n",
            escape(&source.says),
            escape(&source.cites),
            escape(&source.id)
        )
    };
    let of = |kind| words.sources.iter().filter(move |s| s.kind == kind);
    let all = of(SourceKind::Record)
        .chain(of(SourceKind::Word))
        .chain(of(SourceKind::Book))
        .chain(of(SourceKind::Person));
    format!("<ul>\n{}</ul>", all.map(one).collect::<String>())
}

/// Rules for the fonts of the maps and of the texts around them, with the fonts.
fn faces(families: &[String]) -> String {
    let around = FACES.iter().map(|face| face.files()[0]);
    let around: BTreeSet<&str> = around.collect();
    let is_used =
        |file: &&FontFile| around.contains(file.name) || families.contains(&file.family());
    let rule = |file: &FontFile| {
        let style = if file.is_italic() { "italic" } else { "normal" };
        format!(
            "@font-face{{font-family:'{}';font-style:{style};src:url(data:font/ttf;base64,{})}}\n",
            file.family(),
            BASE64.encode(file.bytes)
        )
    };
    FILES.iter().filter(is_used).map(rule).collect()
}

/// Colors of the page by the names that its style has for them.
fn roles(theme: &Theme) -> [(&'static str, Color); 8] {
    [
        ("page", theme.page),
        ("card", theme.card),
        ("ink", theme.ink),
        ("ink2", theme.ink2),
        ("ink3", theme.ink3),
        ("rule", theme.rule),
        ("water", theme.lake),
        ("outline", theme.outline),
    ]
}

fn hex(Color([r, g, b, _]): Color) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}
