/* Loads an image and calls its reporter. */
#include <dlfcn.h>
#include <stdio.h>

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    void *image = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    if (!image) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    void (*report)(void) = (void (*)(void))dlsym(image, argv[2]);
    if (!report) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    report();
    return 0;
}
