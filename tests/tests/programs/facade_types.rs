//! A façade type is one more hole for an interface trait, with a proxy and an implementor of its
//! own.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use linkface::interface;

#[interface(pub BlockDevice)]
pub trait BlockDeviceApi: Sized {
    fn open(id: u32) -> Option<Self>;
    fn name(&self) -> &'static str;
}
#[interface] pub type SystemDisk: BlockDeviceApi;
";

const PROVIDER: &str = r#"
use linkface::implement;

struct Virtio;
#[implement] impl api::BlockDeviceApi for Virtio {
    fn open(id: u32) -> Option<Self> { (id == 0).then_some(Self) }
    fn name(&self) -> &'static str { "virtio" }
}

struct Nvme(u32);
impl api::BlockDeviceApi for Nvme {
    fn open(id: u32) -> Option<Self> { Some(Self(id)) }
    fn name(&self) -> &'static str { if self.0 == 3 { "nvme 3" } else { "nvme" } }
}
#[implement(api::SystemDisk)] type Boot = Nvme;
"#;

#[test]
fn each_hole_has_its_own_implementor() {
    let app = r#"
        use provider as _;
        use api::BlockDeviceApi;
        fn main() {
            let a = <api::BlockDevice as BlockDeviceApi>::open(0).unwrap();
            let b = <api::SystemDisk as BlockDeviceApi>::open(3).unwrap();
            println!("{} {}", BlockDeviceApi::name(&a), BlockDeviceApi::name(&b));
        }
    "#;
    Workspace::new("facade-type")
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(app))
        .run("app")
        .succeeds()
        .prints("virtio nvme 3\n");
}
