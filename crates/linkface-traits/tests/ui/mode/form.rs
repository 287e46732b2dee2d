use linkface_traits::attr::mode;

trait Stringer {
    fn string(&self) -> u8 {
        0
    }
}
struct A;
struct B;
struct C;
struct D;
struct E;
struct F;

#[mode(inherent, frobnicate(x))]
impl Stringer for A {}
#[mode(external, internal)]
impl Stringer for B {}
#[mode(external, pub(crate), except(strings, fmt))]
impl Stringer for C {}
#[mode(extension, all)]
impl Stringer for D {}
#[mode(default = external)]
impl Stringer for E {}
#[mode(internal, derived)]
impl Clone for F {
    fn clone(&self) -> Self {
        F
    }
}
#[mode(internal)]
impl A {}
#[mode(external)]
struct G;
#[mode(external)]
trait H {}
#[mode]
trait I {}
#[mode(default = outer)]
trait J {}
#[mode(internal = 1, 2)]
impl Stringer for F {}
#[mode(except, default)]
impl Stringer for G {}

fn main() {
    let _: (&dyn Stringer, &dyn Stringer) = (&A, &G);
}
