// Why: What a replacement, an update, a rollback or a clean-up would change for the worse, or leaves open.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// ReplaceNothingInstalled: nothing is installed at `root` that could be replaced.
struct ReplaceNothingInstalled {
    static constexpr std::string_view code = "replace.not-installed";
    std::string root;

    template <typename Visit> void fields(Visit visit) const { visit("root", root); }
};

// ReplaceNothing: everything that was brought is what is installed already.
struct ReplaceNothing {
    static constexpr std::string_view code = "replace.nothing";
    std::string root;

    template <typename Visit> void fields(Visit visit) const { visit("root", root); }
};

// ReplaceShorter: the new certificate ends before the old one.
struct ReplaceShorter {
    static constexpr std::string_view code = "replace.shorter";
    base::Time before;
    base::Time after;

    template <typename Visit> void fields(Visit visit) const {
        visit("before", before);
        visit("after", after);
    }
};

// ReplaceNamesLost: names that the installed certificate covers and the new one does not.
struct ReplaceNamesLost {
    static constexpr std::string_view code = "replace.names-lost";
    std::vector<std::string> names;

    template <typename Visit> void fields(Visit visit) const { visit("names", names); }
};

// ReplaceKeyWeaker: the new key is weaker than the installed one.
struct ReplaceKeyWeaker {
    static constexpr std::string_view code = "replace.key-weaker";
    std::string before;
    std::string after;

    template <typename Visit> void fields(Visit visit) const {
        visit("before", before);
        visit("after", after);
    }
};

// ReplaceCaChanged: the CA is another one than the clients know; subjects.
struct ReplaceCaChanged {
    static constexpr std::string_view code = "replace.ca-changed";
    std::string before;
    std::string after;

    template <typename Visit> void fields(Visit visit) const {
        visit("before", before);
        visit("after", after);
    }
};

// SwapInOneStep: the files of `folder` change together, in one step on the disk.
struct SwapInOneStep {
    static constexpr std::string_view code = "swap.one-step";
    std::string folder;

    template <typename Visit> void fields(Visit visit) const { visit("folder", folder); }
};

// SwapStepwise: `count` files change one after the other; `reason` is "file-system", "contents", "mode" (the
// folder's own changes) or "rule". With "places" the files of `folder` change in one step and `count` files
// elsewhere do not.
struct SwapStepwise {
    static constexpr std::string_view code = "swap.stepwise";
    std::string folder;
    int count = 0;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("folder", folder);
        visit("count", count);
        visit("reason", reason);
    }
};

// CrlNotConfigured: the service reads no revocation list in this slot, so none can be put there while it
// runs.
struct CrlNotConfigured {
    static constexpr std::string_view code = "crl.not-configured";
    std::string slot;
    std::string key;

    template <typename Visit> void fields(Visit visit) const {
        visit("slot", slot);
        visit("key", key);
    }
};

// CrlOlder: older than the installed one; `number` and `installedNumber` are decimal CRL numbers, empty where
// there is none (RFC 5280 section 5.2.3).
struct CrlOlder {
    static constexpr std::string_view code = "crl.older";
    std::string issuer;
    std::string number;
    std::string installedNumber;
    base::Time thisUpdate;
    base::Time installedThisUpdate;

    template <typename Visit> void fields(Visit visit) const {
        visit("issuer", issuer);
        visit("number", number);
        visit("installedNumber", installedNumber);
        visit("thisUpdate", thisUpdate);
        visit("installedThisUpdate", installedThisUpdate);
    }
};

// CrlSame: the very list that is installed.
struct CrlSame {
    static constexpr std::string_view code = "crl.same";
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const { visit("issuer", issuer); }
};

// CrlRevokesServer: the new list revokes the server's own certificate; `reason` is RFC 5280's word, empty if
// none was given.
struct CrlRevokesServer {
    static constexpr std::string_view code = "crl.revokes-server";
    std::string name;
    std::string serial;
    base::Time revokedAt;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("serial", serial);
        visit("revokedAt", revokedAt);
        visit("reason", reason);
    }
};

// CrlReadAtStart: the update takes effect only in a service that was started with a list in this slot.
struct CrlReadAtStart {
    static constexpr std::string_view code = "crl.read-at-start";
    std::string slot;

    template <typename Visit> void fields(Visit visit) const { visit("slot", slot); }
};

// ConfigMerged: the config was edited by hand since; only the values of `keys` go back.
struct ConfigMerged {
    static constexpr std::string_view code = "rollback.config-merged";
    std::string path;
    std::vector<std::string> keys;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("keys", keys);
    }
};

// RollbackWithheld: files of the old state whose content was not kept, because it held a key without
// encryption.
struct RollbackWithheld {
    static constexpr std::string_view code = "rollback.withheld";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// RollbackNothing: the service is in this state already.
struct RollbackNothing {
    static constexpr std::string_view code = "rollback.nothing";
    std::string id;

    template <typename Visit> void fields(Visit visit) const { visit("id", id); }
};

// RollbackUnproved: the state had no successful proof when it was stored, so none is demanded now.
struct RollbackUnproved {
    static constexpr std::string_view code = "rollback.unproved";
    std::string id;

    template <typename Visit> void fields(Visit visit) const { visit("id", id); }
};

// HistoryEntryDamaged: an entry of the history cannot be used; `id` names its folder.
struct HistoryEntryDamaged {
    static constexpr std::string_view code = "history.entry-damaged";
    std::string id;

    template <typename Visit> void fields(Visit visit) const { visit("id", id); }
};

// SourceNotInstalled: not everything in the file is installed, so it stays.
struct SourceNotInstalled {
    static constexpr std::string_view code = "clean.not-installed";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// SourceInstalled: the file itself is what the service reads, or stored state.
struct SourceInstalled {
    static constexpr std::string_view code = "clean.installed";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// SourceLinked: a symbolic link or a file with several names is never removed; `links` is the number of
// names, 0 for a symbolic link.
struct SourceLinked {
    static constexpr std::string_view code = "clean.linked";
    std::string path;
    std::uint64_t links = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("links", links);
    }
};

// SourceArchive: an archive is never removed, and nothing in it: what else it holds, nobody has judged.
struct SourceArchive {
    static constexpr std::string_view code = "clean.archive";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// KeyCopyFound: a copy of the installed private key; `form` is "clear", "encrypted" or "container".
struct KeyCopyFound {
    static constexpr std::string_view code = "clean.key-copy";
    std::string path;
    std::uint32_t mode = 0;
    std::string form;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("mode", mode);
        visit("form", form);
    }
};

// KeyCopyUnknown: an encrypted key that could not be opened, so that nobody can say whose it is.
struct KeyCopyUnknown {
    static constexpr std::string_view code = "clean.key-unknown";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// WipeLimits: what overwriting cannot promise.
struct WipeLimits {
    static constexpr std::string_view code = "clean.limits";
    std::string subject;

    template <typename Visit> void fields(Visit visit) const { visit("subject", subject); }
};

} // namespace certwright::check
