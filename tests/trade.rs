//! A draft that sells the reader what the reader lives by: found only where the user wants it, and
//! only where the headline says so.

use youfirst::input::Recipient;
use youfirst::{Draft, Engine, Settings};

fn found(engine: &Engine, headline: &str, text: &str, trade: bool) -> Vec<String> {
    let headline = Some(headline.into());
    let recipient = Some(Recipient::Person { name: None, company: None, headline });
    let draft = Draft { recipient, trade, ..Draft::new(text) };
    let findings = engine.analyze(&draft).findings.into_iter();
    findings.filter(|f| f.rule == "no-reason.own-trade").map(|f| f.quote).collect()
}

#[test]
fn a_draft_that_sells_the_readers_own_trade() {
    let (engine, _) = Engine::new(&Settings::default());
    for (headline, text, quote) in [
        ("SEO consultant", "We provide SEO services for small shops.", "SEO"),
        ("Freelance web designer | Porto", "We design websites and could make yours.", "design"),
        ("Copywriter for non-profits", "Our agency does copywriting for charities.", "copywriting"),
        ("Technical recruiter", "We help you with recruitment of engineers.", "recruitment"),
        ("Leadership coach · Author", "Our leadership course starts in May.", "leadership"),
        ("Wedding photographer", "I offer photography packages for events.", "photography"),
    ] {
        assert_eq!(found(&engine, headline, text, true), [quote], "{text} to {headline}");
        assert!(found(&engine, headline, text, false).is_empty(), "{text}, not wanted");
    }
}

#[test]
fn what_is_for_their_trade_or_about_it_is_no_pitch_of_it() {
    let (engine, _) = Engine::new(&Settings::default());
    for (headline, text) in [
        ("SEO consultant", "We build a rank tracker for SEO consultants like you."),
        ("SEO consultant", "We help SEO agencies with their invoices."),
        ("SEO consultant", "How did you come to SEO?"),
        ("SEO consultant", "I read your post on SEO and it helped my sister."),
        ("Head of SEO at Northwind", "We provide SEO services for large shops."),
        ("Marketing manager at a design studio", "We offer design services."),
        ("Baker", "We provide SEO services for small shops."),
        ("Freelance web designer", "We sell accounting software."),
        ("Founder, Tidewater | Helping mills", "We help mills sell their flour."),
        ("Recruiter", "We design chairs for your office."),
        ("Leadership coach", "I do a paper on your team and would like to ask you about sheep."),
        ("Independent consultant", "We offer independent advice to consultants."),
        ("", "We provide SEO services."),
    ] {
        assert!(found(&engine, headline, text, true).is_empty(), "{text} to {headline}");
    }
}
