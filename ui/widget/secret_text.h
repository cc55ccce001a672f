// Why: a password is edited where it lives, on locked pages: no undo, no copy, no string that holds it whole.
#pragma once

#include <cstddef>

#include "core/base/bytes.h"
#include "core/secret/secret_bytes.h"

namespace certwright::widget {

// SecretRefusal is why something typed or pasted was not taken.
enum class SecretRefusal { None, TooLong, ControlCharacter, NotText };

// SecretText is one line of UTF-8 with a caret, and with everything selected or nothing. Characters are code
// points.
class SecretText {
  public:
    // mostCharacters bounds every secret, whatever the service says.
    static constexpr int mostCharacters = 1024;

    explicit SecretText(secret::SecretAccess access)
        : m_access(access) {}

    // setMaximum bounds the length (1 to mostCharacters); what is there already stays.
    void setMaximum(int characters);
    int maximum() const { return m_maximum; }

    // insert puts UTF-8 at the caret, in place of a selection, all of it or nothing. Line ends at its end are
    // left out; any other control character (C0, DEL, C1) is refused.
    SecretRefusal insert(base::ByteView utf8);
    // insert puts one code point there.
    SecretRefusal insert(char32_t character);
    // erase removes the selection, else the character before the caret (Backwards) or after it; clear all.
    enum class Direction { Backwards, Forwards };
    void erase(Direction direction);
    void clear();
    // take gives the text away and leaves this empty.
    secret::SecretBytes take();

    // move goes one character on; moveTo to before the character with this index (from 0; larger: the end).
    // Both drop the selection, at whose ends move stops first.
    void move(Direction direction);
    void moveTo(int character);
    void selectAll();

    bool empty() const { return m_text.empty(); }
    bool selected() const { return m_selected; }
    int characters() const { return m_characters; }
    // caret is the number of characters before it.
    int caret() const;
    // characterAt copies one character as a code point; 0 behind the end.
    char32_t characterAt(int character) const;

  private:
    std::size_t offsetOf(int character) const;
    void remove(std::size_t from, std::size_t to);

    secret::SecretAccess m_access;
    secret::SecretBytes m_text;
    int m_maximum = mostCharacters;
    int m_characters = 0;
    std::size_t m_caret = 0;
    bool m_selected = false;
};

} // namespace certwright::widget
