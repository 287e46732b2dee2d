//! `Host`: folders, offers, panics, and which image is which. Reloading and libraries
//! that plugins need are in `hosting/`.

mod linking;
mod reloading;

use linkface_tests::{Crate, Tool, Workspace};
use std::fs;
use std::path::{Path, PathBuf};

/// Plugins, built once for all tests of this file, in a folder for each.
struct Built {
    case: Workspace,
}

impl Built {
    fn new() -> Self {
        let plugin = |name: &str, source: &str| {
            Crate::lib(name)
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(source)
        };
        let api = include_str!("hosting/api.rs");
        let case = Workspace::new("plugins/hosting")
            .member(Crate::lib("api").linkface().plugin(&[]).source(api))
            .member(plugin("hosting_hammer", include_str!("hosting/hammer.rs")))
            .member(plugin("hosting_saws", include_str!("hosting/saws.rs")))
            .member(
                Crate::lib("hosting_plain")
                    .types(&["cdylib"])
                    .source("//! No plugin."),
            )
            .member(
                Crate::bin("app")
                    .linkface()
                    .plugin(&["host"])
                    .dep("api")
                    .source(include_str!("hosting/app.rs"))
                    .file("examples/offers_alone.rs", OFFERS_ALONE),
            );
        case.build().succeeds();
        Self { case }
    }

    /// A folder of its own, with copies of these.
    fn folder(&self, name: &str, plugins: &[&str]) -> PathBuf {
        let folder = self.case.folder().join(name);
        fs::create_dir_all(&folder).unwrap();
        for plugin in plugins {
            let file = format!("lib{plugin}.so");
            fs::copy(self.case.artifact(&file), folder.join(&file)).unwrap();
        }
        folder
    }

    fn run(&self, what: &str, folder: &Path) -> Tool {
        Tool::new(self.case.artifact("app"), self.case.folder())
            .arg(what)
            .arg(folder)
            .env("RUST_BACKTRACE", "0")
    }
}

/// Offers what one caller at a time may change.
const OFFERS_ALONE: &str = r"
    #[linkface::interface(loadable = LoadedTurn)]
    pub trait TurnApi: Send + Sync {
        fn turn(&mut self);
    }
    struct Wheel;
    impl TurnApi for Wheel {
        fn turn(&mut self) {}
    }
    fn main() {
        let _ = linkface_plugin::Host::new().offer(Wheel);
    }
";

#[test]
fn hosting() {
    let built = Built::new();
    let offers_alone = ["--package", "app", "--example", "offers_alone"];
    built.case.profiled("build").args(offers_alone).run().fails().says(
        "what a host offers is called from several places at once: all methods of its interface take \
         `&self`",
    );
    folders(&built);
    panics(&built);
    ends(&built);
    images(&built);
}

/// Each file of a folder is loaded, refused or somebody else's, and none is lost.
fn folders(built: &Built) {
    let folder = built.folder(
        "folders",
        &["hosting_saws", "hosting_hammer", "hosting_plain"],
    );
    fs::create_dir(folder.join("empty")).unwrap();
    fs::create_dir(folder.join("a_folder.so")).unwrap();
    fs::write(folder.join("garbage.so"), "no library").unwrap();
    fs::write(folder.join("README.md"), "no library, by its name").unwrap();
    let whole = fs::read(folder.join("libhosting_saws.so")).unwrap();
    fs::write(folder.join("half.so"), &whole[..whole.len() / 2]).unwrap();
    let at = folder.display();
    let said = built.run("folder", &folder).run().succeeds();
    for line in [
        "libhosting_saws.so: Saw is a saw\nlibhosting_saws.so: Axe is a axe\nrefused garbage.so: cannot load",
        "refused half.so: cannot load",
        "refused libhosting_hammer.so: cannot load",
        "it needs DeskApi, which this program doesn't offer",
        "others libhosting_plain.so: cannot load",
        &format!(
            "\nFound {{ path: \"{at}/libhosting_saws.so\", name: \"Axe\", loaded: LoadedTool(ToolApi {{ \
             version: 1, plugin: \"{at}/libhosting_saws.so\", .. }}) }}\n"
        ),
        "\nsawed wood, cut wood\n",
        "\nonly: 7\n",
        &format!(
            "cannot load {at}: ToolApi is to have one implementor, and in it are Hammer of \
             {at}/libhosting_hammer.so and Saw of {at}/libhosting_saws.so and Axe of \
             {at}/libhosting_saws.so\n"
        ),
        &format!("cannot load {at}/empty: no plugin in it implements OtherApi\n"),
        &format!("cannot load {at}/none: No such file or directory"),
        "\n[\"Saw\", \"Axe\"]\n",
        &format!(
            "cannot load {at}/libhosting_saws.so: Saw and Axe both implement ToolApi\n  = help: say which one: `host.load_named(path, name)`\naxe\n"
        ),
        "no implementor in it is named Plane: there is Saw, Axe\n",
    ] {
        said.clone().prints(line);
    }
}

