// Why: JSON, so that a person with an editor can read what happened; nothing in it is believed before the
// checksum and the types are right.
#include "core/apply/journal_text.h"

#include <array>
#include <limits>
#include <nlohmann/json.hpp>

namespace certwright::apply {

namespace {

using base::ErrorCode;
using nlohmann::json;
using plan::ChangeKind;

constexpr int format = 1;

template <typename Value> struct Name {
    Value value;
    std::string_view name;
};

constexpr std::array<Name<JournalState>, 5> stateNames{{{JournalState::Prepared, "prepared"},
                                                        {JournalState::Applying, "applying"},
                                                        {JournalState::Applied, "applied"},
                                                        {JournalState::Undone, "undone"},
                                                        {JournalState::UndoFailed, "undo-failed"}}};
constexpr std::array<Name<ChangeKind>, 4> kindNames{{{ChangeKind::WriteFile, "write-file"},
                                                     {ChangeKind::RemoveFile, "remove-file"},
                                                     {ChangeKind::MakeFolder, "make-folder"},
                                                     {ChangeKind::SetMode, "set-mode"}}};

template <typename Names, typename Value> std::string nameIn(const Names& names, Value value) {
    for (const auto& entry : names)
        if (entry.value == value)
            return std::string(entry.name);
    return {};
}

// textOf never throws: what is no UTF-8 (a user or host name at most; paths were checked) is replaced.
std::string textOf(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string checksum(const json& object) {
    return plan::contentHash(base::viewOf(textOf(object)));
}

base::Bytes seal(json object) {
    object.erase("sha256");
    const std::string hash = checksum(object);
    object["sha256"] = hash;
    return base::toBytes(textOf(object) + "\n");
}

json parsed(base::ByteView text) {
    const std::string_view view = base::textOf(text);
    return json::parse(view.begin(), view.end(), nullptr, false);
}

json encodeOwner(const base::Owner& owner) {
    return json::array({owner.user, owner.group});
}

json encodeStep(const Step& step) {
    json object = {{"kind", nameIn(kindNames, step.kind)}, {"path", step.path}, {"area", step.area}};
    object["mode"] = step.mode;
    if (step.owner)
        object["owner"] = encodeOwner(*step.owner);
    if (step.before)
        object["before"] = {{"sha256", step.before->sha256},
                            {"mode", step.before->mode},
                            {"owner", encodeOwner(step.before->owner)}};
    if (!step.sha256.empty())
        object["new-sha256"] = step.sha256;
    return object;
}

// Decoder reads members of the right type and remembers if one was not there.
class Decoder {
  public:
    bool good() const { return m_good; }

    const json& member(const json& object, const char* key) {
        static const json nothing;
        if (object.is_object())
            if (const auto found = object.find(key); found != object.end())
                return *found;
        m_good = false;
        return nothing;
    }
    std::string text(const json& value) {
        m_good = m_good && value.is_string();
        return value.is_string() ? value.get<std::string>() : std::string();
    }
    std::uint32_t number(const json& value) {
        const std::uint64_t found =
            value.is_number_unsigned() ? value.get<std::uint64_t>() : ~std::uint64_t{0};
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
    Step step(const json& object);
    JournalArea area(const json& object);
    Journal journal(const json& object);

  private:
    bool m_good = true;
};

Step Decoder::step(const json& object) {
    Step step;
    step.kind = named(kindNames, member(object, "kind"));
    step.path = text(member(object, "path"));
    step.area = number(member(object, "area"));
    step.mode = number(member(object, "mode"));
    if (object.contains("owner"))
        step.owner = owner(object["owner"]);
    if (object.contains("before")) {
        const json& before = object["before"];
        step.before = plan::Before{text(member(before, "sha256")), number(member(before, "mode")),
                                   owner(member(before, "owner"))};
    }
    if (object.contains("new-sha256"))
        step.sha256 = text(object["new-sha256"]);
    return step;
}

JournalArea Decoder::area(const json& object) {
    return {text(member(object, "base")), text(member(object, "state")), yes(member(object, "made-base")),
            yes(member(object, "made-state"))};
}

Journal Decoder::journal(const json& object) {
    Journal journal;
    m_good = m_good && number(member(object, "format")) == format;
    journal.state = named(stateNames, member(object, "state"));
    journal.id = text(member(object, "id"));
    journal.service = text(member(object, "service"));
    const auto started = base::parseTime(text(member(object, "started-at")));
    m_good = m_good && started.has_value();
    journal.startedAt = started.value_or(base::Time{});
    journal.actor.user = text(member(object, "user"));
    journal.actor.host = text(member(object, "host"));
    journal.actor.version = text(member(object, "version"));
    for (const json& code : list(member(object, "findings")))
        journal.findingCodes.push_back(text(code));
    for (const json& entry : list(member(object, "areas")))
        journal.areas.push_back(area(entry));
    for (const json& entry : list(member(object, "changes")))
        journal.steps.push_back(step(entry));
    return journal;
}

} // namespace

base::Bytes encodeJournal(const Journal& journal) {
    json object = {{"format", format},
                   {"state", nameIn(stateNames, journal.state)},
                   {"id", journal.id},
                   {"service", journal.service},
                   {"started-at", base::formatIso(journal.startedAt)},
                   {"user", journal.actor.user},
                   {"host", journal.actor.host},
                   {"version", journal.actor.version},
                   {"findings", journal.findingCodes},
                   {"areas", json::array()},
                   {"changes", json::array()}};
    for (const JournalArea& area : journal.areas)
        object["areas"].push_back({{"base", area.base},
                                   {"state", area.state},
                                   {"made-base", area.madeBase},
                                   {"made-state", area.madeState}});
    for (const Step& step : journal.steps)
        object["changes"].push_back(encodeStep(step));
    // Once through text: what had to be replaced must be hashed as it will be read.
    return resealed(base::viewOf(textOf(object)));
}

base::Result<Journal> decodeJournal(base::ByteView text, const std::string& stateFolder,
                                    const std::string& path) {
    json object = text.size() <= journalLimit ? parsed(text) : json();
    if (!object.is_object())
        return base::failure(ErrorCode::JournalDamaged, path, "no JSON object");
    Decoder decoder;
    const std::string expected = decoder.text(decoder.member(object, "sha256"));
    object.erase("sha256");
    if (expected != checksum(object))
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

base::Bytes resealed(base::ByteView text) {
    json object = parsed(text);
    return object.is_object() ? seal(std::move(object)) : base::Bytes();
}

} // namespace certwright::apply
