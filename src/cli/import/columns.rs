//! Which property of the input has which meaning: as told on the command line, or guessed from the
//! names that other data sets use.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::bail;
use serde_json::Value;

use super::NewArgs;
use super::dates::{self, Days};
use super::read::Feature;
use crate::characters::{cleaned, is_unseen};

/// Usual names, the likeliest first; compared without case and separators. The first of each is
/// what `araxes new` asks for.
const IDS: [&str; 20] = [
    "id",
    "gid",
    "code",
    "iso_a3",
    "adm0_a3",
    "iso3",
    "iso_3166_1_alpha_3",
    "gwcode",
    "gwid",
    "gwgroupid",
    "cowcode",
    "geoid",
    "fips",
    "state_code",
    "wikidata",
    "qid",
    "uri",
    "shapeid",
    "hasc_1",
    "groupid",
];
const NAMES: [&str; 18] = [
    "name",
    "name_en",
    "name_long",
    "title",
    "label",
    "toponym",
    "admin",
    "polity",
    "shapename",
    "country_name",
    "country",
    "group",
    "state_name",
    "state",
    "province",
    "region",
    "district",
    "cntry_name",
];
const STARTS: [&str; 23] = [
    "start",
    "start_date",
    "startdate",
    "from",
    "fromyear",
    "from_year",
    "from_date",
    "valid_from",
    "gwsdate",
    "gwsyear",
    "begin",
    "begindate",
    "year_start",
    "start_year",
    "startyear",
    "dtstart",
    "since",
    "established",
    "cstart",
    "when",
    "date",
    "year",
    "yearfrom",
];
const ENDS: [&str; 19] = [
    "end",
    "end_date",
    "enddate",
    "to",
    "toyear",
    "to_year",
    "to_date",
    "valid_to",
    "valid_until",
    "gwedate",
    "gweyear",
    "until",
    "year_end",
    "end_year",
    "endyear",
    "dtend",
    "dissolved",
    "cend",
    "yearto",
];
const CLAIMANTS: [&str; 18] = [
    "claimant",
    "claimed_by",
    "subjecto",
    "sovereignt",
    "sovereign",
    "controller",
    "control",
    "owner",
    "ruler",
    "party",
    "faction",
    "power",
    "belongs_to",
    "partof",
    "polity",
    "country",
    "admin",
    "statename",
];
/// Texts that data sets write where they have nothing.
const NOTHING: [&str; 10] = [
    "",
    "-99",
    "-1",
    "null",
    "none",
    "n/a",
    "na",
    "nan",
    "unknown",
    "undefined",
];

/// Which property has which meaning.
#[derive(Debug)]
pub(super) struct Columns {
    id: Option<String>,
    name: Option<String>,
    claimant: Option<String>,
    start: Option<String>,
    end: Option<String>,
    /// The date of features that have none.
    pub(super) date: Option<Days>,
    /// Whether any feature has a date of its own.
    pub(super) has_dates: bool,
    pub(super) guessed: Vec<String>,
}

/// The dates of one statement: the beginning and the end as they are given.
pub(super) type Given = (Option<Days>, Option<Days>);

/// Dates of a feature that could not be read, or of which more is said than was read, as they stand in
/// the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    /// One that is said to be approximate or uncertain.
    pub(super) unsure: Option<String>,
}

