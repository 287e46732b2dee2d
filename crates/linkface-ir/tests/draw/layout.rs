//! What holds for every layout, whatever the graph.

use linkface_ir::draw::layout::{Connection, Layout, Point, Rect, Route, Size, Spacing, layout};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const SPACING: Spacing = Spacing {
    boxes: 6,
    lane: 3,
    track: 1,
    stub: 1,
    corner: 2,
    breadth: 300,
};

fn graph(most: usize) -> impl Strategy<Value = (Vec<Size>, Vec<Connection>)> {
    let sizes = prop::collection::vec((9_i64..60, 3_i64..9), 1..most);
    sizes.prop_flat_map(|sizes| {
        let count = sizes.len();
        let ends = (0..count, 0..count, 0..3_u8, 0..4_i64);
        let near = (0..count, 1..5_usize, 0..3_u8, 0..4_i64).prop_map(
            move |(from, ahead, class, label)| (from, (from + ahead) % count, class, label),
        );
        let connections = prop::collection::vec(prop_oneof![ends, near], 0..count * 2);
        (Just(sizes), connections).prop_map(|(sizes, connections)| {
            let sizes = sizes.into_iter();
            let sizes = sizes.map(|(width, height)| Size { width, height });
            let connections = connections.into_iter();
            let connections = connections.map(|(from, to, class, label)| Connection {
                from,
                to,
                class,
                label,
            });
            (sizes.collect(), connections.collect())
        })
    })
}

/// A switch of so many targets, each of which goes on to one block.
fn switch(targets: usize) -> (Vec<Size>, Vec<Connection>) {
    let sizes = vec![
        Size {
            width: 30,
            height: 5
        };
        targets + 2
    ];
    let connection = |from, to| Connection {
        from,
        to,
        ..Connection::default()
    };
    let out = (1..=targets).map(|target| connection(0, target));
    let on = (1..=targets).map(|target| connection(target, targets + 1));
    (sizes, out.chain(on).collect())
}

fn apart(one: &Rect, other: &Rect) -> bool {
    one.right() <= other.left
        || other.right() <= one.left
        || one.bottom() <= other.top
        || other.bottom() <= one.top
}

/// Whether a straight line runs through the inside of a box.
fn pierces(from: Point, to: Point, rect: &Rect) -> bool {
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
    left < rect.right()
        && rect.left <= right
        && top < rect.bottom()
        && rect.top < bottom.max(top + 1)
}

