// Why: the schema of a profile, one function per section of the file; see schema_config.cpp and
// schema_commands.cpp for the longer ones.
#include "core/profile/schema.h"

#include <algorithm>
#include <map>

#include "core/profile/fields.h"
#include "core/profile/schema_parts.h"

namespace certwright::profile {

namespace {

using namespace std::string_view_literals;

constexpr std::array slotKinds{
    std::pair{"ca"sv, SlotKind::CaCertificate},
    std::pair{"certificate"sv, SlotKind::ServerCertificate},
    std::pair{"key"sv, SlotKind::PrivateKey},
    std::pair{"crl"sv, SlotKind::Crl},
};
constexpr std::array homeContents{
    std::pair{"key"sv, HomeContent::Key},
    std::pair{"key-sha256"sv, HomeContent::KeySha256},
};
constexpr std::array crlPlacements{
    std::pair{"remove-first"sv, CrlPlacement::RemoveFirst},
    std::pair{"rename-over"sv, CrlPlacement::RenameOver},
};
enum class RetentionFormat { UtcSeconds };
constexpr std::array retentionFormats{std::pair{"utc-seconds"sv, RetentionFormat::UtcSeconds}};
// As document::SignatureFacts and check::Policy name them.
constexpr std::array keyAlgorithms{std::pair{"RSA"sv, "RSA"sv}, std::pair{"EC"sv, "EC"sv}};
constexpr std::array signatureDigests{
    std::pair{"SHA256"sv, "SHA256"sv},
    std::pair{"SHA384"sv, "SHA384"sv},
    std::pair{"SHA512"sv, "SHA512"sv},
};

constexpr int manyDays = 36500;

std::vector<std::string> readWords(const Node& node, const auto& choices) {
    std::vector<std::string> words;
    Once once(MistakeCode::WordTwice);
    for (const Node& item : itemsOf(node)) {
        words.emplace_back(oneOf(item, choices));
        once.take(words.back(), item.place);
    }
    if (words.empty())
        refuse(node, MistakeCode::ListEmpty);
    return words;
}

std::string readVariable(const Node& node) {
    std::string name = textOrNothing(node);
    const auto allowed = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!std::ranges::all_of(name, allowed))
        refuse(node, MistakeCode::VariableInvalid);
    return name;
}

void readRoot(const Node& node, Profile& profile) {
    const Fields fields(node, {"title", "variable", "places"});
    profile.rootTitle = readTitle(fields.at("title"));
    profile.rootVariable = readVariable(fields.at("variable"));
    for (const Node& place : itemsOf(fields.at("places")))
        profile.usualPlaces.push_back(absolutePathOf(place));
}

void readFolders(const Node& node, Profile& profile) {
    Once paths(MistakeCode::FolderTwice);
    for (const Node& item : itemsOf(node)) {
        const Fields fields(item, {"path", "mode"});
        Folder folder{pathOf(fields.at("path")), modeOf(fields.at("mode"))};
        if ((folder.mode & 0700U) != 0700U)
            refuse(fields.at("mode"), MistakeCode::ModeShutsFolder);
        paths.take(folder.path, fields.at("path").place);
        profile.folders.push_back(std::move(folder));
    }
}

Slot readSlot(const Node& node, Reading& reading) {
    const Fields fields(node, {"id", "kind", "required", "trust", "target", "mode", "config-key", "title"});
    Slot slot;
    slot.id = idOf(fields.at("id"));
    slot.kind = oneOf(fields.at("kind"), slotKinds);
    slot.required = flagOf(fields.at("required"));
    slot.trust = idOf(fields.at("trust"));
    slot.target = pathOf(fields.at("target"));
    reading.files.take(slot.target, fields.at("target").place);
    const Node& mode = fields.at("mode");
    slot.mode = slot.kind == SlotKind::PrivateKey ? privateModeOf(mode) : modeOf(mode);
    slot.configKey = reading.keys.use(fields.at("config-key"));
    slot.title = readTitle(fields.at("title"));
    return slot;
}

// One slot of a kind within a trust; one certificate and one key, with a CA; no CRL without its CA.
void judgeSlots(const Profile& profile, Place place) {
    std::map<std::pair<std::string, SlotKind>, int> counts;
    for (const Slot& slot : profile.slots) {
        if (++counts[{slot.trust, slot.kind}] > 1)
            throw SchemaError{place, {.code = MistakeCode::SlotsOfOneKind, .found = slot.trust}};
    }
    const auto countOf = [&](SlotKind kind) { return std::ranges::count(profile.slots, kind, &Slot::kind); };
    if (countOf(SlotKind::ServerCertificate) != 1 || countOf(SlotKind::PrivateKey) != 1)
        throw SchemaError{place, {.code = MistakeCode::SlotsIncomplete}};
    for (const Slot& slot : profile.slots) {
        if (profile.slotOf(SlotKind::CaCertificate, slot.trust) == nullptr)
            throw SchemaError{place, {.code = MistakeCode::SlotWithoutCa, .found = slot.trust}};
        if (slot.kind == SlotKind::PrivateKey &&
            profile.slotOf(SlotKind::ServerCertificate, slot.trust) == nullptr)
            throw SchemaError{place, {.code = MistakeCode::KeyTrustApart}};
    }
}

void readSlots(const Node& node, Reading& reading) {
    Once ids(MistakeCode::SlotTwice);
    for (const Node& item : itemsOf(node)) {
        reading.profile.slots.push_back(readSlot(item, reading));
        ids.take(reading.profile.slots.back().id, item.place);
    }
    judgeSlots(reading.profile, node.place);
}

Passphrase readPassphrase(const Node& node, Reading& reading) {
    const Fields fields(node,
                        {"config-key", "maximum-length", "iterations", "input-maximum", "pipe", "prefix"});
    Passphrase passphrase;
    passphrase.configKey = reading.keys.use(fields.at("config-key"));
    passphrase.maximumLength = static_cast<std::size_t>(numberOf(fields.at("maximum-length"), 1, 1'000'000));
    passphrase.iterations = numberOf(fields.at("iterations"), 1000, 10'000'000);
    passphrase.inputMaximum = numberOf(fields.at("input-maximum"), 0, 1'000'000);
    if (const Node* const pipe = fields.find("pipe")) {
        passphrase.pipe = pathOf(*pipe);
        reading.files.take(passphrase.pipe, pipe->place);
    }
    if (const Node* const prefix = fields.find("prefix"))
        passphrase.prefix = charactersOf(*prefix);
    return passphrase;
}

KeyStore readKeyStore(const Node& node, Reading& reading) {
    const Fields fields(node, {"primary", "standby", "mode"});
    KeyStore store;
    store.primary = pathOf(fields.at("primary"));
    reading.files.take(store.primary, fields.at("primary").place);
    store.standby = pathOf(fields.at("standby"));
    reading.files.take(store.standby, fields.at("standby").place);
    store.mode = privateModeOf(fields.at("mode"));
    return store;
}

void readHome(const Node& node, Profile& profile) {
    const Fields fields(node, {"folder", "copies"});
    profile.homeFolder = pathOf(fields.at("folder"));
    Once paths(MistakeCode::FileTwice);
    for (const Node& item : itemsOf(fields.at("copies"))) {
        const Fields copyFields(item, {"path", "content", "mode"});
        HomeCopy copy;
        copy.path = pathOf(copyFields.at("path"));
        paths.take(copy.path, copyFields.at("path").place);
        copy.content = oneOf(copyFields.at("content"), homeContents);
        const Node& mode = copyFields.at("mode");
        copy.mode = copy.content == HomeContent::Key ? privateModeOf(mode) : modeOf(mode);
        profile.homeCopies.push_back(std::move(copy));
    }
}

Retention readRetention(const Node& node, Reading& reading) {
    const Fields fields(node, {"config-key", "format", "minimum-days", "maximum-days", "default-days"});
    Retention retention;
    retention.configKey = reading.keys.use(fields.at("config-key"));
    oneOf(fields.at("format"), retentionFormats);
    retention.minimumDays = numberOf(fields.at("minimum-days"), 1, manyDays);
    retention.maximumDays = numberOf(fields.at("maximum-days"), retention.minimumDays, manyDays);
    retention.defaultDays = numberOf(fields.at("default-days"), retention.minimumDays, retention.maximumDays);
    return retention;
}

HostCheck readHostCheck(const Node& node) {
    const Fields fields(node, {"enable-key", "host-key"});
    return {keyOf(fields.at("enable-key")), keyOf(fields.at("host-key"))};
}

CrlUpdate readCrlUpdate(const Node& node) {
    const Fields fields(node, {"needs-configured", "placement"});
    return {flagOf(fields.at("needs-configured")), oneOf(fields.at("placement"), crlPlacements)};
}

Rules readRules(const Node& node) {
    const Fields fields(node, {"key-algorithms", "signature-digests", "minimum-rsa-bits",
                               "recommended-rsa-bits", "warning-days", "note-days", "maximum-validity-years",
                               "crl-warning-days", "key-file-mode-maximum", "sources-owned-by-user",
                               "mutual-tls", "common-name-counts"});
    Rules rules;
    rules.keyAlgorithms = readWords(fields.at("key-algorithms"), keyAlgorithms);
    rules.signatureDigests = readWords(fields.at("signature-digests"), signatureDigests);
    rules.minimumRsaBits = numberOf(fields.at("minimum-rsa-bits"), 1024, 16384);
    rules.recommendedRsaBits = numberOf(fields.at("recommended-rsa-bits"), rules.minimumRsaBits, 16384);
    rules.warningDays = numberOf(fields.at("warning-days"), 0, manyDays);
    rules.noteDays = numberOf(fields.at("note-days"), rules.warningDays, manyDays);
    rules.maximumValidityYears = numberOf(fields.at("maximum-validity-years"), 1, 100);
    rules.crlWarningDays = numberOf(fields.at("crl-warning-days"), 0, manyDays);
    rules.keyFileModeMaximum = modeOf(fields.at("key-file-mode-maximum"));
    rules.sourcesOwnedByUser = flagOf(fields.at("sources-owned-by-user"));
    rules.mutualTls = flagOf(fields.at("mutual-tls"));
    rules.commonNameCounts = flagOf(fields.at("common-name-counts"));
    return rules;
}

} // namespace

