// Why: see kmc_ground.h.
#include "core/vault/kmc_ground.h"

#include "core/files/path.h"

namespace certwright::vault {

namespace {

using base::FileInfo;
using base::FileKind;
using files::Links;

constexpr std::uint32_t writableByOthers = 0022;
constexpr std::uint32_t sticky = 01000;

tl::unexpected<VendorFault> unsafe(const std::string& path, const char* reason) {
    return tl::unexpected(VendorFault{VendorFaultKind::Unsafe, path, reason, {}, {}, 0});
}

tl::unexpected<VendorFault> missing(const std::string& path) {
    return tl::unexpected(VendorFault{VendorFaultKind::LibraryMissing, path, {}, {}, {}, 0});
}

// Judge knows whom to trust.
class Judge {
  public:
    Judge(const files::FileReader& reader, const std::optional<base::Owner>& account)
        : m_reader(reader)
        , m_self(reader.self().user) {
        // An ordinary user gains nothing from another account's library, and would run it as himself.
        if (m_self == 0 && account)
            m_account = account->user;
    }

    VendorResult<void> file(const std::string& path) const {
        const auto info = m_reader.stat(path, Links::Refuse);
        if (!info || info->kind != FileKind::Regular)
            return missing(path);
        if (!trusted(*info))
            return unsafe(path, "owner");
        if ((info->mode & writableByOthers) != 0)
            return unsafe(path, "writable");
        return {};
    }

    // road judges every folder from the library's own, `folder`, upwards. In that nobody else may even make
    // new files: the loader looks there for what the library needs.
    VendorResult<void> road(std::string folder) const {
        for (std::uint32_t passed = 0;; passed = sticky) {
            const auto info = m_reader.stat(folder, Links::Refuse);
            if (!info || info->kind != FileKind::Folder)
                return missing(folder);
            if (!trusted(*info))
                return unsafe(folder, "owner");
            // What lies below a sticky folder was found trustworthy one step before.
            if ((info->mode & writableByOthers) != 0 && (info->mode & passed) == 0)
                return unsafe(folder, "writable");
            const std::string above = files::parentOf(folder);
            if (above == folder || above == ".")
                return {};
            folder = above;
        }
    }

    // neighbours judges the libraries that the loader may take from the same folder.
    VendorResult<void> neighbours(const std::string& folder) const {
        const auto names = m_reader.list(folder);
        if (!names)
            return missing(folder);
        for (const std::string& name : *names) {
            const std::string path = files::join(folder, name);
            if (name.find(".so") == std::string::npos && !name.ends_with(".dll"))
                continue;
            const auto info = m_reader.stat(path, Links::Refuse);
            if (!info || info->kind != FileKind::Regular)
                continue; // a link is followed only to a file in this folder
            if (const auto judged = file(path); !judged)
                return judged;
        }
        return {};
    }

  private:
    bool trusted(const FileInfo& info) const {
        return info.owner.user == 0 || info.owner.user == m_self || info.owner.user == m_account;
    }

    const files::FileReader& m_reader;
    std::uint32_t m_self = 0;
    std::optional<std::uint32_t> m_account;
};

} // namespace

VendorResult<std::string> safeLibrary(const files::FileReader& reader, const std::string& library,
                                      const std::optional<base::Owner>& account) {
    if (!files::isAbsolute(library))
        return missing(library);
    const auto folder = reader.resolve(files::parentOf(library));
    const auto real = reader.resolve(library);
    if (!folder || !real)
        return missing(library);
    if (files::parentOf(*real) != *folder)
        return unsafe(library, "symlink");
    const Judge judge(reader, account);
    // The folder's library itself first, so that what is said is about it where it can be.
    if (const auto judged = judge.file(*real); !judged)
        return tl::unexpected(judged.error());
    if (const auto judged = judge.neighbours(*folder); !judged)
        return tl::unexpected(judged.error());
    if (const auto judged = judge.road(*folder); !judged)
        return tl::unexpected(judged.error());
    return *real;
}

VendorResult<void> safeProgram(const files::FileReader& reader, const std::string& program) {
    const auto real = reader.resolve(program);
    if (!files::isAbsolute(program) || !real)
        return missing(program);
    if (files::fileNameOf(*real) != files::fileNameOf(program))
        return unsafe(program, "symlink");
    const Judge judge(reader, std::nullopt);
    if (const auto judged = judge.file(*real); !judged)
        return judged;
    return judge.road(files::parentOf(*real));
}

} // namespace certwright::vault