impl Columns {
    /// Finds the properties.
    ///
    /// # Errors
    /// An option names a property that no feature has.
    pub(super) fn of(args: &NewArgs, features: &[Feature]) -> anyhow::Result<Self> {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for key in features
            .iter()
            .filter_map(|f| f.properties.as_ref())
            .flat_map(|p| p.keys())
        {
            known.entry(plain(key)).or_default().insert(key.clone());
        }
        let count = |key: &str, good: &dyn Fn(&Value) -> bool| {
            let values = features
                .iter()
                .filter_map(|f| f.properties.as_ref()?.get(key));
            values.filter(|value| good(value)).count()
        };
        let mut guessed = Vec::new();
        let mut find = |told: &Option<String>,
                        option: &str,
                        usual: &[&str],
                        good: &dyn Fn(&Value) -> bool| {
            if let Some(told) = told {
                if !known.values().any(|keys| keys.contains(told)) {
                    let all = known.values().flatten().map(String::as_str).take(30);
                    let all: Vec<&str> = all.collect();
                    let meant = super::meant(told, &all);
                    bail!(
                        "no feature has a property `{told}` for --{option}; there are {}{meant}",
                        all.join(", ")
                    );
                }
                return Ok(Some(told.clone()));
            }
            // Of names that differ in the case of letters, the one that most features have.
            let most = |name: &&str| {
                let known = known.get(&plain(name))?;
                known.iter().max_by_key(|key| count(key, good))
            };
            let found = usual
                .iter()
                .filter_map(most)
                .find(|key| count(key, good) > 0);
            if let Some(key) = found.filter(|key| *key != usual[0]) {
                guessed.push(format!(
                    "the {option} is read from `{key}`; name another with --{option}"
                ));
            }
            Ok(found.cloned())
        };
        let is_date = |value: &Value| dates::period(value).is_some();
        let start = find(&args.start, "start", &STARTS, &is_date)?;
        let end = find(&args.end, "end", &ENDS, &is_date)?;
        let has_text = |value: &Value| text(value).is_some();
        let name = find(&args.name, "name", &NAMES, &has_text)?;
        let has_claimant = |value: &Value| match value {
            Value::Array(all) => all.iter().any(has_text),
            one => has_text(one),
        };
        let claimant = find(&args.claimant, "claimant", &CLAIMANTS, &has_claimant)?;
        let has_own_id = features.iter().any(|f| own_id(f).is_some());
        let usual = if has_own_id { &IDS[..1] } else { &IDS[..] };
        let id = find(&args.id, "id", usual, &has_text)?;
        let has_when = features.iter().any(|f| !whens(f).is_empty());
        Ok(Self {
            has_dates: start.is_some() || end.is_some() || has_when,
            id,
            name,
            claimant,
            start,
            end,
            date: None,
            guessed,
        })
    }

    /// What the feature is called: its id and its name.
    pub(super) fn called(&self, feature: &Feature) -> Option<(String, String)> {
        let id = property(feature, self.id.as_ref()).or_else(|| own_id(feature));
        let name = property(feature, self.name.as_ref()).or_else(|| toponym(feature));
        let name = name.or_else(|| id.clone())?;
        Some((id.unwrap_or_else(|| name.clone()), name))
    }

