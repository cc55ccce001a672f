// Why: see secret_field.h.
#include "ui/widget/secret_field.h"

#include <utility>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QStyleHints>

#include "ui/widget/secret_accessible.h"
#include "ui/widget/wipe.h"

namespace certwright::widget {

namespace {

constexpr int peekTime = 1000;

using Direction = SecretText::Direction;

bool isCommand(const QKeyEvent& key) {
    const auto modifiers = key.modifiers() & ~Qt::KeypadModifier;
    return modifiers == Qt::ControlModifier || modifiers == (Qt::ControlModifier | Qt::ShiftModifier) ||
           modifiers == Qt::AltModifier || (modifiers & Qt::MetaModifier) != 0;
}

bool clearsAll(const QKeyEvent& key) {
    const bool command = (key.modifiers() & Qt::ControlModifier) != 0;
    return command &&
           (key.key() == Qt::Key_U || key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete);
}

} // namespace

SecretField::SecretField(secret::SecretAccess access, QWidget* parent)
    : QWidget(parent)
    , m_text(access) {
    makeSecretFieldsAccessible();
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    m_peekTimer.setSingleShot(true);
    m_peekTimer.setInterval(peekTime);
    connect(&m_peekTimer, &QTimer::timeout, this, [this] { peekAt(-1); });
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_caretShown = !m_caretShown;
        update();
    });
}

void SecretField::setTexts(const text::Phrasebook& book) {
    m_pasteWords = book.say("widget", "&Paste");
    m_selectWords = book.say("widget", "Select &all");
    m_clearWords = book.say("widget", "&Delete everything");
}

void SecretField::setPlaceholder(const QString& text) {
    m_placeholder = text;
    update();
}

void SecretField::setMaximum(int characters) {
    m_text.setMaximum(characters > 0 ? characters : SecretText::mostCharacters);
}

void SecretField::setPeeking(bool on) {
    m_peeking = on;
    peekAt(-1);
}

secret::SecretBytes SecretField::take() {
    auto result = m_text.take();
    edited();
    return result;
}

void SecretField::clear() {
    m_text.clear();
    edited();
}

void SecretField::edited() {
    peekAt(-1);
    forgetRefusals();
    restartBlinking();
    scrollToCaret();
    update();
    Q_EMIT changed();
}

void SecretField::peekAt(int character) {
    m_peeked = character;
    if (character >= 0)
        m_peekTimer.start();
    else
        m_peekTimer.stop();
    scrollToCaret();
    update();
}

void SecretField::setNotice(SecretNotice notice, bool on) {
    const bool was = m_notices.contains(notice);
    if (on)
        m_notices.insert(notice);
    else
        m_notices.erase(notice);
    if (was != on)
        Q_EMIT noticesChanged();
}

void SecretField::forgetRefusals() {
    for (const SecretNotice notice : {SecretNotice::TooLong, SecretNotice::ControlCharacter,
                                      SecretNotice::NotText, SecretNotice::CopyRefused})
        setNotice(notice, false);
}

void SecretField::refused(SecretRefusal refusal) {
    forgetRefusals();
    switch (refusal) {
    case SecretRefusal::None:
        break;
    case SecretRefusal::TooLong:
        setNotice(SecretNotice::TooLong, true);
        break;
    case SecretRefusal::ControlCharacter:
        setNotice(SecretNotice::ControlCharacter, true);
        break;
    case SecretRefusal::NotText:
        setNotice(SecretNotice::NotText, true);
        break;
    }
}

bool SecretField::insertOne(char32_t character) {
    const SecretRefusal refusal = m_text.insert(character);
    if (refusal != SecretRefusal::None) {
        refused(refusal);
        return false;
    }
    edited();
    if (m_peeking)
        peekAt(m_text.caret() - 1);
    return true;
}

// A character beyond the basic plane may come as two events.
void SecretField::insertCharacters(const QString& text) {
    for (const QChar unit : text) {
        if (unit.isHighSurrogate()) {
            m_highSurrogate = unit.unicode();
            continue;
        }
        const char16_t high = std::exchange(m_highSurrogate, u'\0');
        if (unit.isLowSurrogate() && high == 0)
            continue;
        const char32_t character =
            unit.isLowSurrogate() ? QChar::surrogateToUcs4(high, unit.unicode()) : unit.unicode();
        if (!insertOne(character))
            return;
    }
}

// As QLineEdit decides it: AltGr characters come with Control and Alt on some systems.
bool SecretField::type(const QKeyEvent& key) {
    const QString text = key.text();
    if (text.isEmpty() || isCommand(key))
        return false;
    const QChar first = text.at(0);
    const bool character = first.isPrint() || first.category() == QChar::Other_Format ||
                           first.category() == QChar::Other_PrivateUse || first.isSurrogate();
    if (character)
        insertCharacters(text);
    wipeText(text);
    return character;
}

