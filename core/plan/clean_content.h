// Why: a file goes only if everything in it is installed; this is that question, for one file's content.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/plan/clean_up.h"
#include "core/plan/installed_objects.h"

namespace certwright::plan {

// KeyForm says how a file holds the installed private key, if it does; Unknown: something in it could not be
// opened.
enum class KeyForm { None, Unknown, Clear, Encrypted, Container };

// Standing of a file's content: `whole`: all of it is installed and there is nothing else; `key`: how it
// holds the installed key; `ours`: it holds anything that is a certificate, key, list or the damaged remains
// of one.
struct Standing {
    bool whole = false;
    bool ours = false;
    KeyForm key = KeyForm::None;
};

// InstalledSet knows what is installed; it looks at `installed`, which must outlive it.
class InstalledSet {
  public:
    explicit InstalledSet(const InstalledObjects& installed);

    // standingOf judges `content`, of which `parsed` is what was found in it; opens with `open`.
    base::Result<Standing> standingOf(base::ByteView content, const document::ParsedFile& parsed,
                                      const std::string& path, Origin origin, const Opener& open) const;

  private:
    struct Verdict;
    base::Result<Verdict> judge(const document::Item& item, const std::string& path, Origin origin,
                                const Opener& open) const;
    void keepList(const document::Crl& crl);
    bool isInstalled(const document::Crl& crl) const;

    std::set<base::Bytes> m_public;
    // Those that were streamed.
    std::vector<document::Crl> m_large;
    std::set<base::Bytes> m_encryptedKeys;
    base::Bytes m_publicKey;
};

// holdsForeignText tells whether text stands beside the PEM blocks of `content` that is not what OpenSSL
// writes there (comments, indented descriptions, bag attributes): then the file is more than its objects.
bool holdsForeignText(base::ByteView content);

} // namespace certwright::plan
