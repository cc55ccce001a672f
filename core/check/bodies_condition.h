// Why: What can be seen of a service folder that anyone made, of its disk and of its past.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// AccessList: an access control list gives more accounts access than the mode says.
struct AccessList {
    static constexpr std::string_view code = "doctor.access-list";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// LeftoverReadable: a backup or an editor's leftover in the service folder that others can read; `holds` is
// "key", "certificate", "config" or empty.
struct LeftoverReadable {
    static constexpr std::string_view code = "doctor.leftover";
    std::string path;
    std::uint32_t mode = 0;
    std::string holds;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("mode", mode);
        visit("holds", holds);
    }
};

// KeyStoresDiffer: two whole key stores that are not the same.
struct KeyStoresDiffer {
    static constexpr std::string_view code = "doctor.key-stores-differ";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// NotRepairable: how many findings have no automatic fix.
struct NotRepairable {
    static constexpr std::string_view code = "doctor.not-repairable";
    int count = 0;

    template <typename Visit> void fields(Visit visit) const { visit("count", count); }
};

// AdoptedAlready: the service has a history already; `id` is the newest entry.
struct AdoptedAlready {
    static constexpr std::string_view code = "adopt.already";
    std::string id;

    template <typename Visit> void fields(Visit visit) const { visit("id", id); }
};

// AdoptOutside: a file that the config names lies outside the service folder and is not stored.
struct AdoptOutside {
    static constexpr std::string_view code = "adopt.outside";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// AdoptClearKey: holds a key without encryption, which is never stored.
struct AdoptClearKey {
    static constexpr std::string_view code = "adopt.clear-key";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// ServiceMoved: a known service folder was moved or renamed and has been found by its content.
struct ServiceMoved {
    static constexpr std::string_view code = "service.moved";
    std::string before;
    std::string after;

    template <typename Visit> void fields(Visit visit) const {
        visit("before", before);
        visit("after", after);
    }
};

// ServiceGone: a known service folder is not there any more.
struct ServiceGone {
    static constexpr std::string_view code = "service.gone";
    std::string root;

    template <typename Visit> void fields(Visit visit) const { visit("root", root); }
};

// ServiceUnreadable: a known service folder could not be looked at; `error` is the dotted base::ErrorCode
// name, `about` what it was about (a path, a profile; empty: the folder itself).
struct ServiceUnreadable {
    static constexpr std::string_view code = "service.unreadable";
    std::string root;
    std::string error;
    std::string detail;
    std::string about = {};

    template <typename Visit> void fields(Visit visit) const {
        visit("root", root);
        visit("error", error);
        visit("detail", detail);
        visit("about", about);
    }
};

// ServiceListDamaged: the list of known services at `path` could not be read as a whole; `kept` is what it is
// called now.
struct ServiceListDamaged {
    static constexpr std::string_view code = "service.list-damaged";
    std::string path;
    std::string kept;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("kept", kept);
    }
};

// RetentionShortened: the new retention date is earlier than the present one.
struct RetentionShortened {
    static constexpr std::string_view code = "retention.shortened";
    base::Time before;
    base::Time after;

    template <typename Visit> void fields(Visit visit) const {
        visit("before", before);
        visit("after", after);
    }
};

// NeedsAsOwner: root works in a folder of another account.
struct NeedsAsOwner {
    static constexpr std::string_view code = "root.as-owner";
    std::string owner;
    std::string root;

    template <typename Visit> void fields(Visit visit) const {
        visit("owner", owner);
        visit("root", root);
    }
};

// NetworkVolume: the folder is on a network file system; `kind` is the system's name for it.
struct NetworkVolume {
    static constexpr std::string_view code = "volume.network";
    std::string folder;
    std::string kind;

    template <typename Visit> void fields(Visit visit) const {
        visit("folder", folder);
        visit("kind", kind);
    }
};

// ReadOnlyVolume: the folder is on a file system that is mounted read-only.
struct ReadOnlyVolume {
    static constexpr std::string_view code = "volume.read-only";
    std::string folder;

    template <typename Visit> void fields(Visit visit) const { visit("folder", folder); }
};

// ModelessVolume: the file system keeps no modes or owners, so that a key cannot be protected there; `kind`
// is the system's name for it.
struct ModelessVolume {
    static constexpr std::string_view code = "volume.no-modes";
    std::string folder;
    std::string kind;

    template <typename Visit> void fields(Visit visit) const {
        visit("folder", folder);
        visit("kind", kind);
    }
};

// ClockBehind: the clock is behind the newest transaction.
struct ClockBehind {
    static constexpr std::string_view code = "clock.behind";
    base::Time now;
    base::Time newest;

    template <typename Visit> void fields(Visit visit) const {
        visit("now", now);
        visit("newest", newest);
    }
};

} // namespace certwright::check
