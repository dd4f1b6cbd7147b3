//! Can two names be one person's?

use crate::letters::lowered;

/// Short names that are not the beginning of the long one, behind each long one. One text: as a
/// list, each name with its place and length, it would take twice as much of core.wasm.
const NICKNAMES: &str = "robert: bob bobby bert, william: bill billy will liam wim, richard: dick, james: jim \
    jimmy jamie, john: jack johnny, jonathan: jonny, edward: ted ned teddy, theodore: ted \
    teddy, anthony: tony, antonio: tony toño, michael: mike mick mickey, nicholas: nick \
    nicky, stephen: steve, joseph: joe joey sepp, jacob: jake jaap, jeffrey: geoff, \
    geoffrey: jeff, gregory: greg, charles: chuck charlie, henry: hank harry, harold: harry \
    hal, lawrence: larry, gerald: jerry, jerome: jerry, terence: terry, andrew: drew, \
    isaac: zack ike, lucille: lucy, katherine: kate katie kathy kay kit, catherine: kate \
    katie kathy, kathryn: kate, elizabeth: liz lizzie libby betty eliza, margaret: peggy \
    meg maggie, martha: patty, mary: molly polly, sarah: sally, dorothy: dot dottie dolly, \
    eleanor: ellie nell nora, virginia: ginny, jacqueline: jackie, ann: nancy, anne: nancy \
    annie, patricia: trish patty tricia, patrick: paddy, susan: sue suzy, victoria: vicky, \
    gwendolyn: wendy, alison: ally allie, penelope: penny, rosemary: rosie, cynthia: cindy, \
    deborah: debbie, rebecca: becky, jennifer: jenny, alexander: sasha sandy alek lex \
    xander, alexandra: sasha sandy lexi ola, christopher: kit topher, josé: pepe, jose: \
    pepe, francisco: paco pancho, ignacio: nacho, guillermo: memo, jesús: chuy, enrique: \
    kike quique, dolores: lola, guadalupe: lupe, giuseppe: beppe peppe, manuel: manolo, \
    mikhail: misha, vladimir: vova volodya, dmitry: dima mitya, nikolai: kolya, ivan: \
    vanya, sergei: seryozha serge, maria: masha mia, natalia: natasha, tatiana: tanya, \
    evgenia: zhenya, evgeny: zhenya, katarzyna: kasia, joanna: asia, małgorzata: gosia, \
    wojciech: wojtek, barbara: basia, cornelis: kees, hendrik: henk, lars: lasse, karl: \
    kalle, johannes: hans hannes, heinrich: heinz, wilhelm: willi, philip: pip, augustus: \
    gus";

/// First names that many bear and that are no other word, beside those above.
const COMMON: &str = "adam ahmed aisha alan alberto alejandro ali alice amanda amir amy ana andrea andreas \
    angela anita anna antoine arjun ben bjorn brian camille carla carlos carol caroline \
    catalina chloe chris claire clara claudia daniel david deepak diana diego dmitri elena \
    eli elias elif elise emily emma erik eva fatima felix fernando francesca francesco \
    frank gabriel george giulia hannah hassan heather helen helena hugo ibrahim ines ingrid \
    irene isabel jan jane jason javier jessica joan jorge juan julia julian julie karen \
    karin karim kevin kim laura lena leo leon li lin linda lisa louis luca lucas lucia luis \
    luisa lukas magda marc marco marcus marie marina mario marta martin matteo matthew max \
    mei melissa mia miguel milan mohamed mohammed monica nadia naomi nasser nathan nina \
    noah noor oliver olga omar oscar pablo paul paula pedro peter petra pierre priya rachel \
    rahul raj ravi raul ricardo roberto rosa ruth ryan sam samir sandra sara sebastian \
    sergio simon sofia sophie stefan stella sven teresa thomas tim tobias tom tomas \
    valentina vanessa vera viktor wei yusuf yuki zara zoe";

/// Endings of pet names: “Danny” begins as Daniel, “Angie” as Angela.
const PET: &str = "ie ey y i ek ya";

/// The parts of a name in lower case; of an address what stands before the @.
pub(crate) fn parts(name: &str) -> Vec<String> {
    let name = name.split('@').find(|part| !part.is_empty()).unwrap_or_default();
    name.split(|c: char| !c.is_alphabetic()).filter(|p| !p.is_empty()).map(lowered).collect()
}

