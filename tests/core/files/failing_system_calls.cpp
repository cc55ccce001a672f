// Why: a seccomp filter belongs to a thread and goes with it, so that each case has its own.
#include "tests/core/files/failing_system_calls.h"

#include <cstddef>
#include <cstdint>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <thread>

namespace certwright::test {

namespace {

bool failFromNowOn(const std::vector<long>& calls, int error) {
    std::vector<sock_filter> program;
    const auto add = [&](unsigned code, std::uint32_t value, std::uint8_t matched) {
        program.push_back({static_cast<std::uint16_t>(code), matched, 0, value});
    };
    add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr), 0);
    for (std::size_t i = 0; i < calls.size(); ++i) // a match jumps over the other comparisons and the "allow"
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(calls[i]),
            static_cast<std::uint8_t>(calls.size() - i));
    add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0);
    add(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(error), 0);
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

bool withFailingCalls(const std::vector<long>& calls, int error, const std::function<void()>& action) {
    bool agreed = false;
    std::thread worker([&] {
        agreed = failFromNowOn(calls, error);
        if (agreed)
            action();
    });
    worker.join();
    return agreed;
}

} // namespace certwright::test