    /// The claimants of a feature: one text, or several in a list.
    pub(super) fn claimants(&self, feature: &Feature) -> Vec<String> {
        match value_of(feature, self.claimant.as_ref()) {
            Some(Value::Array(all)) => all.iter().filter_map(text).collect(),
            Some(one) => text(one).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// Whether the id, the name or the claimant of a feature has characters that no text may have.
    pub(super) fn has_unfit_characters(&self, feature: &Feature) -> bool {
        let properties = [&self.id, &self.name, &self.claimant].map(|key| {
            let key = key.as_ref()?;
            feature.properties.as_ref()?.get(key)?.as_str()
        });
        let toponym = feature
            .names
            .get(0)
            .and_then(|name| name.get("toponym")?.as_str());
        let own = [feature.id.as_str(), feature.linked_id.as_str(), toponym];
        let mut texts = properties.into_iter().chain(own).flatten();
        texts.any(|text| cleaned(text).len() < text.len())
    }

    /// The claimant of a row that stands beside the features, and its dates.
    pub(super) fn of_row(
        row: &Value,
        args_claimant: Option<&String>,
    ) -> Option<(String, String, Given)> {
        let get = |key: &str| row.get(key);
        let claimant = args_claimant.map_or("claimant", String::as_str);
        let start = get("start").and_then(dates::read);
        start?;
        Some((
            get("district").and_then(text)?,
            get(claimant).or(get("claimant")).and_then(text)?,
            (start, get("end").and_then(dates::read)),
        ))
    }

    pub(super) fn claimant_column(&self) -> Option<&String> {
        self.claimant.as_ref()
    }

    /// The periods of a feature, and what of its dates could not be read.
    pub(super) fn periods(&self, feature: &Feature) -> (Vec<Given>, Unread) {
        let value = |key: Option<&String>| {
            let value = value_of(feature, key)?;
            let is_empty = value.as_str().is_some_and(|text| text.trim().is_empty());
            (!value.is_null() && !is_empty).then_some(value)
        };
        let (start, end) = (value(self.start.as_ref()), value(self.end.as_ref()));
        if start.is_some() || end.is_some() {
            let (begun, ended) = (start.map(dates::given), end.map(dates::read));
            let period = begun.flatten();
            // A single property may hold a whole period.
            let own_end = period.filter(|p| p.0 != p.1).and_then(|p| p.1);
            let last = ended.map_or(own_end, |ended| ended);
            let words = |value: Option<&Value>| value.map_or_else(String::new, ToString::to_string);
            let mut values = start.into_iter().chain(end);
            let unread = Unread {
                start: (begun == Some(None)).then(|| words(start)),
                end: (ended == Some(None)).then(|| words(end)),
                unsure: values
                    .find(|value| dates::is_unsure(value))
                    .map(ToString::to_string),
            };
            return (vec![(period.and_then(|p| p.0), last)], unread);
        }
        let whens = whens(feature);
        if whens.is_empty() {
            // Whoever names the date means all of it, to its last day.
            let given = self.date.map(|days| {
                let after = days.last.succ_opt();
                (Some(Days::one(days.first)), after.map(Days::one))
            });
            return (given.into_iter().collect(), Unread::default());
        }
        let periods: Vec<Given> = whens.iter().flat_map(|when| dates::periods(when)).collect();
        let unread = periods.is_empty().then(|| whens[0].to_string());
        let unread = Unread {
            start: unread,
            end: None,
            unsure: dates::is_unsure(whens[0]).then(|| whens[0].to_string()),
        };
        (periods, unread)
    }
}

/// Every `when` of a feature or of its geometry.
fn whens(feature: &Feature) -> Vec<&Value> {
    let of_parts = feature
        .geometry
        .iter()
        .flat_map(|g| std::iter::once(g).chain(&g.geometries))
        .map(|g| &g.when);
    let of_properties = feature.properties.iter().filter_map(|p| p.get("when"));
    let own = std::iter::once(&feature.when);
    let mut all = own.chain(of_parts).chain(of_properties);
    all.find(|when| !when.is_null()).into_iter().collect()
}

fn own_id(feature: &Feature) -> Option<String> {
    text(&feature.id).or_else(|| text(&feature.linked_id))
}

fn toponym(feature: &Feature) -> Option<String> {
    feature.names.get(0)?.get("toponym").and_then(text)
}

fn property(feature: &Feature, key: Option<&String>) -> Option<String> {
    value_of(feature, key).and_then(text)
}

/// The value of a property, whose name may have letters of another case in some features.
fn value_of<'a>(feature: &'a Feature, key: Option<&String>) -> Option<&'a Value> {
    let (properties, key) = (feature.properties.as_ref()?, key?);
    properties.get(key).or_else(|| {
        let is_same = |other: &&String| other.len() == key.len() && plain(other) == plain(key);
        properties.get(properties.keys().find(is_same)?)
    })
}

/// A value as text; `None` where it says nothing, or nothing that can be seen. Characters that no
/// text may have are left out.
pub(super) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    let kept = cleaned(&text);
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = !NOTHING.contains(&kept.to_lowercase().as_str()) && !kept.chars().all(is_unseen);
    says.then_some(kept)
}

fn plain(key: &str) -> String {
    key.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}