/// Whether a word by which somebody is called can be a name of theirs: a part of it, the beginning
/// of one or the end, a nickname, initials; accents and the ways to write them without aside.
pub(crate) fn can_be(called: &str, name: &[String]) -> bool {
    let initials: String = name.iter().filter_map(|part| part.chars().next()).collect();
    let joined: String = name.iter().map(String::as_str).collect();
    let called = parts(called);
    called.iter().any(|called| {
        let inside = called.chars().count() > 2 && joined.contains(called.as_str());
        inside || name.iter().any(|part| same(called, part)) || initials.contains(called.as_str())
    })
}

/// Whether a list of words, with spaces between them, has this one. Byte by byte: lists are long,
/// and taking them apart at each word of a draft took a third of its reading.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let Some(&first) = word.first() else { return false };
    let mut begins = true;
    for (at, &byte) in list.iter().enumerate() {
        if begins && byte == first {
            let rest = list[at..].strip_prefix(word);
            if rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ' | b':' | b','))) {
                return true;
            }
        }
        begins = byte == b' ';
    }
    false
}

/// Whether a word is somebody's first name, and hardly anything else.
pub(crate) fn is_first_name(word: &str) -> bool {
    [COMMON, NICKNAMES].iter().any(|list| listed(list, &lowered(word)))
}

/// Whether one can be short for the other, or written otherwise.
fn same(one: &str, other: &str) -> bool {
    let nick = |long: &str, short: &str| {
        let mut names = NICKNAMES.split(',').filter_map(|line| line.trim_start().split_once(':'));
        names.any(|(name, shorts)| begins(long, name) && listed(shorts, short))
    };
    let pet = |short: &str, long: &str| {
        let stem = PET.split(' ').find_map(|end| short.strip_suffix(end)).unwrap_or(short);
        let last = stem.chars().next_back().map_or(0, char::len_utf8);
        // “Dann” of Danny.
        let doubled =
            stem.len() > 3 && stem[..stem.len() - last].ends_with(&stem[stem.len() - last..]);
        let stem = if doubled { &stem[..stem.len() - last] } else { stem };
        stem.len() > 2 && stem.len() < short.len() && long.contains(stem)
    };
    begins(one, other) || nick(one, other) || nick(other, one) || pet(one, other) || pet(other, one)
}

/// Whether two words are alike as far as the shorter goes. A letter with an accent may stand for
/// any one or two: Müller, Muller and Mueller.
fn begins(one: &str, other: &str) -> bool {
    let (mut left, mut right) = (one.chars(), other.chars());
    match (left.next(), right.next()) {
        (None, _) | (_, None) => true,
        (Some(a), Some(b)) if a == b => begins(left.as_str(), right.as_str()),
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() => false,
        (Some(a), Some(_)) => {
            let (rest, of) = if a.is_ascii() { (right, left) } else { (left, right) };
            let mut more = of.clone();
            begins(rest.as_str(), of.as_str())
                || more.next().is_some() && begins(rest.as_str(), more.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_many_names() {
        for (called, name) in [
            ("Bob", "Robert Lind"),
            ("Robert", "Bob Lind"),
            ("José", "Jose Marti"),
            ("Jose", "José Martí"),
            ("Müller", "Hans Mueller"),
            ("Mueller", "Hans Müller"),
            ("Muller", "Hans Müller"),
            ("Bjorn", "Bjørn Dahl"),
            ("Lukasz", "Łukasz Nowak"),
            ("Alex", "Alexandra Lind"),
            ("Danny", "Daniel Osei"),
            ("Angie", "Angela Roy"),
            ("Tina", "Christina Holt"),
            ("Bella", "Isabella Conti"),
            ("JP", "Jean-Pierre Roux"),
            ("Xiaoming", "Wang Xiao Ming"),
            ("Kasia", "Katarzyna Lis"),
            ("Steve", "Stephen Hall"),
            ("Vova", "Vladimir Petrov"),
            ("Katya", "Ekaterina Petrova"),
            ("O'Brien", "Sean OBrien"),
            ("Anna", "Анна Орлова"),
            ("Kovács", "Kovács Eszter"),
            ("Tomek", "Tomasz Lis"),
        ] {
            assert!(can_be(called, &parts(name)), "{called} is {name}");
        }
    }

    #[test]
    fn two_people_have_two() {
        for (called, name) in [
            ("Karen", "Carina Holt"),
            ("Tom", "Ana Novak"),
            ("Müller", "Hans Meier"),
            ("Maria", "Mario Conti"),
            ("Jane", "Robert Lind"),
            ("Bob", "William Lind"),
            ("Danny", "David Osei"),
            ("JP", "Jane Roux"),
            ("Micheal", "Michael Lind"),
        ] {
            assert!(!can_be(called, &parts(name)), "{called} is not {name}");
        }
    }
}