fn check(connections: &[Connection], sizes: &[Size], drawn: &Layout) {
    assert_eq!(drawn.boxes.len(), sizes.len());
    assert_eq!(drawn.routes.len(), connections.len());
    for (index, one) in drawn.boxes.iter().enumerate() {
        assert_eq!(
            (one.width, one.height),
            (sizes[index].width, sizes[index].height)
        );
        assert!(one.left >= 0 && one.right() <= drawn.size.width);
        assert!(one.top >= 0 && one.bottom() <= drawn.size.height);
        for other in &drawn.boxes[index + 1..] {
            assert!(apart(one, other), "{one:?} covers {other:?}");
        }
    }
    for (connection, route) in connections.iter().zip(&drawn.routes) {
        let (from, to) = (drawn.boxes[connection.from], drawn.boxes[connection.to]);
        let (start, end) = (route.points[0], *route.points.last().unwrap());
        assert!(start.y == from.bottom() && from.left < start.x && start.x < from.right());
        assert!(end.y == to.top && to.left < end.x && end.x < to.right());
        assert_eq!(route.back, to.top <= from.top, "{connection:?} {route:?}");
        for pair in route.points.windows(2) {
            assert!(
                pair[0].x == pair[1].x || pair[0].y == pair[1].y,
                "{route:?}"
            );
            assert!(route.back || pair[1].y >= pair[0].y, "{route:?}");
            for rect in &drawn.boxes {
                assert!(!pierces(pair[0], pair[1], rect), "{pair:?} in {rect:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn boxes_are_apart_and_edges_lead_down_around_them((sizes, connections) in graph(40)) {
        let drawn = layout(&sizes, &connections, &SPACING).unwrap();
        check(&connections, &sizes, &drawn);
    }

    #[test]
    fn the_same_graph_is_drawn_the_same_way((sizes, connections) in graph(60)) {
        let drawn = layout(&sizes, &connections, &SPACING);
        prop_assert_eq!(drawn, layout(&sizes, &connections, &SPACING));
    }
}

#[test]
fn a_switch_of_300_targets_is_no_wider_than_it_should_be() {
    let (sizes, connections) = switch(300);
    let drawn = layout(&sizes, &connections, &SPACING).unwrap();
    check(&connections, &sizes, &drawn);
    assert!(drawn.size.width < SPACING.breadth * 2, "{:?}", drawn.size);
}

#[test]
fn long_functions_are_drawn() {
    // A chain with a way out of each block, a panic for each, and loops.
    let count = 800;
    let sizes = vec![
        Size {
            width: 30,
            height: 5
        };
        count
    ];
    let connection = |from, to, class| Connection {
        from,
        to,
        class,
        label: 1,
    };
    let mut connections = Vec::new();
    for from in 1..count - 3 {
        connections.push(connection(from - 1, from, 0));
        if from % 3 == 0 {
            connections.push(connection(from, count - 1, 1));
        }
        if from % 7 == 0 {
            connections.push(connection(from, (from + 40).min(count - 2), 0));
        }
        if from % 11 == 0 {
            connections.push(connection(from, from - 9, 0));
        }
    }
    let drawn = layout(&sizes, &connections, &SPACING).unwrap();
    check(&connections, &sizes, &drawn);
}

#[test]
fn thousands_of_long_edges_are_refused() {
    let size = Size {
        width: 30,
        height: 5,
    };
    // Each box is entered from three far above it: no two edges share a line.
    let far = |count: usize| {
        let ahead = [1, count / 3, count / 2];
        let ends = move |from: usize| ahead.into_iter().map(move |ahead| (from, from + ahead));
        let ends = (0..count).flat_map(ends).filter(move |(_, to)| *to < count);
        ends.map(|(from, to)| Connection {
            from,
            to,
            ..Connection::default()
        })
        .collect::<Vec<_>>()
    };
    let sizes = vec![size; 120];
    let drawn = layout(&sizes, &far(120), &SPACING).unwrap();
    assert_eq!(drawn.boxes.len(), 120);
    let sizes = vec![size; 20_000];
    assert_eq!(layout(&sizes, &far(20_000), &SPACING), None);
}

#[test]
fn what_is_no_graph_is_no_panic() {
    let drawn = layout(&[], &[], &SPACING).unwrap();
    assert_eq!(drawn, Layout::default());
    let size = Size::default();
    let nowhere = Connection {
        from: 0,
        to: 9,
        ..Connection::default()
    };
    let drawn = layout(&[size], &[nowhere], &SPACING).unwrap();
    assert_eq!(drawn.routes[0].points, []);
}

/// Whether two straight lines lie on each other, more than in a point.
fn overlap(one: &[Point], other: &[Point]) -> bool {
    let common = |one: (i64, i64), other: (i64, i64)| {
        let end = one.0.max(one.1).min(other.0.max(other.1));
        end - one.0.min(one.1).max(other.0.min(other.1))
    };
    let x = common((one[0].x, one[1].x), (other[0].x, other[1].x));
    let y = common((one[0].y, one[1].y), (other[0].y, other[1].y));
    (x == 0 && y > 0) || (x > 0 && y == 0)
}

/// Two edges that exchange their columns between two layers have to lie on each other for a bit. It should
/// happen to be rare, even among graphs denser than those of programs.
#[test]
fn edges_that_share_no_end_hardly_ever_lie_on_each_other() {
    let mut runner = TestRunner::deterministic();
    let mut drawn_badly = 0;
    for _ in 0..100 {
        let (sizes, connections) = graph(30).new_tree(&mut runner).unwrap().current();
        let drawn = layout(&sizes, &connections, &SPACING).unwrap();
        let strangers =
            |one: &Connection, other: &Connection| one.from != other.from && one.to != other.to;
        let touch = |one: &Route, other: &Route| {
            let mut pairs = one.points.windows(2);
            pairs.any(|a| other.points.windows(2).any(|b| overlap(a, b)))
        };
        let ways: Vec<_> = connections.iter().zip(&drawn.routes).collect();
        let bad = ways.iter().enumerate().any(|(nth, (one, way))| {
            let mut rest = ways[nth + 1..].iter();
            rest.any(|(other, its)| strangers(one, other) && touch(way, its))
        });
        drawn_badly += usize::from(bad);
    }
    assert!(drawn_badly <= 2, "{drawn_badly} of 100");
}
