// Why: the vendor's library writes where it likes; so it gets copies of the key stores in a folder of its
// own, which is wiped whatever happens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/files/file_lock.h"
#include "core/files/file_system.h"
#include "core/vault/key_store.h"

namespace certwright::vault {

// KmcWorkFolder is a folder of mode 0700 with the copies (0600). Its destructor wipes and removes it with all
// that was put there. A lock beside it (its path and ".lock") says that it is in use, so that what a killed
// process left behind is wiped by the next. Not movable.
class KmcWorkFolder {
  public:
    explicit KmcWorkFolder(files::FileSystem& fileSystem)
        : m_fileSystem(fileSystem) {}
    KmcWorkFolder(const KmcWorkFolder&) = delete;
    KmcWorkFolder& operator=(const KmcWorkFolder&) = delete;
    ~KmcWorkFolder();

    // make makes it in the first of `folders` where nobody else can remove it, and writes the copies. Where
    // it is for another `account`, everything belongs to that and the folder above must be open to all.
    // InputOutput (or what the file system says) if none will do.
    base::Status make(const std::vector<std::string>& folders, const KeyStoreFiles& stores,
                      const std::optional<base::Owner>& account);
    // readBack returns the key stores as they are now; nothing for one that is missing, no regular file or
    // larger than a key store can be.
    KeyStoreFiles readBack() const;

    const std::string& path() const { return m_path; }
    std::string primary() const;
    std::string standby() const;

  private:
    base::Status makeIn(const std::string& folder, const std::optional<base::Owner>& account);
    std::optional<base::Bytes> readStore(const std::string& path) const;
    void sweep(const std::string& folder);
    void clear(const std::string& folder, int depth);

    files::FileSystem& m_fileSystem;
    std::string m_path;
    std::optional<files::FileLock> m_lock;
};

} // namespace certwright::vault
