//! `cat motd | tr a-z A-Z | nl`

use crate::pipe::Pipe;
use block::BlockDevice;
use console::println;
use tarfs::{Error, Fs};

static FROM_CAT: Pipe = Pipe::new();
static FROM_TR: Pipe = Pipe::new();

pub(crate) fn cat() {
    let disk = BlockDevice::open().expect("nobody else has the disk");
    if let Err(error) = write_file(&Fs::mount(disk), "motd") {
        println!("cat: {error}");
    }
    FROM_CAT.close();
}

fn write_file(fs: &Fs, name: &str) -> Result<(), Error> {
    let file = fs.open(name)?;
    let mut block = [0; _];
    for nth in 0.. {
        let part = fs.read(&file, nth, &mut block)?;
        if part.is_empty() {
            break;
        }
        part.iter().for_each(|byte| FROM_CAT.write(*byte));
    }
    Ok(())
}

pub(crate) fn tr() {
    for byte in FROM_CAT.bytes() {
        FROM_TR.write(byte.to_ascii_uppercase());
    }
    FROM_TR.close();
}

pub(crate) fn nl() {
    let mut bytes = FROM_TR.bytes().peekable();
    let mut number = 0;
    while bytes.peek().is_some() {
        number += 1;
        let mut line = [0; 80];
        let mut length = 0;
        let rest = bytes.by_ref().take_while(|byte| *byte != b'\n');
        for (place, byte) in line.iter_mut().zip(rest) {
            *place = byte;
            length += 1;
        }
        let text = str::from_utf8(&line[..length]).unwrap_or("?");
        println!("{number:6}  {text}");
    }
}
