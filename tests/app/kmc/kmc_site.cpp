// Why: see kmc_site.h.
#include "tests/app/kmc/kmc_site.h"

#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <thread>

namespace certwright::test {

namespace {

using std::chrono::milliseconds;

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

std::string sourceOf(StandIn standIn) {
    switch (standIn) {
    case StandIn::Whole:
        return STAND_IN;
    case StandIn::Lacking:
        return LACKING;
    case StandIn::Needing:
        break;
    }
    return NEEDING;
}

const char* kindName(vault::VendorFaultKind kind) {
    constexpr std::array names{"HelperMissing", "LibraryMissing", "Unsafe",   "Architecture", "Dependency",
                               "Symbol",        "Semaphore",      "Crashed",  "TimedOut",     "Garbage",
                               "Failed",        "System",         "Cancelled"};
    return names.at(static_cast<std::size_t>(kind));
}

} // namespace

void RecordedProgress::enter(base::Step step, int done, int total) {
    if (step != base::Step::AwaitLibrary)
        return;
    ++waits;
    lastDone = done;
    lastTotal = total;
}

KmcSite::KmcSite(StandIn standIn) {
    folder.write("lib/libkmcext.so", contentOf(sourceOf(standIn)), 0755);
    folder.makeFolder("keys");
    folder.makeFolder("facts");
    setup.helper = CERTWRIGHT_KMC;
    setup.workFolders = {folder.makeFolder("run")};
    setup.limits = {milliseconds(30000), milliseconds(20000), milliseconds(3000)};
    settings.library = library();
}

void KmcSite::behave(const std::map<std::string, std::string>& lines) {
    std::string text;
    for (const auto& [word, argument] : lines)
        text += word + (argument.empty() ? "" : " " + argument) + "\n";
    folder.write("lib/behaviour", text, 0644);
}

std::string KmcSite::putNeeded() {
    return folder.write(std::string("lib/") + NEEDED_NAME, contentOf(NEEDED), 0755);
}

vault::VendorResult<vault::VendorSealed> KmcSite::seal(const std::string& plain,
                                                       const vault::KeyStoreFiles& stores) {
    vault::KmcLibraries libraries(setup, *fileSystem);
    return libraries.at(settings, progress)
        ->seal(secret::SecretBytes::copyOf(base::viewOf(plain)), stores, secret::SecretAccess::grant());
}

vault::VendorResult<std::string> KmcSite::unseal(const std::string& sealed,
                                                 const vault::KeyStoreFiles& stores) {
    vault::KmcLibraries libraries(setup, *fileSystem);
    const auto access = secret::SecretAccess::grant();
    const auto opened = libraries.at(settings, progress)->unseal(sealed, stores, access);
    if (!opened)
        return tl::unexpected(opened.error());
    return std::string(base::textOf(opened->reveal(access)));
}

std::vector<std::string> KmcSite::leftInRun() const {
    return fileSystem->list(folder.at("run")).value_or(std::vector<std::string>{"unreadable"});
}

std::string KmcSite::fact(const std::string& name) const {
    for (int i = 0; i < 1000 && !folder.exists("facts/of.done"); ++i)
        std::this_thread::sleep_for(milliseconds(10));
    std::istringstream lines(folder.read("facts/of.done"));
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name + " "))
            return line.substr(name.size() + 1);
    return {};
}

std::string describe(const vault::VendorFault& fault) {
    return std::string(kindName(fault.kind)) + (fault.name.empty() ? "" : " " + fault.name);
}

bool endsSoon(int process) {
    for (int i = 0; i < 200; ++i) {
        // Where nobody collects it, its number stays, with a Z for its state.
        const std::string state = contentOf("/proc/" + std::to_string(process) + "/stat");
        if (::kill(process, 0) != 0 || state.find(") Z ") != std::string::npos)
            return true;
        std::this_thread::sleep_for(milliseconds(10));
    }
    return false;
}

} // namespace certwright::test
