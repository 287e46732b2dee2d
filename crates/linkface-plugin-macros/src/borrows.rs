//! How long what crosses is borrowed: lifetimes, as numbers that descriptions have.
//!
//! Whoever takes a `&'static str` may keep it, whoever takes a `&str` may not, and nothing else tells the
//! two apart. A lifetime is known by where it comes from: its name doesn't matter, nor whether it is left
//! out where the language knows which one it is. What stands behind a type alias isn't seen.

use proc_macro2::Literal;
use syn::visit_mut::{self, VisitMut};
use syn::{
    AngleBracketedGenericArguments, FnArg, GenericArgument, GenericParam, Generics, Lifetime,
    ParenthesizedGenericArguments, ReceiverKind, ReturnType, Signature, TraitBound, Type,
    TypeParamBound, TypeReference, WherePredicate,
};

/// The numbers are part of descriptions: see `linkface_plugin::check`.
const STATIC: u64 = 1;
/// The receiver's.
const FIRST: u64 = 2;
/// Of a closure's arguments.
const CLOSURE: u64 = 128;
/// Of several that a closure's result could have.
const UNCLEAR: u64 = 253;
/// Behind it: `'a: 'b`, two by two.
const BOUNDS: u64 = 254;
/// A receiver that is `&'static self`.
const STATIC_SELF: u64 = 255;

/// Of a method's parameters and, last, of what it returns.
pub(crate) fn of_method(signature: &Signature) -> Vec<Literal> {
    let mut known = Known::of_method(signature);
    let mut numbers = Vec::new();
    for input in &signature.inputs {
        if let FnArg::Typed(input) = input {
            numbers.push(number(&known.read(&input.ty, LeftOut::Each)));
        }
    }
    let mut returned = match &signature.output {
        ReturnType::Type(_, ty) => known.read(ty, LeftOut::Is(FIRST)),
        ReturnType::Default => Vec::new(),
    };
    if known.is_static {
        returned.push(STATIC_SELF);
    }
    returned.extend(known.bounds(&signature.generics));
    numbers.push(number(&returned));
    numbers
}

/// Of a type's field.
pub(crate) fn of_field(generics: &Generics, ty: &Type) -> Literal {
    let mut known = Known {
        names: [None]
            .into_iter()
            .chain(generics.lifetimes().map(|p| Some(p.lifetime.clone())))
            .collect(),
        often: generics
            .lifetimes()
            .map(|parameter| parameter.lifetime.clone())
            .collect(),
        is_static: false,
    };
    let mut read = known.read(ty, LeftOut::Each);
    read.extend(known.bounds(generics));
    number(&read)
}

/// As many as fit are a byte each.
fn number(read: &[u64]) -> Literal {
    const MOST: usize = 15;
    let bytes: Vec<u8> = read
        .iter()
        .filter_map(|one| u8::try_from(*one).ok())
        .collect();
    let number = if bytes.len() == read.len() && bytes.len() <= MOST {
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u128::from(*byte))
    } else {
        // FNV-1a, as in `linkface_plugin::describe::id`.
        let hash = read.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, one| {
            (hash ^ one).wrapping_mul(0x0000_0100_0000_01b3)
        });
        1 << 120 | u128::from(hash)
    };
    Literal::u128_unsuffixed(number)
}

/// Lifetimes that have a number.
struct Known {
    /// Those without a name have one, too.
    names: Vec<Option<Lifetime>>,
    /// Named more than once.
    often: Vec<Lifetime>,
    /// `&'static self`
    is_static: bool,
}

impl Known {
    fn of_method(signature: &Signature) -> Self {
        let mut counted = Count::default();
        let mut own = None;
        let mut signature = signature.clone();
        for input in &mut signature.inputs {
            match input {
                FnArg::Receiver(receiver) => {
                    if let ReceiverKind::Reference(_, Some(lifetime), _) = &receiver.kind {
                        counted.0.push(lifetime.clone());
                        own = Some(lifetime.clone());
                    }
                }
                FnArg::Typed(input) => counted.visit_type_mut(&mut input.ty),
            }
        }
        counted.visit_return_type_mut(&mut signature.output);
        counted.visit_generics_mut(&mut signature.generics);
        let mut often = Vec::new();
        while let Some(one) = counted.0.pop() {
            // Where it is declared, and where it is used.
            if counted.0.iter().filter(|other| **other == one).count() > 1 {
                often.push(one);
            }
        }
        let is_static = own.as_ref().is_some_and(|own| own.ident == "static");
        Self {
            names: vec![own.filter(|_| !is_static)],
            often,
            is_static,
        }
    }

    fn read(&mut self, ty: &Type, left_out: LeftOut) -> Vec<u64> {
        let mut read = Read {
            known: self,
            found: Vec::new(),
            left_out,
            bound: Vec::new(),
            closures: CLOSURE,
        };
        read.visit_type_mut(&mut ty.clone());
        read.found
    }

    fn fresh(&mut self, name: Option<Lifetime>) -> u64 {
        self.names.push(name);
        FIRST + (self.names.len() as u64 - 1)
    }

