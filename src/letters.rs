//! Capital and small letters, without the tables and the code that the standard library brings for
//! them: 7 KB of core.wasm.

/// A text in small letters. Unlike `str::to_lowercase`, a sigma is a sigma everywhere.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// The capital of a letter of Europe's alphabets; any other character as it is.
///
/// In Latin Extended-A capitals and small letters take turns, from an even number or an odd one.
pub(crate) fn capital(c: char) -> char {
    let below = |by: u32| char::from_u32(u32::from(c) - by).unwrap_or(c);
    match c {
        'a'..='z' => c.to_ascii_uppercase(),
        '÷' => c,
        'à'..='þ' | 'α'..='ρ' | 'σ'..='ϋ' | 'а'..='я' => below(32),
        'ѐ'..='џ' => below(80),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if u32::from(c) % 2 == 1 && c != 'ı' => below(1),
        'Ĺ'..='ň' | 'Ź'..='ž' if u32::from(c) % 2 == 0 => below(1),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_those_of_unicode() {
        for c in "azàéñöøþāčęğıķĺňŋőšŵźžαλσωабвяёџßﬁ÷1日".chars()
        {
            let expected: Vec<char> = c.to_uppercase().collect();
            let same = expected.len() == 1 && !matches!(c, 'ı' | 'ς');
            assert_eq!(capital(c), if same { expected[0] } else { c }, "{c}");
        }
    }
}
