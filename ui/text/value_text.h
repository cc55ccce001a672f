// Why: dates, modes, sizes and kinds are written the same way in every sentence, table and report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

#include "core/base/clock.h"
#include "core/document/object.h"
#include "core/profile/profile.h"
#include "ui/text/access_words.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// dateTime writes "2026-11-21 08:00 UTC"; seconds are left out.
QString dateTime(base::Time time);
// localDate writes "21 November 2026, 08:00 UTC" or "2026年11月21日 08:00 UTC", for a person who reads one
// date; localDay leaves out the time.
QString localDate(const Phrasebook& book, base::Time time);
QString localDay(const Phrasebook& book, base::Time time);
// days writes a count of days in words ("1 day", "12 days").
QString days(const Phrasebook& book, int count);
// size writes octets with a unit ("10 MiB", "512 bytes").
QString size(const Phrasebook& book, std::uint64_t octets);
// list joins names with the language's list separator.
QString list(const Phrasebook& book, const std::vector<std::string>& items);
// shortPrint returns the first 16 hexadecimal digits of a fingerprint, enough to compare by eye.
QString shortPrint(std::string_view hex);
// roleName names a check:: role ("server", "intermediate", "ca") within a sentence ("the server
// certificate").
QString roleName(const Phrasebook& book, std::string_view role);
// kindName names an object kind ("certificate", "key", "crl" …) within a sentence.
QString kindName(const Phrasebook& book, std::string_view kind);
// joined puts a sentence behind another one, as the language does.
QString joined(const Phrasebook& book, const QString& first, const QString& second);
// startOfSentence makes the first letter a capital where the language has capitals.
QString startOfSentence(QString text);
// keyText writes "RSA 3072" or "EC prime256v1".
QString keyText(const document::KeyFacts& facts);
// encryptionText writes "PBES2, AES-256-CBC, PBKDF2-HMAC-SHA256, 10000 iterations".
QString encryptionText(const Phrasebook& book, const document::EncryptionFacts& facts);
// titleText chooses the language of a profile's title.
QString titleText(const Phrasebook& book, const profile::Title& title);

} // namespace certwright::text
