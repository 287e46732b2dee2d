//! What every header begins with: version 1 of what crosses, in C.

pub(super) const HEAD: &str = r#"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__cplusplus)
#define LINKFACE_ASSERT(what, text) static_assert(what, text)
#define LINKFACE_ALIGN(type) alignof(type)
#else
#define LINKFACE_ASSERT(what, text) _Static_assert(what, text)
#define LINKFACE_ALIGN(type) _Alignof(type)
#endif
LINKFACE_ASSERT(sizeof(void *) == 8, "the plugin is for a 64-bit platform");

#ifndef LINKFACE_RUNTIME
#define LINKFACE_RUNTIME 1
/* The symbol of a plugin, for `dlsym`: a `LinkfaceEntry`. */
#define LINKFACE_SYMBOL "linkface_plugin_v1"

/* Text that is borrowed for a call: UTF-8, without a zero at its end. */
typedef struct LinkfaceStr {
    const uint8_t *start;
    uintptr_t len;
} LinkfaceStr;

/* Text that is handed over. The side that gets it frees it, with the function of the side that made it. */
typedef struct LinkfaceString {
    uint8_t *start;
    uintptr_t len, capacity;
    void (*free)(uint8_t *start, uintptr_t capacity);
} LinkfaceString;

/* A panic that was caught in a method: what it said. */
typedef struct LinkfacePanic {
    LinkfaceString message;
    void (*free)(struct LinkfacePanic *panic);
} LinkfacePanic;

/* What a method without a value returns. */
typedef struct LinkfaceReturn {
    LinkfacePanic *panic; /* or NULL */
} LinkfaceReturn;

/* What every table of methods begins with. */
typedef struct LinkfaceTable {
    const uint8_t *description;
    uintptr_t description_len;
    LinkfacePanic *(*drop)(void *self); /* NULL for what is only lent */
    const void *state; /* saving and restoring, between Rust's hosts and plugins; or NULL */
    uintptr_t methods;
} LinkfaceTable;

/* An implementor: itself, and the table of its methods. */
typedef struct LinkfaceObject {
    void *self; /* NULL: there is none */
    const LinkfaceTable *table;
} LinkfaceObject;

/* What a host offers: the object for an interface with this description; one with NULL for none. The
   build is 0, but for interfaces that are `same_build`, which C can't offer. */
typedef struct LinkfaceHost {
    const void *data;
    LinkfaceObject (*get)(
        const void *data, const uint8_t *description, uintptr_t len, uint64_t build);
} LinkfaceHost;

typedef struct LinkfaceMade {
    uint8_t is_ok;
    union {
        LinkfaceObject ok;
        LinkfaceString err;
    } value;
    LinkfacePanic *panic; /* or NULL */
} LinkfaceMade;

typedef struct LinkfaceResult {
    uint8_t is_ok;
    union {
        LinkfaceObject ok;
        LinkfaceString err;
    } value;
} LinkfaceResult;

typedef struct LinkfaceConstructed {
    LinkfaceResult value;
    LinkfacePanic *panic;
} LinkfaceConstructed;

typedef struct LinkfaceConstructor {
    LinkfaceConstructed (*make)(const LinkfaceHost *host);
    const uint8_t *interface_;
    void (*type_id)(void *to); /* between Rust's hosts and plugins */
} LinkfaceConstructor;

/* A plugin's symbol. */
typedef struct LinkfaceEntry {
    uint32_t runtime;
    uint32_t count;
    const LinkfaceConstructor *exports;
    const uint8_t *header;
    uintptr_t header_len;
    const void *std;
} LinkfaceEntry;

static inline LinkfaceStr linkface_str(const char *text) {
    LinkfaceStr str = {(const uint8_t *)text, strlen(text)};
    return str;
}

static inline void linkface_string_free(LinkfaceString string) {
    string.free(string.start, string.capacity);
}

/* Frees a panic, after its message was read. */
static inline void linkface_panic_free(LinkfacePanic *panic) {
    linkface_string_free(panic->message);
    panic->free(panic);
}

/* Drops an implementor. NULL, or the panic of its destructor. */
static inline LinkfacePanic *linkface_drop(LinkfaceObject object) {
    return object.table->drop ? object.table->drop(object.self) : NULL;
}

static inline LinkfaceObject linkface_offers_nothing(const void *data, const uint8_t *description,
                                                     uintptr_t len, uint64_t build) {
    LinkfaceObject none = {NULL, NULL};
    (void)data, (void)description, (void)len, (void)build;
    return none;
}

