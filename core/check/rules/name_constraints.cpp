// Why: a CA that may issue for example.com alone must not speak for others (RFC 5280 sections 6.1.3 (b), (c)
// and 6.1.4 (g)).
#include <algorithm>
#include <array>
#include <set>

#include "core/check/host.h"
#include "core/check/names/bound_names.h"
#include "core/check/rules/rules.h"
#include "core/document/extension_ids.h"

namespace certwright::check {

namespace {

using names::BoundName;
using names::BoundNames;
using names::NameConstraints;
using names::NameKind;
using names::Subtree;
using names::SubtreeForm;

// As many comparisons as OpenSSL and BoringSSL allow; they take some 10 ms.
constexpr std::size_t maximumComparisons = std::size_t{1} << 20U;
// So many octets of directory names weigh as much as one comparison.
constexpr std::size_t octetsOfComparison = 64;
constexpr std::size_t shownNames = 8;

std::string shownName(const names::GeneralName& name) {
    return std::string(names::kindWord(name.kind)) + ":" + names::shownValue(name);
}

void addForm(const Link& link, Severity severity, const char* form, Findings& findings) {
    add(findings, severity, link.source->path,
        NameConstraintsForm{std::string(roleName(link.role)), link.facts().subject.text, form});
}

// Inspection reads the constraints of one certificate and judges their form.
struct Inspection {
    const Context& context;
    const Link& link;
    Findings& findings;

    std::optional<NameConstraints> run(const document::ExtensionPart& part);
    void judgePlace(const document::ExtensionPart& part);
    void judgeSubtrees(const NameConstraints& constraints);
};

void Inspection::judgePlace(const document::ExtensionPart& part) {
    const RuleSet ruleSet = context.policy.ruleSet;
    if (link.isLeaf() && !link.facts().isCa())
        addForm(link, ruleSet == RuleSet::Service ? Severity::Warning : Severity::Blocker, "end-entity",
                findings);
    // The Baseline Requirements (section 7.1.2.10.8) allow it not to be critical.
    if (!part.critical() && ruleSet == RuleSet::Rfc5280)
        addForm(link, Severity::Blocker, "not-critical", findings);
}

void Inspection::judgeSubtrees(const NameConstraints& constraints) {
    const bool service = context.policy.ruleSet == RuleSet::Service;
    const std::string role(roleName(link.role));
    NameConstraintsMalformed malformed{role, link.facts().subject.text, {}};
    bool period = false;
    for (const auto* list : {&constraints.permitted, &constraints.excluded})
        for (const Subtree& subtree : *list) {
            period = period || subtree.form == SubtreeForm::LeadingPeriod;
            const bool refused = subtree.form == SubtreeForm::Malformed ||
                                 (subtree.form == SubtreeForm::LeadingPeriod && !service);
            if (refused && malformed.constraints.size() < shownNames)
                malformed.constraints.push_back(shownName(subtree.base));
        }
    if (!malformed.constraints.empty())
        add(findings, Severity::Blocker, link.source->path, std::move(malformed));
    if (period && service)
        addForm(link, Severity::Warning, "leading-period", findings);
    if (constraints.limited)
        add(findings, Severity::Blocker, link.source->path,
            NameConstraintsUnsupported{role, link.facts().subject.text, {"minimum"}});
    if (constraints.zeroWritten && !service)
        addForm(link, Severity::Blocker, "not-der", findings);
    if (constraints.hollow)
        addForm(link, service ? Severity::Warning : Severity::Blocker, "empty", findings);
}

std::optional<NameConstraints> Inspection::run(const document::ExtensionPart& part) {
    judgePlace(part);
    auto constraints = names::nameConstraintsOf(part.value);
    if (constraints)
        judgeSubtrees(*constraints);
    else
        add(findings, Severity::Blocker, link.source->path,
            NameConstraintsMalformed{std::string(roleName(link.role)), link.facts().subject.text, {}});
    return constraints;
}

// ByKind are one CA's sound constraints, those of each kind together.
struct ByKind {
    std::array<std::vector<const Subtree*>, names::nameKinds> permitted;
    std::array<std::vector<const Subtree*>, names::nameKinds> excluded;
    std::array<bool, names::nameKinds> unsupported{};
    std::size_t count = 0;

    explicit ByKind(const NameConstraints& constraints) {
        place(constraints.permitted, permitted);
        place(constraints.excluded, excluded);
    }
    void place(const std::vector<Subtree>& subtrees,
               std::array<std::vector<const Subtree*>, names::nameKinds>& kinds) {
        for (const Subtree& subtree : subtrees) {
            const auto kind = static_cast<std::size_t>(subtree.base.kind);
            unsupported[kind] = unsupported[kind] || subtree.form == SubtreeForm::Unsupported;
            if (subtree.form == SubtreeForm::Sound || subtree.form == SubtreeForm::LeadingPeriod)
                kinds[kind].push_back(&subtree);
            ++count;
        }
    }
    bool binds(const BoundName& name) const {
        const auto kind = static_cast<std::size_t>(name.kind());
        return !permitted[kind].empty() || !excluded[kind].empty();
    }
    bool excludes(const BoundName& name) const {
        return !name.malformed &&
               std::ranges::any_of(excluded[static_cast<std::size_t>(name.kind())],
                                   [&](const Subtree* s) { return isExcludedBy(name, *s); });
    }
    bool permits(const BoundName& name) const {
        const auto& list = permitted[static_cast<std::size_t>(name.kind())];
        return list.empty() ||
               std::ranges::any_of(list, [&](const Subtree* s) { return isPermittedBy(name, *s); });
    }
};

// Comparison holds the names of the certificates below against the constraints of one CA.
class Comparison {
  public:
    Comparison(const Context& context, Findings& findings)
        : m_context(context)
        , m_findings(findings)
        , m_names(context.path.links.size()) {}

