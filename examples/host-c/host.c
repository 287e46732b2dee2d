/* A host in C: loads an effect, and plays some samples through it. */

#include "echo.h"
#include <dlfcn.h>
#include <stdio.h>

static void print(const char *before, const uint8_t *text, uintptr_t len) {
    printf("%s%.*s\n", before, (int)len, (const char *)text);
}

/* Says what a panic said, and frees it. */
static bool panicked(LinkfacePanic *panic) {
    if (!panic)
        return false;
    print("the plugin panicked: ", panic->message.start, panic->message.len);
    linkface_panic_free(panic);
    return true;
}

static void set(LinkfaceObject effect, const char *parameter, float value) {
    EffectApi_set_Return set = effect_api_table(effect)->set(effect.self, linkface_str(parameter), value);
    if (panicked(set.panic))
        return;
    if (set.value.is_ok) {
        printf("%s = %g\n", parameter, value);
    } else {
        /* Made by the plugin, and given back to it. */
        LinkfaceString why = set.value.value.err;
        print("refused: ", why.start, why.len);
        linkface_string_free(why);
    }
}

static void play(LinkfaceObject effect, float *samples, size_t count) {
    SliceMut_float slice = {samples, count};
    EffectApi_process_Return played = effect_api_table(effect)->process(effect.self, slice);
    if (panicked(played.panic))
        return;
    printf("played:");
    for (size_t n = 0; n < count; n++)
        printf(" %g", samples[n]);
    printf(", at most %g\n", played.value);
}

int main(int argc, char **argv) {
    /* The plugin writes to it, too, from a buffer of its own. */
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    const char *file = argc > 1 ? argv[1] : "target/debug/libecho.so";
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    const LinkfaceEntry *entry = library ? dlsym(library, LINKFACE_SYMBOL) : NULL;
    if (!entry) {
        fprintf(stderr, "cannot load %s: %s\n", file, dlerror());
        return 1;
    }
    LinkfaceMade made = echo_make(entry, NULL);
    if (panicked(made.panic))
        return 1;
    if (!made.is_ok) {
        print("cannot make an effect: ", made.value.err.start, made.value.err.len);
        linkface_string_free(made.value.err);
        return 1;
    }
    LinkfaceObject effect = made.value.ok;

    EffectApi_name_Return name = effect_api_table(effect)->name(effect.self);
    if (!panicked(name.panic)) {
        print("loaded: ", name.value.start, name.value.len);
        linkface_string_free(name.value);
    }
    float samples[] = {1, 0, 0, 0, 0, 0, 0};
    play(effect, samples, 7);
    set(effect, "wet", 0.25f);
    set(effect, "wet", 3);
    set(effect, "dry", 1);
    play(effect, samples, 0);
    panicked(linkface_drop(effect));
    return 0;
}
