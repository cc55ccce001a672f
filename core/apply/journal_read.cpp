// Why: nothing in a journal is believed before the checksum and the types are right.
#include <limits>
#include <nlohmann/json.hpp>

#include "core/apply/journal_names.h"
#include "core/apply/journal_text.h"
#include "core/check/finding_record.h"
#include "core/files/path.h"

namespace certwright::apply {

namespace {

using base::ErrorCode;
using nlohmann::json;

// Decoder reads members of the right type and remembers if one was not there.
class Decoder {
  public:
    explicit Decoder(std::string root)
        : m_root(std::move(root)) {}

    bool good() const { return m_good; }
    Journal journal(const json& object);
    std::string text(const json& value) {
        m_good = m_good && value.is_string();
        return value.is_string() ? value.get<std::string>() : std::string();
    }
    const json& member(const json& object, const char* key) {
        static const json nothing;
        if (object.is_object())
            if (const auto found = object.find(key); found != object.end())
                return *found;
        m_good = false;
        return nothing;
    }

  private:
    std::uint64_t large(const json& value) {
        m_good = m_good && value.is_number_unsigned();
        return value.is_number_unsigned() ? value.get<std::uint64_t>() : 0;
    }
    std::uint32_t number(const json& value) {
        const std::uint64_t found = large(value);
        m_good = m_good && found <= std::numeric_limits<std::uint32_t>::max();
        return static_cast<std::uint32_t>(found);
    }
    bool yes(const json& value) {
        m_good = m_good && value.is_boolean();
        return value.is_boolean() && value.get<bool>();
    }
    const json& list(const json& value) {
        static const json nothing = json::array();
        m_good = m_good && value.is_array();
        return value.is_array() ? value : nothing;
    }
    template <typename Names> auto named(const Names& names, const json& value) {
        const std::string name = text(value);
        for (const auto& entry : names)
            if (entry.name == name)
                return entry.value;
        m_good = false;
        return names.front().value;
    }
    base::Owner owner(const json& value) {
        m_good = m_good && value.is_array() && value.size() == 2;
        return m_good ? base::Owner{number(value[0]), number(value[1])} : base::Owner{};
    }
    // Relative paths are meant below the root; "." is the root itself.
    std::string place(const json& value) {
        const std::string path = text(value);
        m_good = m_good && !path.empty();
        return path == "." ? m_root : files::join(m_root, path);
    }
    std::vector<std::string> texts(const json& value) {
        std::vector<std::string> result;
        for (const json& entry : list(value))
            result.push_back(text(entry));
        return result;
    }
    Step step(const json& object);
    JournalArea area(const json& object);
    StateFile stored(const json& object);
    void readHappened(const json& object, Journal& journal);

