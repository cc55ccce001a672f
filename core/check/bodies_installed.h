// Why: What can be seen of an installed set, of the proof, and of an interrupted transaction.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// InstalledMissing: a file that belongs to the set is not there.
struct InstalledMissing {
    static constexpr std::string_view code = "installed.missing";
    std::string path;
    std::string slot;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("slot", slot);
    }
};

// InstalledMode: a file or folder has another mode than the service requires.
struct InstalledMode {
    static constexpr std::string_view code = "installed.mode";
    std::string path;
    std::uint32_t mode = 0;
    std::uint32_t wanted = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("mode", mode);
        visit("wanted", wanted);
    }
};

// InstalledOwner: a file does not belong to the owner of the service folder.
struct InstalledOwner {
    static constexpr std::string_view code = "installed.owner";
    std::string path;
    std::string owner;
    std::string wanted;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("owner", owner);
        visit("wanted", wanted);
    }
};

// InstalledNotConfigured: the config's value for `key` is not what belongs there; `found` is empty if it is
// absent.
struct InstalledNotConfigured {
    static constexpr std::string_view code = "installed.not-configured";
    std::string key;
    std::string found;
    std::string wanted;

    template <typename Visit> void fields(Visit visit) const {
        visit("key", key);
        visit("found", found);
        visit("wanted", wanted);
    }
};

// InstalledHash: the key's hash file does not match the key.
struct InstalledHash {
    static constexpr std::string_view code = "installed.hash";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// InstalledBackup: the key's backup is not the same as the key.
struct InstalledBackup {
    static constexpr std::string_view code = "installed.backup";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// InstalledSeal: the sealed passphrase cannot be unsealed; `error` is the dotted base::ErrorCode name.
struct InstalledSeal {
    static constexpr std::string_view code = "installed.seal";
    std::string key;
    std::string error;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("key", key);
        visit("error", error);
        visit("detail", detail);
    }
};

// InstalledPassphrase: the unsealed passphrase does not open the installed key.
struct InstalledPassphrase {
    static constexpr std::string_view code = "installed.passphrase";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// InstalledUnreadable: an installed file cannot be read as what it should be; `expected` is a kind.
struct InstalledUnreadable {
    static constexpr std::string_view code = "installed.unreadable";
    std::string path;
    std::string expected;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("expected", expected);
        visit("detail", detail);
    }
};

// RetentionPassed: the retention date has passed: the service deletes its certificates at the next start.
struct RetentionPassed {
    static constexpr std::string_view code = "retention.passed";
    base::Time retention;
    base::Time now;

    template <typename Visit> void fields(Visit visit) const {
        visit("retention", retention);
        visit("now", now);
    }
};

// ProofFailed: a step of the proof did not give what it should; `step` is "unseal", "open-key", "load",
// "handshake", "refuse-anonymous", "refuse-stranger" or "revocation".
struct ProofFailed {
    static constexpr std::string_view code = "proof.failed";
    std::string step;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("step", step);
        visit("detail", detail);
    }
};

// TransactionUndone: an interrupted transaction was found and undone: the old state is in place. `id` names
// it.
struct TransactionUndone {
    static constexpr std::string_view code = "transaction.undone";
    std::string id;
    base::Time startedAt;

    template <typename Visit> void fields(Visit visit) const {
        visit("id", id);
        visit("startedAt", startedAt);
    }
};

// TransactionUnproved: a transaction was applied whole but ended before its proof: the new state is in place.
struct TransactionUnproved {
    static constexpr std::string_view code = "transaction.unproved";
    std::string id;
    base::Time startedAt;

    template <typename Visit> void fields(Visit visit) const {
        visit("id", id);
        visit("startedAt", startedAt);
    }
};

} // namespace certwright::check
