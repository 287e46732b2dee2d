//! What binds names, and where they are bound: the walk, syntax by syntax.

use super::arguments::Arguments;
use super::closure::is_lint;
use super::walk::{Use, Walk};
use super::{macros, tokens};
use proc_macro2::{Ident, TokenStream};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, BinOp, Block, Expr, ExprPath, FieldValue, Item, ItemImpl, Local, Macro, Member,
    Meta, Pat, Path, Stmt, Token, Type, UseTree, parse_quote,
};

/// The variable that an expression is, if it is nothing else.
pub(super) fn variable(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Path(ExprPath {
            qself: None, path, ..
        }) => path.get_ident(),
        Expr::Group(group) => variable(&group.expr),
        Expr::Paren(paren) => variable(&paren.expr),
        _ => None,
    }
}

fn begins_with_self(path: &Path) -> bool {
    path.segments
        .first()
        .is_some_and(|first| first.ident == "Self")
}

fn is_self(ty: &Type) -> bool {
    matches!(ty, Type::Path(ty) if ty.qself.is_none() && ty.path.is_ident("Self"))
}

impl VisitMut for Walk<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(path) => {
                let own = match &path.qself {
                    None => begins_with_self(&path.path),
                    Some(qself) => is_self(&qself.ty),
                };
                if own {
                    return self.uses.this_path(path);
                }
                let name = path.path.get_ident().filter(|_| path.qself.is_none());
                let place = name.and_then(|name| self.replace(name, Use::Value));
                if let Some(place) = place {
                    *expr = place;
                } else {
                    visit_mut::visit_expr_mut(self, expr);
                }
            }
            Expr::Call(call) => {
                if let Expr::Path(path) = &*call.func
                    && path.qself.is_none()
                    && let Some(name) = path.path.get_ident()
                {
                    if let Some(place) = self.replace(name, Use::Called) {
                        *call.func = place;
                    }
                } else {
                    self.visit_expr_mut(&mut call.func);
                }
                for arg in &mut call.args {
                    self.visit_expr_mut(arg);
                }
            }
            Expr::Assign(assign) => {
                self.changed(&assign.left);
                visit_mut::visit_expr_mut(self, expr);
            }
            Expr::Binary(binary) => {
                if is_assignment(&binary.op) {
                    self.changed(&binary.left);
                }
                visit_mut::visit_expr_mut(self, expr);
            }
            Expr::Reference(reference) => {
                if reference.mutability.is_some() {
                    self.changed(&reference.expr);
                }
                visit_mut::visit_expr_mut(self, expr);
            }
            Expr::Closure(closure) => self.scoped(|walk| {
                for input in &mut closure.inputs {
                    walk.bind(input);
                }
                walk.visit_return_type_mut(&mut closure.output);
                walk.visit_expr_mut(&mut closure.body);
            }),
            Expr::If(branch) => {
                self.scoped(|walk| {
                    walk.visit_expr_mut(&mut branch.cond);
                    walk.visit_block_mut(&mut branch.then_branch);
                });
                if let Some((_, other)) = &mut branch.else_branch {
                    self.visit_expr_mut(other);
                }
            }
            Expr::While(branch) => self.scoped(|walk| {
                walk.visit_expr_mut(&mut branch.cond);
                walk.visit_block_mut(&mut branch.body);
            }),
            // In a condition: what it binds is bound in the rest of the condition and in its block.
            Expr::Let(condition) => {
                self.visit_expr_mut(&mut condition.expr);
                self.bind(&mut condition.pat);
            }
            Expr::ForLoop(branch) => {
                self.visit_expr_mut(&mut branch.expr);
                self.scoped(|walk| {
                    walk.bind(&mut branch.pat);
                    walk.visit_block_mut(&mut branch.body);
                });
            }
            Expr::Match(branch) => {
                self.visit_expr_mut(&mut branch.expr);
                for arm in &mut branch.arms {
                    self.scoped(|walk| {
                        walk.bind(&mut arm.pat);
                        walk.visit_expr_mut(&mut arm.body);
                    });
                }
            }
            Expr::Repeat(repeat) => {
                self.visit_expr_mut(&mut repeat.expr);
                self.constant(|walk| walk.visit_expr_mut(&mut repeat.len));
            }
            Expr::Const(block) => self.constant(|walk| walk.visit_block_mut(&mut block.block)),
            Expr::Verbatim(tokens) => *tokens = macros::unknown(self, tokens.clone()),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        self.visit_expr_mut(&mut field.expr);
        // `S { x }` is `S { x: … }` now, if `x` is anything else.
        if field.colon_token.is_none()
            && let Member::Named(member) = &field.member
            && variable(&field.expr) != Some(member)
        {
            field.colon_token = Some(Token![:](member.span()));
        }
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        self.scoped(|walk| walk.statements(&mut block.stmts));
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        self.bind(&mut local.pat);
    }

    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(ident) => {
                if let Some((_, inner)) = &mut ident.subpat {
                    self.visit_pat_mut(inner);
                }
                self.declare(&ident.ident);
            }
            // The guard sees what the pattern binds.
            Pat::Guard(guard) => {
                self.visit_pat_mut(&mut guard.pat);
                self.visit_expr_mut(&mut guard.guard);
            }
            Pat::Const(_) | Pat::Lit(_) | Pat::Range(_) | Pat::Path(_) => {
                self.constant(|walk| visit_mut::visit_pat_mut(walk, pat));
            }
            Pat::Macro(_) => {}
            _ => visit_mut::visit_pat_mut(self, pat),
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        if begins_with_self(path) {
            let mut whole = ExprPath {
                attrs: Vec::new(),
                qself: None,
                path: path.clone(),
            };
            self.uses.this_path(&mut whole);
            if whole.qself.is_none() {
                *path = whole.path;
            }
        } else {
            visit_mut::visit_path_mut(self, path);
        }
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        let own = match &*ty {
            Type::Path(path) => match &path.qself {
                None => begins_with_self(&path.path),
                Some(qself) => is_self(&qself.ty),
            },
            _ => false,
        };
        if own {
            self.uses.this_type(ty);
        } else {
            self.constant(|walk| visit_mut::visit_type_mut(walk, ty));
        }
    }

    fn visit_generic_argument_mut(&mut self, argument: &mut syn::GenericArgument) {
        self.constant(|walk| visit_mut::visit_generic_argument_mut(walk, argument));
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        macros::visit(self, mac);
    }

    // Items within a body see none of its variables, and have a `self` of their own.
    fn visit_item_mut(&mut self, item: &mut Item) {
        // Names in a macro mean what they mean where it is defined, `self` also.
        if let Item::Macro(item) = item {
            tokens::note_self(self, &item.mac.tokens);
        }
        if let Item::Impl(item) = item
            && let Some(at) = anon_attribute(item)
        {
            let arguments = match &item.attrs[at].meta {
                Meta::List(list) => list.tokens.clone(),
                _ => TokenStream::new(),
            };
            // What isn't read is said of the inner impl.
            let Ok(mut arguments) = syn::parse2::<Arguments>(arguments) else {
                return;
            };
            let names = macros::captured(self, &mut arguments.captures);
            if let Some(places) = macros::inside(self, &names, &mut item.items) {
                arguments.places = places;
                let path = item.attrs[at].path();
                item.attrs[at].meta = parse_quote!(#path(#arguments));
            }
        }
    }

    fn visit_attribute_mut(&mut self, _: &mut syn::Attribute) {}
}

