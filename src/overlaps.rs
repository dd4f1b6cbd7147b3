//! What stays of all that was found: nothing that the user ignores, one finding for the same words,
//! and the user's own rules before the built-in ones.

use crate::compile::CUSTOM;
use crate::engine::Engine;
use crate::find::Hit;
use crate::measures;
use crate::message::Message;
use crate::order::sorted;
use crate::words::canonical_words;

impl Engine {
    /// The family of a hit; the families that ask are one, for the same words ask for one thing only.
    fn kin(&self, hit: &Hit) -> &str {
        match self.active(hit).family.as_str() {
            family if measures::ASKS.contains(&family) => "ask",
            family => family,
        }
    }

    /// Drops what the user has told a rule to leave alone, what rules that are off find, and what
    /// the others of the family see there.
    pub(crate) fn leave_out_ignored(&self, hits: &mut Vec<Hit>, message: &Message) {
        let is_ignored = |hit: &&Hit| {
            let active = self.active(hit);
            let of_rule = |(rule, _): &&(String, Vec<String>)| *rule == active.rule.id;
            let mut phrases = self.compiled.ignored.iter().filter(of_rule).map(|(_, words)| words);
            let text = &message.text.plain()[hit.range.clone()];
            active.off || phrases.any(|words| *words == canonical_words(text))
        };
        let ignored: Vec<Hit> = hits.iter().filter(is_ignored).cloned().collect();
        let touches = |a: &Hit, b: &Hit| {
            let overlap = a.range.start < b.range.end && b.range.start < a.range.end;
            overlap && self.kin(a) == self.kin(b)
        };
        hits.retain(|hit| !ignored.iter().any(|other| touches(hit, other)));
    }

    /// Of overlapping hits of one family, the one that weighs most stays, the longer one where
    /// they weigh the same. In the order of the text.
    pub(crate) fn without_overlaps(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let rank = |h: &Hit| (self.active(h).rule.weight, h.range.len());
        let hits = sorted(hits, &|a, b| {
            let start = a.range.start.cmp(&b.range.start);
            self.kin(a).cmp(self.kin(b)).then(start).then(rank(b).cmp(&rank(a)))
        });
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            match kept.last_mut() {
                Some(last)
                    if self.kin(last) == self.kin(&hit) && hit.range.start < last.range.end =>
                {
                    if rank(&hit) > rank(last) {
                        *last = hit;
                    }
                }
                _ => kept.push(hit),
            }
        }
        let place = |h: &Hit| (h.range.start, h.range.end, h.rule);
        sorted(kept, &|a, b| place(a).cmp(&place(b)))
    }

    /// Leaves out what built-in rules say where a rule of the user's own marks as much or more: the
    /// user has said what is to be said there.
    pub(crate) fn own_first(&self, hits: &[Hit]) -> Vec<Hit> {
        let is_own = |hit: &&Hit| self.active(hit).family == CUSTOM;
        // In the order of the text, and none of them overlaps another.
        let own: Vec<&Hit> = hits.iter().filter(is_own).collect();
        let covered = |hit: &Hit| {
            let after = own.partition_point(|own| own.range.start <= hit.range.start);
            after > 0 && hit.range.end <= own[after - 1].range.end
        };
        hits.iter().filter(|hit| is_own(hit) || !covered(hit)).cloned().collect()
    }
}
