//! What a symbol is for: the one table of roles and the sentences they carry.

use crate::{Compat, Item};
use std::fmt;

/// Makes the enum and everything that lists its variants from one table, so that they cannot drift
/// apart.
macro_rules! roles {
    ($($(#[doc = $doc:literal])+ $role:ident, $code:literal, $sentence:literal;)+) => {
        /// What a symbol is for. Each role has a sentence, which is the last component of the
        /// symbol's path.
        ///
        /// ```
        /// use linkface_symbol::{Compat, Item, Role};
        ///
        /// let item = Item::new("console", Compat::of("0.4.7")?, ["write"], 0);
        /// assert_eq!(
        ///     Role::Unique.sentence(&item),
        ///     "is implemented by two crates in this program: keep one provider of console 0.4",
        /// );
        /// assert_eq!(Role::Unique.code(), "unique");
        /// # Ok::<(), linkface_symbol::CompatError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Role {
            $(
                $(#[doc = $doc])+
                #[doc = ""]
                #[doc = concat!("> ", $sentence)]
                $role,
            )+
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role),+];

            /// A short stable name, for tools' output.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$role => $code),+ }
            }

            const fn template(self) -> &'static str {
                match self { $(Self::$role => $sentence),+ }
            }
        }
    };
}

// Changing a sentence changes the symbols: crates built before and after no longer meet, so it is a
// breaking change.
//
// Keep `{version}` exactly once in each sentence (`decode` reads it back) and the sentences short:
// rustc-demangle, hence every tool written in Rust, gives up on Punycode of more than 128
// characters. The tests hold both.
roles! {
    /// Callers of a required item refer to it and the provider defines it. Left undefined when
    /// nobody implements, defined twice when two do, and shown in backtraces when one does: the
    /// sentence has to be true in all three.
    Required, "required",
    "is implemented by a provider of {package} {version}; if it is missing, add one to the root crate: `use the_provider as _`";
    /// Callers of an item with a default refer to it. Undefined only where the façade sits in
    /// another image, a `dylib`: rustc doesn't export what an assembler defines.
    Defaulted, "defaulted",
    "has a default in {package} {version}; if it is missing, that is inside a dylib: call it through a function there";
    /// A hidden label that each façade defines and its implementations ask for: two copies of one
    /// façade collide, and an implementation in another image doesn't find it.
    Declared, "declared",
    "must be linked once, into the same image as its providers ({package} {version})";
    /// A hidden label that each dynamic item defines and its linked implementation asks for: from
    /// another image an item is implemented by a call.
    Elsewhere, "elsewhere",
    "is in another image than this implementation: leave `implement` out and call `install` there ({package} {version})";
    /// A label that each ordinary provider defines, so that two of them collide.
    Unique, "unique",
    "is implemented by two crates in this program: keep one provider of {package} {version}";
    /// A label that each default-grade provider defines, so that two of them collide.
    UniqueDefault, "unique-default",
    "has two default implementations in this program: keep one default provider of {package} {version}";
    /// What an override defines so that linkers search its archive, too, although there is a
    /// default. Also the stem of the flags that only the assembler sees.
    Pull, "pull",
    "overrides the default of {package} {version}";
    /// A static that holds the `TypeId` of the type that implements a trait. Undefined when there
    /// is none.
    TypeId, "type-id",
    "is the type from a provider of {package} {version}; if it is missing, add one to the root crate: `use the_provider as _`";
}

impl Role {
    /// The role of that [code](Role::code).
    ///
    /// ```
    /// use linkface_symbol::Role;
    ///
    /// assert_eq!(Role::from_code("type-id"), Some(Role::TypeId));
    /// assert_eq!(Role::from_code("TypeId"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.code() == code)
    }

    /// What a symbol of this role says about `item`, without lookalikes.
    #[must_use]
    pub fn sentence(self, item: &Item) -> String {
        let (before, after) = self.around_version(&item.crate_name());
        format!("{before}{}{after}", item.version)
    }

    /// Reads back what [`Role::sentence`] wrote about an item of `package`.
    pub(crate) fn read(sentence: &str, package: &str) -> Option<(Self, Compat)> {
        Self::ALL.iter().find_map(|role| {
            let (before, after) = role.around_version(package);
            let version = sentence.strip_prefix(&*before)?.strip_suffix(&*after)?;
            Some((*role, version.parse().ok()?))
        })
    }

    /// The sentence about `package`, cut where the version stands.
    fn around_version(self, package: &str) -> (String, String) {
        let (before, after) = self.template().split_once("{version}").unwrap_or_default();
        (
            before.replace("{package}", package),
            after.replace("{package}", package),
        )
    }
}

impl fmt::Display for Role {
    /// Writes the [code](Role::code).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_names_package_and_version_once_and_stays_short() {
        for role in Role::ALL {
            let template = role.template();
            assert_eq!(template.matches("{package}").count(), 1, "{role}");
            assert_eq!(template.matches("{version}").count(), 1, "{role}");
            let fixed = template.len() - "{package}".len() - "{version}".len();
            assert!(
                fixed <= 106,
                "{role}: {fixed} leaves a package and its version too little of 128"
            );
        }
    }

    #[test]
    fn codes_and_sentences_tell_roles_apart() {
        let item = Item::new("console", Compat::of("0.4.7").unwrap(), ["write"], 0);
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(*role));
            assert_eq!(
                Role::read(&role.sentence(&item), "console"),
                Some((*role, item.version))
            );
        }
        assert_eq!(Role::read("have konsole 0.4", "console"), None);
        assert_eq!(Role::read("have console much", "console"), None);
    }
}
