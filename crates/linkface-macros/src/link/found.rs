//! `link!()`: all providers among the dependencies, and whatever is wrong with them.

use crate::discovery::{self, Blind, Grade, Manifest, Missing, Program, Root, Verdict};
use crate::errors::Errors;
use crate::identity;
use crate::rustc::Rustc;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

pub(super) fn expand(lf: &TokenStream, rustc: &Rustc, errors: &mut Errors) -> TokenStream {
    static SAID: AtomicBool = AtomicBool::new(false);
    let here = Span::call_site();
    // Documentation is of one crate: nothing is linked into it. A second call would say all again.
    if rustc.is_rustdoc || SAID.swap(true, Ordering::Relaxed) {
        return TokenStream::new();
    }
    let program = match discovery::find(rustc) {
        Ok(program) => program,
        Err(Blind::NoCrates) => return TokenStream::new(),
        Err(Blind::NotCargo) => {
            errors.at(
                here,
                "`link!()` finds providers by the names that Cargo gives to compiled crates, and \
                 these have others: name the providers, `link!(provider)`",
            );
            return TokenStream::new();
        }
        Err(Blind::Unreadable(file)) => {
            errors.at(
                here,
                format!(
                    "`link!()` cannot read the compiled crates of this compiler, or of another \
                     version of linkface ({}): name the providers, `link!(provider)`",
                    file.display()
                ),
            );
            return TokenStream::new();
        }
    };
    if !rustc.is_root() {
        errors.at(
            here,
            "`link!()` stands in a root, and this is a library: which providers a program has is for \
             its root to choose; for the library's own tests write `#[cfg(test)] linkface::link!();`",
        );
        return TokenStream::new();
    }
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let manifest = folder.map_or_else(Manifest::default, |folder| Manifest::of_package(&folder));
    let verdict = Verdict::of(&program, &manifest);
    let root = Root::of(rustc);
    for refusal in discovery::refusals(&program, &verdict, &root) {
        errors.at(here, refusal);
    }
    let mut out = names(&program);
    for missing in discovery::missing(&program, &verdict, &root) {
        out.extend(require(lf, &missing));
    }
    out.extend(refuse_second(lf, &program, &verdict));
    out.extend(track(&manifest));
    out
}

/// rustc links a dependency only if it is named.
fn names(program: &Program) -> TokenStream {
    program
        .providers()
        .map(|provider| {
            // The root's own crate is not below itself, so no name is `crate` or the like.
            let name = Ident::new_raw(&provider.name, Span::call_site());
            tokens!(
                "#[allow(unused_extern_crates, clippy::single_component_path_imports)]
                 extern crate #name as _;",
                name
            )
        })
        .collect()
}

/// Says what is missing, unless the root implements it.
fn require(lf: &TokenStream, missing: &Missing) -> TokenStream {
    let Missing {
        ids,
        message,
        label,
        notes,
    } = missing;
    let literal = |text: &str| text.replace('{', "{{").replace('}', "}}");
    let notes: TokenStream = notes
        .iter()
        .map(|note| tokens!("note = #note,", note = literal(note)))
        .collect();
    let (mut markers, mut bounds) = (TokenStream::new(), TokenStream::new());
    for (n, id) in ids.iter().enumerate() {
        let [marker, grade] = ["M", "G"].map(|letter| name(letter, n));
        bounds.extend(tokens!(
            "#lf::__private::Interface<#id, #here>: #lf::__private::ImplementedBy<#marker, #grade>,",
            lf,
            id = *id,
            here = identity::this_crate(),
            marker,
            grade
        ));
        markers.extend(tokens!("#marker, #grade,", marker, grade));
    }
    tokens!(
        "const _: () = {
            #[diagnostic::on_unimplemented(message = #message, label = #label, #notes)]
            trait Provided<__T> { const CHECKED: () = (); }
            #[diagnostic::do_not_recommend]
            impl<#markers> Provided<(#markers)> for #lf::__private::Program where #bounds {}
            <#lf::__private::Program as Provided<_>>::CHECKED
         };",
        message = literal(message),
        label = literal(label),
        notes,
        markers,
        bounds,
        lf
    )
}

/// rustc says that there are two (E0283) if the root implements what a dependency does, too, shows the
/// root's and this macro, and names the function.
fn refuse_second(lf: &TokenStream, program: &Program, verdict: &Verdict<'_>) -> TokenStream {
    let here = identity::this_crate();
    let mut taken: Vec<(String, [TokenStream; 3])> = Vec::new();
    let mut count = 0;
    for facade in &verdict.facades {
        for (declared, by, grade) in &facade.taken {
            // A compiled crate may say what it wants: not everything can be a name. Files can't lie.
            let function = format!(
                "{}_implements_{}_already",
                program.spelled(*by),
                facade.name
            )
            .replace(|c: char| !c.is_ascii_alphanumeric(), "_");
            let at = taken.iter().position(|(known, _)| *known == function);
            let at = at.unwrap_or_else(|| {
                taken.push((function, Default::default()));
                taken.len() - 1
            });
            let [impls, markers, bounds] = &mut taken[at].1;
            // Of one name for two versions of a façade, too.
            let marker = name("M", count);
            count += 1;
            let id = declared.item.hash;
            let grade = Ident::new(
                match grade {
                    Grade::Ordinary => "Ordinary",
                    Grade::Default => "Default",
                },
                Span::call_site(),
            );
            impls.extend(tokens!(
                "impl #lf::__private::ImplementedBy<Implementation, #lf::__private::#grade>
                    for #lf::__private::Interface<#id, #here> {}",
                lf,
                grade,
                id,
                here
            ));
            markers.extend(tokens!("#marker,", marker));
            bounds.extend(tokens!(
                "#lf::__private::Interface<#id, #here>:
                    #lf::__private::ImplementedBy<#marker, #lf::__private::#grade>,",
                lf,
                grade,
                id,
                here,
                marker
            ));
        }
    }
    taken
        .iter()
        .map(|(function, [impls, markers, bounds])| {
            tokens!(
                "const _: () = {
                    pub struct Implementation;
                    #impls
                    #[allow(non_snake_case)]
                    const fn #function<#markers>() where #bounds {}
                    #function()
                 };",
                impls,
                function = Ident::new(function, Span::call_site()),
                markers,
                bounds
            )
        })
        .collect()
}

fn name(letter: &str, n: usize) -> Ident {
    Ident::new(&format!("__{letter}{n}"), Span::call_site())
}

/// Cargo doesn't compile a crate again because of its own metadata table: what it allowed has to be
/// among the files that the crate was made of.
fn track(manifest: &Manifest) -> TokenStream {
    let file = manifest.file.to_str().unwrap_or_default();
    if manifest.strings("allow").is_empty() {
        return TokenStream::new();
    }
    tokens!(
        "const _: &[::core::primitive::u8] = ::core::include_bytes!(#file);",
        file
    )
}