    std::string m_root;
    bool m_good = true;
};

Step Decoder::step(const json& object) {
    Step step;
    step.kind = named(kindNames, member(object, "kind"));
    step.purpose = named(purposeNames, member(object, "purpose"));
    step.slot = text(member(object, "slot"));
    step.path = place(member(object, "path"));
    step.area = number(member(object, "area"));
    step.mode = number(member(object, "mode"));
    step.about = text(member(object, "about"));
    step.beforeAbout = text(member(object, "before-about"));
    step.placement = named(placementNames, member(object, "placement"));
    step.keeping = named(keepingNames, member(object, "keeping"));
    if (object.contains("owner"))
        step.owner = owner(object["owner"]);
    if (object.contains("before")) {
        const json& before = object["before"];
        step.before = plan::Before{text(member(before, "sha256")), number(member(before, "mode")),
                                   owner(member(before, "owner")), large(member(before, "links"))};
    }
    if (object.contains("new-sha256"))
        step.sha256 = text(object["new-sha256"]);
    if (object.contains("exchange"))
        step.exchange = number(object["exchange"]);
    return step;
}

JournalArea Decoder::area(const json& object) {
    return {place(member(object, "base")), place(member(object, "state")), yes(member(object, "made-base")),
            yes(member(object, "made-state"))};
}

StateFile Decoder::stored(const json& object) {
    StateFile file;
    file.path = place(member(object, "path"));
    file.kind = named(keptKindNames, member(object, "kind"));
    file.keeping = named(keepingNames, member(object, "keeping"));
    file.present = yes(member(object, "present"));
    file.mode = number(member(object, "mode"));
    file.owner = owner(member(object, "owner"));
    file.sha256 = text(member(object, "sha256"));
    file.offset = large(member(object, "offset"));
    file.size = large(member(object, "size"));
    return file;
}

void Decoder::readHappened(const json& object, Journal& journal) {
    // A finding of a newer program is left out: it has no sentence here.
    for (const json& entry : list(member(object, "findings"))) {
        m_good = m_good && entry.is_object();
        if (auto finding = check::findingFrom(entry.dump(-1, ' ', false, json::error_handler_t::replace)))
            journal.findings.push_back(std::move(*finding));
    }
    for (const json& entry : list(member(object, "difference"))) {
        const std::string kind = text(member(entry, "kind"));
        journal.difference.push_back(
            {kind.empty() ? ' ' : kind[0], large(member(entry, "line")), text(member(entry, "text"))});
    }
    for (const json& entry : list(member(object, "state")))
        journal.stored.push_back(stored(entry));
    const json& proof = member(object, "proof");
    journal.proof = {named(proofNames, member(proof, "outcome")), texts(member(proof, "steps")),
                     text(member(proof, "protocol")), text(member(proof, "cipher"))};
}

Journal Decoder::journal(const json& object) {
    Journal journal;
    m_good = m_good && number(member(object, "format")) == journalFormat;
    journal.state = named(stateNames, member(object, "transaction"));
    journal.sequence = large(member(object, "sequence"));
    journal.id = text(member(object, "id"));
    journal.operation = named(operationNames, member(object, "operation"));
    journal.restores = text(member(object, "restores"));
    journal.service = text(member(object, "service"));
    const auto started = base::parseTime(text(member(object, "started-at")));
    m_good = m_good && started.has_value();
    journal.startedAt = started.value_or(base::Time{});
    journal.actor.user = text(member(object, "user"));
    journal.actor.host = text(member(object, "host"));
    journal.actor.version = text(member(object, "version"));
    for (const json& entry : list(member(object, "areas")))
        journal.areas.push_back(area(entry));
    for (const json& entry : list(member(object, "changes")))
        journal.steps.push_back(step(entry));
    for (const json& entry : list(member(object, "exchanges")))
        journal.exchanges.push_back({place(member(entry, "folder")), texts(member(entry, "carried"))});
    for (const json& entry : list(member(object, "kept")))
        journal.kept.push_back({place(member(entry, "path")), named(keptKindNames, member(entry, "kind")),
                                named(keepingNames, member(entry, "keeping"))});
    readHappened(object, journal);
    return journal;
}

} // namespace

base::Result<Journal> decodeJournal(base::ByteView text, const std::string& stateFolder,
                                    const std::string& path) {
    const std::string_view view = base::textOf(text);
    const json object =
        text.size() <= journalLimit ? json::parse(view.begin(), view.end(), nullptr, false) : json();
    if (!object.is_object())
        return base::failure(ErrorCode::JournalDamaged, path, "no JSON object");
    Decoder decoder(files::parentOf(stateFolder));
    const std::string expected = decoder.text(decoder.member(object, "sha256"));
    if (expected != checksumOf(text))
        return base::failure(ErrorCode::JournalDamaged, path, "checksum");
    Journal journal = decoder.journal(object);
    if (!decoder.good())
        return base::failure(ErrorCode::JournalDamaged, path, "a member is missing or of the wrong type");
    if (const auto broken = brokenRule(journal))
        return base::failure(ErrorCode::JournalDamaged, path, *broken);
    if (journal.stateFolder() != stateFolder)
        return base::failure(ErrorCode::JournalDamaged, path, "belongs to " + journal.stateFolder());
    return journal;
}

} // namespace certwright::apply
