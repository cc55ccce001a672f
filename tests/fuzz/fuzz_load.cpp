// Why: what somebody brings may be an archive made to harm; loading it must end in files and findings, in
// bounded time and memory, whatever is inside.
#include <cstdint>
#include <cstdlib>

#include "core/plan/load.h"

namespace {

using namespace certwright;

constexpr const char* folder = "/in";
constexpr const char* path = "/in/delivery.zip";

// OneFile is a disk with one file on it.
class OneFile final : public files::FileReader {
  public:
    explicit OneFile(base::ByteView content)
        : m_content(content) {}

    base::Result<base::FileInfo> stat(const std::string& of, files::Links) const override {
        base::FileInfo info;
        if (of == path) {
            info.kind = base::FileKind::Regular;
            info.size = m_content.size();
            info.mode = 0600;
            return info;
        }
        info.kind = base::FileKind::Folder;
        if (of == folder)
            return info;
        return missing(of);
    }
    base::Result<base::Bytes> read(const std::string& of, std::uint64_t maximum,
                                   files::Links) const override {
        if (of != path)
            return missing(of);
        if (m_content.size() > maximum)
            return base::failure(base::ErrorCode::FileTooLarge, of);
        return base::Bytes(m_content.begin(), m_content.end());
    }
    base::Result<std::vector<std::string>> list(const std::string&) const override {
        return std::vector<std::string>{"delivery.zip"};
    }
    base::Result<std::string> resolve(const std::string& of) const override { return of; }
    base::Result<std::uint64_t> freeSpace(const std::string&) const override { return std::uint64_t{0}; }
    base::Result<files::Volume> volume(const std::string&) const override { return files::Volume{}; }
    base::Result<bool> hasAccessList(const std::string&) const override { return false; }
    base::Owner self() const override { return {}; }
    std::string accountName(std::uint32_t) const override { return "fuzz"; }

  private:
    static tl::unexpected<base::Error> missing(const std::string& of) {
        return base::failure(base::ErrorCode::FileNotFound, of);
    }
    base::ByteView m_content;
};

void require(bool holds) {
    if (!holds)
        std::abort();
}

// Every file says where it is from, and something is always said of what was named.
void judge(const plan::Loaded& loaded, plan::Origin origin) {
    for (const plan::LoadedFile& file : loaded.files) {
        const bool inside = file.source.path.starts_with(std::string(path) + "/");
        require(!file.items.empty() && (file.source.path == path || inside));
        require(inside == !file.source.archive.empty());
    }
    if (origin == plan::Origin::Named)
        require(!loaded.files.empty() || !loaded.findings.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const OneFile reader({data, size});
    const secret::SecretAccess access = secret::SecretAccess::grant();
    base::SilentProgress progress;
    const auto named = plan::loadFiles(reader, {{"ca", path}}, {}, progress, access);
    require(named.has_value());
    judge(*named, plan::Origin::Named);
    const auto found = plan::loadFiles(reader, {}, {folder}, progress, access);
    require(found.has_value());
    judge(*found, plan::Origin::Found);
    const auto inner = plan::loadFiles(reader, {}, {std::string(path) + "/leaf.crt"}, progress, access);
    require(inner.has_value());
    judge(*inner, plan::Origin::Named);
    return 0;
}
