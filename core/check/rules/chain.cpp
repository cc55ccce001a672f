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

} // namespace

void chainRules(const Context& context, Findings& findings) {
    if (context.path.end == PathEnd::NoLeaf)
        return;
    judgeOrder(context, findings);
    // While the chain is broken nobody can say what is not needed for it.
    if (context.path.end == PathEnd::Complete)
        judgeUnused(context, findings);
    else
        judgeEnd(context, findings);
}

} // namespace certwright::check
