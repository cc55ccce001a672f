// Why: see seen_box.h.
#include "ui/wizard/seen_box.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/served/address.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

namespace {

// A DNS name has 253 characters (RFC 1035 section 2.3.4 in text form), a port 5; room for what is pasted.
constexpr int longest = 300;
constexpr int widestField = 360; // pixels

} // namespace

SeenBox::SeenBox(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_text(widget::dimText(this))
    , m_verdict(new widget::Banner(this)) {
    m_address->setObjectName(QStringLiteral("preview-seen-at"));
    m_text->setObjectName(QStringLiteral("preview-seen-text"));
    m_verdict->setObjectName(QStringLiteral("preview-seen-verdict"));
    m_label->setBuddy(m_address);
    m_address->setMaxLength(longest);
    m_address->setMaximumWidth(widestField);
    m_verdict->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_label);
    row->addWidget(m_address, 1);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_text);
    layout->addWidget(m_verdict);
    connect(m_address, &QLineEdit::textEdited, this, [this] {
        m_origin = Origin::Person;
        showVerdict();
        Q_EMIT typed(address());
    });
}

void SeenBox::setContent(const model::WizardDraft& draft, const text::Phrasebook& book) {
    m_book = &book;
    m_origin = draft.servedAt ? Origin::Person : Origin::Config;
    m_label->setText(book.say("wizard", "S&een at (HOST:PORT)"));
    m_address->setAccessibleName(book.say("wizard", "Address where the server is seen (HOST:PORT)"));
    // The cursor stays where it is while the person writes.
    const QString seen = QString::fromStdString(draft.seenAt());
    if (seen != address())
        m_address->setText(seen);
    showVerdict();
}

bool SeenBox::acceptable() const {
    return address().isEmpty() || served::parseAddress(address().toStdString());
}

void SeenBox::showVerdict() {
    const bool right = acceptable();
    m_text->setVisible(right);
    m_verdict->setVisible(!right);
    if (!right) {
        const QString form = m_book->say("wizard", "Write HOST:PORT, for example server.example.com:443 or "
                                                   "[::1]:443; or leave it empty.");
        m_verdict->setMessage(widget::Tone::Blocker,
                              m_book->say("wizard", "This is not where a server can be seen."), form);
        m_address->setAccessibleDescription(form);
        return;
    }
    QStringList sentences{
        address().isEmpty()
            ? m_book->say("wizard", "Left empty, it is not looked at which certificate the server shows.")
            : m_book->say("wizard",
                          "After the change, the certificate that the server shows there is compared "
                          "with the installed one.")};
    if (!address().isEmpty() && m_origin == Origin::Config)
        sentences << m_book->say("wizard", "The address is that of the server block; change it where clients "
                                           "come in elsewhere.");
    m_text->setText(sentences.join(QLatin1Char(' ')));
    m_address->setAccessibleDescription(m_text->text());
}

} // namespace certwright::wizard
