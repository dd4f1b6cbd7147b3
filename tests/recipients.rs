//! Is the draft written to the person it goes to? What must be found, and far more that must not:
//! a wrong alarm here is embarrassing.

use youfirst::input::{Author, Recipient, Turn};
use youfirst::{Draft, Engine, Settings};

fn quotes(engine: &Engine, draft: &Draft) -> Vec<String> {
    let findings = engine.analyze(draft).findings;
    let wrong = findings.into_iter().filter(|f| f.family == "wrong-recipient");
    wrong.map(|f| f.quote).collect()
}

/// Each line: recipient, “; company” and “; headline” where they are known, the draft, and what
/// is wrong about it.
fn check(lines: &[(&str, &str, &str)]) {
    let (engine, _) = Engine::new(&Settings::default());
    for (reader, text, wrong) in lines {
        let mut known = reader.split("; ").map(|s| Some(s.to_string()).filter(|s| !s.is_empty()));
        let mut next = || known.next().flatten();
        let (name, company, headline) = (next(), next(), next());
        let recipient = Some(Recipient::Person { name, company, headline });
        let draft = Draft { recipient, ..Draft::new(*text) };
        let expected: Vec<&str> = wrong.split_terminator(';').collect();
        assert_eq!(quotes(&engine, &draft), expected, "{text} to {reader}");
    }
}

#[test]
fn another_name_is_found() {
    check(&[
        ("Carina Holt", "Hi Karen,\n\nyour map came.", "Karen"),
        ("Ana Novak", "Dear Dr. Lind,\n\nyour map came.", "Lind"),
        ("Ana Novak", "Hello Tom, your map came.", "Tom"),
        ("ana.novak@mill.example", "Hi Tom,\n\nyour map came.", "Tom"),
        ("Michael Lind", "Hi Micheal,\n\nyour map came.", "Micheal"),
        ("Ana Novak", "Good morning Mr. Lind,\n\nthe map came.", "Lind"),
        ("Ana Novak", "Hi Tom and Karen,\n\nthe map came.", "Tom"),
        // Greets one, and goes on to another.
        ("Ana Novak", "Hi Ana,\n\nyour map came. Tomas, I think you drew the lock.", "Tomas"),
        ("", "Hi Ana, your map came.\n\nTomas, could you send yours?", "Tomas"),
        ("Ana Novak", "Hi Ana,\n\nDear Tom, your map came.", "Tom"),
    ]);
}

#[test]
fn another_company_is_found() {
    check(&[
        ("Ana Novak; Tidewater Mills", "Hi Ana, how is your team at Acme doing?", "Acme"),
        (
            "Ana Novak; Tidewater",
            "I love what Northwind Traders does with flour.",
            "Northwind Traders",
        ),
        ("Ana Novak; Tidewater", "What does your role at Acme ask of you?", "Acme"),
        ("Ana Novak; ; Keeper of the mill at Lind & Co", "How is your team at Acme?", "Acme"),
        ("Ana Novak; ; Miller @Tidewater | baker", "How is your team at Acme?", "Acme"),
    ]);
}

