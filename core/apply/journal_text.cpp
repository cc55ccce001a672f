// Why: JSON, so that a person with an editor can read what happened.
#include "core/apply/journal_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/apply/journal_names.h"
#include "core/check/finding_record.h"
#include "core/files/path.h"

namespace certwright::apply {

namespace {

using nlohmann::json;

constexpr std::size_t maximumFindings = 200;
constexpr std::size_t maximumDifference = 500;

// textOf never throws: what is no UTF-8 (a user or host name at most; paths were checked) is replaced.
std::string textOf(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json parsed(base::ByteView text) {
    const std::string_view view = base::textOf(text);
    return json::parse(view.begin(), view.end(), nullptr, false);
}

base::Bytes seal(json object) {
    object.erase("sha256");
    const std::string hash = plan::contentHash(base::viewOf(textOf(object)));
    object["sha256"] = hash;
    return base::toBytes(textOf(object) + "\n");
}

json encodeOwner(const base::Owner& owner) {
    return json::array({owner.user, owner.group});
}

// Encoder knows the root that paths are written relative to.
class Encoder {
  public:
    explicit Encoder(const Journal& journal)
        : m_journal(journal)
        , m_root(journal.areas.front().base) {}

    json journal() const;

  private:
    std::string place(const std::string& path) const {
        return path == m_root ? "." : files::relativeTo(path, m_root);
    }
    json step(const Step& step) const;
    json stored(const StateFile& file) const;
    json happened() const;

    const Journal& m_journal;
    const std::string& m_root;
};

json Encoder::step(const Step& step) const {
    json object = {{"kind", nameIn(kindNames, step.kind)},
                   {"purpose", nameIn(purposeNames, step.purpose)},
                   {"slot", step.slot},
                   {"path", place(step.path)},
                   {"area", step.area},
                   {"mode", step.mode},
                   {"about", step.about},
                   {"before-about", step.beforeAbout},
                   {"placement", nameIn(placementNames, step.placement)},
                   {"keeping", nameIn(keepingNames, step.keeping)}};
    if (step.owner)
        object["owner"] = encodeOwner(*step.owner);
    if (step.before)
        object["before"] = {{"sha256", step.before->sha256},
                            {"mode", step.before->mode},
                            {"links", step.before->links},
                            {"owner", encodeOwner(step.before->owner)}};
    if (!step.sha256.empty())
        object["new-sha256"] = step.sha256;
    if (step.exchange)
        object["exchange"] = *step.exchange;
    return object;
}

json Encoder::stored(const StateFile& file) const {
    return {{"path", place(file.path)},
            {"kind", nameIn(keptKindNames, file.kind)},
            {"keeping", nameIn(keepingNames, file.keeping)},
            {"present", file.present},
            {"mode", file.mode},
            {"owner", encodeOwner(file.owner)},
            {"sha256", file.sha256},
            {"offset", file.offset},
            {"size", file.size}};
}

// happened is what only the history needs.
json Encoder::happened() const {
    json object = {{"findings", json::array()}, {"difference", json::array()}, {"state", json::array()}};
    const std::size_t findings = std::min(m_journal.findings.size(), maximumFindings);
    for (std::size_t i = 0; i < findings; ++i)
        object["findings"].push_back(json::parse(check::recordOf(m_journal.findings[i])));
    const std::size_t lines = std::min(m_journal.difference.size(), maximumDifference);
    for (std::size_t i = 0; i < lines; ++i) {
        const plan::DifferenceLine& line = m_journal.difference[i];
        object["difference"].push_back(
            {{"kind", std::string(1, line.kind)}, {"line", line.line}, {"text", line.text}});
    }
    for (const StateFile& file : m_journal.stored)
        object["state"].push_back(stored(file));
    object["proof"] = {{"outcome", nameIn(proofNames, m_journal.proof.outcome)},
                       {"steps", m_journal.proof.steps},
                       {"protocol", m_journal.proof.protocol},
                       {"cipher", m_journal.proof.cipher}};
    return object;
}

json Encoder::journal() const {
    json object = {{"format", journalFormat},
                   {"transaction", nameIn(stateNames, m_journal.state)},
                   {"sequence", m_journal.sequence},
                   {"id", m_journal.id},
                   {"operation", nameIn(operationNames, m_journal.operation)},
                   {"restores", m_journal.restores},
                   {"service", m_journal.service},
                   {"started-at", base::formatIso(m_journal.startedAt)},
                   {"user", m_journal.actor.user},
                   {"host", m_journal.actor.host},
                   {"version", m_journal.actor.version},
                   {"areas", json::array()},
                   {"changes", json::array()},
                   {"exchanges", json::array()},
                   {"kept", json::array()}};
    for (const JournalArea& area : m_journal.areas)
        object["areas"].push_back({{"base", place(area.base)},
                                   {"state", place(area.state)},
                                   {"made-base", area.madeBase},
                                   {"made-state", area.madeState}});
    for (const Step& entry : m_journal.steps)
        object["changes"].push_back(step(entry));
    for (const plan::Exchange& exchange : m_journal.exchanges)
        object["exchanges"].push_back({{"folder", place(exchange.folder)}, {"carried", exchange.carried}});
    for (const plan::KeptPath& kept : m_journal.kept)
        object["kept"].push_back({{"path", place(kept.path)},
                                  {"kind", nameIn(keptKindNames, kept.kind)},
                                  {"keeping", nameIn(keepingNames, kept.keeping)}});
    object.update(happened());
    return object;
}

} // namespace

base::Bytes encodeJournal(const Journal& journal) {
    // Once through text: what had to be replaced must be hashed as it will be read.
    return resealed(base::viewOf(textOf(Encoder(journal).journal())));
}

std::string checksumOf(base::ByteView text) {
    json object = parsed(text);
    if (!object.is_object())
        return {};
    object.erase("sha256");
    return plan::contentHash(base::viewOf(textOf(object)));
}

base::Bytes resealed(base::ByteView text) {
    json object = parsed(text);
    return object.is_object() ? seal(std::move(object)) : base::Bytes();
}

} // namespace certwright::apply
