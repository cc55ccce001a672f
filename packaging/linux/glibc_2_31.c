// Why: Debian 12's libstdc++ was compiled against glibc 2.36 and asks for two things that glibc 2.31 does not have. They
// are put into our copy of it, unseen from outside (archive-parts.sh), and nowhere else.
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

// __libc_single_threaded (glibc 2.32) says that there is certainly one thread only, and counters then need no atomic
// instructions. "Not certain" is always right.
__attribute__((visibility("hidden"))) char __libc_single_threaded = 0;

// arc4random (glibc 2.36) is asked by std::random_device. It cannot fail, so a system without randomness ends here.
__attribute__((visibility("hidden"))) uint32_t arc4random(void) {
    uint32_t value;
    for (;;) {
        const ssize_t got = getrandom(&value, sizeof value, 0);
        if (got == (ssize_t)sizeof value)
            return value;
        if (got < 0 && errno != EINTR)
            abort();
    }
}
