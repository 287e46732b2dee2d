/* Calls the reporter of the static library that it is linked with. */
void mx_static(void);

int main(void) {
    mx_static();
    return 0;
}
