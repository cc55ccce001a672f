// Why: What can be seen of the service folder and its config before anything is written.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// RootMissing: the folder given for the service does not exist or is no folder.
struct RootMissing {
    static constexpr std::string_view code = "root.missing";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// RootForeign: the folder holds no such service; `expected` is the config file that was looked for.
struct RootForeign {
    static constexpr std::string_view code = "root.not-service";
    std::string path;
    std::string expected;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("expected", expected);
    }
};

// FolderMode: an existing folder has not the mode the service wants; the import sets it.
struct FolderMode {
    static constexpr std::string_view code = "target.folder-mode";
    std::string path;
    std::uint32_t mode = 0;
    std::uint32_t wanted = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("mode", mode);
        visit("wanted", wanted);
    }
};

// FolderOwner: an existing folder belongs to somebody else.
struct FolderOwner {
    static constexpr std::string_view code = "target.folder-owner";
    std::string path;
    std::string owner;
    std::string user;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("owner", owner);
        visit("user", user);
    }
};

// FolderWritable: others may write in a folder above the targets.
struct FolderWritable {
    static constexpr std::string_view code = "target.folder-writable";
    std::string path;
    std::uint32_t mode = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("mode", mode);
    }
};

// TargetSymlink: a path that would be written is (or leads through) a symbolic link.
struct TargetSymlink {
    static constexpr std::string_view code = "target.symlink";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// TargetHardLink: a file that would be replaced has other names.
struct TargetHardLink {
    static constexpr std::string_view code = "target.hard-link";
    std::string path;
    std::uint64_t links = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("links", links);
    }
};

// TargetOwner: a file that would be replaced belongs to somebody else.
struct TargetOwner {
    static constexpr std::string_view code = "target.owner";
    std::string path;
    std::string owner;
    std::string user;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("owner", owner);
        visit("user", user);
    }
};

// TargetNotRegular: something that is no regular file stands where one would be written.
struct TargetNotRegular {
    static constexpr std::string_view code = "target.not-regular";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// TargetReplaced: an installed file will be replaced; the previous state is kept.
struct TargetReplaced {
    static constexpr std::string_view code = "target.replaced";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// TargetRemoved: an installed file that this import brings no successor for will be removed; the previous
// state is kept.
struct TargetRemoved {
    static constexpr std::string_view code = "target.removed";
    std::string path;
    std::string slot;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("slot", slot);
    }
};

// PathAlphabet: a path as the config would hold it has characters that the service refuses.
struct PathAlphabet {
    static constexpr std::string_view code = "target.path-alphabet";
    std::string path;
    std::string alphabet;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("alphabet", alphabet);
    }
};

// RunningAsRoot: running as root over a folder of `owner`; files will belong to `owner`.
struct RunningAsRoot {
    static constexpr std::string_view code = "target.as-root";
    std::string owner;
    std::string path;

    template <typename Visit> void fields(Visit visit) const {
        visit("owner", owner);
        visit("path", path);
    }
};

// DiskSpace: too little space (octets) for what would be written.
struct DiskSpace {
    static constexpr std::string_view code = "target.disk-space";
    std::string path;
    std::uint64_t needed = 0;
    std::uint64_t available = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("needed", needed);
        visit("available", available);
    }
};

// ConfigMissing: the service's config file is missing.
struct ConfigMissing {
    static constexpr std::string_view code = "config.missing";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// ConfigDuplicateKey: a key stands twice; lines are 1-based.
struct ConfigDuplicateKey {
    static constexpr std::string_view code = "config.duplicate-key";
    std::string path;
    std::string key;
    std::uint64_t firstLine = 0;
    std::uint64_t secondLine = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("key", key);
        visit("firstLine", firstLine);
        visit("secondLine", secondLine);
    }
};

// ConfigUneditable: the config cannot be edited safely; what to write by hand is `settings` ("key = value",
// secrets masked).
struct ConfigUneditable {
    static constexpr std::string_view code = "config.uneditable";
    std::string path;
    std::string key;
    std::string reason;
    std::vector<std::string> settings;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("key", key);
        visit("reason", reason);
        visit("settings", settings);
    }
};

// ConfigTooManyLines: more lines than older releases read.
struct ConfigTooManyLines {
    static constexpr std::string_view code = "config.too-many-lines";
    std::string path;
    std::uint64_t lines = 0;
    std::uint64_t maximum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("lines", lines);
        visit("maximum", maximum);
    }
};

// ConfigLineTooLong: a line longer than the service reads, in characters.
struct ConfigLineTooLong {
    static constexpr std::string_view code = "config.line-too-long";
    std::string path;
    std::uint64_t line = 0;
    std::uint64_t length = 0;
    std::uint64_t maximum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("line", line);
        visit("length", length);
        visit("maximum", maximum);
    }
};

// ConfigInterpolation: an existing value holds a character that the service's readers misread.
struct ConfigInterpolation {
    static constexpr std::string_view code = "config.forbidden-character";
    std::string path;
    std::string key;
    std::uint64_t line = 0;
    std::string character;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("key", key);
        visit("line", line);
        visit("character", character);
    }
};

// ValueTooLong: a value that would be written is longer than the service reads.
struct ValueTooLong {
    static constexpr std::string_view code = "value.too-long";
    std::string key;
    std::uint64_t length = 0;
    std::uint64_t maximum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("key", key);
        visit("length", length);
        visit("maximum", maximum);
    }
};

// ValueAlphabet: a value that would be written holds characters that the service misreads.
struct ValueAlphabet {
    static constexpr std::string_view code = "value.alphabet";
    std::string key;
    std::string value;

    template <typename Visit> void fields(Visit visit) const {
        visit("key", key);
        visit("value", value);
    }
};

// ProtectorBuiltin: the passphrase is sealed by the built-in vault, which the vendor's service cannot read.
struct ProtectorBuiltin {
    static constexpr std::string_view code = "protector.builtin";
    std::string key;

    template <typename Visit> void fields(Visit visit) const { visit("key", key); }
};

// KeyStoreForeign: the key stores were made by the vendor's library and are never touched by the built-in
// vault.
struct KeyStoreForeign {
    static constexpr std::string_view code = "key-store.foreign";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// KeyStoreRepaired: one copy of the key store is missing or damaged and is restored from the other; `state`
// is "missing" or "damaged".
struct KeyStoreRepaired {
    static constexpr std::string_view code = "key-store.repaired";
    std::string path;
    std::string state;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("state", state);
    }
};

// KeyStoreDamaged: both copies of the key store are damaged.
struct KeyStoreDamaged {
    static constexpr std::string_view code = "key-store.damaged";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// RetentionBeforeCertificate: the service deletes its certificates before they expire.
struct RetentionBeforeCertificate {
    static constexpr std::string_view code = "retention.before-certificate";
    base::Time retention;
    base::Time notAfter;

    template <typename Visit> void fields(Visit visit) const {
        visit("retention", retention);
        visit("notAfter", notAfter);
    }
};

// RetentionLongAfter: the retention time ends `days` after the certificate.
struct RetentionLongAfter {
    static constexpr std::string_view code = "retention.after-certificate";
    base::Time retention;
    base::Time notAfter;
    int days = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("retention", retention);
        visit("notAfter", notAfter);
        visit("days", days);
    }
};

} // namespace certwright::check
