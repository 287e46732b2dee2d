//! Façades of a core and a front.

use crate::check;

#[test]
fn a_front_brings_the_default() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs time
        chooses 0.1.0 member
            bin chooses untested: link
            needs time
            needs time-hw
        time 0.1.0
            lib: name time_core time_os
            needs time-core
            needs time-os
            metadata default = 'time-os'
        time-core 0.1.0
            lib: declare now defaultable
        time-os 0.1.0
            lib: implement time_core::now default
            needs time-core
        time-hw 0.1.0
            lib: implement time::now
            needs time
        ",
        "
        bin `app` links
          time-core@0.1: time-os
            Default, Default: app → time 0.1.0 → time-os 0.1.0
        bin `chooses` links
          time-core@0.1: time-hw
            Direct, Ordinary: chooses → time-hw 0.1.0
            Default, Default: chooses → time 0.1.0 → time-os 0.1.0
        ",
    );
}

/// It can't be replaced, whatever the front's manifest calls it.
#[test]
fn a_front_smuggles_a_provider_that_is_no_default() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs time
        time 0.1.0
            needs time-core
            needs time-os
            metadata default = 'time-os'
        time-core 0.1.0
            lib: declare now
        time-os 0.1.0
            lib: implement time_core::now
            needs time-core
        ",
        "
        bin `app` links
          time-core@0.1: time-os
            Smuggled, Ordinary: app → time 0.1.0 → time-os 0.1.0
        ",
    );
}

#[test]
fn two_defaults_collide_even_if_overridden() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs a
            needs b
            needs c
        time 0.1.0
            lib: declare now defaultable
        a 0.1.0
            lib: implement time::now default
            needs time
        b 0.1.0
            lib: implement time::now default
            needs time
        c 0.1.0
            lib: implement time::now
            needs time
        ",
        "
        bin `app` links
          time@0.1: conflict of a + b
            Direct, Default: app → a 0.1.0
            Direct, Default: app → b 0.1.0
            Direct, Ordinary: app → c 0.1.0
        ",
    );
}

#[test]
fn a_front_of_a_front_is_followed() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs time-hw
        outer 0.1.0
            needs time
        time 0.1.0
            needs unrelated
            needs time-core
        unrelated 0.1.0
            lib: declare then
        time-core 0.1.0
            lib: declare clock::now
        time-hw 0.1.0
            lib: implement outer::clock::now
            needs outer
        ",
        "
        bin `app` links
          time-core@0.1: time-hw
            Direct, Ordinary: app → time-hw 0.1.0
          unrelated@0.1: missing
        ",
    );
}
