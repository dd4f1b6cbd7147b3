//! Inflections: what `~share` stands for.

/// Irregular verbs and the forms that the spelling rules would get wrong: base first.
const IRREGULAR: &[&str] = &[
    "be am is are was were been being",
    "have has had having",
    "do does did done doing",
    "go goes went gone going",
    "say says said saying",
    "get gets got gotten getting",
    "give gives gave given giving",
    "take takes took taken taking",
    "make makes made making",
    "know knows knew known knowing",
    "think thinks thought thinking",
    "see sees saw seen seeing",
    "come comes came coming",
    "become becomes became becoming",
    "find finds found finding",
    "tell tells told telling",
    "feel feels felt feeling",
    "leave leaves left leaving",
    "put puts putting",
    "mean means meant meaning",
    "keep keeps kept keeping",
    "let lets letting",
    "begin begins began begun beginning",
    "write writes wrote written writing",
    "read reads reading",
    "hear hears heard hearing",
    "meet meets met meeting",
    "pay pays paid paying",
    "send sends sent sending",
    "build builds built building",
    "buy buys bought buying",
    "sell sells sold selling",
    "speak speaks spoke spoken speaking",
    "spend spends spent spending",
    "bring brings brought bringing",
    "hold holds held holding",
    "lose loses lost losing",
    "grow grows grew grown growing",
    "understand understands understood understanding",
    "win wins won winning",
    "teach teaches taught teaching",
    "run runs ran running",
    "sit sits sat sitting",
    "set sets setting",
    "hit hits hitting",
    "cut cuts cutting",
    "choose chooses chose chosen choosing",
    "drop drops dropped dropping",
    "stop stops stopped stopping",
    "plan plans planned planning",
    "chat chats chatted chatting",
    "hop hops hopped hopping",
    "jump jumps jumped jumping",
    "ping pings pinged pinging",
    "refer refers referred referring",
    "submit submits submitted submitting",
    "tag tags tagged tagging",
    "sign signs signed signing",
    "lie lies lied lying",
    "die dies died dying",
    "tie ties tied tying",
    "dm dms dmed dming",
    "rt rts rted rting",
];

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
    let known = IRREGULAR.iter().find(|row| row.split(' ').next() == Some(base));
    if let Some(row) = known {
        return row.split(' ').map(str::to_string).collect();
    }
    let stem = |cut: usize, ending: &str| format!("{}{ending}", &base[..base.len() - cut]);
    let consonant_y = base.ends_with('y') && !ends_with_any(base, &["ay", "ey", "oy", "uy"]);
    let s = if consonant_y {
        stem(1, "ies")
    } else if ends_with_any(base, &["s", "x", "z", "ch", "sh", "o"]) {
        stem(0, "es")
    } else {
        stem(0, "s")
    };
    let (ed, ing) = if consonant_y {
        (stem(1, "ied"), stem(0, "ing"))
    } else if ends_with_any(base, &["ee", "oe", "ye"]) {
        (stem(0, "d"), stem(0, "ing"))
    } else if base.ends_with('e') {
        (stem(0, "d"), stem(1, "ing"))
    } else if doubles(base) {
        let last = &base[base.len() - 1..];
        (stem(0, &format!("{last}ed")), stem(0, &format!("{last}ing")))
    } else {
        (stem(0, "ed"), stem(0, "ing"))
    };
    vec![base.to_string(), s, ed, ing]
}

fn ends_with_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|e| word.ends_with(e))
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
