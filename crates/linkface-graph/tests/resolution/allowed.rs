//! What a root allows.

use crate::check;

#[test]
fn what_the_root_allows_is_not_smuggled() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs table
            metadata allow = ['LF0004:table']
        other 0.1.0 member
            bin other untested: link
            needs table
            metadata allow = ['LF0004:rng-os']
        third 0.1.0 member
            bin third untested: link
            needs table
            metadata allow = ['LF0001:rng-os', 'LF0004:dice']
        table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → table 1.0.0 → rng-os 1.0.0
        bin `other` links
          rng@0.1: rng-os
            Allowed, Ordinary: other → table 1.0.0 → rng-os 1.0.0
        bin `third` links
          rng@0.1: rng-os
            Smuggled, Ordinary: third → table 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn allowing_all_allows_all() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs table
            metadata allow = ['LF0004']
        table 1.0.0
            needs chair
        chair 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → table 1.0.0 → chair 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn what_is_allowed_may_be_spelled_as_code_does() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs my-table
            metadata allow = ['LF0004:my_table']
        my-table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → my-table 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn what_is_allowed_may_be_called_as_the_root_calls_it() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs board = table
            metadata allow = ['LF0004:board']
        table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → table 1.0.0 → rng-os 1.0.0
        ",
    );
}

/// A shorter way to the provider is not the one that counts.
#[test]
fn what_is_allowed_may_lead_to_the_provider_by_a_longer_way() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs chair
            needs platform
            metadata allow = ['LF0004:platform']
        chair 1.0.0
            needs rng-os
        platform 1.0.0
            needs board
        board 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → chair 1.0.0 → rng-os 1.0.0
        ",
    );
}
