//! From findings and strengths to the score: it starts at 100, and every point lost or won has a
//! cause.
//!
//! The first finding of a family costs its rule's weight times the factor of the stage, each
//! further one [`DECAY`] of the one before (the reader has already noticed). Strengths win points
//! back in the same way, [`MOST_GAINED`] at most in all: kind words do not pay for a demand.
//!
//! Example: `cold-ask` 16 and 12, `gratitude` 5, first contact: 100 − 16 − 12 × 0.6 + 5 = 82.

use crate::order::{order, sorted};
use crate::report::Cause;

/// What the next finding of the same family still weighs.
const DECAY: f32 = 0.6;
/// Points that all strengths together can win back.
const MOST_GAINED: f32 = 18.0;

/// One finding or strength, as the score sees it.
pub(crate) struct Item<'a> {
    pub family: &'a str,
    pub title: &'a str,
    pub praise: bool,
    /// Points for the first of its family at this stage.
    pub weight: f32,
}

/// What the items cost and win.
pub(crate) struct Weighed {
    /// Points that mending (or the strength itself) is worth, for each item in order.
    pub points: Vec<u8>,
    pub causes: Vec<Cause>,
    pub score: u8,
}

/// Weighs all findings and strengths of a message. Linear but for sorting.
pub(crate) fn weigh(items: &[Item]) -> Weighed {
    let order = order(items.len(), &|a, b| {
        let (one, other) = (&items[a], &items[b]);
        let family = (one.praise, one.family).cmp(&(other.praise, other.family));
        family.then(other.weight.total_cmp(&one.weight))
    });
    let mut points = vec![0; items.len()];
    let mut causes = Vec::new();
    let mut gained = 0.0_f32;
    let of_one_family = |&a: &usize, &b: &usize| {
        (items[a].praise, items[a].family) == (items[b].praise, items[b].family)
    };
    for members in order.chunk_by(of_one_family) {
        let Item { praise, family, title, .. } = items[members[0]];
        let mut total = family_total(items, members, &mut points);
        if praise {
            // Rounded as a running sum, so that more of them never come to less.
            let before = gained.round();
            gained = (gained + total).min(MOST_GAINED);
            total = gained.round() - before;
        }
        causes.push(Cause {
            family: family.to_string(),
            title: title.to_string(),
            points: (if praise { total } else { -total }).round() as i16,
            count: members.len(),
        });
    }
    causes.retain(|c| c.points != 0);
    let causes = sorted(causes, &|a, b| a.points.cmp(&b.points));
    let score = 100 + causes.iter().map(|c| i32::from(c.points)).sum::<i32>();
    Weighed { points, causes, score: score.clamp(0, 100) as u8 }
}

/// The points of one family, its members sorted by weight; and what each of them alone is worth:
/// the total with it less the total without it, where those behind it move up.
fn family_total(items: &[Item], members: &[usize], points: &mut [u8]) -> f32 {
    let mut share = 1.0;
    let shares: Vec<f32> = members
        .iter()
        .map(|&m| {
            let cost = items[m].weight * share;
            share *= DECAY;
            cost
        })
        .collect();
    // Sum of the shares behind the one at hand; without it they would be 1 / DECAY as large.
    let mut behind = 0.0;
    for (&member, &cost) in members.iter().zip(&shares).rev() {
        let alone = cost - behind * (1.0 / DECAY - 1.0);
        points[member] = alone.round().clamp(0.0, 100.0) as u8;
        behind += cost;
    }
    shares.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(family: &'static str, weight: f32, praise: bool) -> Item<'static> {
        Item { family, title: family, praise, weight }
    }

    #[test]
    fn the_example_of_the_docs() {
        let items = [
            item("cold-ask", 16.0, false),
            item("cold-ask", 12.0, false),
            item("gratitude", 5.0, true),
        ];
        let weighed = weigh(&items);
        assert_eq!(weighed.score, 82);
        // Without the first, the second would cost 12: mending the first wins 23.2 − 12 = 11.2.
        assert_eq!(weighed.points, [11, 7, 5]);
        assert_eq!(weighed.causes[0].points, -23);
    }

    #[test]
    fn more_findings_never_raise_and_more_strengths_never_lower() {
        let mut items = Vec::new();
        let mut last = weigh(&items).score;
        for weight in [9.0, 20.0, 3.0, 14.0, 14.0] {
            items.push(item("guilt", weight, false));
            let score = weigh(&items).score;
            assert!(score <= last);
            last = score;
        }
        for family in ["gratitude", "easy-out", "free-offer", "reason-why"] {
            items.push(item(family, 6.0, true));
            let score = weigh(&items).score;
            assert!(score >= last);
            last = score;
        }
    }
}
