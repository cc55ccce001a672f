// Why: what Linux offers to keep a library small.
#include "app/kmc/confine.h"

#include <cerrno>
#include <csignal>
#include <grp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/secret/process.h"
#include "core/vault/kmc_protocol.h"

namespace certwright::helper {

namespace {

// Key stores are some kilobytes.
constexpr rlim_t largestFile = 16UL * 1024 * 1024;

// A change of account clears both (prctl(2)), so this is said after each.
void dieWithParent() {
    secret::forbidDumps();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // A parent that ended before that has closed its end.
    pollfd connection{vault::kmc::connectionNumber, 0, 0};
    if (::poll(&connection, 1, 0) > 0 && (connection.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        endNow(1);
}

} // namespace

void confine() {
    ::umask(077);
    const struct rlimit largest { largestFile, largestFile };
    ::setrlimit(RLIMIT_FSIZE, &largest);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    dieWithParent();
}

int becomeAccount(const std::optional<std::pair<std::uint32_t, std::uint32_t>>& account) {
    if (!account || (account->first == ::geteuid() && ::geteuid() == ::getuid()))
        return 0;
    const gid_t group = account->second;
    if (::setgroups(1, &group) != 0 || ::setresgid(group, group, group) != 0 ||
        ::setresuid(account->first, account->first, account->first) != 0)
        return errno == 0 ? EPERM : errno;
    dieWithParent();
    return 0;
}

void endNow(int status) {
    ::_exit(status);
}

} // namespace certwright::helper
