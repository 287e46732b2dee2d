//! Places in a given order, each as near as can be to where it wants to be: least squares under order,
//! by pooling neighbours that are in each other's way (Best and Chakravarti, 1990).

/// Something with a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// Where it wants to be.
    pub(super) place: i64,
    /// How much it wants that; more than 0.
    pub(super) weight: i64,
    /// How far it has to be from the one before.
    pub(super) apart: i64,
}

/// The places: not before `left`, not behind `right` if they all fit.
pub(super) fn places(wishes: &[Wish], left: i64, right: i64) -> Vec<i64> {
    struct Pool {
        sum: i64,
        weight: i64,
        count: usize,
    }
    let mut offset = 0;
    let offsets: Vec<i64> = wishes
        .iter()
        .enumerate()
        .map(|(nth, wish)| {
            offset += if nth == 0 { 0 } else { wish.apart };
            offset
        })
        .collect();
    let mut pools: Vec<Pool> = Vec::with_capacity(wishes.len());
    for (wish, offset) in wishes.iter().zip(&offsets) {
        let mut pool = Pool {
            sum: (wish.place - offset) * wish.weight,
            weight: wish.weight,
            count: 1,
        };
        while let Some(before) = pools.last() {
            // Fractions: the mean of the pool before is left of this one's.
            let (one, other) = (
                i128::from(before.sum) * i128::from(pool.weight),
                i128::from(pool.sum) * i128::from(before.weight),
            );
            if one < other {
                break;
            }
            pool.sum += before.sum;
            pool.weight += before.weight;
            pool.count += before.count;
            pools.pop();
        }
        pools.push(pool);
    }
    let last = offsets.last().copied().unwrap_or_default();
    let most = (right - last).max(left);
    let bases = pools.iter().flat_map(|pool| {
        let base = pool.sum.div_euclid(pool.weight).clamp(left, most);
        std::iter::repeat_n(base, pool.count)
    });
    bases
        .zip(offsets)
        .map(|(base, offset)| base + offset)
        .collect()
}
