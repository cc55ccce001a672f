// Why: who may have issued whom, over all certificates given, is asked by the search for paths and by the
// words on where a broken chain ends.
#pragma once

#include <map>
#include <vector>

#include "core/check/material.h"
#include "core/check/signatures.h"

namespace certwright::check {

// IssuerNode is one distinct certificate that may have issued others; `anchor`: it was given as trusted.
struct IssuerNode {
    const SourcedCertificate* source = nullptr;
    bool anchor = false;

    const document::CertificateFacts& facts() const { return source->certificate.facts; }
};

// IssuerGraph holds the CAs and the pool of a material, each certificate once, ordered so that the order of
// files does not matter. The material and `signatures` must outlive it.
class IssuerGraph {
  public:
    IssuerGraph(const Material& material, base::Time now, Signatures& signatures);

    // namedIssuersOf returns those that bear the name of the subject's issuer, best first: matching key
    // identifier (RFC 5280 section 4.2.1.1), trusted, valid now, lasting longest, then by fingerprint. No
    // signature is computed.
    const std::vector<const IssuerNode*>& namedIssuersOf(const SourcedCertificate& subject);
    // issued tells whether the issuer's key signed the subject; false once the budget of signatures is spent.
    bool issued(const IssuerNode& issuer, const SourcedCertificate& subject);
    // deadEnd tells that nothing can follow a node: a self-signed certificate that nobody trusts.
    bool deadEnd(const IssuerNode& node);
    bool isLeaf(const IssuerNode& node) const;
    // spent tells that signatures were left out because too many were asked for.
    bool spent() const { return m_spent; }

  private:
    const SourcedCertificate& m_leaf;
    base::Time m_now;
    Signatures& m_signatures;
    std::vector<IssuerNode> m_nodes;
    std::multimap<base::Bytes, const IssuerNode*> m_bySubject;
    std::map<const SourcedCertificate*, std::vector<const IssuerNode*>> m_named;
    bool m_spent = false;
};

// distinct returns one source per certificate, ordered by fingerprint: of several copies the one in
// `preferred`, else the one whose path sorts first. Whatever follows then cannot depend on the order of the
// input.
std::vector<const SourcedCertificate*> distinct(const std::vector<SourcedCertificate>& certificates,
                                                const std::string& preferred = {});

} // namespace certwright::check
