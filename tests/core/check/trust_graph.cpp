// Why: see trust_graph.h.
#include "tests/core/check/trust_graph.h"

#include <algorithm>
#include <random>

namespace certwright::test {

namespace {

// propertiesOf writes a flaw as a certificate's properties in a case.
std::string propertiesOf(Flaw flaw) {
    switch (flaw) {
    case Flaw::None:
        return "";
    case Flaw::Expired:
        return ", not-after: 2026-05-01";
    case Flaw::NotYetValid:
        return ", not-before: 2026-07-01";
    case Flaw::NotCa:
        return ", basic-constraints: { ca: false }";
    case Flaw::NoCertSign:
        return ", key-usage: [ crl-sign ]";
    case Flaw::WrongPurpose:
        return ", eku: [ client ]";
    case Flaw::InnerUnlikeOuter:
        return ", signature: { inner: ecdsa-sha384 }";
    case Flaw::Corrupt:
        return ", signature: { corrupt: true }";
    case Flaw::ExcludesLeaf:
        return ", name-constraints: { excluded: [ \"DNS:leaf.example.com\" ] }";
    case Flaw::Critical:
        return ", extensions: [ { oid: 1.3.6.1.4.1.55555.9, critical: true } ]";
    }
    return "";
}

std::string caName(int number) {
    return "ca" + std::to_string(number);
}

} // namespace

TrustGraph randomGraph(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&random](unsigned limit) { return static_cast<int>(random() % limit); };
    TrustGraph graph;
    graph.cas = 3 + below(7);
    const int edges = graph.cas + below(12);
    for (int i = 0; i < edges; ++i) {
        const int issuer = below(static_cast<unsigned>(graph.cas));
        const int subject = below(static_cast<unsigned>(graph.cas));
        const Flaw flaw = below(5) < 2 ? Flaw{1 + below(9)} : Flaw::None;
        if (issuer != subject)
            graph.edges.push_back({issuer, subject, flaw});
    }
    graph.trusted.push_back(graph.cas - 1);
    if (below(3) == 0)
        graph.trusted.push_back(graph.cas - 2);
    return graph;
}

bool hasWay(const TrustGraph& graph) {
    std::vector<int> reached{0};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if (std::find(graph.trusted.begin(), graph.trusted.end(), reached[i]) != graph.trusted.end())
            return true;
        for (const Edge& edge : graph.edges)
            if (edge.subject == reached[i] && edge.flaw == Flaw::None &&
                std::find(reached.begin(), reached.end(), edge.issuer) == reached.end())
                reached.push_back(edge.issuer);
    }
    return false;
}

std::string chainOf(const TrustGraph& graph) {
    std::string chain;
    std::string trusted;
    for (int i = 0; i < graph.cas; ++i)
        chain += "  " + caName(i) + ": {}\n";
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const Edge& edge = graph.edges[i];
        const std::string subject = caName(edge.subject);
        chain += "  edge" + std::to_string(i) + ": { issuer: " + caName(edge.issuer) +
                 ", subject: \"CN=" + subject + "\", key: { same-as: " + subject + " }" +
                 propertiesOf(edge.flaw) + " }\n";
    }
    chain += "  leaf: { issuer: ca0 }\n";
    std::string others;
    for (std::size_t i = 0; i < graph.edges.size(); ++i)
        others += (others.empty() ? "" : ", ") + ("edge" + std::to_string(i));
    for (const int ca : graph.trusted)
        trusted += (trusted.empty() ? "" : ", ") + caName(ca);
    return "chain:\n" + chain + "trusted: [ " + trusted + " ]\nuntrusted: [ " + others + " ]\n";
}

TrustGraph layeredMesh(int layers, int width) {
    TrustGraph graph;
    graph.cas = layers * width;
    for (int layer = 0; layer + 1 < layers; ++layer)
        for (int issuer = 0; issuer < width; ++issuer)
            for (int subject = 0; subject < width; ++subject)
                graph.edges.push_back({(layer + 1) * width + issuer, layer * width + subject, Flaw::None});
    return graph;
}

} // namespace certwright::test
