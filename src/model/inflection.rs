//! Endings with which words of some languages stand in sentences, so that a term is found there too.
//! `glossary` uses them.

/// Endings of nouns that follow a whole word: of number, possession and case, alone and together.
const AZERBAIJANI: &str = "\
    nın nin nun nün ın in un ün ya yə a ə nı ni nu nü ı i u ü da də dan dən la lə lar lər \
    ları ləri lara lərə ların lərin larda lərdə lardan lərdən larla lərlə larını lərini \
    larının lərinin larına lərinə larında lərində larından lərindən sı si su sü sının sinin \
    sunun sünün sına sinə suna sünə sını sini sunu sünü sında sində sunda sündə sından \
    sindən sundan sündən ına inə una ünə ını ini unu ünü ının inin unun ünün ında ində unda \
    ündə ından indən undan ündən na nə nda ndə ndan ndən dakı dəki sındakı sindəki ındakı \
    indəki";
const TURKISH: &str = "\
    nın nin nun nün ın in un ün ya ye a e yı yi yu yü nı ni nu nü ı i u ü da de ta te dan \
    den tan ten la le yla yle lar ler ları leri lara lere ların lerin larda lerde lardan \
    lerden larla lerle larını lerini larının lerinin larına lerine larında lerinde larından \
    lerinden sı si su sü sının sinin sunun sünün sına sine suna süne sını sini sunu sünü \
    sında sinde sunda sünde sından sinden sundan sünden ına ine una üne ını ini unu ünü ının \
    inin unun ünün ında inde unda ünde ından inden undan ünden na ne nda nde ndan nden daki \
    deki sındaki sindeki ındaki indeki nca nce";
const ARMENIAN: &str = "\
    ը ն ի ին ից ով ում եր երը երն երի երին երից երով երում ներ ները ներն ների ներին ներից \
    ներով ներում ս յի յին յից յով յում յն վի վին վից վով";
/// Endings of Russian nouns and adjectives, which take the place of the last letters of a word.
const RUSSIAN: &str = "\
    а у ом ем е ы и ов ев ей ам ям ами ями ах ях ой ою ого его ому ему ым им ых их ыми ими \
    ую юю ю я ия ии ию ией ий иям иями иях ые ие ое ее ый ая яя о ь ью ком ка ку ке ки ков \
    кам ках";
/// Least letters of the stem of a Russian word.
const STEM: usize = 3;

/// What is left of `text` after a form of the word `wanted`, with which it begins; `None` where it does
/// not. A small letter of `wanted` matches a capital too, a capital only itself. Only the last word of a
/// term takes endings in most languages.
pub(super) fn after_word<'t>(
    text: &'t str,
    wanted: &str,
    language: &str,
    is_last: bool,
) -> Option<&'t str> {
    let mut rest = text;
    let mut missing = wanted;
    while let Some(letter) = missing.chars().next() {
        let Some(found) = rest.chars().next() else {
            break;
        };
        if found != letter && !is_capital_of(found, letter) {
            break;
        }
        rest = &rest[found.len_utf8()..];
        missing = &missing[letter.len_utf8()..];
    }
    let of_word = |c: char| !c.is_alphanumeric();
    let ending = &rest[..rest.find(of_word).unwrap_or(rest.len())];
    let fits = match language {
        _ if missing.is_empty() && ending.is_empty() => true,
        "ru" => {
            let stem = wanted.chars().count() - missing.chars().count();
            let is_known = |part: &str| part.is_empty() || is_one_of(RUSSIAN, part);
            stem >= STEM && is_known(missing) && is_known(ending)
        }
        _ => missing.is_empty() && is_last && is_ending(ending, language),
    };
    fits.then(|| &rest[ending.len()..])
}

/// Whether a word that is whole in itself can have this ending in a language.
fn is_ending(ending: &str, language: &str) -> bool {
    let endings = match language {
        "en" => "s es",
        "az" => AZERBAIJANI,
        "tr" => TURKISH,
        "hy" => ARMENIAN,
        _ => return false,
    };
    is_one_of(endings, ending)
}

fn is_one_of(endings: &str, ending: &str) -> bool {
    endings.split(' ').any(|known| known == ending)
}

fn is_capital_of(letter: char, small: char) -> bool {
    // The capital of the dotless ı, which Unicode lowers to a dotted i.
    (letter == 'I' && small == 'ı')
        || (small.is_lowercase() && letter.to_lowercase().next() == Some(small))
}
