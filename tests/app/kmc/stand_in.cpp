// Why: the vendor's library is not to be had for tests; this one has its C interface, seals so that it can be
// undone with the key store only, and misbehaves in every way that its neighbour file "behaviour" asks for
// (one word, and an argument, in a line).
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

extern char** environ;

// Written from SERVICES.md by itself, not with the helper's header: two readings of the same document.
struct KmcConfig {
    char primaryKeyStoreFile[4096];
    char standbyKeyStoreFile[4096];
    int domainCount, role, procLockPerm, sdpAlgId, hmacAlgId, semKey, innerSymmAlgId, innerHashAlgId,
        innerHmacAlgId, innerKdfAlgId, workKeyIter, rootKeyIter;
};

extern "C" {
void KeSetLoggerCallback(void (*logger)(int level, const char* message));
int KeInitialize(KmcConfig* config);
int KeEncryptByDomain(unsigned domain, const char* plain, int plainLen, char** cipher, int* cipherLen);
int KeDecryptByDomain(unsigned domain, const char* cipher, int cipherLen, char** plain, int* plainLen);
#ifndef STAND_IN_LACKS_FINALIZE
int KeFinalize(void);
#endif
#ifdef STAND_IN_NEEDS
int neededByKmc(void);
#endif
}

namespace {

constexpr char mark[] = "\x5F\x64\x97\x8D\x19\x4F\x89\xCF\xA8\x3F\x8E\xE1\xDB\x01\x3C\x0C"
                        "\x88\x42\x4A\x1C\xB7\xFC\xAD\x70\x4E\x45\x13\xA5\x14\x46\x71\x6C";
constexpr std::size_t markSize = 32;
constexpr std::size_t keySize = 32;

void (*theLogger)(int, const char*) = nullptr;
std::string theKey;

std::string ownFolder() {
    Dl_info info{};
    ::dladdr(reinterpret_cast<const void*>(&KeInitialize), &info);
    const std::string path = info.dli_fname == nullptr ? "" : info.dli_fname;
    return path.substr(0, path.rfind('/') + 1);
}

const std::map<std::string, std::string>& behaviour() {
    static const std::map<std::string, std::string> lines = [] {
        std::map<std::string, std::string> read;
        std::ifstream file(ownFolder() + "behaviour");
        for (std::string word, argument; file >> word && std::getline(file, argument);)
            read[word] = argument.empty() ? "" : argument.substr(1);
        return read;
    }();
    return lines;
}

bool has(const std::string& word) {
    return behaviour().count(word) != 0;
}

std::string argumentOf(const std::string& word) {
    return has(word) ? behaviour().at(word) : "";
}

int statusFor(const std::string& word) {
    return has(word) ? std::stoi(argumentOf(word)) : 0;
}

void sleepFor(int milliseconds) {
    ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
}

// What the process looks like from inside, for the test to read.
void writeFacts(const std::string& path) {
    std::ofstream out(path);
    out << "pid " << ::getpid() << "\nuid " << ::geteuid() << "/" << ::getuid() << "\ngid " << ::getegid()
        << "\n";
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    out << "core " << core.rlim_cur << "/" << core.rlim_max << "\n";
    out << "dumpable " << ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) << "\n";
    out << "new-privileges " << ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) << "\n";
    int death = 0;
    ::prctl(PR_GET_PDEATHSIG, &death, 0, 0, 0);
    out << "death-signal " << death << "\n";
    const mode_t mask = ::umask(077);
    out << "umask " << mask << "\n";
    char folder[4096] = {};
    out << "cwd " << (::getcwd(folder, sizeof(folder)) == nullptr ? "?" : folder) << "\n";
    out << "descriptors";
    for (int i = 0; i < 1024; ++i)
        if (::fcntl(i, F_GETFD) >= 0)
            out << " " << i;
    out << "\n";
    for (char** variable = environ; *variable != nullptr; ++variable)
        out << "variable " << *variable << "\n";
    std::ifstream words("/proc/self/cmdline");
    std::string all((std::istreambuf_iterator<char>(words)), std::istreambuf_iterator<char>());
    out << "words";
    for (const char c : all)
        out << (c == 0 ? '|' : c);
    out << "\n";
    out.close();
    std::rename(path.c_str(), (path + ".done").c_str());
}

[[noreturn]] void dieOf(int signal) {
    std::signal(signal, SIG_DFL);
    ::raise(signal);
    std::abort();
}

// The 5 octets of a heartbeat, or nonsense, into the connection.
void writeForEver(int descriptor, const std::string& what) {
    for (;;)
        if (::write(descriptor, what.data(), what.size()) < 0 && errno != EINTR)
            return;
}

// misbehave does what the file asks for at `place` (load, init, encrypt, decrypt, finalize).
void misbehave(const std::string& place) {
    if (has("facts-" + place))
        writeFacts(argumentOf("facts-" + place));
    if (has("slow-" + place))
        sleepFor(std::stoi(argumentOf("slow-" + place)));
    if (has("hang-" + place))
        for (;;)
            ::pause();
    if (has("crash-" + place))
        dieOf(std::stoi(argumentOf("crash-" + place)));
    if (has("exit-" + place))
        std::_Exit(std::stoi(argumentOf("exit-" + place)));
    if (has("stop-" + place))
        ::raise(SIGSTOP);
    if (has("garbage-" + place)) {
        const std::string garbage(64, '\xff');
        static_cast<void>(!::write(3, garbage.data(), garbage.size()));
        sleepFor(60000);
    }
    if (has("flood-" + place))
        writeForEver(3, std::string("\0\0\0\1\x11", 5));
    if (has("print-" + place))
        writeForEver(1, std::string(4096, 'x'));
    if (has("close-" + place)) {
        ::close(3);
        sleepFor(60000);
    }
    if (has("fork-" + place) && ::fork() == 0) {
        ::setpgid(0, 0); // out of the helper's group, with the connection still open
        ::execl("/bin/sleep", "sleep", "2", nullptr);
        std::_Exit(1);
    }
    if (has("big-" + place)) {
        std::ofstream big("big");
        for (int i = 0; i < 64; ++i)
            big << std::string(1024 * 1024, 'x') << std::flush;
        sleepFor(60000);
    }
    if (has("clutter-" + place)) {
        ::mkdir("sub", 0700);
        std::ofstream("sub/left") << "secret of the library";
        static_cast<void>(!::symlink("/etc/passwd", "link"));
        ::mkfifo("pipe", 0600);
        ::chmod("kmc.ks", 0400);
    }
}

