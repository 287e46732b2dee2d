//! `#[interface(dynamic)] pub fn now() -> u64 { 0 }`: what a dynamic function is, beside a linked one
//! with a default.
//!
//! It is a slot, a function that calls what the slot holds, and a module of the function's name, with
//! `install` and the like. At first the slot holds what an ordinary item would call: what is linked, or
//! the default. So a linked item can become a dynamic one, and its providers stay as they are.
//!
//! The hidden trait that providers are compared with is within the module, as the type namespace has
//! one place for both. A module doesn't see the names that its parent's types are made of, so types
//! stand beside it, under hidden names.

mod module;

use super::function::Function;
use super::refuse::refuse_dynamic_signature;
use crate::args::InterfaceArgs;
use crate::cursor::plain;
use crate::errors::Errors;
use crate::generics::make_static;
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{Ident, TokenStream, TokenTree};

/// What a slot cannot hold.
pub(super) fn check(args: &InterfaceArgs, signature: &Signature, errors: &mut Errors) {
    if args.dynamic.is_some() {
        refuse_dynamic_signature(signature, errors);
    }
}

impl Function<'_> {
    /// A thread's own implementations need `std`.
    fn has_overrides(&self) -> bool {
        self.declaration.args.features.has_std()
    }

    fn hidden(&self, kind: &str) -> Ident {
        self.declaration.identity.hidden(kind)
    }

    /// `module_path!()::now`
    fn item_name(&self) -> TokenStream {
        tokens!(
            "#lf::__private::item_name!(#name)",
            lf = self.declaration.lf,
            name = plain(&self.declaration.implement_name())
        )
    }

    /// The body of a default that nobody wrote.
    pub(super) fn panicking_body(&self) -> TokenStream {
        tokens!(
            "{ #lf::__private::not_implemented(#item) }",
            lf = self.declaration.lf,
            item = self.item_name()
        )
    }

    /// What a call calls, in the caller.
    pub(super) fn slot_callee(&self) -> TokenStream {
        tokens!(
            "(#lf::__private::FunctionSlot::get(&#slot))",
            lf = self.declaration.lf,
            slot = self.hidden("slot")
        )
    }

    /// Everything that an ordinary item hasn't.
    pub(super) fn dynamic_parts(&self, symbol: &str) -> TokenStream {
        let mut parts = self.pointer_types();
        parts.extend(self.initial(symbol));
        parts.extend(self.slot());
        parts.extend(self.module());
        tokens!(
            "#cfgs #lf::__private::dynamic! { #name #parts }",
            cfgs = self.declaration.cfgs,
            lf = self.declaration.lf,
            name = plain(self.declaration.name),
            parts
        )
    }

    /// The types of what can be installed, and of what a thread can put in front of it.
    fn pointer_types(&self) -> TokenStream {
        let (binder, list) = (self.binder(), self.pointer_list());
        // `Fn() -> !` is not stable by that name.
        let overriding_arrow = match &self.crossing.ret[..] {
            [TokenTree::Punct(never)] if never.as_char() == '!' => tokens!(
                "-> <fn(&'static ()) -> ! as #lf::__private::Elide>::T",
                lf = self.declaration.lf
            ),
            // Of a lifetime that comes from no parameter rustc says so where the function pointer is.
            _ => make_static(&self.crossing.arrow(), &self.unbound_lifetimes()),
        };
        tokens!(
            "#cfgs #[doc(hidden)] #[allow(non_camel_case_types)]
             #visibility type #function = #binder #unsafety #abi fn(#list) #arrow;

             #cfgs #[doc(hidden)] #[allow(non_camel_case_types)]
             #visibility type #overriding<'__linkface_scope> =
                dyn #binder ::core::ops::Fn(#list) #overriding_arrow + '__linkface_scope;",
            cfgs = self.declaration.cfgs,
            visibility = self.head.visibility.0,
            function = self.hidden("function"),
            binder,
            unsafety = self.crossing.unsafety,
            abi = self.crossing.abi,
            list,
            arrow = self.crossing.arrow(),
            overriding = self.hidden("override"),
            overriding_arrow,
        )
    }

    /// Those that no parameter mentions.
    fn unbound_lifetimes(&self) -> Vec<String> {
        let list = self.pointer_list();
        let mut lifetimes = self.crossing.generics.lifetimes();
        lifetimes.retain(|lifetime| {
            let without = make_static(&list, std::slice::from_ref(lifetime));
            without.to_string() == list.to_string()
        });
        lifetimes
    }

    /// What is linked, or the default: only the declaring object refers to the symbol, so it works across
    /// images, too.
    fn initial(&self, symbol: &str) -> TokenStream {
        let Signature {
            unsafety, generics, ..
        } = &self.crossing;
        let (generics, parameters, ret) = (
            generics.angled(),
            self.wire_parameters(),
            self.crossing.arrow(),
        );
        let abi = self.wire_abi();
        let extern_abi = if abi.is_empty() {
            tokens!("extern \"Rust\"")
        } else {
            abi.clone()
        };
        let safety = match unsafety {
            Some(unsafety) => tokens!("#unsafety", unsafety),
            None => tokens!("safe"),
        };
        let import = tokens!(
            "#[allow(clashing_extern_declarations)]
             unsafe #extern_abi {
                #[link_name = #symbol]
                #safety fn __linkface_linked #generics (#parameters) #ret;
             }",
            extern_abi,
            symbol,
            safety,
            generics,
            parameters,
            ret,
        );
        let names: TokenStream = self
            .crossing
            .names()
            .iter()
            .map(|name| tokens!("#name,", name))
            .collect();
        let call = tokens!("__linkface_linked(#names)", names);
        let call = if unsafety.is_some() {
            // SAFETY: the linked implementation's contract is that of the function, which is `unsafe`, too.
            tokens!("unsafe { #call }", call)
        } else {
            call
        };
        tokens!(
            "#cfgs #[cfg(not(all(windows, target_env = \"gnu\")))]
             #[allow(non_upper_case_globals)]
             const #initial: #function = { #import __linkface_linked };
             // GNU ld resolves a weak external only for the object that defines it.
             #cfgs #[cfg(all(windows, target_env = \"gnu\"))]
             #[allow(non_upper_case_globals)]
             const #initial: #function = {
                #[inline(never)]
                #unsafety #abi fn __linkface_initial #generics (#parameters) #ret {
                    #import
                    #call
                }
                __linkface_initial
             };",
            cfgs = self.declaration.cfgs,
            initial = self.hidden("initial"),
            function = self.hidden("function"),
            import,
            unsafety,
            abi,
            generics,
            parameters,
            ret,
            call,
        )
    }

    fn slot(&self) -> TokenStream {
        let lf = &self.declaration.lf;
        let slot = self.hidden("slot");
        let (overriding, dispatcher) = if self.has_overrides() {
            let (dispatcher, overriding) = (self.hidden("dispatcher"), self.hidden("override"));
            (
                tokens!("#overriding<'static>", overriding),
                tokens!("::core::option::Option::Some(#dispatcher)", dispatcher),
            )
        } else {
            (tokens!("()"), tokens!("::core::option::Option::None"))
        };
        tokens!(
            "#dispatch
             #cfgs #[doc(hidden)] #[allow(non_upper_case_globals)]
             static #slot: #lf::__private::FunctionSlot<#function, #overriding> =
                #lf::__private::function_slot!(#name #initial, #dispatcher);",
            dispatch = self.has_overrides().then(|| self.dispatcher()),
            cfgs = self.declaration.cfgs,
            slot,
            lf,
            function = self.hidden("function"),
            overriding,
            name = plain(&self.declaration.implement_name()),
            initial = self.hidden("initial"),
            dispatcher,
        )
    }

    /// What the slot holds while some thread overrides it.
    fn dispatcher(&self) -> TokenStream {
        let lf = &self.declaration.lf;
        let names: TokenStream = self
            .crossing
            .names()
            .iter()
            .map(|name| tokens!("#name,", name))
            .collect();
        let beneath = tokens!(
            "(#lf::__private::FunctionSlot::beneath(&#slot))(#names)",
            lf,
            slot = self.hidden("slot"),
            names
        );
        let beneath = if self.crossing.unsafety.is_some() {
            tokens!(
                "// SAFETY: as unsafe as this function, whose caller keeps the contract.
                 unsafe { #beneath }",
                beneath
            )
        } else {
            beneath
        };
        tokens!(
            "#cfgs #[doc(hidden)] #[cold] #[inline(never)] #[allow(clippy::used_underscore_binding)]
             #unsafety #abi fn #dispatcher #generics (#parameters) #ret {
                #lf::__private::FunctionSlot::dispatch(&#slot, |__linkface_own| match __linkface_own {
                    ::core::option::Option::Some(__linkface_own) => __linkface_own(#names),
                    ::core::option::Option::None => #beneath,
                })
             }",
            cfgs = self.declaration.cfgs,
            unsafety = self.crossing.unsafety,
            abi = self.wire_abi(),
            dispatcher = self.hidden("dispatcher"),
            generics = self.crossing.generics.angled(),
            parameters = self.wire_parameters(),
            ret = self.crossing.arrow(),
            lf,
            slot = self.hidden("slot"),
            names,
            beneath,
        )
    }
}
