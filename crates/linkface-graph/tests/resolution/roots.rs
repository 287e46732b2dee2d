//! What is a root, and what it depends on.

use crate::check;

#[test]
fn tests_and_examples_have_dev_dependencies() {
    check(
        "
        app 0.1.0 member
            lib: name dice
            bin app untested: name app
            test it: link
            example demo: link
            bench fast: link
            needs dice
            needs dev rng-os
        ",
        "
        unit tests of `app`
          rng@0.1: missing
        bin `app`
          rng@0.1: missing
        example `demo` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        test `it` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        bench `fast` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}

#[test]
fn the_librarys_provider_serves_the_program_beside_it() {
    check(
        "
        app 0.1.0 member
            lib untested: implement rng::fill
            bin app untested: name app
            test it: name app
            needs rng
        other 0.1.0 member
            lib untested
            bin other untested: name other
            needs dice
            needs rng-os
        ",
        "
        bin `app`
          rng@0.1: app
            OwnLibrary, Ordinary: app → app (lib)
        test `it`
          rng@0.1: app
            OwnLibrary, Ordinary: app → app (lib)
        bin `other`
          rng@0.1: rng-os
            OwnLibrary, Ordinary: other → other (lib) → rng-os 1.0.0
        ",
    );
}

#[test]
fn a_root_may_implement_itself() {
    check(
        "
        app 0.1.0 member
            bin app: implement rng::fill
            test it: test implement rng::fill
            needs dice
            needs rng
        ",
        "
        bin `app`
          rng@0.1: app
            Own, Ordinary: app
        unit tests of `app`
          rng@0.1: app
            Own, Ordinary: app
        test `it`
          rng@0.1: app
            Own, Ordinary: app
        ",
    );
}

#[test]
fn unit_tests_have_what_stands_under_cfg_test() {
    check(
        "
        log 0.3.0 member
            lib: declare write; test declare probe; test implement crate::write; test implement crate::probe
        mocked 0.1.0 member
            lib: test implement log::write
            needs log
        ",
        "
        unit tests of `log`
          log@0.3: log
            Own, Ordinary: log
        unit tests of `mocked`
          log@0.3: mocked
            Own, Ordinary: mocked
        ",
    );
}

#[test]
fn libraries_for_c_and_the_hosts_programs_are_roots() {
    check(
        "
        ffi 0.1.0 member
            lib cdylib,staticlib,rlib untested: link
            needs dice
            needs rng-os
        derive 0.1.0 member
            proc-macro: link
            needs dice
            needs rng-os
        generated 0.1.0 member
            lib untested
            build: link
            needs build dice
            needs build rng-hw
        ",
        "
        proc macro `derive` links
          rng@0.1: rng-os
            Direct, Ordinary: derive → rng-os 1.0.0
        unit tests of `derive` links
          rng@0.1: rng-os
            Direct, Ordinary: derive → rng-os 1.0.0
        cdylib `ffi` links
          rng@0.1: rng-os
            Direct, Ordinary: ffi → rng-os 1.0.0
        staticlib `ffi` links
          rng@0.1: rng-os
            Direct, Ordinary: ffi → rng-os 1.0.0
        build script of `generated` links
          rng@0.1: rng-hw
            Direct, Ordinary: generated → rng-hw 1.0.0
        ",
    );
}

#[test]
fn a_proc_macros_dependencies_are_not_the_programs() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs derive
            needs dice
        derive 0.1.0
            proc-macro
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: missing
        ",
    );
}

#[test]
fn required_features_decide_whether_a_root_is_built() {
    check(
        "
        app 0.1.0 member
            bin app untested requires simd
            bin other untested requires fast
            needs dice
            feature default = fast
            feature fast =
            feature simd =
        ",
        "
        bin `other`
          rng@0.1: missing
        ",
    );
}

#[test]
fn what_a_program_declares_is_nobody_elses() {
    check(
        "
        app 0.1.0 member
            bin app: declare write; implement crate::write
        ",
        "",
    );
}

#[test]
fn a_library_that_is_not_linkable_is_not_the_programs() {
    check(
        "
        app 0.1.0 member
            lib cdylib untested: implement rng::fill
            bin app untested
            needs dice
            needs rng
        ",
        "
        cdylib `app`
          rng@0.1: app
            Own, Ordinary: app
        bin `app`
          rng@0.1: missing
        ",
    );
}

#[test]
fn dev_dependencies_that_lead_back_are_libraries() {
    check(
        "
        rng-kit 0.1.0 member
            lib: test implement rng::fill
            needs rng
            needs dev bench-kit
        bench-kit 0.1.0 member
            lib untested
            needs rng-kit
            needs rng-hw
        ",
        "
        unit tests of `rng_kit`
          rng@0.1: conflict of rng-kit + rng-hw
            Own, Ordinary: rng-kit
            Smuggled, Ordinary: rng-kit → bench-kit 0.1.0 → rng-hw 1.0.0
        ",
    );
}

/// Without it the program links nothing that it doesn't name.
#[test]
fn a_call_of_link_under_cfg_test_is_its_unit_tests() {
    check(
        "
        app 0.1.0 member
            bin app: name dice; test link
            needs dice
            needs rng-os
        ",
        "
        bin `app`
          rng@0.1: missing
        unit tests of `app` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}
