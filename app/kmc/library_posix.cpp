// Why: the loader of Linux looks for what a library needs in the system's folders only; LD_LIBRARY_PATH would
// let it, and all that it starts, look elsewhere for everything.
#include "app/kmc/library.h"

#include <climits>
#include <cstdlib>
#include <dlfcn.h>
#include <memory>

namespace certwright::helper {

namespace {

using vault::kmc::Failure;
using vault::kmc::FailureKind;

constexpr int mostLoads = 32;

std::string folderOf(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1);
}

// realPathOf is empty if there is no such file.
std::string realPathOf(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? real.get() : "";
}

// between returns what stands in `text` between two marks; empty if it does not.
std::string between(const std::string& text, std::string_view before, std::string_view after) {
    const std::size_t start = text.find(before);
    if (start == std::string::npos)
        return {};
    const std::size_t from = start + before.size();
    const std::size_t end = after.empty() ? text.find_first_of(" ,\n", from) : text.find(after, from);
    return text.substr(from, end == std::string::npos ? end : end - from);
}

// missingFile is the name in glibc's "NAME: cannot open shared object file: No such file or directory".
std::string missingFile(const std::string& said) {
    if (said.find(": cannot open shared object file") == std::string::npos)
        return {};
    return said.substr(0, said.find(':'));
}

Failure failureOf(const std::string& said) {
    if (const std::string file = missingFile(said); !file.empty())
        return {FailureKind::Dependency, file, 0, said};
    if (const std::string version = between(said, "version `", "'"); !version.empty())
        return {FailureKind::Dependency, version, 0, said};
    if (const std::string symbol = between(said, "undefined symbol: ", ""); !symbol.empty())
        return {FailureKind::Symbol, symbol, 0, said};
    return {FailureKind::Load, "dlopen", 0, said};
}

// Loader counts, so that libraries that need each other's missing ones come to an end.
class Loader {
  public:
    explicit Loader(std::string folder)
        : m_folder(std::move(folder)) {}

    tl::expected<void*, Failure> load(const std::string& path, int scope) {
        std::string before;
        while (m_loads++ < mostLoads) {
            if (void* const handle = ::dlopen(path.c_str(), RTLD_NOW | scope))
                return handle;
            const char* const error = ::dlerror();
            m_said = error == nullptr ? "" : error;
            const std::string missing = missingFile(m_said);
            // The same name again: the file beside is none that the loader takes for it.
            if (missing.empty() || missing == before || !beside(missing))
                break;
            before = missing;
        }
        return tl::unexpected(failureOf(m_said));
    }

  private:
    // beside loads `name` out of the library's folder, for all that come after; not through a link that
    // leaves the folder, since nobody looked at where it goes.
    bool beside(const std::string& name) {
        if (name.find('/') != std::string::npos)
            return false;
        const std::string real = realPathOf(m_folder + name);
        return !real.empty() && folderOf(real) == m_folder && load(real, RTLD_GLOBAL).has_value();
    }

    std::string m_folder;
    std::string m_said;
    int m_loads = 0;
};

} // namespace

tl::expected<Library, Failure> Library::load(const std::string& path) {
    const auto handle = Loader(folderOf(path)).load(path, RTLD_LOCAL);
    if (!handle)
        return tl::unexpected(handle.error());
    return Library(*handle);
}

void* Library::function(const char* name) const {
    return ::dlsym(m_handle, name);
}

} // namespace certwright::helper
