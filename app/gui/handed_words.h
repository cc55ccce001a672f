// Why: what a second start was asked for reaches the window that is open already, in the same form on every
// system.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace certwright::gui {

// largestMessage is how many octets one start may hand over; some ten thousand paths.
inline constexpr qsizetype largestMessage = 1024 * 1024;

// messageOf writes words in UTF-8, each followed by a zero octet.
inline QByteArray messageOf(const QStringList& words) {
    QByteArray message;
    for (const QString& word : words)
        message += word.toUtf8() + '\0';
    return message;
}

// wordsIn reads them; none where the message is not whole, or too long.
inline QStringList wordsIn(const QByteArray& message) {
    if (!message.endsWith('\0') || message.size() > largestMessage)
        return {};
    QStringList words;
    for (const QByteArray& word : message.chopped(1).split('\0'))
        words << QString::fromUtf8(word);
    return words;
}

} // namespace certwright::gui
