// Why: a path that a CA demands a policy of is none without it (RFC 5280 sections 6.1.2 to 6.1.6).
#include <algorithm>

#include "core/check/policies/graph.h"
#include "core/check/rules/rules.h"
#include "core/document/extension_ids.h"

namespace certwright::check {

namespace {

using document::CertificateAnatomy;
using document::ExtensionPart;
using policies::AnyPolicyIs;
using policies::MappingIs;
using policies::PolicyConstraints;
using policies::PolicyGraph;
using policies::PolicyId;
using policies::PolicyMapping;

// Extensions are what one certificate says of policies; what is malformed is as if it were absent, and a
// blocker.
struct Extensions {
    std::optional<std::vector<PolicyId>> policies;
    std::vector<PolicyMapping> mappings;
    PolicyConstraints constraints;
    std::optional<int> inhibitAny;
};

// Inspection reads them and judges their form.
struct Inspection {
    const Context& context;
    const Link& link;
    Findings& findings;

    Extensions run(const CertificateAnatomy& anatomy);
    void judgeRepeated(const std::vector<PolicyId>& found);
    void judgeForm(const ExtensionPart& part, bool hollow);
    void malformed(const ExtensionPart& part);
    void form(Severity severity, base::ByteView oid, const char* word);
};

// What OpenSSL cannot read either is told by the rules of form.
void Inspection::malformed(const ExtensionPart& part) {
    const std::string oid = document::dottedOid(part.oid);
    if (std::ranges::count(link.facts().malformedExtensions, oid) == 0)
        add(findings, Severity::Blocker, link.source->path,
            ExtensionMalformed{std::string(roleName(link.role)), link.facts().subject.text, oid});
}

void Inspection::form(Severity severity, base::ByteView oid, const char* word) {
    add(findings, severity, link.source->path,
        PolicyConstraintsForm{std::string(roleName(link.role)), link.facts().subject.text,
                              document::dottedOid(oid), word});
}

// A policy must not stand there twice (section 4.2.1.4), but what is meant is clear.
void Inspection::judgeRepeated(const std::vector<PolicyId>& found) {
    std::vector<PolicyId> sorted = found;
    std::sort(sorted.begin(), sorted.end(), policies::before);
    const bool service = context.policy.ruleSet == RuleSet::Service;
    if (std::adjacent_find(sorted.begin(), sorted.end(), policies::same) != sorted.end())
        form(service ? Severity::Warning : Severity::Blocker, document::id::certificatePolicies, "repeated");
}

// policyConstraints and inhibitAnyPolicy must be critical (sections 4.2.1.11 and 4.2.1.14).
void Inspection::judgeForm(const ExtensionPart& part, bool hollow) {
    const bool service = context.policy.ruleSet == RuleSet::Service;
    if (!part.critical() && !service)
        form(Severity::Blocker, part.oid, "not-critical");
    if (hollow)
        form(service ? Severity::Warning : Severity::Blocker, part.oid, "empty");
}

Extensions Inspection::run(const CertificateAnatomy& anatomy) {
    Extensions found;
    if (const auto* part = anatomy.find(document::id::certificatePolicies)) {
        found.policies = policies::policiesOf(part->value);
        if (found.policies)
            judgeRepeated(*found.policies);
        else
            malformed(*part);
    }
    if (const auto* part = anatomy.find(document::id::policyMappings)) {
        auto mappings = policies::mappingsOf(part->value);
        if (mappings)
            found.mappings = std::move(*mappings);
        else
            malformed(*part);
    }
    if (const auto* part = anatomy.find(document::id::policyConstraints)) {
        const auto constraints = policies::policyConstraintsOf(part->value);
        if (!constraints)
            malformed(*part);
        found.constraints = constraints.value_or(PolicyConstraints());
        const auto& [require, inhibit] = found.constraints;
        judgeForm(*part, constraints && !require && !inhibit);
    }
    if (const auto* part = anatomy.find(document::id::inhibitAnyPolicy)) {
        found.inhibitAny = policies::inhibitAnyOf(part->value);
        if (!found.inhibitAny)
            malformed(*part);
        judgeForm(*part, false);
    }
    return found;
}

void countDown(int& counter) {
    if (counter > 0)
        --counter;
}

void lower(int& counter, std::optional<int> limit) {
    if (limit && *limit < counter)
        counter = *limit;
}

// Processing keeps the state variables of section 6.1.2 that policies need.
class Processing {
  public:
    Processing(const Context& context, Findings& findings)
        : m_context(context)
        , m_findings(findings)
        , m_length(static_cast<int>(context.path.links.size()) - 1)
        , m_explicit(initial(context.policy.inputs.explicitPolicy))
        , m_mapping(initial(context.policy.inputs.inhibitMapping))
        , m_any(initial(context.policy.inputs.inhibitAny)) {}