    // run judges links[issuer - 1] down to the end certificate; false if it was given up.
    bool run(std::size_t issuer, const NameConstraints& constraints);

  private:
    const BoundNames* namesOf(std::size_t at);
    bool affordable(std::size_t at, const Link& by, const BoundNames& bound, const ByKind& kinds);
    void judge(const Link& link, const Link& by, const BoundNames& bound, const ByKind& kinds);

    const Context& m_context;
    Findings& m_findings;
    std::vector<std::optional<BoundNames>> m_names;
    std::size_t m_spent = 0;
};

const BoundNames* Comparison::namesOf(std::size_t at) {
    if (m_names[at])
        return &*m_names[at];
    const Link& link = m_context.path.links[at];
    const auto* anatomy = m_context.details.anatomyOf(link.certificate());
    if (!anatomy)
        return nullptr;
    const Policy& policy = m_context.policy;
    const bool host =
        at == 0 && policy.ruleSet != RuleSet::WebPki && commonNameCounts(link.facts(), policy.commonName);
    m_names[at].emplace(link.facts(), *anatomy,
                        host ? names::CommonNameAs::Host : names::CommonNameAs::Nothing);
    return &*m_names[at];
}

bool Comparison::affordable(std::size_t at, const Link& by, const BoundNames& bound, const ByKind& kinds) {
    std::size_t octets = 0;
    for (const BoundName& name : bound.all())
        octets += name.canonical.size();
    m_spent += bound.all().size() * kinds.count + octets / octetsOfComparison * kinds.count;
    if (m_spent <= maximumComparisons)
        return true;
    const Link& link = m_context.path.links[at];
    add(m_findings, Severity::Blocker, link.source->path,
        NamesTooComplex{std::string(roleName(link.role)), link.facts().subject.text, by.facts().subject.text,
                        static_cast<int>(bound.all().size()), static_cast<int>(kinds.count)});
    return false;
}

void Comparison::judge(const Link& link, const Link& by, const BoundNames& bound, const ByKind& kinds) {
    const std::string role(roleName(link.role));
    NameNotPermitted outside{role, link.facts().subject.text, by.facts().subject.text, {}};
    NameExcluded excluded{role, link.facts().subject.text, by.facts().subject.text, {}};
    std::set<std::string> unsupported;
    const auto note = [](std::vector<std::string>& list, const BoundName& name) {
        if (list.size() < shownNames)
            list.push_back(shownName(name.name));
    };
    for (const BoundName& name : bound.all()) {
        if (kinds.unsupported[static_cast<std::size_t>(name.kind())])
            unsupported.emplace(names::kindWord(name.kind()));
        if (!kinds.binds(name))
            continue;
        if (kinds.excludes(name))
            note(excluded.names, name);
        else if (name.malformed || !kinds.permits(name))
            note(outside.names, name);
    }
    if (!excluded.names.empty())
        add(m_findings, Severity::Blocker, link.source->path, std::move(excluded));
    if (!outside.names.empty())
        add(m_findings, Severity::Blocker, link.source->path, std::move(outside));
    if (!unsupported.empty())
        add(m_findings, Severity::Blocker, by.source->path,
            NameConstraintsUnsupported{std::string(roleName(by.role)),
                                       by.facts().subject.text,
                                       {unsupported.begin(), unsupported.end()}});
    // Names that cannot be read cannot be shown to be permitted; usually the rules of form have said so.
    const std::string alternatives = document::dottedOid(document::id::subjectAltName);
    if (bound.unreadable() && std::ranges::count(link.facts().malformedExtensions, alternatives) == 0)
        add(m_findings, Severity::Blocker, link.source->path,
            ExtensionMalformed{role, link.facts().subject.text, alternatives});
}

bool Comparison::run(std::size_t issuer, const NameConstraints& constraints) {
    const ByKind kinds(constraints);
    const auto& links = m_context.path.links;
    for (std::size_t at = issuer; at-- > 0;) {
        // A self-issued certificate within the path is its CA's new key, not somebody below it.
        if (at != 0 && links[at].facts().selfIssued())
            continue;
        const BoundNames* bound = namesOf(at);
        if (!bound)
            continue;
        if (!affordable(at, links[issuer], *bound, kinds))
            return false;
        judge(links[at], links[issuer], *bound, kinds);
    }
    return true;
}

} // namespace

void nameConstraintsRules(const Context& context, Findings& findings) {
    if (context.path.end != PathEnd::Complete)
        return;
    const auto& links = context.path.links;
    Comparison comparison(context, findings);
    for (std::size_t at = links.size(); at-- > 0;) {
        const auto* anatomy = context.details.anatomyOf(links[at].certificate());
        const auto* part = anatomy ? anatomy->find(document::id::nameConstraints) : nullptr;
        if (!part)
            continue;
        const auto constraints = Inspection{context, links[at], findings}.run(*part);
        if (constraints && !comparison.run(at, *constraints))
            return;
    }
}

} // namespace certwright::check
