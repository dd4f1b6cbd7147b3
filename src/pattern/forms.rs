//! Inflections: what `~share` stands for.

/// Irregular verbs and the forms that the spelling rules would get wrong: base first.
const IRREGULAR: &str = "\
    be am is are was were been being,\
    have has had having,\
    do does did done doing,\
    go goes went gone going,\
    say says said saying,\
    get gets got gotten getting,\
    give gives gave given giving,\
    take takes took taken taking,\
    make makes made making,\
    know knows knew known knowing,\
    think thinks thought thinking,\
    see sees saw seen seeing,\
    come comes came coming,\
    become becomes became becoming,\
    find finds found finding,\
    tell tells told telling,\
    feel feels felt feeling,\
    leave leaves left leaving,\
    put puts putting,\
    mean means meant meaning,\
    keep keeps kept keeping,\
    let lets letting,\
    begin begins began begun beginning,\
    write writes wrote written writing,\
    read reads reading,\
    hear hears heard hearing,\
    meet meets met meeting,\
    pay pays paid paying,\
    send sends sent sending,\
    build builds built building,\
    buy buys bought buying,\
    sell sells sold selling,\
    speak speaks spoke spoken speaking,\
    spend spends spent spending,\
    bring brings brought bringing,\
    hold holds held holding,\
    lose loses lost losing,\
    grow grows grew grown growing,\
    understand understands understood understanding,\
    win wins won winning,\
    teach teaches taught teaching,\
    run runs ran running,\
    sit sits sat sitting,\
    set sets setting,\
    hit hits hitting,\
    cut cuts cutting,\
    choose chooses chose chosen choosing,\
    refer refers referred referring,\
    submit submits submitted submitting,\
    lie lies lied lying,\
    die dies died dying,\
    tie ties tied tying";

/// All forms of an English word, base first: of a verb its persons, past and participles; the
/// `-s` form serves as the plural of a noun. Regular spelling rules, and a table of irregular verbs.
///
/// ```
/// use youfirst::pattern::inflections;
/// assert_eq!(inflections("share"), ["share", "shares", "shared", "sharing"]);
/// assert_eq!(inflections("apply"), ["apply", "applies", "applied", "applying"]);
/// assert_eq!(inflections("pitch"), ["pitch", "pitches", "pitched", "pitching"]);
/// assert!(inflections("write").contains(&"wrote".to_string()));
/// ```
pub fn inflections(base: &str) -> Vec<String> {
    let known = IRREGULAR.split(',').find(|row| row.split(' ').next() == Some(base));
    if let Some(row) = known {
        return row.split(' ').map(str::to_string).collect();
    }
    regular(base)
}

/// The forms by the rules of spelling.
fn regular(base: &str) -> Vec<String> {
    let ends = |endings: &[&str]| endings.iter().any(|e| base.ends_with(e));
    let consonant_y = base.ends_with('y') && !ends(&["ay", "ey", "oy", "uy"]);
    let hissing = ends(&["s", "x", "z", "ch", "sh", "o"]);
    let cut = &base[..base.len() - usize::from(base.ends_with(['e', 'y']))];
    let doubled = if doubles(base) { &base[base.len() - 1..] } else { "" };
    let (s, ed, ing) = match base {
        _ if consonant_y => ("ies", "ied", base),
        _ if ends(&["ee", "oe", "ye"]) => ("s", "d", base),
        _ if base.ends_with('e') => ("s", "d", cut),
        _ => (if hissing { "es" } else { "s" }, "ed", base),
    };
    let stem = if consonant_y { cut } else { base };
    let all = [(base, "", ""), (stem, "", s), (stem, doubled, ed), (ing, doubled, "ing")];
    all.into_iter().map(|(stem, doubled, ending)| stem.to_string() + doubled + ending).collect()
}

/// One syllable, consonant-vowel-consonant: `nag`, `nagged`. Longer words are in the table.
fn doubles(word: &str) -> bool {
    let vowel = |b: u8| b"aeiou".contains(&b);
    let [.., c, v, l] = word.as_bytes() else { return false };
    word.len() <= 4
        && l.is_ascii_alphabetic()
        && !vowel(*c)
        && vowel(*v)
        && !vowel(*l)
        && !b"wxyh".contains(l)
        && word.bytes().filter(|&b| vowel(b)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_says_what_the_rules_of_spelling_give() {
        for row in IRREGULAR.split(',') {
            let base = row.split(' ').next().unwrap_or_default();
            assert_ne!(regular(base).join(" "), row);
        }
    }
}
