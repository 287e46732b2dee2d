//! `export!(Euler, Verlet as LoadedPhysics, Noise = Noise::new(7), Log = |host| Log::new(host.get()?); needs LoadedEngine)`

use crate::rustc;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Pat, Path, Token, Type, bracketed, parse_quote};

/// What a plugin exports.
#[expect(clippy::struct_field_names, reason = "it is what they are")]
struct Exports {
    /// Where linkface-plugin is.
    krate: Path,
    exports: Vec<Export>,
    needs: Vec<Type>,
}

struct Export {
    ty: Type,
    loaded: Option<Type>,
    new: Option<Expr>,
}

impl Parse for Export {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ty = if input.parse::<Option<Token![mod]>>()?.is_some() {
            // An `#[export]` module, by the type that stands for it.
            let module = input.call(Path::parse_mod_style)?;
            parse_quote!(#module::Module)
        } else {
            input.parse()?
        };
        let loaded = (input.parse::<Option<Token![as]>>()?.is_some())
            .then(|| input.parse())
            .transpose()?;
        let new = (input.parse::<Option<Token![=]>>()?.is_some())
            .then(|| input.parse())
            .transpose()?;
        Ok(Self { ty, loaded, new })
    }
}

impl Parse for Exports {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate;
        bracketed!(krate in input);
        let krate = krate.call(Path::parse_mod_style)?;
        let mut exports = Vec::new();
        while !input.is_empty() && !input.peek(Token![;]) {
            exports.push(input.parse()?);
            if !input.is_empty() && !input.peek(Token![;]) {
                input.parse::<Token![,]>()?;
            }
        }
        let mut needs = Vec::new();
        if input.parse::<Option<Token![;]>>()?.is_some() && !input.is_empty() {
            let word: Ident = input.parse()?;
            if word != "needs" {
                return Err(syn::Error::new(
                    word.span(),
                    "expected `needs LoadedInterface`: what the host has to offer",
                ));
            }
            while !input.is_empty() {
                needs.push(input.parse()?);
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
        }
        if exports.is_empty() {
            return Err(input.error(
                "say what the plugin exports: `export!(Euler)`, with a type that implements a loadable \
                 interface",
            ));
        }
        Ok(Self {
            krate,
            exports,
            needs,
        })
    }
}

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let Exports {
        krate,
        exports,
        needs,
    } = match syn::parse2(input) {
        Ok(exports) => exports,
        Err(error) => return error.into_compile_error(),
    };
    let private = quote!(#krate::__private);
    let rustc = rustc::version();
    let mut entries = Vec::new();
    let mut constructors = Vec::new();
    let mut functions = Vec::new();
    for (n, Export { ty, loaded, new }) in exports.iter().enumerate() {
        let function = format_ident!("__linkface_new{n}");
        let thunk = format_ident!("__linkface_thunk{n}");
        let loaded = loaded.as_ref().map_or_else(|| quote!(_), |ty| quote!(#ty));
        let name = quote!(#ty).to_string().replace(' ', "");
        // Each time the same: rustc says once what is wrong.
        let exporting = quote!(#private::exporting::<#loaded, #ty>());
        entries.push(quote!(#exporting.export(#name)));
        constructors.push(quote!(#exporting.constructor(#thunk)));
        let (host, value) = match new {
            None => (
                quote!(_),
                quote!(<#ty as ::core::default::Default>::default()),
            ),
            Some(Expr::Closure(closure)) if closure.inputs.len() == 1 => {
                let host = match &closure.inputs[0] {
                    Pat::Type(typed) => &*typed.pat,
                    host => host,
                };
                let body = &closure.body;
                (quote!(#host), quote!(#body))
            }
            Some(value) => (quote!(_), quote!(#value)),
        };
        functions.push(quote!(
            fn #function(
                #host: #private::PluginHost<'_>,
            ) -> ::core::result::Result<#ty, #private::BoxError> {
                ::core::result::Result::Ok(#value)
            }

            unsafe extern "C" fn #thunk(host: *const #private::HostTable) -> #private::Constructed {
                // SAFETY: by the caller, the host.
                unsafe {
                    use #private::KeepsNothing as _;
                    #exporting.construct(host, #function, #private::Keeps::<#ty>::STATE)
                }
            }
        ));
    }
    let count = exports.len();
    quote!(
        #[doc(hidden)]
        #[allow(
            missing_docs, unreachable_pub, unused_qualifications, clippy::unnecessary_wraps,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
        const _: () = {
            // Users' expressions are in it: no name that they could have.
            #(#functions)*

            const __LINKFACE_CONTENTS: #private::Contents = #private::Contents {
                // Of the strategies that there are or will be, one unwinds.
                aborts: !::core::cfg!(panic = "unwind"),
                rustc: #rustc,
                package: #private::package(::core::option_env!("CARGO_PKG_NAME"), ::core::module_path!()),
                version: #private::version(::core::option_env!("CARGO_PKG_VERSION")),
                exports: &const { [#(#entries,)* #(#private::Export::needs::<#needs>()),*] },
            };
            #[used]
            #[cfg_attr(any(target_os = "macos", target_os = "ios"), unsafe(link_section = "__DATA,__linkface"))]
            #[cfg_attr(windows, unsafe(link_section = ".lnkface"))]
            #[cfg_attr(
                not(any(target_os = "macos", target_os = "ios", windows)),
                unsafe(link_section = ".linkface")
            )]
            static __LINKFACE_HEADER: [::core::primitive::u8; __LINKFACE_CONTENTS.encoded_len()] = __LINKFACE_CONTENTS.encode();
            static __LINKFACE_CONSTRUCTORS: [#private::Constructor; #count] = [#(#constructors),*];
            #[used]
            #[unsafe(export_name = "linkface_plugin_v1")]
            pub static __LINKFACE_ENTRY: #private::Entry = #private::Entry::new(&__LINKFACE_CONSTRUCTORS, &__LINKFACE_HEADER);
        };
    )
}