    fn named(&mut self, name: &Lifetime) -> u64 {
        if name.ident == "static" {
            return STATIC;
        }
        let known = self
            .names
            .iter()
            .position(|known| known.as_ref() == Some(name));
        match known {
            Some(known) => FIRST + known as u64,
            None => self.fresh(Some(name.clone())),
        }
    }

    /// `'a: 'b`
    fn bounds(&mut self, generics: &Generics) -> Vec<u64> {
        let mut bounds = Vec::new();
        let parameters = generics.lifetimes();
        let mut all: Vec<_> = parameters
            .flat_map(|parameter| {
                let bounds = parameter.bounds.iter();
                bounds.map(|bound| (parameter.lifetime.clone(), bound.clone()))
            })
            .collect();
        for predicate in generics.where_clause.iter().flat_map(|c| &c.predicates) {
            if let WherePredicate::Lifetime(predicate) = predicate {
                let of = |bound: &Lifetime| (predicate.lifetime.clone(), bound.clone());
                all.extend(predicate.bounds.iter().map(of));
            }
        }
        for (longer, shorter) in all {
            bounds.push((self.named(&longer), self.named(&shorter)));
        }
        bounds.sort_unstable();
        bounds.dedup();
        let mark = (!bounds.is_empty()).then_some(BOUNDS);
        let bounds = bounds
            .into_iter()
            .flat_map(|(longer, shorter)| [longer, shorter]);
        mark.into_iter().chain(bounds).collect()
    }
}

/// Which one it is where none is written.
#[derive(Clone, Copy, PartialEq)]
enum LeftOut {
    /// Another one each time.
    Each,
    /// Another one of the closure's.
    Closure,
    /// This.
    Is(u64),
}

struct Read<'a> {
    known: &'a mut Known,
    found: Vec<u64>,
    left_out: LeftOut,
    /// Of `for<…>`s around, numbered where they are used.
    bound: Vec<(Lifetime, Option<u64>)>,
    /// The next one of a closure.
    closures: u64,
}

impl Read<'_> {
    fn left_out(&mut self) {
        let number = match self.left_out {
            LeftOut::Each => self.known.fresh(None),
            LeftOut::Closure => self.of_closure(),
            LeftOut::Is(number) => number,
        };
        self.found.push(number);
    }

    fn of_closure(&mut self) -> u64 {
        self.closures += 1;
        self.closures - 1
    }

    /// Whether a type's argument says nothing that isn't so without it: `Text<'_>` may be `Text`.
    fn is_loose(&mut self, lifetime: &Lifetime) -> bool {
        if lifetime.ident == "static" || self.bound.iter().any(|(bound, _)| bound == lifetime) {
            return false;
        }
        if lifetime.ident == "_" {
            return true;
        }
        match self.left_out {
            LeftOut::Each => !self.known.often.contains(lifetime),
            LeftOut::Closure => false,
            LeftOut::Is(number) => self.known.named(lifetime) == number,
        }
    }
}

impl VisitMut for Read<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            self.left_out();
            return;
        }
        let bound = self.bound.iter().rposition(|(bound, _)| bound == lifetime);
        let number = match bound {
            Some(at) => match self.bound[at].1 {
                Some(number) => number,
                None => *self.bound[at].1.insert({
                    self.closures += 1;
                    self.closures - 1
                }),
            },
            None => self.known.named(lifetime),
        };
        self.found.push(number);
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            self.left_out();
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_angle_bracketed_generic_arguments_mut(
        &mut self,
        arguments: &mut AngleBracketedGenericArguments,
    ) {
        let are_loose = arguments.args.iter().all(|argument| match argument {
            GenericArgument::Lifetime(lifetime) => self.is_loose(lifetime),
            _ => true,
        });
        for argument in &mut arguments.args {
            if !are_loose || !matches!(argument, GenericArgument::Lifetime(_)) {
                self.visit_generic_argument_mut(argument);
            }
        }
    }

    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        arguments: &mut ParenthesizedGenericArguments,
    ) {
        let outside = core::mem::replace(&mut self.left_out, LeftOut::Closure);
        let before = self.found.len();
        for input in &mut arguments.inputs {
            self.visit_type_mut(&mut input.ty);
        }
        self.left_out = LeftOut::Is(match &self.found[before..] {
            [one] => *one,
            _ => UNCLEAR,
        });
        self.visit_return_type_mut(&mut arguments.output);
        self.left_out = outside;
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        let before = self.bound.len();
        for parameter in bound.lifetimes.iter().flat_map(|bound| &bound.lifetimes) {
            if let GenericParam::Lifetime(parameter) = parameter {
                self.bound.push((parameter.lifetime.clone(), None));
            }
        }
        self.visit_path_mut(&mut bound.path);
        self.bound.truncate(before);
    }

    fn visit_type_param_bound_mut(&mut self, bound: &mut TypeParamBound) {
        // What a box has without it.
        if let TypeParamBound::Lifetime(lifetime) = bound
            && lifetime.ident == "static"
        {
            return;
        }
        visit_mut::visit_type_param_bound_mut(self, bound);
    }
}

/// All that are named.
#[derive(Default)]
struct Count(Vec<Lifetime>);

impl VisitMut for Count {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        self.0.push(lifetime.clone());
    }
}
