//! `#[sam]` and `sam!` wherever code stands: in bodies, in macros, under conditions, renamed, and
//! among names that shadow the usual ones.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![allow(clippy::needless_pass_by_value, reason = "closures are passed on")]
#![forbid(unsafe_code)]

mod in_bodies {
    use linkface_traits::attr::sam;

    #[test]
    #[allow(clippy::items_after_statements)]
    fn a_trait_in_a_function() {
        use super::sam_macro::sam as closure;

        #[sam]
        trait Local {
            fn local(&self, n: impl std::fmt::Debug) -> String;
        }
        let text = String::from("t");
        assert_eq!(Local(|n| format!("{text}{n:?}")).local(1), "t1");
        let f = closure!(impl Local [text: &str] |n: impl std::fmt::Debug| format!("{text}{n:?}"));
        assert_eq!(f.local('c'), "t'c'");

        struct Own(u8);
        #[sam]
        trait Private<T> {
            fn private(&mut self, own: &Own) -> T;
        }
        let mut f = closure!(impl Private<u16> |own| own.0.into());
        assert_eq!(f.private(&Own(1)), 1);

        #[sam(for::core::fmt::Display)]
        trait Display {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result;
        }
        assert_eq!(Display(|f| f.write_str("shown")).to_string(), "shown");
    }

    fn generic<T: Clone + std::fmt::Debug>(value: &T) -> String {
        #[sam]
        trait Inner<T> {
            fn inner(&self) -> T;
        }
        let f = Inner(|| value.clone());
        format!("{:?}", f.inner())
    }

    #[test]
    fn in_a_generic_function() {
        assert_eq!(generic(&1), "1");
    }
}

mod in_macros {
    use linkface_traits::attr::sam;
    use linkface_traits::sam as closure;
    use std::collections::VecDeque;

    macro_rules! trait_of {
        ($vis:vis $name:ident<$t:ident: $bound:path>($arg:ty, $other:ty) -> $ret:ty) => {
            #[sam]
            $vis trait $name<$t: $bound> {
                fn run(&self, arg: $arg, t: $t, other: &$other, generic: impl $bound) -> $ret;
            }
        };
    }
    trait_of!(pub(crate) One<T: std::fmt::Debug>(&str, [T]) -> Option<String>);
    trait_of!(Two<T: std::fmt::Debug>(u8, VecDeque<T>) -> usize);

    macro_rules! closure_of {
        ($path:path, $capture:ident: $ty:ty, $body:expr) => {
            closure!(impl $path [$capture: $ty] |_, _, _, _| $body)
        };
        ($path:path, $closure:expr) => {
            closure!(impl $path $closure)
        };
    }

    #[test]
    fn works() {
        let f = One(|arg, t, other, generic| Some(format!("{arg}{t:?}{other:?}{generic:?}")));
        assert_eq!(f.run("a", 1, &[2], 3).as_deref(), Some("a1[2]3"));
        let f = Two(|arg, (), other, _| other.len() + usize::from(arg));
        assert_eq!(f.run(1, (), &[()].into(), ()), 2);

        let k = 5;
        assert_eq!(
            closure_of!(Two<u8>, k: &usize, *k).run(0, 0, &[].into(), 0),
            5
        );
        let f = closure_of!(Two<u8>, |_, _, other, _| other.len());
        assert_eq!(f.run(1, 0, &[1, 2].into(), ()), 2);
    }

    /// Two of one name, made at one place.
    macro_rules! modules {
        ($($module:ident)+) => {$(
            mod $module {
                #[linkface_traits::attr::sam]
                pub(crate) trait Same {
                    fn same(&self) -> &'static str {
                        stringify!($module)
                    }
                    fn call(&self, n: u8) -> u8;
                }
            }
        )+};
    }
    modules! { a b }

    #[test]
    fn repeated() {
        use a::Same as _;
        use b::Same as Other;
        assert_eq!(a::Same(|n| n + 1).call(1), 2);
        assert_eq!(a::Same(|n| n).same(), "a");
        assert_eq!(closure!(impl b::Same [] |n| n).call(1), 1);
        assert_eq!(Other(|n| n).same(), "b");
    }
}

mod renamed {
    pub(crate) mod far {
        pub(crate) mod away {
            use linkface_traits::attr::sam;
            #[sam]
            pub(in crate::renamed) trait Restricted {
                fn restricted(&self, n: impl Copy + Into<u32>) -> u32;
            }
            #[sam]
            pub(in super::super) trait Public<T = u8> {
                fn public(&self, n: T) -> T;
            }
        }
    }
    use far::away::Public as Other;
    use far::away::Restricted as Again;
    use linkface_traits::sam;

