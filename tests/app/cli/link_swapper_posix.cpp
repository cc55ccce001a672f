// Why: renameat2 exchanges a folder and a link in one step, so that there is no moment without either.
#include "tests/app/cli/link_swapper.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace certwright::test {

namespace {

namespace fs = std::filesystem;

std::string linkOf(const Swap& swap) {
    return swap.folder + ".link";
}

bool exchange(const Swap& swap) {
    return ::renameat2(AT_FDCWD, swap.folder.c_str(), AT_FDCWD, linkOf(swap).c_str(), RENAME_EXCHANGE) == 0;
}

// swapForEver writes one octet for each exchange, so that the parent can count them.
[[noreturn]] void swapForEver(const std::vector<Swap>& swaps, std::uint32_t user, unsigned seed, int report) {
    if (::getuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(user) != 0 || ::setuid(user) != 0))
        ::_exit(1);
    for (const Swap& swap : swaps)
        if (::symlink(swap.target.c_str(), linkOf(swap).c_str()) != 0)
            ::_exit(1);
    std::minstd_rand random(seed);
    for (;;) {
        const Swap& swap = swaps[random() % swaps.size()];
        // Mostly in quick succession, now and then after a while: the program has to get anywhere at all.
        ::usleep(static_cast<useconds_t>(random() % 8 == 0 ? random() % 20000 : random() % 300));
        if (exchange(swap) && ::write(report, "x", 1) != 1 && errno != EAGAIN)
            ::_exit(1);
        ::usleep(static_cast<useconds_t>(random() % 100));
        if (exchange(swap) && ::write(report, "x", 1) != 1 && errno != EAGAIN)
            ::_exit(1);
    }
}

} // namespace

LinkSwapper::LinkSwapper(std::vector<Swap> swaps, std::uint32_t user, unsigned seed)
    : m_swaps(std::move(swaps)) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        std::abort();
    m_report = ends[0];
    m_process = ::fork();
    if (m_process == 0)
        swapForEver(m_swaps, user, seed, ends[1]);
    ::close(ends[1]);
    // Begun only when it is at work.
    char octet = 0;
    for (int i = 0; i < 2000 && ::read(m_report, &octet, 1) != 1; ++i)
        ::usleep(1000);
}

LinkSwapper::~LinkSwapper() {
    stop();
}

std::uint64_t LinkSwapper::stop() {
    if (m_process <= 0)
        return 0;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
    std::uint64_t count = 1;
    char octets[4096];
    for (ssize_t got = ::read(m_report, octets, sizeof octets); got > 0;
         got = ::read(m_report, octets, sizeof octets))
        count += static_cast<std::uint64_t>(got);
    ::close(m_report);
    for (const Swap& swap : m_swaps)
        putBack(swap);
    return count;
}

// The program itself may have exchanged the folder meanwhile, so that either place can hold either thing.
void LinkSwapper::putBack(const Swap& swap) const {
    std::error_code ignored;
    const bool linked = fs::is_symlink(swap.folder, ignored) || !fs::exists(swap.folder, ignored);
    if (linked && fs::is_directory(fs::symlink_status(linkOf(swap), ignored))) {
        fs::remove(swap.folder, ignored);
        fs::rename(linkOf(swap), swap.folder, ignored);
    }
    if (fs::is_symlink(linkOf(swap), ignored))
        fs::remove(linkOf(swap), ignored);
    else
        fs::remove_all(linkOf(swap), ignored);
}

std::uint32_t ordinaryUser() {
    if (::getuid() != 0)
        return ::getuid();
    const struct passwd* entry = ::getpwnam("certwright-test");
    return entry == nullptr ? 54321 : entry->pw_uid;
}

} // namespace certwright::test
