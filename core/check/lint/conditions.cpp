// Why: see conditions.h.
#include "core/check/lint/conditions.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace certwright::check {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool issuedFrom(const LintSubject& subject, int year, unsigned month, unsigned day) {
    return subject.facts.notBefore >=
           std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

Breach altNameWhere(const LintSubject& subject, bool (*broken)(const GeneralName& name)) {
    for (const GeneralName& name : subject.values().subjectAltName.names)
        if (broken(name))
            return readable(name.content);
    return std::nullopt;
}

Breach dnsNameWhere(const LintSubject& subject, bool (*broken)(std::string_view name)) {
    for (const GeneralName& name : subject.values().subjectAltName.names)
        if (name.tag == GeneralName::dns && broken(name.text()))
            return readable(name.content);
    return std::nullopt;
}

Breach attributeWhere(const LintSubject& subject, bool (*broken)(const NameAttribute& attribute)) {
    for (const NameAttribute& attribute : subject.values().subject)
        if (broken(attribute))
            return readable(attribute.value);
    return std::nullopt;
}

std::string readable(ByteView octets) {
    const std::string_view text = base::textOf(octets);
    return base::isUtf8(text) ? base::printable(text) : base::toHex(octets, ':');
}

ByteView serialOf(const LintSubject& subject) {
    const auto serial = ossl::DerReader(subject.anatomy.serial).next(ossl::Tag::Integer);
    return serial ? serial->content : ByteView();
}

Breach usageBreach(const LintSubject& subject, std::initializer_list<ByteView> algorithms,
                   std::initializer_list<KeyUsage> usages) {
    const Values& values = subject.values();
    return brokenIf(values.keyUsage.any(usages) && std::ranges::any_of(algorithms, [&](ByteView algorithm) {
                        return same(values.key.algorithm.oid, algorithm);
                    }));
}

bool isScheme(std::string_view uri, std::string_view scheme) {
    return uri.size() >= scheme.size() && std::ranges::equal(uri.substr(0, scheme.size()), scheme, {}, lower);
}

} // namespace certwright::check