    // step takes the next certificate below the anchor; false if the path is lost.
    bool step(const Link& link, Extensions found);

  private:
    int initial(PolicyFlag flag) const { return flag == PolicyFlag::On ? 0 : m_length + 1; }
    bool basic(const Link& link, const Extensions& found);
    bool prepare(const Link& link, Extensions found);
    bool wrapUp(const Link& link, const Extensions& found);
    bool lost(const Link& link);
    bool isLast(const Link& link) const { return &link == m_context.path.links.data(); }

    const Context& m_context;
    Findings& m_findings;
    int m_length;
    int m_explicit;
    int m_mapping;
    int m_any;
    PolicyGraph m_graph;
};

bool Processing::lost(const Link& link) {
    add(m_findings, Severity::Blocker, link.source->path,
        PathPolicy{std::string(roleName(link.role)), link.facts().subject.text,
                   m_context.policy.inputs.initialPolicies});
    return false;
}

// Section 6.1.3 (d) to (f).
bool Processing::basic(const Link& link, const Extensions& found) {
    const bool any = m_any > 0 || (!isLast(link) && link.facts().selfIssued());
    if (found.policies)
        m_graph.takePolicies(*found.policies, any ? AnyPolicyIs::Allowed : AnyPolicyIs::Inhibited);
    else
        m_graph.takeNone();
    return m_explicit > 0 || !m_graph.empty() || lost(link);
}

// Section 6.1.4 (a), (b), (h) to (j).
bool Processing::prepare(const Link& link, Extensions found) {
    const auto ofAny = [](const PolicyMapping& mapping) {
        return policies::same(mapping.issuer, policies::anyPolicy()) ||
               policies::same(mapping.subject, policies::anyPolicy());
    };
    if (std::ranges::any_of(found.mappings, ofAny)) {
        add(m_findings, Severity::Blocker, link.source->path,
            PolicyMappingAny{std::string(roleName(link.role)), link.facts().subject.text});
        return false;
    }
    m_graph.descend(std::move(found.mappings), m_mapping > 0 ? MappingIs::Allowed : MappingIs::Inhibited);
    if (!link.facts().selfIssued())
        for (int* counter : {&m_explicit, &m_mapping, &m_any})
            countDown(*counter);
    lower(m_explicit, found.constraints.requireExplicit);
    lower(m_mapping, found.constraints.inhibitMapping);
    lower(m_any, found.inhibitAny);
    return true;
}

// Section 6.1.5 (a), (b), (g).
bool Processing::wrapUp(const Link& link, const Extensions& found) {
    countDown(m_explicit);
    if (found.constraints.requireExplicit == 0)
        m_explicit = 0;
    if (m_explicit > 0)
        return true;
    std::vector<base::Bytes> wanted;
    for (const std::string& dotted : m_context.policy.inputs.initialPolicies)
        wanted.push_back(policies::encodedPolicy(dotted));
    return m_graph.accepts({wanted.begin(), wanted.end()}) || lost(link);
}

bool Processing::step(const Link& link, Extensions found) {
    if (!basic(link, found))
        return false;
    return isLast(link) ? wrapUp(link, found) : prepare(link, std::move(found));
}

} // namespace

void certificatePoliciesRules(const Context& context, Findings& findings) {
    if (context.path.end != PathEnd::Complete)
        return;
    const auto& links = context.path.links;
    Processing processing(context, findings);
    bool going = true;
    for (std::size_t at = links.size(); at-- > 0;) {
        const auto* anatomy = context.details.anatomyOf(links[at].certificate());
        Extensions found = anatomy ? Inspection{context, links[at], findings}.run(*anatomy) : Extensions{};
        // The anchor's own policies are no part of the path (section 6.1).
        if (going && at + 1 < links.size())
            going = processing.step(links[at], std::move(found));
    }
}

} // namespace certwright::check