static inline void linkface_no_free(uint8_t *start, uintptr_t capacity) {
    (void)start, (void)capacity;
}

static inline LinkfaceMade linkface_refuse(const char *why) {
    LinkfaceMade made;
    memset(&made, 0, sizeof made);
    made.value.err.start = (uint8_t *)(uintptr_t)why;
    made.value.err.len = strlen(why);
    made.value.err.free = linkface_no_free;
    return made;
}

/* A little-endian number in a plugin's header; 0 behind its end. */
static inline uint64_t linkface_number(const LinkfaceEntry *entry, uintptr_t at, unsigned bytes) {
    uint64_t number = 0;
    for (unsigned n = 0; n < bytes && at + n < entry->header_len; n++)
        number |= (uint64_t)entry->header[at + n] << (8 * n);
    return number;
}

/* Makes the implementor of that name, if its interface has exactly this description. */
static inline LinkfaceMade linkface_make(const LinkfaceEntry *entry, const LinkfaceHost *host,
                                         const char *name, const uint8_t *description, uintptr_t len) {
    static const LinkfaceHost nothing = {NULL, linkface_offers_nothing};
    if (entry->runtime != LINKFACE_RUNTIME)
        return linkface_refuse("the plugin is for another version of linkface-plugin");
    /* magic:16 format:4 len:4 runtime:4 width:1 endian:1 panic:1 0:1 target rustc package version */
    uintptr_t at = 32;
    uint32_t implementor = 0;
    for (int text = 0; text < 4; text++)
        at += 2 + linkface_number(entry, at, 2);
    uint64_t exports = linkface_number(entry, at, 2);
    at += 2;
    for (; exports > 0 && at < entry->header_len; exports--) {
        /* role:1 name build:8 description */
        bool implements = entry->header[at] == 0;
        uintptr_t named = at + 3, name_len = linkface_number(entry, at + 1, 2);
        uintptr_t described = named + name_len + 12;
        uintptr_t described_len = linkface_number(entry, described - 4, 4);
        at = described + described_len;
        if (!implements)
            continue;
        if (at <= entry->header_len && name_len == strlen(name) &&
            memcmp(entry->header + named, name, name_len) == 0) {
            if (described_len != len || memcmp(entry->header + described, description, len) != 0)
                return linkface_refuse("the interface differs from this header's: make the header again, "
                                       "or see `cargo linkface plugin diff`");
            if (implementor >= entry->count)
                break;
            LinkfaceConstructed made = entry->exports[implementor].make(host ? host : &nothing);
            LinkfaceMade result;
            memset(&result, 0, sizeof result);
            result.panic = made.panic;
            if (!made.panic) {
                result.is_ok = made.value.is_ok;
                if (made.value.is_ok)
                    result.value.ok = made.value.value.ok;
                else
                    result.value.err = made.value.value.err;
            }
            return result;
        }
        implementor++;
    }
    return linkface_refuse("the plugin exports no implementor of that name");
}
#endif /* LINKFACE_RUNTIME */

"#;

#[cfg(test)]
mod tests {
    use super::HEAD;
    use crate::entry::{Constructor, Entry, HostTable};
    use crate::object::{Object, Table};

    /// The members of a struct in the header, as they follow one another.
    fn members(name: &str) -> usize {
        let (_, body) = HEAD
            .split_once(&format!("typedef struct {name} {{"))
            .unwrap();
        let (body, _) = body.split_once(&format!("}} {name};")).unwrap();
        let code = body.lines().map(|line| line.split("/*").next().unwrap());
        let code: String = code.collect();
        // `a, b` in a list of names declares two; parameters are in parentheses.
        let mut depth = 0;
        let commas = code.chars().filter(|c| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth -= 1;
                false
            }
            ';' | ',' => depth == 0,
            _ => false,
        });
        commas.count()
    }

    #[test]
    fn structs_have_the_members_of_rusts() {
        // Pointers and numbers of their size, each of them.
        let words = |size: usize| size / size_of::<usize>();
        assert_eq!(members("LinkfaceTable"), words(size_of::<Table>()));
        assert_eq!(members("LinkfaceObject"), words(size_of::<Object>()));
        assert_eq!(members("LinkfaceHost"), words(size_of::<HostTable>()));
        assert_eq!(
            members("LinkfaceConstructor"),
            words(size_of::<Constructor>())
        );
        // Two numbers of four bytes in one word.
        assert_eq!(members("LinkfaceEntry"), words(size_of::<Entry>()) + 1);
    }
}
