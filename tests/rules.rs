//! Every rule's examples: what must be flagged is flagged, what must stay quiet stays quiet, an
//! edit gives the sentence after it, and every pattern is hit by an example of its own rule.

use youfirst::rule_check::broken_examples;

#[test]
fn the_examples_of_every_rule_hold() {
    let broken = broken_examples();
    let lines: Vec<String> =
        broken.iter().map(|b| format!("{}\n    {}\n    {}", b.rule, b.line, b.what)).collect();
    assert!(broken.is_empty(), "{} examples do not hold:\n\n{}", broken.len(), lines.join("\n"));
}
