//! A large workspace is resolved in no time, and always the same way.

mod kit;

use linkface_graph::packages::features::Features;
use linkface_graph::resolution::{Choice, How, Resolution};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// 100 programs over 400 libraries in 20 layers, each of which needs five of the layer below; at the
/// bottom two façades with a provider each.
fn large() -> String {
    let mut text = String::new();
    for member in 0..100 {
        writeln!(
            text,
            "app-{member} 0.1.0 member\nbin app-{member} untested: link"
        )
        .unwrap();
        for nth in 0..5 {
            writeln!(text, "needs lib-0-{}", (member + nth * 3) % 20).unwrap();
        }
        text.push_str("needs rng-os\nneeds log-out\n");
    }
    for layer in 0..20 {
        for place in 0..20 {
            writeln!(text, "lib-{layer}-{place} 1.0.0").unwrap();
            for nth in 0..5 {
                if layer < 19 {
                    writeln!(text, "needs lib-{}-{}", layer + 1, (place + nth * 7) % 20).unwrap();
                } else {
                    text.push_str(if nth % 2 == 0 {
                        "needs rng\n"
                    } else {
                        "needs log\n"
                    });
                    if nth > 0 {
                        break;
                    }
                }
            }
        }
    }
    text.push_str(
        "rng 0.1.0\nlib: declare fill\nlog 0.3.0\nlib: declare write
        rng-os 1.0.0\nlib: implement rng::fill\nneeds rng
        log-out 1.0.0\nlib: implement log::write\nneeds log\n",
    );
    text
}

#[test]
fn a_large_workspace_is_resolved_in_no_time() {
    let text = large();
    let packages = kit::packages(&text);
    assert!(packages.len() > 500);
    let resolve = kit::resolver(&text, &packages, kit::LINUX, &Features::default());
    let start = Instant::now();
    let first: Resolution = resolve();
    let took = start.elapsed();
    assert_eq!(first.roots.len(), 100);
    for root in &first.roots {
        assert_eq!(root.facades.len(), 2);
        for facade in &root.facades {
            assert_eq!(facade.choice, Choice::Provider(0));
            assert_eq!(facade.providers[0].how, How::Direct);
            // One of each library of the lowest layer, and the provider.
            assert_eq!(facade.required_by.len(), 21);
        }
    }
    assert_eq!(resolve(), first);
    // A twentieth of that, without optimizations: this is for what grows with the square of packages.
    assert!(took < Duration::from_secs(2), "{took:?}");
}