    #[test]
    fn the_macro_comes_along() {
        assert_eq!(Other(|n: u8| n).public(1), 1);
        assert_eq!(sam!(impl Other<u16> |n| n).public(1), 1);
        let k = 2;
        let f = sam!(impl Again [k: &u32] |n: impl Copy + Into<u32>| n.into() * k);
        assert_eq!(f.restricted(4_u8), 8);
    }
}

mod conditions {
    use linkface_traits::attr::sam;
    use linkface_traits::sam as closure;

    #[sam]
    pub(crate) trait Settled {
        #[cfg(test)]
        fn test(&self, n: u8) -> u8;
        #[cfg(not(test))]
        fn not_test(&self);
    }

    #[cfg_attr(test, sam)]
    pub(crate) trait Sometimes {
        fn sometimes(&self) -> u8;
    }

    #[sam]
    #[cfg(not(test))]
    pub(crate) trait Never {
        fn never(&self);
    }

    #[test]
    fn are_settled() {
        assert_eq!(Settled(|n| n + 1).test(1), 2);
        assert_eq!(closure!(impl Settled [] |n| n + 1).test(1), 2);
        assert_eq!(Sometimes(|| 1).sometimes(), 1);
    }
}

/// Names that expansions must not meet.
#[allow(dead_code)]
mod hostile {
    use linkface_traits::attr::sam;
    use linkface_traits::sam as closure;

    mod core {}
    mod std {}
    mod alloc {}
    struct Option;
    struct Result;
    struct PhantomData;
    struct Sized;
    trait Fn {}
    trait FnMut {}
    trait FnOnce {}
    trait Clone {}
    trait Copy {}
    trait Debug {}
    trait Iterator {}
    trait Into {}
    trait Everything {
        fn clone(&self) {}
        fn into(&self) {}
        fn fmt(&self) {}
        fn closure(&self) {}
        fn run(&self) {}
    }
    impl<T: ?::core::marker::Sized> Everything for T {}
    fn closure() {}
    fn f() {}

    #[sam]
    trait Plain {
        type F;
        type Returned;
        fn run(
            &mut self,
            f: Self::F,
            closure: u8,
        ) -> impl ::core::iter::Iterator<Item = Self::Returned>;
    }

    #[sam]
    trait Generic: ::core::clone::Clone {
        fn run<F: ::core::fmt::Debug + ::core::fmt::Display>(
            &self,
            closure: F,
            argument_0: &impl ::core::fmt::Debug,
        ) -> ::core::option::Option<usize>;
    }

    #[test]
    fn names_are_not_met() {
        let captured = ::std::string::String::from("c");
        let mut plain = Plain(|f: u8, closure| [f, closure].into_iter());
        assert_eq!(Plain::run(&mut plain, 1, 2).count(), 2);
        let closure = Generic(|closure, argument| {
            ::core::option::Option::Some(format!("{closure}{argument:?}{captured}").len())
        });
        assert_eq!(
            Generic::run(&closure, 1, &'x'),
            ::core::option::Option::Some(5)
        );
        let argument_0 = 1_usize;
        let closure = &argument_0;
        let it = closure!(impl Generic [argument_0: &usize, closure: &usize]
            |x: F, _: &impl ::core::fmt::Debug| {
                ::core::option::Option::Some(format!("{x}").len() + argument_0 + closure)
            }
        );
        assert_eq!(
            Generic::run(&::core::clone::Clone::clone(&it), 1, &'x').unwrap(),
            3
        );
    }
}

mod dyn_and_boxed {
    use linkface_traits::attr::sam;
    use std::collections::BTreeMap;

    #[sam]
    pub(crate) trait Command: Send {
        fn run(&mut self, line: &str) -> Result<String, std::fmt::Error>;
    }

    struct Shell(BTreeMap<&'static str, Box<dyn Command>>);

    #[test]
    fn a_table_of_commands() {
        let mut calls = 0;
        let mut shell = Shell(BTreeMap::new());
        shell
            .0
            .insert("echo", Box::new(Command(|line| Ok(line.to_owned()))));
        shell.0.insert(
            "count",
            Box::new(Command(move |_| {
                calls += 1;
                Ok(calls.to_string())
            })),
        );
        let mut run = |name: &str, line: &str| shell.0.get_mut(name).unwrap().run(line).unwrap();
        assert_eq!(run("echo", "a"), "a");
        run("count", "");
        assert_eq!(run("count", ""), "2");
    }
}

mod sam_macro {
    pub(crate) use linkface_traits::sam;
}
