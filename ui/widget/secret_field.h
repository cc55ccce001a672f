// Why: a line edit keeps what is typed as a string, with an undo history; a password must not be kept so.
#pragma once

#include <optional>
#include <set>

#include <QTimer>
#include <QWidget>

#include "ui/text/phrasebook.h"
#include "ui/widget/secret_text.h"

class QMimeData;

namespace certwright::widget {

// SecretNotice is what a person should know while typing. CapsLock and InputMethod stay as long as it is so,
// the others until something is typed again.
enum class SecretNotice { CapsLock, InputMethod, TooLong, ControlCharacter, NotText, CopyRefused };

// SecretField looks and works like a line edit for a password. What is typed goes character by character into
// locked memory as UTF-8; pasting takes the clipboard's octets. There is no way to copy, cut or undo. Nothing
// but dots is painted, unless the last character is to be shown for a second. A screen reader learns that
// this is a password field, its name and its description, never its value.
class SecretField final : public QWidget {
    Q_OBJECT

  public:
    explicit SecretField(secret::SecretAccess access, QWidget* parent = nullptr);

    // setTexts sets the words of the context menu.
    void setTexts(const text::Phrasebook& book);
    void setPlaceholder(const QString& text);
    const QString& placeholder() const { return m_placeholder; }
    // setMaximum bounds the length in characters; 0: the most that is ever taken (1,024).
    void setMaximum(int characters);
    int maximum() const { return m_text.maximum(); }
    // setPeeking shows each typed character for a second (off at first).
    void setPeeking(bool on);

    bool empty() const { return m_text.empty(); }
    int characters() const { return m_text.characters(); }
    const std::set<SecretNotice>& notices() const { return m_notices; }
    // take gives the secret away and empties the field.
    secret::SecretBytes take();
    void clear();
    // paste inserts the octets of the text in `content`, which are overwritten where they are no one else's.
    void paste(const QMimeData* content);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

  Q_SIGNALS:
    // changed: characters were added or removed.
    void changed();
    void noticesChanged();
    void returnPressed();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    bool edit(const QKeyEvent& key);
    bool type(const QKeyEvent& key);
    void insertCharacters(const QString& text);
    bool insertOne(char32_t character);
    void refused(SecretRefusal refusal);
    void edited();
    void watchCapsLock(const QKeyEvent& key);
    void setNotice(SecretNotice notice, bool on);
    void forgetRefusals();
    void peekAt(int character);
    void restartBlinking();
    // secret_field_paint.cpp
    QRect contents() const;
    int dotWidth() const;
    int widthOf(int character) const;
    int positionOf(int character) const;
    int caretPosition() const;
    int characterNear(int x) const;
    void scrollToCaret();
    void paintCharacters(QPainter& painter, const QRect& area) const;

    SecretText m_text;
    QString m_placeholder;
    QString m_pasteWords;
    QString m_selectWords;
    QString m_clearWords;
    std::set<SecretNotice> m_notices;
    std::optional<bool> m_capsLock;
    char16_t m_highSurrogate = 0;
    bool m_peeking = false;
    int m_peeked = -1;
    int m_preedit = 0;
    int m_scrolled = 0;
    bool m_caretShown = false;
    QTimer m_peekTimer;
    QTimer m_blink;
};

} // namespace certwright::widget
