//! Search over everything, in any spelling: diacritics folded, Cyrillic and Armenian read as Latin.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Atlas, Words};

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: &'static str,
    /// Its name or first words.
    pub title: String,
    /// The text that matched.
    pub matched: String,
    /// Its first possible day.
    pub date: Option<NaiveDate>,
    #[serde(skip)]
    rank: u8,
}

/// Everything in which all `words` occur, names before texts, then by date.
#[must_use]
pub fn find(atlas: &Atlas, words: &str, language: &str) -> Vec<Hit> {
    let wanted: Vec<String> = fold(words).split_whitespace().map(ToOwned::to_owned).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let mut look = |id: &str, kind, title: &str, texts: &[&str], date| {
        let all = texts.iter().map(|t| fold(t)).collect::<Vec<_>>().join("\n");
        if wanted.iter().all(|w| all.contains(w.as_str())) {
            let name = fold(title);
            let rank = if wanted.iter().all(|w| name.contains(w.as_str())) { u8::from(name != wanted.join(" ")) } else { 2 };
            let matched = texts.iter().find(|t| fold(t).contains(wanted[0].as_str())).copied().unwrap_or(title);
            hits.push(Hit { id: id.to_owned(), kind, title: title.to_owned(), matched: matched.to_owned(), date, rank });
        }
    };
    let all = |words: &Words| words.0.values().cloned().collect::<Vec<_>>().join(" ");
    for d in &atlas.districts {
        look(d.id.as_str(), "district", d.names.text(language), &[&all(&d.names), d.id.as_str()], None);
    }
    for g in &atlas.manifest.groups {
        look(g.id.as_str(), "district", g.names.text(language), &[&all(&g.names)], None);
    }
    for p in &atlas.places {
        look(p.id.as_str(), "place", p.names.text(language), &[&all(&p.names), p.id.as_str()], None);
    }
    for p in &atlas.people {
        let written = p.as_written.as_deref().unwrap_or("");
        look(p.id.as_str(), "person", p.names.text(language), &[&all(&p.names), written, p.id.as_str()], None);
    }
    for u in &atlas.units {
        look(u.id.as_str(), "unit", u.names.text(language), &[&all(&u.names)], u.fixes.first().and_then(|f| f.dating.bounds().0));
    }
    for m in &atlas.messages {
        let who: Vec<&str> =
            m.from.iter().chain(&m.to).filter_map(|c| Some(atlas.name(c.person.as_ref()?.as_str(), language))).collect();
        let archives: Vec<&str> = m.cites.iter().filter_map(|c| c.original.as_deref()).collect();
        let texts = [&*all(&m.gist), &who.join(" "), &archives.join(" "), m.id.as_str()];
        look(m.id.as_str(), "message", m.gist.text(language), &texts, m.dating().bounds().0);
    }
    for e in &atlas.events {
        look(e.id.as_str(), "event", e.title.text(language), &[&all(&e.title), &all(&e.gist)], e.dating.bounds().0);
    }
    for c in &atlas.claims {
        let area = c.area_as_written.as_deref().unwrap_or("");
        let who: Vec<&str> = c.voices.iter().map(|v| atlas.name(v.as_str(), language)).collect();
        let title = format!("{}: {area}", who.join(", "));
        look(c.id.as_str(), "claim", &title, &[&title, &all(&c.note)], c.dating.bounds().0);
    }
    for c in &atlas.control {
        look(c.id.as_str(), "control", c.title.text(language), &[&all(&c.title)], c.dating.bounds().0);
    }
    for c in &atlas.contradictions {
        look(c.id.as_str(), "contradiction", c.title.text(language), &[&all(&c.title)], None);
    }
    for s in &atlas.sources {
        let text = s.csl.values().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let title = s.csl.get("title").and_then(|t| t.as_str()).unwrap_or(s.id.as_str());
        look(s.id.as_str(), "source", title, &[&text, s.id.as_str()], None);
    }
    hits.sort_by(|a, b| (a.rank, a.date, &a.id).cmp(&(b.rank, b.date, &b.id)));
    hits
}

/// Text as search compares it: lower case, without diacritics, in Latin letters.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, latin)) => out.push_str(latin),
            None if ('\u{300}'..='\u{36f}').contains(&c) => {}
            None => out.push(c),
        }
    }
    // Spellings of one sound in the languages of the region: q/k/g, x/kh, y/i, c/j/dj, w/v, double letters.
    let mut plain = out
        .replace("kh", "x")
        .replace("gh", "g")
        .replace("sh", "s")
        .replace("ch", "c")
        .replace("zh", "j")
        .replace("dj", "j")
        .replace("ts", "c");
    plain = plain.replace(['q', 'k'], "g").replace('c', "j").replace('x', "h").replace(['y', 'w'], "i");
    let mut last = None;
    plain.retain(|c| {
        let keep = Some(c) != last || !c.is_alphabetic();
        last = Some(c);
        keep
    });
    plain
}

const LETTERS: &[(&str, &str)] = &[
    ("əàáâãäåаӓա", "a"),
    ("èéêëеэєёեէ", "e"),
    ("ìíîïıиіїйիյ", "i"),
    ("òóôõöоօո", "o"),
    ("ùúûüуւ", "u"),
    ("çчճչ", "ch"),
    ("şшщշ", "sh"),
    ("ğгґգղ", "g"),
    ("ñнն", "n"),
    ("бբ", "b"),
    ("вվ", "v"),
    ("дդ", "d"),
    ("жժ", "j"),
    ("зզձծ", "z"),
    ("кկք", "k"),
    ("лլ", "l"),
    ("мմ", "m"),
    ("пպփ", "p"),
    ("рրռ", "r"),
    ("сս", "s"),
    ("тտթ", "t"),
    ("фֆ", "f"),
    ("хխհ", "h"),
    ("цց", "ts"),
    ("ыը", "i"),
    ("ьъ’'ʼ", ""),
    ("ю", "iu"),
    ("я", "ia"),
    ("ջ", "j"),
];

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn one_name_in_four_scripts_is_one() {
        for name in ["Gence", "Gəncə".replace('ə', "e").as_str(), "Генче"] {
            assert_eq!(fold(name), fold("Gence"), "{name}");
        }
        assert_eq!(fold("Naxçıvan"), fold("Nakhchivan"));
        assert_eq!(fold("Şahtaxtı"), fold("Shahtakhti"));
    }
}
