// Why: what the toolkit hands over as strings (one key, one commit, a paste) is overwritten as soon as it was
// read.
#pragma once

#include <cstdint>
#include <span>

#include <QByteArray>
#include <QString>

namespace certwright::widget {

// wipeOctets overwrites in a way that the compiler keeps.
inline void wipeOctets(std::span<std::uint8_t> octets) {
    for (std::uint8_t& octet : octets)
        *static_cast<volatile std::uint8_t*>(&octet) = 0;
}

// wipeOctets and wipeText overwrite the characters themselves, also for others who share them; texts that are
// compiled into the program are left alone.
inline void wipeOctets(const QByteArray& octets) {
    if (!const_cast<QByteArray&>(octets).data_ptr().isMutable())
        return;
    auto* data = reinterpret_cast<std::uint8_t*>(const_cast<char*>(octets.constData()));
    wipeOctets(std::span(data, static_cast<std::size_t>(octets.size())));
}
inline void wipeText(const QString& text) {
    if (!const_cast<QString&>(text).data_ptr().isMutable())
        return;
    auto* data = reinterpret_cast<std::uint8_t*>(const_cast<QChar*>(text.constData()));
    wipeOctets(std::span(data, static_cast<std::size_t>(text.size()) * sizeof(QChar)));
}

} // namespace certwright::widget
