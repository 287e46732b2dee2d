//! What stands for a member that is wrong.

use super::method::Method;
use proc_macro2::TokenStream;
use quote::quote;
use syn::TraitItem;

/// What stands for a member that is wrong, so that the impl is complete.
pub(super) fn placeholder(member: &TraitItem) -> TokenStream {
    match member {
        TraitItem::Fn(item) => {
            let mut method = Method::new(item.sig.clone(), item.sig.ident.span());
            method.without_async();
            let signature = &method.signature;
            let arguments = &method.arguments;
            let body = if matches!(&signature.output, syn::ReturnType::Type(_, ty) if has_impl(ty))
            {
                return TokenStream::new();
            } else {
                quote!(let _ = (#(&#arguments,)*); ::core::panic!())
            };
            quote!(#signature { #body })
        }
        TraitItem::Const(item) => {
            let (name, ty) = (&item.ident, &item.ty);
            quote!(const #name: #ty = ::core::panic!();)
        }
        TraitItem::Type(item) => {
            let name = &item.ident;
            let mut generics = item.generics.clone();
            let clause = generics.where_clause.take();
            quote!(type #name #generics = () #clause;)
        }
        _ => TokenStream::new(),
    }
}

fn has_impl(ty: &syn::Type) -> bool {
    struct Finder(bool);
    impl syn::visit::Visit<'_> for Finder {
        fn visit_type_impl_trait(&mut self, _: &syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    syn::visit::Visit::visit_type(&mut finder, ty);
    finder.0
}
