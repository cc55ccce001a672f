// Why: the wrapper keeps no state of files itself; what is on the disk after a fault is what the real one
// left there.
#include "tests/support/fault_file_system.h"

namespace certwright::test {

using base::ErrorCode;

FaultFileSystem::FaultFileSystem(files::FileSystem& inner, Counted counted)
    : m_inner(inner)
    , m_counted(counted) {}

void FaultFileSystem::failAt(int n, ErrorCode code) {
    m_fault = Fault::FailOnce;
    m_at = n;
    m_code = code;
}

void FaultFileSystem::failFrom(int n, ErrorCode code) {
    m_fault = Fault::FailOn;
    m_at = n;
    m_code = code;
}

void FaultFileSystem::cutPowerAt(int n, Cut cut) {
    m_fault = Fault::PowerCut;
    m_at = n;
    m_cut = cut;
}

void FaultFileSystem::failPath(const std::string& path, ErrorCode code) {
    m_paths[path] = code;
}

void FaultFileSystem::disarm() {
    m_fault = Fault::None;
    m_dark = false;
    m_count = 0;
    m_calls.clear();
    m_paths.clear();
}

bool FaultFileSystem::count(Kind kind, const std::string& call) const {
    if (m_counted == Counted::Writes && kind == Kind::Read)
        return false;
    ++m_count;
    m_calls.push_back(call);
    return true;
}

base::Status FaultFileSystem::before(Kind kind, const std::string& call, const std::string& path) const {
    if (m_dark)
        return base::failure(ErrorCode::InputOutput, path, "the power is off");
    const bool counted = count(kind, call);
    if (const auto found = m_paths.find(path); kind == Kind::Write && found != m_paths.end())
        return base::failure(found->second, path, "injected");
    const bool once = m_fault == Fault::FailOnce && m_count == m_at;
    const bool onwards = m_fault == Fault::FailOn && m_count >= m_at;
    if (counted && (once || onwards))
        return base::failure(m_code, path, "injected");
    if (counted && m_fault == Fault::PowerCut && m_count == m_at)
        m_dark = true;
    return {};
}

template <typename Action>
auto FaultFileSystem::guarded(Kind kind, const std::string& call, const std::string& path,
                              Action action) const -> decltype(action()) {
    if (auto status = before(kind, call, path); !status)
        return tl::unexpected<base::Error>(status.error());
    if (m_dark) {
        if (m_cut == Cut::After)
            static_cast<void>(action());
        throw PowerCut{m_count, call};
    }
    return action();
}

base::Result<base::FileInfo> FaultFileSystem::stat(const std::string& path, files::Links links) const {
    return guarded(Kind::Read, "stat " + path, path, [&]() -> base::Result<base::FileInfo> {
        if (const auto found = m_infos.find(path); found != m_infos.end())
            return found->second;
        return m_inner.stat(path, links);
    });
}

base::Result<base::Bytes> FaultFileSystem::read(const std::string& path, std::uint64_t maximum,
                                                files::Links links) const {
    return guarded(Kind::Read, "read " + path, path, [&] { return m_inner.read(path, maximum, links); });
}

base::Result<std::vector<std::string>> FaultFileSystem::list(const std::string& folder) const {
    return guarded(Kind::Read, "list " + folder, folder, [&] { return m_inner.list(folder); });
}

base::Result<std::string> FaultFileSystem::resolve(const std::string& path) const {
    return guarded(Kind::Read, "resolve " + path, path, [&] { return m_inner.resolve(path); });
}

base::Result<std::uint64_t> FaultFileSystem::freeSpace(const std::string& folder) const {
    return guarded(Kind::Read, "freeSpace " + folder, folder, [&]() -> base::Result<std::uint64_t> {
        return m_free ? *m_free : m_inner.freeSpace(folder);
    });
}

base::Result<files::Volume> FaultFileSystem::volume(const std::string& folder) const {
    return guarded(Kind::Read, "volume " + folder, folder, [&]() -> base::Result<files::Volume> {
        return m_volume ? *m_volume : m_inner.volume(folder);
    });
}

base::Result<bool> FaultFileSystem::hasAccessList(const std::string& path) const {
    return guarded(Kind::Read, "hasAccessList " + path, path, [&] { return m_inner.hasAccessList(path); });
}

base::Status FaultFileSystem::exchange(const std::string& one, const std::string& other) {
    return guarded(Kind::Write, "exchange " + one + " " + other, other, [&]() -> base::Status {
        if (m_volume && !m_volume->exchanges)
            return base::failure(ErrorCode::NotSupported, one);
        return m_inner.exchange(one, other);
    });
}

base::Status FaultFileSystem::link(const std::string& from, const std::string& to) {
    return guarded(Kind::Write, "link " + from + " " + to, to, [&] { return m_inner.link(from, to); });
}

base::Status FaultFileSystem::wipe(const std::string& path) {
    return guarded(Kind::Write, "wipe " + path, path, [&] { return m_inner.wipe(path); });
}

base::Owner FaultFileSystem::self() const {
    return m_self ? *m_self : m_inner.self();
}

std::string FaultFileSystem::accountName(std::uint32_t user) const {
    return m_inner.accountName(user);
}

base::Status FaultFileSystem::writeNew(const std::string& path, base::ByteView content, std::uint32_t mode,
                                       std::optional<base::Owner> owner) {
    const std::string call = "writeNew " + path;
    if (auto status = before(Kind::Write, call, path); !status)
        return status;
    if (!m_dark)
        return m_inner.writeNew(path, content, mode, owner);
    if (m_cut != Cut::Before)
        static_cast<void>(m_inner.writeNew(
            path, m_cut == Cut::Halfway ? content.first(content.size() / 2) : content, mode, owner));
    throw PowerCut{m_count, call};
}

base::Status FaultFileSystem::replace(const std::string& from, const std::string& to) {
    if (const auto found = m_paths.find(to); found != m_paths.end() && !m_dark) {
        count(Kind::Write, "replace " + from + ' ' + to);
        return base::failure(found->second, to, "injected");
    }
    return guarded(Kind::Write, "replace " + from + ' ' + to, from,
                   [&] { return m_inner.replace(from, to); });
}

base::Status FaultFileSystem::remove(const std::string& path) {
    return guarded(Kind::Write, "remove " + path, path, [&] { return m_inner.remove(path); });
}

base::Status FaultFileSystem::setMode(const std::string& path, std::uint32_t mode) {
    return guarded(Kind::Write, "setMode " + path, path, [&] { return m_inner.setMode(path, mode); });
}

base::Status FaultFileSystem::makeFolder(const std::string& path, std::uint32_t mode,
                                         std::optional<base::Owner> owner) {
    return guarded(Kind::Write, "makeFolder " + path, path,
                   [&] { return m_inner.makeFolder(path, mode, owner); });
}

base::Status FaultFileSystem::removeFolder(const std::string& path) {
    return guarded(Kind::Write, "removeFolder " + path, path, [&] { return m_inner.removeFolder(path); });
}

base::Status FaultFileSystem::syncFolder(const std::string& path) {
    return guarded(Kind::Write, "syncFolder " + path, path, [&] { return m_inner.syncFolder(path); });
}

} // namespace certwright::test