impl Walk<'_> {
    /// A block's statements, in a scope of their own.
    pub(super) fn statements(&mut self, statements: &mut [Stmt]) {
        for statement in &*statements {
            if let Stmt::Item(item) = statement {
                self.declare_item(item);
            }
        }
        for statement in statements {
            self.visit_stmt_mut(statement);
        }
    }

    /// An item is there in its whole block.
    fn declare_item(&mut self, item: &Item) {
        match item {
            Item::Fn(item) => self.declare(&item.sig.ident),
            Item::Const(item) => self.declare(&item.ident),
            Item::Static(item) => self.declare(&item.ident),
            Item::Use(item) => self.declare_use(&item.tree),
            _ => {}
        }
    }

    fn declare_use(&mut self, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.declare_use(&path.tree),
            UseTree::Name(name) => self.declare(&name.ident),
            UseTree::Rename(rename) => self.declare(&rename.rename),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.declare_use(tree)),
            UseTree::Glob(_) => {}
        }
    }
}

/// Where `#[anon]` is, under whatever path. It may have another name: then the `_` shows that it is there.
fn anon_attribute(item: &ItemImpl) -> Option<usize> {
    let named = |attribute: &Attribute| {
        let last = attribute.path().segments.last();
        last.is_some_and(|last| last.ident == "anon")
    };
    let other = |attribute: &Attribute| {
        let path = attribute.path();
        let known = ["doc", "cfg", "cfg_attr"].iter();
        !is_lint(attribute) && !known.clone().any(|known| path.is_ident(known))
    };
    let all = || item.attrs.iter();
    all().position(named).or_else(|| {
        let inferred = matches!(*item.self_ty, Type::Infer(_));
        inferred.then(|| all().position(other)).flatten()
    })
}

fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