bool SecretField::edit(const QKeyEvent& key) {
    if (key.matches(QKeySequence::Paste))
        paste(QGuiApplication::clipboard()->mimeData());
    else if (key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Cut))
        setNotice(SecretNotice::CopyRefused, true);
    else if (key.matches(QKeySequence::SelectAll))
        m_text.selectAll();
    else if (clearsAll(key))
        clear();
    else if (key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete) {
        m_text.erase(key.key() == Qt::Key_Delete ? Direction::Forwards : Direction::Backwards);
        edited();
    } else if (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right)
        m_text.move(key.key() == Qt::Key_Right ? Direction::Forwards : Direction::Backwards);
    else if (key.key() == Qt::Key_Home || key.key() == Qt::Key_End)
        m_text.moveTo(key.key() == Qt::Key_Home ? 0 : m_text.characters());
    else
        return false;
    restartBlinking();
    scrollToCaret();
    update();
    return true;
}

void SecretField::keyPressEvent(QKeyEvent* event) {
    watchCapsLock(*event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT returnPressed();
    else if (!edit(*event) && !type(*event))
        event->ignore();
}

// No portable way tells whether Caps Lock is on; a letter that does not match Shift does.
void SecretField::watchCapsLock(const QKeyEvent& key) {
    if (key.key() == Qt::Key_CapsLock) {
        if (m_capsLock)
            m_capsLock = !*m_capsLock;
    } else {
        const QString text = key.text();
        const QChar letter = text.size() == 1 ? text.at(0) : QChar();
        if (letter.isUpper() != letter.isLower() && !isCommand(key)) {
            const bool shifted = (key.modifiers() & Qt::ShiftModifier) != 0;
            m_capsLock = letter.isUpper() != shifted;
        }
    }
    setNotice(SecretNotice::CapsLock, m_capsLock.value_or(false));
}

void SecretField::paste(const QMimeData* content) {
    if (content == nullptr)
        return;
    static const QStringList wanted{QStringLiteral("text/plain;charset=utf-8"), QStringLiteral("UTF8_STRING"),
                                    QStringLiteral("text/plain")};
    for (const QString& format : wanted) {
        if (!content->hasFormat(format))
            continue;
        const QByteArray octets = content->data(format);
        const auto refusal =
            m_text.insert(base::viewOf({octets.constData(), static_cast<std::size_t>(octets.size())}));
        if (octets.isDetached())
            wipeOctets(octets);
        if (refusal == SecretRefusal::None)
            edited();
        else
            refused(refusal);
        return;
    }
    refused(SecretRefusal::NotText);
}

void SecretField::inputMethodEvent(QInputMethodEvent* event) {
    const QString commit = event->commitString();
    insertCharacters(commit);
    wipeText(commit);
    const QString preedit = event->preeditString();
    m_preedit = static_cast<int>(preedit.size());
    wipeText(preedit);
    setNotice(SecretNotice::InputMethod, m_preedit > 0);
    scrollToCaret();
    update();
    event->accept();
}

QVariant SecretField::inputMethodQuery(Qt::InputMethodQuery query) const {
    switch (query) {
    case Qt::ImCursorRectangle:
    case Qt::ImAnchorRectangle: {
        const QRect area = contents();
        return QRect(area.left() + caretPosition() - m_scrolled, area.top(), 1, area.height());
    }
    case Qt::ImFont:
        return font();
    // Nothing of the text is told.
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
        return 0;
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
        return QString();
    case Qt::ImMaximumTextLength:
        return m_text.maximum();
    default:
        return QWidget::inputMethodQuery(query);
    }
}

// Keys that edit are not taken for shortcuts of the window.
bool SecretField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool edits = key.matches(QKeySequence::Paste) || key.matches(QKeySequence::Copy) ||
                           key.matches(QKeySequence::Cut) || key.matches(QKeySequence::SelectAll) ||
                           clearsAll(key) || !isCommand(key);
        if (edits && key.key() != Qt::Key_Escape && (key.key() < Qt::Key_F1 || key.key() > Qt::Key_F35)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SecretField::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("secret-menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QMimeData* clipboard = QGuiApplication::clipboard()->mimeData();
    menu->addAction(m_pasteWords, this, [this] { paste(QGuiApplication::clipboard()->mimeData()); })
        ->setEnabled(clipboard != nullptr && clipboard->hasText());
    menu->addSeparator();
    menu->addAction(m_selectWords, this,
                    [this] {
                        m_text.selectAll();
                        update();
                    })
        ->setEnabled(!empty());
    menu->addAction(m_clearWords, this, &SecretField::clear)->setEnabled(!empty());
    menu->popup(event->globalPos());
}

void SecretField::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_text.moveTo(characterNear(static_cast<int>(event->position().x())));
    restartBlinking();
    update();
}

void SecretField::mouseDoubleClickEvent(QMouseEvent*) {
    m_text.selectAll();
    update();
}

void SecretField::focusInEvent(QFocusEvent* event) {
    restartBlinking();
    QWidget::focusInEvent(event);
}

// What happens to Caps Lock elsewhere is not seen.
void SecretField::focusOutEvent(QFocusEvent* event) {
    m_blink.stop();
    m_caretShown = false;
    m_capsLock.reset();
    m_highSurrogate = 0;
    setNotice(SecretNotice::CapsLock, false);
    peekAt(-1);
    QWidget::focusOutEvent(event);
}

void SecretField::restartBlinking() {
    m_caretShown = hasFocus();
    const int time = QGuiApplication::styleHints()->cursorFlashTime();
    if (hasFocus() && time > 1)
        m_blink.start(time / 2);
}

void SecretField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        scrollToCaret();
    }
    update();
    QWidget::changeEvent(event);
}

} // namespace certwright::widget
