//! The host of `reloading.rs`. Its argument: a folder with the builds of a plugin.

use counter::{CounterApi, LoadedCounter};
use linkface_plugin::host::Watch;
use linkface_plugin::{Host, LoadError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{env, fs};

struct Plugin {
    folder: PathBuf,
    file: PathBuf,
}

impl Plugin {
    /// Overwrites the file where it is.
    fn becomes(&self, build: &str) {
        let built = self.folder.join(format!("libreload_{build}.so"));
        fs::write(&self.file, fs::read(built).unwrap()).unwrap();
    }

    /// The error without the path.
    fn reload(&self, host: &Host, counter: &mut LoadedCounter) {
        println!("{}", words(host.reload(counter, &self.file)));
    }
}

fn words(result: Result<(), LoadError>) -> String {
    match result {
        Ok(()) => "reloaded".to_owned(),
        Err(error) => error.to_string().split_once(": ").unwrap().1.to_owned(),
    }
}

fn mode(what: &str) {
    fs::write("mode", what).unwrap();
}

fn show(counter: &mut LoadedCounter) {
    println!("{} {}", counter.build(), counter.count());
}

fn reloading(plugin: &Plugin) {
    plugin.becomes("old");
    let host = Host::new().from_copies(true);
    let mut watch = Watch::new(&plugin.file);
    let mut counter: LoadedCounter = host.load(&plugin.file).unwrap();
    show(&mut counter);
    assert!(!watch.changed());

    plugin.becomes("new");
    assert!(watch.changed() && !watch.changed());
    show(&mut counter);
    plugin.reload(&host, &mut counter);
    show(&mut counter);

    for what in ["fail", "save", "refuse", "restore"] {
        mode(what);
        plugin.reload(&host, &mut counter);
        show(&mut counter);
    }
    mode("");
    fs::write(&plugin.file, "not yet linked").unwrap();
    assert!(host.reload(&mut counter, &plugin.file).is_err());
    show(&mut counter);

    plugin.becomes("bare");
    plugin.reload(&host, &mut counter);
    show(&mut counter);

    // One that keeps no state begins anew, and so does one that replaces it.
    let mut bare: LoadedCounter = host.load(&plugin.file).unwrap();
    show(&mut bare);
    plugin.reload(&host, &mut bare);
    show(&mut bare);
    plugin.becomes("new");
    plugin.reload(&host, &mut bare);
    show(&mut bare);

    // The new one is there when the old one's destructor panics.
    plugin.becomes("old");
    mode("end");
    let payload = catch_unwind(AssertUnwindSafe(|| plugin.reload(&host, &mut counter)));
    println!("{:?}", payload.unwrap_err().downcast_ref::<String>());
    mode("");
    show(&mut counter);
}

fn maps(name: &Path) -> usize {
    let name = name.to_str().unwrap();
    fs::read_to_string("/proc/self/maps").unwrap().matches(name).count()
}

fn unloading(plugin: &Plugin) {
    let file = plugin.folder.join("libreload_bare.so");
    let mut counts = Vec::new();
    for _ in 0..3 {
        let mut counter: LoadedCounter = Host::new().load(&file).unwrap();
        show(&mut counter);
        counts.push(maps(&file) > 0);
        // SAFETY: all that it made is this, and it has neither threads nor thread-locals.
        assert!(unsafe { Host::unload(counter) }.is_ok());
        counts.push(maps(&file) > 0);
    }
    println!("{counts:?}");
    struct Mine;
    impl CounterApi for Mine {
        fn count(&mut self) -> u32 {
            7
        }
        fn build(&self) -> String {
            "mine".to_owned()
        }
    }
    // SAFETY: nothing is unmapped.
    let mut mine = unsafe { Host::unload(LoadedCounter::new(Mine)) }.unwrap_err();
    show(&mut mine);
}

fn main() {
    let mut args = env::args().skip(1);
    let what = args.next().unwrap();
    let folder = PathBuf::from(args.next().unwrap());
    let file = folder.join("plugin.so");
    let plugin = Plugin { folder, file };
    match &*what {
        "reloading" => reloading(&plugin),
        "unloading" => unloading(&plugin),
        other => panic!("{other}"),
    }
}
