// Why: What can be seen in the files that a person brought, before any of them is opened.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// FileUnreadable: the file cannot be read; `error` is the dotted base::ErrorCode name.
struct FileUnreadable {
    static constexpr std::string_view code = "file.unreadable";
    std::string path;
    std::string error;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("error", error);
        visit("detail", detail);
    }
};

// FileTooLarge: larger than is read (octets); `limit` is document::maximumFileSize or maximumCrlSize.
struct FileTooLarge {
    static constexpr std::string_view code = "file.too-large";
    std::string path;
    std::uint64_t size = 0;
    std::uint64_t limit = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("size", size);
        visit("limit", limit);
    }
};

// ArchiveEncrypted: a zip archive whose entries need a password of its own; `entry` is the first of them.
struct ArchiveEncrypted {
    static constexpr std::string_view code = "archive.encrypted";
    std::string path;
    std::string entry;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("entry", entry);
    }
};

// ArchiveRefused: an archive is not unpacked as far as its entries go on: more than `limit` of them
// ("entries"), or more than `limit` octets in all ("size"), which no delivery of a CA has; or not at all,
// since it is in an archive itself ("nested"; `limit` is 0).
struct ArchiveRefused {
    static constexpr std::string_view code = "archive.refused";
    std::string path;
    std::string reason;
    std::uint64_t limit = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("reason", reason);
        visit("limit", limit);
    }
};

// FileUnrecognised: nothing in it is a certificate, key, CRL or container; `size` in octets, 0 for an empty
// file.
struct FileUnrecognised {
    static constexpr std::string_view code = "file.unrecognised";
    std::string path;
    std::uint64_t size = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("size", size);
    }
};

// FileDamaged: a part that looks like `label` cannot be read; `line` is 1-based, 0 in DER. `damage` is
// "unterminated", "base64", "content", or what of its content is wrong: "label" (`detail` is the kind that it
// really is), "trailing", "date", "validity", "version" or "algorithms" (document::reasonName).
struct FileDamaged {
    static constexpr std::string_view code = "file.damaged";
    std::string path;
    std::string label;
    std::uint64_t line = 0;
    std::string damage;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("label", label);
        visit("line", line);
        visit("damage", damage);
        visit("detail", detail);
    }
};

// FileUnused: a file given without a slot, none of whose objects is needed; `holds` names their kinds
// ("request", "crl" …).
struct FileUnused {
    static constexpr std::string_view code = "file.unused";
    std::string path;
    std::vector<std::string> holds;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("holds", holds);
    }
};

// SourceSymlink: the file brought is a symbolic link; its target is read.
struct SourceSymlink {
    static constexpr std::string_view code = "source.symlink";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// SourceForeignOwner: the file belongs to somebody else (StreamServer's importer refuses it).
struct SourceForeignOwner {
    static constexpr std::string_view code = "source.foreign-owner";
    std::string path;
    std::string owner;
    std::string user;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("owner", owner);
        visit("user", user);
    }
};

// SourceKeyMode: the private key's file may be read by others; modes are POSIX permission bits.
struct SourceKeyMode {
    static constexpr std::string_view code = "source.key-mode";
    std::string path;
    std::uint32_t mode = 0;
    std::uint32_t maximum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("mode", mode);
        visit("maximum", maximum);
    }
};

// SlotMissing: a required slot has no file.
struct SlotMissing {
    static constexpr std::string_view code = "slot.missing";
    std::string slot;

    template <typename Visit> void fields(Visit visit) const { visit("slot", slot); }
};

// SlotAmbiguous: several objects fit one slot; `candidates` are "path: subject" texts.
struct SlotAmbiguous {
    static constexpr std::string_view code = "slot.ambiguous";
    std::string slot;
    std::vector<std::string> candidates;

    template <typename Visit> void fields(Visit visit) const {
        visit("slot", slot);
        visit("candidates", candidates);
    }
};

// SlotWrongKind: the file given for a slot holds something else; kinds are "certificate", "key", "crl",
// "request", "pkcs12".
struct SlotWrongKind {
    static constexpr std::string_view code = "slot.wrong-kind";
    std::string slot;
    std::string path;
    std::string expected;
    std::vector<std::string> found;

    template <typename Visit> void fields(Visit visit) const {
        visit("slot", slot);
        visit("path", path);
        visit("expected", expected);
        visit("found", found);
    }
};

} // namespace certwright::check
