//! What the features add: boxed futures for `async fn`, `Box<Self>`, and std's supertraits.

use linkface_tests::{Crate, Workspace};

const APP: &str = r#"
use provider as _;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use api::{Disk, DiskApi};

fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("pending"),
    }
}

fn main() {
    let bytes = [1, 2, 3];
    println!("{}", ready(api::read(&bytes)));
    println!("{}", ready(api::defaulted(20)));
    let disk: Box<Disk> = <Disk as DiskApi>::open(4);
    println!("{}", DiskApi::close(disk));
}
"#;

#[test]
fn a_heap_holds_futures_and_boxes() {
    let api = r"
        use linkface::interface;
        #[interface] pub async fn read(bytes: &[u8]) -> usize;
        #[interface] pub async fn defaulted(value: u32) -> u32 { value + 1 }
        #[interface(pub Disk)]
        pub trait DiskApi: Sized {
            fn open(id: u32) -> Box<Self>;
            fn close(self: Box<Self>) -> u32;
        }
    ";
    let provider = r"
        use linkface::implement;
        #[implement(api::read)] async fn read(bytes: &[u8]) -> usize { bytes.len() }
        struct Mine([u32; 2]);
        #[implement] impl api::DiskApi for Mine {
            fn open(id: u32) -> Box<Self> { Box::new(Mine([id; 2])) }
            fn close(self: Box<Self>) -> u32 { self.0[1] + 1 }
        }
    ";
    Workspace::new("alloc")
        .member(Crate::lib("api").linkface_with(&["alloc"]).source(api))
        .member(
            Crate::lib("provider")
                .linkface_with(&["alloc"])
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP))
        .run("app")
        .succeeds()
        .prints("3\n21\n5\n");
}

#[test]
fn std_has_supertraits_of_its_own() {
    let api = r"
        use std::io;
        #[linkface::interface(pub File)]
        pub trait FileApi: Sized + io::Read + io::Write + io::Seek { fn create() -> Self; }
    ";
    let provider = r"
        use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
        struct Mine(Box<Cursor<Vec<u8>>>);
        impl Read for Mine { fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> { self.0.read(buf) } }
        impl Write for Mine {
            fn write(&mut self, buf: &[u8]) -> io::Result<usize> { self.0.write(buf) }
            fn flush(&mut self) -> io::Result<()> { self.0.flush() }
        }
        impl Seek for Mine { fn seek(&mut self, to: SeekFrom) -> io::Result<u64> { self.0.seek(to) } }
        #[linkface::implement] impl api::FileApi for Mine { fn create() -> Self { Self(Box::default()) } }
    ";
    let app = r#"
        use provider as _;
        use std::io::{Read, Seek, Write};
        fn main() {
            let mut file = <api::File as api::FileApi>::create();
            file.write_all(b"four").unwrap();
            file.rewind().unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            println!("{text}");
        }
    "#;
    Workspace::new("std")
        .member(Crate::lib("api").linkface_with(&["std"]).source(api))
        .member(
            Crate::lib("provider")
                .linkface_with(&["std"])
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(app))
        .run("app")
        .succeeds()
        .prints("four\n");
}
