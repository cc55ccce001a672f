// Why: paths are found in graphs that nobody would draw by hand: CAs that certify each other in circles, with
// some certificates that are bad in one way. What must come out is decided here by other means than the
// validator's.
#pragma once

#include <string>
#include <vector>

#include "tests/support/forge/forge.h"

namespace certwright::test {

// Flaw is what makes one certificate of a graph useless.
enum class Flaw {
    None,
    Expired,
    NotYetValid,
    NotCa,
    NoCertSign,
    WrongPurpose,
    InnerUnlikeOuter,
    Corrupt,
    ExcludesLeaf,
    Critical
};

// Edge is one certificate: CA `issuer` certifies CA `subject`.
struct Edge {
    int issuer = 0;
    int subject = 0;
    Flaw flaw = Flaw::None;
};

// TrustGraph: CAs are numbered from 0; CA 0 issued the leaf; `trusted` have self-signed certificates that are
// anchors.
struct TrustGraph {
    int cas = 0;
    std::vector<Edge> edges;
    std::vector<int> trusted;
};

// randomGraph makes a graph of up to nine CAs and twenty certificates out of a number; the same number, the
// same graph.
TrustGraph randomGraph(unsigned seed);
// hasWay tells whether a way of good certificates leads from CA 0 to a trusted one, by following every edge.
bool hasWay(const TrustGraph& graph);
// chainOf writes the graph as the "chain" and "trusted" of a case.
std::string chainOf(const TrustGraph& graph);
// layeredMesh has `layers` layers of `width` CAs each, every CA certified by every one of the layer above; no
// anchor.
TrustGraph layeredMesh(int layers, int width);

} // namespace certwright::test
