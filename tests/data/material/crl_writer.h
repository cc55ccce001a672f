// Why: lists of ten million entries do not fit into memory where tests and measurements make them.
#pragma once

#include <functional>
#include <string_view>

#include "tests/data/material/pki.h"

namespace certwright::material {

// WriterSpec orders a list of `entries` made-up entries of about 42 octets, every second one with a reason,
// and of `extra` whole entries (DER) in the middle of them, good from a day before `now` for 200 days.
struct WriterSpec {
    std::uint64_t entries = 0;
    std::string extra;
    base::Time now;
    std::uint32_t number = 1;
};

using Sink = std::function<void(std::string_view)>;

// writeCrl hands the DER of a list by `issuer`, whose key is RSA or EC, to `sink` in pieces. Ends the program
// on failure.
void writeCrl(const WriterSpec& spec, const document::Identity& issuer, const Sink& sink);

// pemSink turns DER in pieces into a PEM block for `sink`; call the result with nothing to end it.
Sink pemSink(Sink sink);

// entryOf is a whole entry for a certificate, ten days before `now`, key compromised.
std::string entryOf(const document::Certificate& certificate, base::Time now);

} // namespace certwright::material
