//! Rows of two cells, as spreadsheets and files of values hand them over.

use super::sketch::Pair;

/// The rows of a text: cells parted by tabs, or else by semicolons or commas, whichever every row
/// has; otherwise a row is one cell. A cell may be quoted. Cells after the second are left out,
/// and so are empty rows.
pub fn rows(text: &str) -> Vec<Pair> {
    let text = text.trim_start_matches('\u{feff}');
    let separator = ['\t', ';', ','].into_iter().find(|separator| parts(text, *separator));
    let mut rows: Vec<Pair> = cut(text, separator)
        .into_iter()
        .map(|row| {
            let mut cells = row.into_iter().map(|cell| cell.trim().to_owned());
            (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
        })
        .collect();
    rows.retain(|(phrase, instead)| !phrase.is_empty() || !instead.is_empty());
    rows
}

/// Whether what is pasted is more than the text of one cell.
pub fn is_table(text: &str) -> bool {
    text.contains('\t') || text.trim_end_matches(['\r', '\n']).contains('\n')
}

/// A tab anywhere makes columns; other separators only where every row has them.
fn parts(text: &str, separator: char) -> bool {
    let rows = cut(text, Some(separator));
    let mut filled = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    match separator {
        '\t' => text.contains('\t'),
        _ => !rows.is_empty() && filled.all(|row| row.len() > 1),
    }
}

fn cut(text: &str, separator: Option<char>) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() && separator.is_some() => quoted = true,
            '\n' | '\r' if !quoted => rows.push(vec![String::new()]),
            c if !quoted && Some(c) == separator => row.push(String::new()),
            '\n' | '\r' => cell.push(' '),
            c => cell.push(c),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(rows: &[(&str, &str)]) -> Vec<Pair> {
        rows.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn columns_come_from_spreadsheets_and_files() {
        let both = pairs(&[("touch base", "talk"), ("ASAP, please", "")]);
        assert_eq!(rows("touch base\ttalk\r\n\r\nASAP, please\t\r\n"), both);
        assert_eq!(rows("\u{feff}touch base,talk\n\"ASAP, please\",\n"), both);
        assert_eq!(rows("touch base;talk\nASAP, please;"), both);
    }

    #[test]
    fn quotes_in_quotes_and_lines_in_quotes_are_text() {
        assert_eq!(rows("\"say \"\"yes\"\"\n now\",ok"), pairs(&[("say \"yes\"  now", "ok")]));
        assert_eq!(rows("a \"b\" c\nd"), pairs(&[("a \"b\" c", ""), ("d", "")]));
    }

    #[test]
    fn commas_in_some_rows_are_no_columns() {
        assert_eq!(rows("well, yes\nno\n"), pairs(&[("well, yes", ""), ("no", "")]));
        assert_eq!(rows("a,b,c"), pairs(&[("a", "b")]));
        assert_eq!(rows(" \n"), pairs(&[]));
    }

    #[test]
    fn one_cell_is_no_table() {
        assert!(!is_table("quick, small favour\n"));
        assert!(is_table("a\tb") && is_table("a\nb"));
    }
}