/// A panic arrives with its message, however many images it goes through, and is printed once.
fn panics(built: &Built) {
    let folder = built.folder("panics", &["hosting_hammer"]);
    let said = built.run("panics", &folder).run().succeeds().prints(
        "panic: the hammer broke\n\
         number: a panic whose payload is no text\n\
         bomb: a panic whose payload is no text\n\
         host's panic: the desk fell\n\
         act panic: the hammer broke\n\
         act act act host's panic: the desk fell\n\
         asked nothing\n\
         nothing: no panic\n",
    );
    // One for each but the last, and one for the payload's own.
    assert_eq!(said.stderr.matches("panicked at").count(), 7);
}

/// Constructors and destructors that fail or panic.
fn ends(built: &Built) {
    let folder = built.folder("ends", &["hosting_hammer"]);
    let at = folder.display();
    let told = |what| {
        built
            .run("ends", &folder)
            .env("HAMMER", what)
            .run()
            .succeeds()
    };
    told("fail").prints(&format!(
        "the desk is gone\ncannot load {at}/libhosting_hammer.so: no iron\n"
    ));
    told("panic").prints(&format!(
        "the desk is gone\ncannot load {at}/libhosting_hammer.so: it panicked when it was to make \
         its implementor: no wood\n"
    ));
    fs::copy(
        built.case.artifact("libhosting_saws.so"),
        built.case.folder().join("libhosting_saws.so"),
    )
    .unwrap();
    told("load").prints(&format!(
        "the desk is gone\ncannot load {at}/libhosting_hammer.so: it is axe\n"
    ));
    // The second one panics while the host does: it survives that, too.
    told("end").prints(
        "hammer 1\nthe desk is gone\nthe hammer's end\nthe desk is gone\nSome(\"the host's own\")\n",
    );
}

/// One image for one file, whatever its name and whatever number it is open by.
fn images(built: &Built) {
    let folder = built.folder("images", &["hosting_hammer", "hosting_saws"]);
    let at = folder.display();
    built.run("images", &folder).run().succeeds().prints(&format!(
        "cannot load {at}/libhosting_hammer.so: it needs DeskApi, which this program doesn't offer\n  \
         = help: offer it: `Host::new().offer(…)` with an implementor of DeskApi\n\
         hammer 1, hammer 2\n\
         asked without a host\n\
         hammer 3\n\
         hammer 1\n\
         saw\nhammer 4\nsaw\nhammer 5\nsaw\nhammer 6\nsaw\nhammer 7\n\
         the desk is gone\n\
         the desk is gone\n\
         cannot load {at}/libhosting_hammer.so: it was written to after it was loaded, so that what \
         is loaded may be anything by now\n  = help: replace plugins by renaming, or load them by \
         `Host::from_copies`\n\
         hammer 1\n"
    ));
}
