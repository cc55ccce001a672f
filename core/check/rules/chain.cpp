// Why: does a verified chain lead from the server's certificate to the CA, and what of the files is in it?
#include "core/check/rules/rules.h"

#include <algorithm>
#include <set>

namespace certwright::check {

namespace {

// The intermediates stand in order if they follow the leaf in its own file; PKCS#7 and DER have no lines and
// no order.
bool inOrder(const std::vector<Link>& intermediates, const SourcedCertificate& leaf) {
    std::size_t line = leaf.line;
    for (const Link& link : intermediates) {
        if (link.source->path != leaf.path || link.source->line < line)
            return false;
        line = link.source->line;
    }
    return true;
}

void judgeOrder(const Context& context, Findings& findings) {
    std::vector<Link> intermediates;
    std::ranges::copy_if(context.path.links, std::back_inserter(intermediates),
                         [](const Link& link) { return link.role == Role::Intermediate; });
    const SourcedCertificate& leaf = *context.material.leaf;
    if (inOrder(intermediates, leaf))
        return;
    ChainReordered body;
    for (const Link& link : intermediates) {
        body.names.push_back(link.facts().subject.text);
        if (std::ranges::find(body.paths, link.source->path) == body.paths.end())
            body.paths.push_back(link.source->path);
    }
    add(findings, Severity::Note, leaf.path, std::move(body));
}

void judgeEnd(const Context& context, Findings& findings) {
    // The last link before the CAs is where the chain ends.
    const Link* top = nullptr;
    for (const Link& link : context.path.links)
        if (link.role != Role::Ca)
            top = &link;
    const document::CertificateFacts& facts = top->facts();
    if (context.path.end == PathEnd::IssuerMissing)
        add(findings, Severity::Blocker, top->source->path,
            IssuerMissing{facts.subject.text, facts.issuer.text, base::toHex(facts.authorityKeyId)});
    if (context.path.end == PathEnd::SignatureInvalid)
        add(findings, Severity::Blocker, top->source->path,
            IssuerSignatureInvalid{facts.subject.text, facts.issuer.text});
}

void judgeUnused(const Context& context, Findings& findings) {
    std::set<base::Bytes> used;
    for (const Link& link : context.path.links)
        used.insert(link.facts().fingerprint);
    for (const TrustPair& pair : context.material.pairs)
        for (const SourcedCertificate& ca : pair.cas)
            used.insert(ca.certificate.facts.fingerprint);
    for (const auto* list : {&context.material.cas, &context.material.pool})
        for (const SourcedCertificate* source : distinct(*list))
            if (used.insert(source->certificate.facts.fingerprint).second)
                add(findings, Severity::Note, source->path,
                    CertificateUnused{source->certificate.facts.subject.text, source->path});
}

std::string lineOf(const FailedPath& failed) {
    std::string line;
    for (const std::string& name : failed.names)
        line += (line.empty() ? "" : " < ") + name;
    std::set<std::string_view> codes;
    for (const Finding& finding : failed.findings)
        codes.insert(codeOf(finding));
    std::string reasons;
    for (const std::string_view code : codes)
        reasons += (reasons.empty() ? ": " : ", ") + std::string(code);
    return line + reasons;
}

// What the search itself has to say: why it ended, and which other paths it tried.
void judgeSearch(const Context& context, Findings& findings) {
    const std::string& path = context.material.leaf->path;
    if (context.path.tooComplex)
        add(findings, Severity::Blocker, path,
            PathTooComplex{context.signatures.checks(), context.path.pathsTried});
    else if (context.path.tooDeep && context.path.end != PathEnd::Complete)
        add(findings, Severity::Blocker, path, PathTooDeep{context.policy.maximumDepth});
    if (context.path.failed.empty())
        return;
    PathAlternatives body;
    for (const FailedPath& failed : context.path.failed)
        body.paths.push_back(lineOf(failed));
    add(findings, Severity::Note, path, std::move(body));
}

} // namespace

void chainRules(const Context& context, Findings& findings) {
    if (context.path.end == PathEnd::NoLeaf)
        return;
    judgeOrder(context, findings);
    judgeSearch(context, findings);
    // While the chain is broken nobody can say what is not needed for it.
    if (context.path.end == PathEnd::Complete)
        judgeUnused(context, findings);
    else if (!context.path.tooDeep)
        judgeEnd(context, findings);
}

} // namespace certwright::check