Title readTitle(const Node& node) {
    const Fields fields(node, {"en", "zh"});
    return {textOf(fields.at("en")), textOf(fields.at("zh"))};
}

namespace {

// Sections reads one section after the other, so that a mistake in one does not hide those in the next.
class Sections {
  public:
    // read tells whether `section` could be read.
    template <typename Section> bool read(const Section& section) {
        try {
            section();
            return true;
        } catch (const SchemaError& error) {
            m_mistakes.push_back(error);
            return false;
        }
    }
    std::vector<SchemaError>& mistakes() { return m_mistakes; }

  private:
    std::vector<SchemaError> m_mistakes;
};

void readOptions(Sections& sections, const Fields& fields, Profile& profile) {
    sections.read([&] {
        if (const Node* const home = fields.find("home"))
            readHome(*home, profile);
    });
    sections.read([&] {
        if (const Node* const hostCheck = fields.find("host-check"))
            profile.hostCheck = readHostCheck(*hostCheck);
    });
    sections.read([&] {
        if (const Node* const crlUpdate = fields.find("crl-update"))
            profile.crlUpdate = readCrlUpdate(*crlUpdate);
    });
    sections.read([&] {
        if (const Node* const commands = fields.find("commands"))
            profile.commands = readCommands(*commands);
    });
    sections.read([&] {
        if (const Node* const vendor = fields.find("vendor"))
            profile.vendor = readVendor(*vendor);
    });
    sections.read([&] { profile.rules = readRules(fields.at("rules")); });
}

// Without a config nobody can say which keys and files of the other sections are right.
void readConfigured(Sections& sections, const Fields& fields, Profile& profile) {
    if (!sections.read([&] { profile.config = readConfig(fields.at("config")); }))
        return;
    const Node& config = fields.at("config");
    Reading reading{profile, ConfigKeys(profile.config)};
    sections.read([&] {
        reading.files.take(profile.config.path, config.place);
        readConfigValues(config, reading);
    });
    sections.read([&] { readSlots(fields.at("slots"), reading); });
    sections.read([&] { profile.passphrase = readPassphrase(fields.at("passphrase"), reading); });
    sections.read([&] { profile.keyStore = readKeyStore(fields.at("key-store"), reading); });
    sections.read([&] {
        if (const Node* const retention = fields.find("retention"))
            profile.retention = readRetention(*retention, reading);
    });
    // A section that was not read to its end has not used all its keys.
    if (sections.mistakes().empty())
        sections.read([&] { judgeConfigOrder(config, reading); });
}

} // namespace

Profile profileFrom(const Node& root, std::vector<SchemaError>& mistakes) {
    Profile profile;
    Sections sections;
    sections.read([&] {
        const Fields fields(root, {"id", "title", "summary", "root", "folders", "config", "slots",
                                   "passphrase", "key-store", "home", "retention", "host-check", "crl-update",
                                   "commands", "vendor", "rules"});
        sections.read([&] { profile.id = idOf(fields.at("id")); });
        sections.read([&] { profile.title = readTitle(fields.at("title")); });
        sections.read([&] { profile.summary = readTitle(fields.at("summary")); });
        sections.read([&] { readRoot(fields.at("root"), profile); });
        sections.read([&] { readFolders(fields.at("folders"), profile); });
        readConfigured(sections, fields, profile);
        readOptions(sections, fields, profile);
    });
    mistakes = std::move(sections.mistakes());
    return profile;
}

} // namespace certwright::profile