#[test]
fn what_may_be_right_is_left_alone() {
    check(&[
        ("Ana Novak", "Dear Dr. Novak,\n\nthank you.", ""),
        ("Ana Novak", "Dear Prof. Dr. Novak,\n\nthank you.", ""),
        ("Dr. Ana Novak, PhD", "Hi Ana,\n\nthank you.", ""),
        ("Ana Novak (she/her)", "Hi Ana,\n\nthank you.", ""),
        ("Robert Lind", "Hi Bob,\n\nyour map came.", ""),
        ("Jose Marti", "Hello José,\n\nyour map came.", ""),
        ("José Martí", "Hello Jose,\n\nyour map came.", ""),
        ("Hans Müller", "Dear Mr. Mueller,\n\nyour map came.", ""),
        ("Alexandra Lind", "Hey Alex, your map came.", ""),
        ("Alexandra Lind", "Hi A.,\n\nyour map came.", ""),
        ("Kovács Eszter", "Dear Eszter,\n\nyour map came.", ""),
        ("NOVAK Ana", "Hi Ana,\n\nyour map came.", ""),
        ("Wang Xiao Ming", "Dear Xiaoming,\n\nyour map came.", ""),
        ("Jean-Pierre Roux", "Salut JP, your map came.", ""),
        ("Jean-Pierre Roux", "Hi JP,\n\nyour map came.", ""),
        ("Ana Novak", "Hi Ana and Tom,\n\nyour map came.", ""),
        ("Ana Novak, Tom Lind", "Hi Tom,\n\nyour map came.", ""),
        ("Ana Novak", "Hi [Name],\n\nyour map came.", ""),
        ("Ana Novak", "Hi all,\n\nthe map came.", ""),
        ("Ana Novak", "Dear Hiring Manager,\n\nthe map came.", ""),
        ("Ana Novak", "Dear Mill Team,\n\nthe map came.", ""),
        ("Ana Novak", "Hello Everyone,\n\nthe map came.", ""),
        ("Ana Novak", "Dear Sir or Madam,\n\nthe map came.", ""),
        ("Ana Novak", "Happy Monday!\n\nThe map came.", ""),
        ("Ana Novak", "Good Morning,\n\nthe map came.", ""),
        ("Ana Novak", "Hey Boss, the map came.", ""),
        ("Ana Novak", "Hi Neighbour,\n\nthe map came.", ""),
        ("Ana Novak", "Hi Love, the map came.", ""),
        ("Ana Novak", "The map came.", ""),
        ("Ana Novak", "hi tom the map came", ""),
        ("Ana Novak; Tidewater", "Hello Tidewater,\n\nyour map came.", ""),
        ("tom.lind@mill.example", "Hi Tom,\n\nyour map came.", ""),
        ("jsmith@mill.example", "Hi Tom,\n\nyour map came.", ""),
        ("info@mill.example", "Hi Tom,\n\nyour map came.", ""),
        ("sales.team@mill.example", "Hi Tom,\n\nyour map came.", ""),
        ("@TheJoSmith", "Hi John,\n\nyour map came.", ""),
        ("bookworm", "Hi John,\n\nyour map came.", ""),
        ("mara1984", "Hi John,\n\nyour map came.", ""),
        ("The Mill Shop", "Hi John,\n\nyour map came.", ""),
        ("Mill Support", "Hi John,\n\nyour map came.", ""),
        ("Анна Орлова", "Hi Anna,\n\nyour map came.", ""),
        ("", "Hi Tom,\n\nyour map came.", ""),
        // One name is spoken to, the other spoken of.
        ("Ana Novak", "Hi Ana,\n\nTom, who runs the lock, drew your map.", ""),
        ("Ana Novak", "Hi Ana,\n\nI copied Tom. Tom, could you send your map?", ""),
        ("Ana Novak", "Hi Ana,\n\nHonestly, I think you drew it well.", ""),
        ("Ana Novak", "Hi Ana,\n\nYesterday, I saw your map.", ""),
        ("Ana Novak", "Hi Ana,\n\nFriday, you said?", ""),
        ("Ana Novak", "Hi Ana,\n\nHowever, your map came. Anyway, thank you.", ""),
        ("Ana Novak", "Hi Ana,\n\nNovak, as you spell it, is on the map.", ""),
        ("Ana Novak", "Hi Ana and Tom,\n\nTom, could you send your map?", ""),
        ("Ana Novak", "Hi all,\n\nTomas, could you send your map?", ""),
        ("Ana Novak", "Hi Ana,\n\nyour map came.\n\nThanks,\nTomas", ""),
        ("Ana Novak", "Hi Ana,\n\nannie said \"Tomas, I think you should go\" to him.", ""),
        ("Ana Novak", "Hi Ana,\n\nthe map came. Lena, may I introduce you to Ana?", ""),
        ("Robert Lind", "Hi Robert,\n\nBob, I think you drew it well.", ""),
        // A company that may be theirs, or is somebody else's.
        ("Ana Novak; ; Keeper of the mill at Lind & Co", "How is your team at Lind doing?", ""),
        ("Ana Novak; ; Baker at heart | Tidewater", "How is your team at Acme doing?", ""),
        ("Ana Novak; ; Miller, formerly baker", "How is your team at Acme doing?", ""),
        ("Ana Novak; Tidewater Mills Ltd", "How is your team at Tidewater?", ""),
        ("Ana Novak; Amazon Web Services", "How is your team at AWS?", ""),
        (
            "Ana Novak; Tidewater; Baker at Acme, miller at Tidewater",
            "How is your team at Acme?",
            "",
        ),
        ("Ana Novak; Tidewater", "I loved your talk at Acme last year.", ""),
        ("Ana Novak; Tidewater", "I have a role at Acme to fill.", ""),
        ("Ana Novak; Tidewater", "I work at Acme. I love what Acme does.", ""),
        ("Ana Novak; Tidewater", "Your years at Acme must have been loud.", ""),
        ("Ana Novak", "How is your team at Acme?", ""),
        ("Ana Novak; ", "How is your team at Acme?", ""),
        ("Ana Novak; Tidewater", "How is your team at the lock?", ""),
    ]);
}

#[test]
fn what_they_were_called_before_is_theirs_and_a_chosen_name_may_hide_any() {
    let (engine, _) = Engine::new(&Settings::default());
    let to = |name: &str, text: &str| Draft {
        recipient: Some(Recipient::Name(name.into())),
        ..Draft::new(text)
    };
    let signed = Turn { from: Author::Them, text: "Sure, on Friday. Kevin".into() };
    let draft = to("Zhang Wei", "Hi Kevin,\n\nyour map came.");
    assert_eq!(quotes(&engine, &draft), ["Kevin"]);
    let answered = Draft { thread: vec![signed], ..draft };
    assert!(quotes(&engine, &answered).is_empty());
    let on_x = |draft| Draft { channel: Some("x-dm".into()), ..draft };
    assert!(quotes(&engine, &on_x(to("night owl 🦉", "Hi Sarah,\n\nyour map came."))).is_empty());
    assert_eq!(quotes(&engine, &on_x(to("Ana Novak", "Hi Sarah,\n\nyour map came."))), ["Sarah"]);
    // A letter may go to several.
    let copied = Draft::new("Hi Ana,\n\nyour map came. Tomas, could you send yours?");
    assert_eq!(quotes(&engine, &copied), ["Tomas"]);
    let letter = Draft { channel: Some("email".into()), ..copied };
    assert!(quotes(&engine, &letter).is_empty());
}
