// Why: stands for the vendor's own libcrypto.so.1.1, which lies beside its library or is missing.
extern "C" int neededByKmc(void);

extern "C" int neededByKmc(void) {
    return 42;
}
