//! Random values.

use crate::cross;
use linkface_plugin::Shared;
use proptest::prelude::*;

#[derive(Shared, Clone, Debug, PartialEq)]
struct Person {
    name: String,
    age: Option<u16>,
    friends: Vec<Person>,
    /// No field is where its name is.
    a: Result<bool, char>,
    mood: Mood,
    stats: Vec<Stats>,
}

#[derive(Shared, Clone, Debug, PartialEq)]
enum Mood {
    Good,
    Because { of: Box<Person>, since: i64 },
    Mixed(Vec<Mood>, (u8, String)),
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C)]
struct Stats {
    id: u8,
    ratio: [i16; 3],
    place: Place,
    total: u128,
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
enum Place {
    Nowhere = 200,
    At { x: i32, y: i64 } = 3,
    Named(char, bool),
}

fn stats() -> impl Strategy<Value = Stats> {
    let place = prop_oneof![
        Just(Place::Nowhere),
        any::<(i32, i64)>().prop_map(|(x, y)| Place::At { x, y }),
        any::<(char, bool)>().prop_map(|(name, is)| Place::Named(name, is)),
    ];
    (any::<u8>(), any::<[i16; 3]>(), place, any::<u128>()).prop_map(|(id, ratio, place, total)| {
        Stats {
            id,
            ratio,
            place,
            total,
        }
    })
}

fn person() -> impl Strategy<Value = Person> {
    let alone = (
        any::<String>(),
        any::<Option<u16>>(),
        any::<Result<bool, char>>(),
        prop::collection::vec(stats(), 0..4),
    )
        .prop_map(|(name, age, a, stats)| Person {
            name,
            age,
            friends: Vec::new(),
            a,
            mood: Mood::Good,
            stats,
        });
    alone.prop_recursive(4, 24, 3, |inner| {
        let mood = prop_oneof![
            (inner.clone(), any::<i64>()).prop_map(|(of, since)| Mood::Because {
                of: Box::new(of),
                since,
            }),
            (0..3_usize, any::<(u8, String)>())
                .prop_map(|(count, pair)| Mood::Mixed(vec![Mood::Good; count], pair)),
        ];
        (inner.clone(), prop::collection::vec(inner, 0..3), mood).prop_map(
            |(person, friends, mood)| Person {
                friends,
                mood,
                ..person
            },
        )
    })
}

proptest! {
    #[test]
    fn converted_values_come_back(person in person()) {
        prop_assert_eq!(cross(person.clone()), person);
    }

    #[test]
    fn inline_values_come_back(all in prop::collection::vec(stats(), 0..9)) {
        prop_assert_eq!(cross(&all[..]), &all[..]);
        prop_assert_eq!(cross(all.clone()), all);
    }
}
