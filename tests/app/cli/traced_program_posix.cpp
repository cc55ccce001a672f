// Why: a seccomp filter stops the program at the wanted system calls only, so that hundreds of runs stay
// affordable; numbers and flags are the same question on every processor.
#include "tests/app/cli/traced_program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace certwright::test {

namespace {

constexpr std::array writingCalls{
    SYS_write,     SYS_pwrite64,  SYS_writev,    SYS_pwritev,         SYS_openat2,  SYS_mkdirat,
    SYS_unlinkat,  SYS_renameat2, SYS_linkat,    SYS_symlinkat,       SYS_fchmod,   SYS_fchmodat,
    SYS_fchown,    SYS_fchownat,  SYS_ftruncate, SYS_truncate,        SYS_fsync,    SYS_fdatasync,
    SYS_fallocate, SYS_mknodat,   SYS_utimensat, SYS_copy_file_range, SYS_sendfile,
#ifdef SYS_renameat
    SYS_renameat,
#endif
#ifdef SYS_rename
    SYS_rename,    SYS_creat,     SYS_mkdir,     SYS_rmdir,           SYS_unlink,   SYS_link,
    SYS_symlink,   SYS_chmod,     SYS_chown,     SYS_lchown,          SYS_mknod,
#endif
};

// Filter collects classic BPF instructions over seccomp_data; every jump is to the instruction after next.
class Filter {
  public:
    Filter() { load(offsetof(seccomp_data, nr)); }

    void call(long number, std::uint32_t verdict) {
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 1);
        add(BPF_RET | BPF_K, verdict);
    }
    // callIf gives the verdict only if the argument's low half has one of the bits.
    void callIf(long number, unsigned argument, std::uint32_t bits, std::uint32_t verdict) {
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 4);
        load(lowHalf(argument));
        add(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
        add(BPF_RET | BPF_K, verdict);
        add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    }
    // callWith gives the verdict only if the first argument is `value`.
    void callWith(long number, std::uint32_t value, std::uint32_t verdict) {
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 4);
        load(lowHalf(0));
        add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
        add(BPF_RET | BPF_K, verdict);
        add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    }
    bool install() {
        add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
        sock_fprog program{static_cast<unsigned short>(m_code.size()), m_code.data()};
        return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
    }

  private:
    static std::size_t lowHalf(unsigned argument) {
        return offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t);
    }
    void load(std::size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)); }
    void add(unsigned code, std::uint32_t value, unsigned yes = 0, unsigned no = 0) {
        m_code.push_back({static_cast<std::uint16_t>(code), static_cast<std::uint8_t>(yes),
                          static_cast<std::uint8_t>(no), value});
    }

    std::vector<sock_filter> m_code;
};

bool installFilter(Stops stops) {
    Filter filter;
    // Answered with 0 without being done.
    filter.callWith(SYS_prctl, PR_SET_DUMPABLE, SECCOMP_RET_ERRNO);
    if (stops == Stops::Exit) {
        filter.call(SYS_exit_group, SECCOMP_RET_TRACE);
        return filter.install();
    }
    constexpr std::uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    filter.callIf(SYS_openat, 2, writing, SECCOMP_RET_TRACE);
#ifdef SYS_open
    filter.callIf(SYS_open, 1, writing, SECCOMP_RET_TRACE);
#endif
    for (const long number : writingCalls)
        filter.call(number, SECCOMP_RET_TRACE);
    return filter.install();
}

[[noreturn]] void becomeProgram(const std::vector<std::string>& command, Stops stops,
                                const Streams& streams) {
    ::setsid();
    // Coverage counters of a program that is killed would be half written.
    ::setenv("GCOV_PREFIX", "/dev/null", 1);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(streams.in >= 0 ? streams.in : nothing, STDIN_FILENO);
    ::dup2(streams.out >= 0 ? streams.out : nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    if (!streams.terminal.empty()) {
        const int terminal = ::open(streams.terminal.c_str(), O_RDWR);
        ::ioctl(terminal, TIOCSCTTY, 0);
        ::close(terminal);
    }
    std::vector<char*> arguments;
    for (const std::string& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 && installFilter(stops))
        ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

bool waitFor(pid_t pid, int& status) {
    while (::waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return true;
}

} // namespace

TracedProgram::TracedProgram(const std::vector<std::string>& command, Stops stops, const Streams& streams)
    : m_pid(::fork()) {
    if (m_pid == 0)
        becomeProgram(command, stops, streams);
    int status = 0;
    // The first stop is that of exec; without one the program could not be started.
    if (m_pid < 0 || !waitFor(m_pid, status) || !WIFSTOPPED(status)) {
        m_pid = -1;
        return;
    }
    ::ptrace(PTRACE_SETOPTIONS, m_pid, nullptr, PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL);
    release();
}

TracedProgram::~TracedProgram() {
    killHere();
}

void TracedProgram::release() {
    ::ptrace(PTRACE_CONT, m_pid, nullptr, nullptr);
    m_released = true;
}

std::optional<long> TracedProgram::next() {
    while (running()) {
        int status = 0;
        if (!m_released)
            release();
        if (!waitFor(m_pid, status) || !WIFSTOPPED(status)) {
            m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
            m_pid = -1;
            return std::nullopt;
        }
        m_released = false;
        if (status >> 8 == (SIGTRAP | PTRACE_EVENT_SECCOMP << 8)) {
            __ptrace_syscall_info info{};
            ::ptrace(PTRACE_GET_SYSCALL_INFO, m_pid, sizeof info, &info);
            return static_cast<long>(info.seccomp.nr);
        }
        // A signal of its own is handed on.
        ::ptrace(PTRACE_CONT, m_pid, nullptr, WSTOPSIG(status));
        m_released = true;
    }
    return std::nullopt;
}

void TracedProgram::killHere() {
    if (!running())
        return;
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (waitFor(m_pid, status) && WIFSTOPPED(status))
        ;
    m_pid = -1;
}

Memory memoryOf(const TracedProgram& program) {
    Memory memory;
    const std::string process = "/proc/" + std::to_string(program.pid());
    std::ifstream maps(process + "/maps");
    const int file = ::open((process + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        std::string range, modes, offset, device, inode, name;
        words >> range >> modes >> offset >> device >> inode >> name;
        const std::size_t dash = range.find('-');
        const unsigned long start = std::strtoul(range.c_str(), nullptr, 16);
        const unsigned long end = std::strtoul(range.c_str() + dash + 1, nullptr, 16);
        if (modes[0] != 'r' || name == "[vvar]" || name == "[vsyscall]" || name == "[vvar_vclock]")
            continue;
        Region region{name, start, std::string(end - start, '\0')};
        const ssize_t got =
            ::pread(file, region.octets.data(), region.octets.size(), static_cast<off_t>(start));
        region.octets.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        memory.push_back(std::move(region));
    }
    ::close(file);
    return memory;
}

std::vector<std::string> placesOf(const Memory& memory, const std::string& needle) {
    std::vector<std::string> places;
    for (const Region& region : memory)
        for (std::size_t at = region.octets.find(needle); at != std::string::npos;
             at = region.octets.find(needle, at + 1)) {
            std::ostringstream place;
            place << region.name << " 0x" << std::hex << region.start << "+0x" << at;
            places.push_back(place.str());
        }
    return places;
}

} // namespace certwright::test
