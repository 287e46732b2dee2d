/* Runs a Mach-O program on Linux, for `cargo xtask cross`: maps its segments where they want to be and
 * calls its `main` with the two functions that the program prints and exits through.
 *
 * That is enough for a program without imports, linked without chained fixups; it is no macOS. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MAGIC_64 = 0xfeedfacf, SEGMENT_64 = 0x19, MAIN = 0x80000028, CHAINED_FIXUPS = 0x80000034 };

struct header { uint32_t magic, cpu, cpu_kind, kind, commands, commands_size, flags, reserved; };
struct command { uint32_t kind, size; };
struct segment {
    struct command command;
    char name[16];
    uint64_t address, size, file_offset, file_size;
};
struct main_command { struct command command; uint64_t offset, stack_size; };

struct host {
    void (*print)(const char *, size_t);
    void (*exit)(int);
};
typedef int entry(int, struct host *);

static void print(const char *text, size_t size) {
    if (write(STDOUT_FILENO, text, size) < 0) _exit(9);
}

static void refuse(const char *why) {
    fprintf(stderr, "loader: %s\n", why);
    exit(9);
}

static uint8_t image[64 << 20];

static void map(const struct segment *segment) {
    const size_t page = 1 << 16;
    size_t size = (segment->size + page - 1) & ~(page - 1);
    void *wanted = (void *)segment->address;
    void *found = mmap(wanted, size, PROT_READ | PROT_WRITE | PROT_EXEC,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    if (found != wanted) refuse("a segment cannot be mapped where it wants to be");
    memcpy(found, image + segment->file_offset, segment->file_size);
    __builtin___clear_cache(found, (char *)found + size);
}

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file) refuse("usage: loader PROGRAM");
    if (fread(image, 1, sizeof image, file) == sizeof image) refuse("the program is too large");
    const struct header *header = (const void *)image;
    if (header->magic != MAGIC_64) refuse("not a Mach-O program of 64 bits");

    uint64_t base = 0, start = 0;
    const uint8_t *at = image + sizeof *header;
    for (uint32_t n = 0; n < header->commands; n++) {
        const struct command *command = (const void *)at;
        const struct segment *segment = (const void *)at;
        switch (command->kind) {
        case SEGMENT_64:
            if (!strcmp(segment->name, "__TEXT")) base = segment->address;
            if (strcmp(segment->name, "__PAGEZERO") && strcmp(segment->name, "__LINKEDIT"))
                map(segment);
            break;
        case MAIN:
            start = ((const struct main_command *)at)->offset;
            break;
        case CHAINED_FIXUPS:
            refuse("chained fixups: link with -no_fixup_chains");
        }
        at += command->size;
    }
    if (!base || !start) refuse("no entry point");
    struct host host = { print, _exit };
    return ((entry *)(base + start))(2, &host);
}
