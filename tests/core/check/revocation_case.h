// Why: rules of revocation are shown by whole cases: a path, the lists, what is said. Each is judged in every
// order of its files, and once more with lists of which only a scan is left; all must say the same.
#pragma once

#include <QTest>

#include "core/check/policy.h"

namespace certwright::test {

// Lists: how the lists of a case come: with their octets, or as a stream leaves them.
enum class Lists { Whole, Streamed };

// saidOfRevocation makes a case of tests/support/forge (without "expected") and returns what revocationRules
// say of it, in order: "severity code subject", and ": reason" where the finding has one. Subjects are names
// of certificates and lists.
QStringList saidOfRevocation(const QString& yaml, const check::Policy& policy, Lists lists = Lists::Whole);

// startRevocationRows and revocationRow fill a table: a case, what the strict set of RFC 5280 says of it (or
// WebPki, if the row's name begins with "webpki"), and what a service is told.
void startRevocationRows();
void revocationRow(const char* name, const QString& yaml, const QStringList& strict,
                   const QStringList& service);
// compareRevocationRow also judges permutations of the files, and streamed lists unless said otherwise.
void compareRevocationRow(Lists also = Lists::Streamed);

} // namespace certwright::test
