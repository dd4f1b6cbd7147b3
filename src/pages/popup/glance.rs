//! The draft as its reader first gets to see it.

/// Where the first words of a message show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glance {
    /// A row in the list of LinkedIn's messages.
    Linkedin,
    /// A LinkedIn invitation.
    Note,
    /// A notification of X.
    X,
    /// A row of Gmail's inbox.
    Gmail,
    /// A notification of whatever it is written in.
    Other,
}

impl Glance {
    /// For a draft's channel, as `draft.channel` names it.
    pub fn of(channel: Option<&str>) -> Glance {
        match channel {
            Some("linkedin-dm" | "inmail") => Glance::Linkedin,
            Some("linkedin-note") => Glance::Note,
            Some("x-dm" | "x-post") => Glance::X,
            Some("email") => Glance::Gmail,
            _ => Glance::Other,
        }
    }

    /// For the style sheet.
    pub fn word(self) -> &'static str {
        match self {
            Glance::Linkedin => "linkedin",
            Glance::Note => "note",
            Glance::X => "x",
            Glance::Gmail => "gmail",
            Glance::Other => "other",
        }
    }

    /// The key of the words that say what it is.
    pub fn caption(self) -> &'static str {
        match self {
            Glance::Linkedin => "popupInLinkedin",
            Glance::Note => "popupInNote",
            Glance::X => "popupInX",
            Glance::Gmail => "popupInGmail",
            Glance::Other => "popupInOther",
        }
    }
}

/// Characters of a draft that fit on no phone's first screen.
const SCREEN: usize = 2_000;

/// The first words, as a row shows them: in one line, whatever their lines.
pub fn line(text: &str) -> String {
    text.split_whitespace().take(80).collect::<Vec<_>>().join(" ")
}

/// What may show on a phone's first screen, and more than enough of it.
pub fn screen(text: &str) -> &str {
    let text = text.trim();
    text.char_indices().nth(SCREEN).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_one() {
        assert_eq!(line(" Hi Ada,\n\nlong  time\tno see "), "Hi Ada, long time no see");
        assert_eq!(line(&"word ".repeat(500)).len(), 80 * 5 - 1);
    }

    #[test]
    fn a_screen_ends_between_characters() {
        assert_eq!(screen(" a\nb "), "a\nb");
        assert_eq!(screen(&"👋".repeat(3_000)), "👋".repeat(2_000));
    }

    #[test]
    fn every_channel_has_its_place() {
        let words = ["linkedin-dm", "inmail", "linkedin-note", "x-dm", "x-post", "email"]
            .map(|channel| Glance::of(Some(channel)).word());
        assert_eq!(words, ["linkedin", "linkedin", "note", "x", "x", "gmail"]);
        assert_eq!(Glance::of(None), Glance::Other);
    }
}