__attribute__((constructor)) void whenLoaded() {
    misbehave("load");
}

std::string readStore(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return content.size() == markSize + keySize && content.compare(0, markSize, mark, markSize) == 0 ? content
                                                                                                     : "";
}

void writeStore(const char* path, const std::string& content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
}

std::string newStore() {
    std::random_device random;
    std::string store(mark, markSize);
    for (std::size_t i = 0; i < keySize; ++i)
        store.push_back(static_cast<char>(random()));
    return store;
}

unsigned checksum(const std::string& text) {
    unsigned sum = 2166136261U;
    for (const char c : text)
        sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
    return sum;
}

std::string mixed(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(text[i] ^ theKey[i % theKey.size()]);
    return text;
}

// "KMC" domain checksum hexadecimal
std::string sealedText(unsigned domain, const std::string& plain) {
    char number[32];
    std::snprintf(number, sizeof(number), "KMC%u.%08x.", domain, checksum(theKey + plain));
    std::string text = number;
    for (const char c : mixed(plain)) {
        std::snprintf(number, sizeof(number), "%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
        text += number;
    }
    return text;
}

int give(const std::string& text, char** out, int* length) {
    *out = static_cast<char*>(std::malloc(text.size() + 1));
    if (*out == nullptr)
        return 12;
    std::memcpy(*out, text.c_str(), text.size() + 1);
    *length = static_cast<int>(text.size());
    return 0;
}

} // namespace

void KeSetLoggerCallback(void (*logger)(int, const char*)) {
    theLogger = logger;
}

int KeInitialize(KmcConfig* config) {
#ifdef STAND_IN_NEEDS
    if (neededByKmc() != 42)
        return 98;
#endif
    misbehave("init");
    if (has("log-init"))
        for (int i = 0; i < std::stoi(argumentOf("log-init")); ++i)
            theLogger(3, ("log line \x1b[31m" + std::to_string(i)).c_str());
    if (has("status-init"))
        return statusFor("status-init");
    if (config->domainCount != 3 || config->role != 1 || config->procLockPerm != 0600 ||
        (config->sdpAlgId != 8 && config->sdpAlgId != 9) || config->hmacAlgId != 2052 ||
        config->semKey < 0x20161111 || config->semKey > 0x20169999 || config->rootKeyIter != 0)
        return 99;
    std::string store = readStore(config->primaryKeyStoreFile);
    if (store.empty())
        store = readStore(config->standbyKeyStoreFile);
    if (store.empty() || has("renew"))
        store = newStore();
    theKey = store.substr(markSize);
    if (has("no-stores"))
        return 0;
    writeStore(config->primaryKeyStoreFile, has("unmarked-stores") ? "something else" : store);
    if (!has("one-store"))
        writeStore(config->standbyKeyStoreFile, has("empty-standby") ? "" : store);
    return 0;
}

int KeEncryptByDomain(unsigned domain, const char* plain, int plainLen, char** cipher, int* cipherLen) {
    misbehave("encrypt");
    if (theLogger != nullptr)
        theLogger(3, plain); // a careless library
    if (has("log-encrypt"))
        for (;;)
            theLogger(3, "again");
    if (has("status-encrypt"))
        return statusFor("status-encrypt");
    if (plain[plainLen] != 0)
        return 97;
    const int result =
        give(has("text") ? argumentOf("text")
                         : sealedText(domain, std::string(plain, static_cast<std::size_t>(plainLen))),
             cipher, cipherLen);
    if (has("long-text"))
        return give(std::string(static_cast<std::size_t>(std::stoi(argumentOf("long-text"))), 'A'), cipher,
                    cipherLen);
    if (has("length"))
        *cipherLen = std::stoi(argumentOf("length"));
    if (has("count-nul"))
        *cipherLen += 1;
    if (has("null-text"))
        *cipher = nullptr;
    if (has("binary-text"))
        (*cipher)[1] = '\x01';
    return result;
}

int KeDecryptByDomain(unsigned domain, const char* cipher, int cipherLen, char** plain, int* plainLen) {
    misbehave("decrypt");
    if (has("status-decrypt"))
        return statusFor("status-decrypt");
    if (has("text") || has("long-text"))
        return give(argumentOf("opens-to"), plain, plainLen);
    const std::string text(cipher, static_cast<std::size_t>(cipherLen));
    std::string octets;
    const std::size_t start = text.rfind('.') + 1;
    for (std::size_t i = start; i + 1 < text.size(); i += 2)
        octets.push_back(static_cast<char>(std::strtoul(text.substr(i, 2).c_str(), nullptr, 16)));
    const std::string opened = mixed(octets);
    if (sealedText(domain, opened) != text)
        return 7; // another key store
    return give(has("wrong-round-trip") ? opened + "x" : opened, plain, plainLen);
}

#ifndef STAND_IN_LACKS_FINALIZE
int KeFinalize(void) {
    misbehave("finalize");
    return statusFor("status-finalize");
}
#endif
