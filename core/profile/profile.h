// Why: a service is data. What a service reads, where and how, stands in a YAML file; this is that file as a
// value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::profile {

// Title is a text in both languages (UTF-8).
struct Title {
    std::string en;
    std::string zh;
};

// SlotKind: what belongs into a slot.
enum class SlotKind { CaCertificate, ServerCertificate, PrivateKey, Crl };

// Slot is one file that a service wants. `target` is relative to the service root; `configKey` the key (or
// dotted YAML path) that receives the file's path; `trust` names the pair that a CA and its CRL belong to
// ("server", "platform").
struct Slot {
    std::string id;
    SlotKind kind = SlotKind::CaCertificate;
    bool required = false;
    std::string target;
    std::uint32_t mode = 0400;
    std::string configKey;
    std::string trust;
    Title title;
};

// Folder is a folder that the service wants to exist with exactly this mode; relative to the root.
struct Folder {
    std::string path;
    std::uint32_t mode = 0700;
};

// ConfigFormat: KeyValue is "key=value"; Nginx "name value;", Redis "name value", Postgresql "name =
// 'value'".
enum class ConfigFormat { KeyValue, Yaml, Nginx, Redis, Postgresql };

// PathForm: how paths stand in the config.
enum class PathForm { Relative, Absolute };

// ConfigOrigin: Shipped belongs to the service and must be there; Managed is Certwright's own file, which an
// import makes.
enum class ConfigOrigin { Shipped, Managed };

// FixedValue is written by every import (Always), or where the config has no such key (WhenAbsent). In
// `value`, "{root}" stands for the service's root and "{unlock}" for the command line that prints the
// passphrase on standard output.
enum class ValueUse { Always, WhenAbsent };
struct FixedValue {
    std::string key;
    std::string value;
    ValueUse use = ValueUse::Always;
};

// Insertion: the line `directive` + " " + `value` + ";" that takes a managed config into effect, in one block
// named `block` of the service's own files. `files` are relative to the root; one that ends in '/' means
// every file of that folder.
struct Insertion {
    std::vector<std::string> files;
    std::string block;
    std::string directive;
    std::string value;
};

// Config describes the service's config file. `pathBase` is the folder (relative to the root) that paths in
// values are relative to. `order` is the order in which absent keys are added. Limits in characters and
// lines; 0: none. `pathAlphabet` is a regular-expression bracket set without brackets ("A-Za-z0-9_+,\-./";
// empty: any character); `forbidden` lists characters no value may hold. `pathBase` is empty for the root
// itself.
struct Config {
    std::string path;
    ConfigFormat format = ConfigFormat::KeyValue;
    std::string pathBase;
    std::vector<std::string> order;
    std::string pathAlphabet;
    std::string forbidden;
    std::size_t maximumLines = 0;
    std::size_t maximumLineLength = 0;
    // Largest file that the service reads of those that the config names, in octets; 0: no limit is known.
    std::size_t maximumFileSize = 0;
    PathForm pathForm = PathForm::Relative;
    ConfigOrigin origin = ConfigOrigin::Shipped;
    // Permission bits of a managed config when it is made.
    std::uint32_t mode = 0644;
    std::vector<FixedValue> values = {};
    std::optional<Insertion> insertion = {};
};

// A key that begins with '#' names a comment line "# name: value", which only Certwright reads; the service's
// own formats have no place for a sealed passphrase.

// Passphrase: how the re-encrypted key's random passphrase is stored. `configKey` receives the sealed text of
// at most `maximumLength` characters; `iterations` are those of PBKDF2 for the key; `inputMaximum` bounds the
// password that the person types (characters; 0: no bound).
struct Passphrase {
    std::string configKey;
    std::size_t maximumLength = 400;
    int iterations = 10000;
    int inputMaximum = 0;
    // The named pipe, relative to the root, that the service reads the passphrase from; empty: none.
    std::string pipe = {};
    // What stands before the passphrase where `unlock` prints it for the service, such as "tls-key-file-pass
    // ".
    std::string prefix = {};
};

