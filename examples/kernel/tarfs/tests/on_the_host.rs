//! The file system, on the machine that compiles it: the test is one more provider of the disk.
#![forbid(unsafe_code)]

use block::{Block, BlockDevice, BlockDeviceApi};
use linkface::implement;
use tarfs::{Error, Fs};

#[derive(Debug)]
struct Disk(Box<[Block]>);

#[implement]
impl BlockDeviceApi for Disk {
    fn open() -> Option<Self> {
        None
    }

    fn blocks(&self) -> usize {
        self.0.len()
    }

    fn read(&self, at: usize, block: &mut Block) -> Result<(), block::Error> {
        *block = *self.0.get(at).ok_or(block::Error::OutOfRange)?;
        Ok(())
    }

    fn write(&mut self, at: usize, block: &Block) -> Result<(), block::Error> {
        *self.0.get_mut(at).ok_or(block::Error::OutOfRange)? = *block;
        Ok(())
    }
}

fn with(blocks: &[Block]) -> Fs {
    Fs::mount(BlockDevice::from_impl(Disk(blocks.into())))
}

fn content(fs: &Fs, name: &str) -> Result<Vec<u8>, Error> {
    let file = fs.open(name)?;
    let mut content = Vec::new();
    for nth in 0.. {
        let mut block = [0; _];
        let part = fs.read(&file, nth, &mut block)?;
        if part.is_empty() {
            break;
        }
        content.extend_from_slice(part);
    }
    assert_eq!(content.len(), file.size());
    Ok(content)
}

fn names(fs: &Fs) -> Vec<String> {
    fs.files()
        .map(|file| file.unwrap().name().to_owned())
        .collect()
}

#[test]
fn a_blank_disk_is_empty() {
    let fs = with(&[[0; _]; 4]);
    assert!(names(&fs).is_empty());
    assert_eq!(content(&fs, "a"), Err(Error::NotFound));
    assert!(names(&with(&[])).is_empty());
}

#[test]
fn files_come_back() {
    let mut fs = with(&[[0; _]; 16]);
    let files = [0, 1, 511, 512, 513, 1024].map(|size| (format!("of {size}"), vec![7; size]));
    for (name, bytes) in &files {
        fs.create(name, bytes).unwrap();
    }
    assert_eq!(names(&fs), files.each_ref().map(|(name, _)| name.clone()));
    for (name, bytes) in files {
        assert_eq!(content(&fs, &name), Ok(bytes));
    }
}

#[test]
fn a_file_that_does_not_fit_changes_nothing() {
    let mut fs = with(&[[0; _]; 4]);
    fs.create("a", b"a").unwrap();
    assert_eq!(fs.create("b", &[1; 513]), Err(Error::Full));
    assert_eq!(names(&fs), ["a"]);
    fs.create("b", &[1; 512]).unwrap();
    assert_eq!(content(&fs, "b"), Ok(vec![1; 512]));
}

#[test]
fn what_was_there_before_is_no_file() {
    let mut used = with(&[[0; _]; 8]);
    for name in ["a", "b", "c"] {
        used.create(name, name.as_bytes()).unwrap();
    }
    let Disk(mut blocks) = used.unmount().into_impl::<Disk>().unwrap();
    blocks[0] = [0; _];
    let mut fs = with(&blocks);
    fs.create("new", b"new").unwrap();
    assert_eq!(names(&fs), ["new"]);
}

#[test]
fn names_are_checked() {
    let mut fs = with(&[[0; _]; 4]);
    assert_eq!(fs.create("", b""), Err(Error::Name));
    assert_eq!(fs.create(&"x".repeat(101), b""), Err(Error::Name));
    fs.create(&"x".repeat(100), b"").unwrap();
    assert_eq!(names(&fs), ["x".repeat(100)]);
}

#[test]
fn what_is_no_archive_is_refused() {
    let mut fs = with(&[[b'x'; _]; 4]);
    assert_eq!(content(&fs, "a"), Err(Error::NotAnArchive));
    assert_eq!(fs.create("a", b""), Err(Error::NotAnArchive));
}

#[test]
fn an_archive_of_tar_is_read() {
    let image = include_bytes!("../../drivers/romdisk/image.tar")
        .as_chunks()
        .0;
    let motd = include_bytes!("../../drivers/romdisk/files/motd");
    let fs = with(image);
    assert_eq!(names(&fs), ["motd"]);
    assert_eq!(content(&fs, "motd"), Ok(motd.to_vec()));
}