// Command is a program with its arguments, never a shell's line. "{root}" as a whole word, or in one, stands
// for the service's root. It is ended after `seconds`.
struct Command {
    std::vector<std::string> words;
    int seconds = 20;
};

// Commands of the service itself: `verify` judges the config before a change is kept, `reload` makes the
// running service take it over.
struct Commands {
    std::optional<Command> verify;
    std::optional<Command> reload;
};

// Vendor: the vendor's key library (SERVICES.md section 3). `library` and `importer` (the vendor's own
// CertImport, may be empty) are relative to the root. `algorithmKey` is the config key that holds
// sdp_algorithm_id; `algorithm` what counts without it.
struct Vendor {
    std::string library;
    std::string importer;
    std::uint32_t semaphoreKey = 0x20161516;
    std::uint32_t domain = 0;
    std::string algorithmKey;
    int algorithm = 9;
};

// KeyStore: the two copies of the master key, relative to the root.
struct KeyStore {
    std::string primary;
    std::string standby;
    std::uint32_t mode = 0400;
};

// HomeCopy: what the service keeps beside its root; `path` is relative to Profile::homeFolder, which is
// relative to the account's home. `content` is the encrypted key itself or its SHA-256 in lower-case
// hexadecimal.
enum class HomeContent { Key, KeySha256 };
struct HomeCopy {
    std::string path;
    HomeContent content = HomeContent::Key;
    std::uint32_t mode = 0400;
};

// Retention: after this date the service deletes its certificates. Days. The file also says `format`; the
// only text form known is "utc-seconds": YYYY-MM-DD HH:MM:SS in UTC (base::formatUtc).
struct Retention {
    std::string configKey;
    int minimumDays = 1;
    int maximumDays = 2000;
    int defaultDays = 365;
};

// HostCheck: the config itself names the host that the certificate must match, when `enableKey` is true or
// absent.
struct HostCheck {
    std::string enableKey;
    std::string hostKey;
};

// CrlUpdate: how a revocation list is renewed while the service runs. `needsConfigured`: the service takes a
// new list only where one was configured when it started. RemoveFirst: the old file is removed before the new
// one gets its name; RenameOver: in one step.
enum class CrlPlacement { RemoveFirst, RenameOver };
struct CrlUpdate {
    bool needsConfigured = true;
    CrlPlacement placement = CrlPlacement::RenameOver;
};

// Rules are thresholds and algorithms that check::Policy takes over. `keyAlgorithms` holds "RSA" and "EC",
// `signatureDigests` "SHA256", "SHA384" and "SHA512"; neither is empty.
struct Rules {
    std::vector<std::string> keyAlgorithms;
    std::vector<std::string> signatureDigests;
    int minimumRsaBits = 2048;
    int recommendedRsaBits = 3072;
    int warningDays = 30;
    int noteDays = 100;
    int maximumValidityYears = 10;
    int crlWarningDays = 7;
    std::uint32_t keyFileModeMaximum = 0640;
    bool sourcesOwnedByUser = true;
    bool mutualTls = true;
    bool commonNameCounts = false;
};

// Profile is one service. `rootVariable` is the environment variable that names the root (may be empty),
// `usualPlaces` absolute folders where it is looked for.
struct Profile {
    std::string id;
    Title title;
    Title summary;
    Title rootTitle;
    std::string rootVariable;
    std::vector<std::string> usualPlaces;
    std::vector<Folder> folders;
    Config config;
    std::vector<Slot> slots;
    Passphrase passphrase;
    KeyStore keyStore;
    std::string homeFolder;
    std::vector<HomeCopy> homeCopies;
    std::optional<Retention> retention;
    std::optional<HostCheck> hostCheck;
    CrlUpdate crlUpdate;
    Commands commands = {};
    std::optional<Vendor> vendor = {};
    Rules rules;

    // slot returns the slot with this id, or nullptr.
    const Slot* slot(const std::string& slotId) const;
    // slotOf returns the first slot of a kind within a trust pair, or nullptr.
    const Slot* slotOf(SlotKind kind, const std::string& trust) const;
};

// slotKindName returns "ca", "certificate", "key" or "crl".
std::string_view slotKindName(SlotKind kind);

} // namespace certwright::profile
