// Why: see protector_box.h.
#include "ui/wizard/protector_box.h"

#include <QVBoxLayout>

#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using vault::Protector;

ProtectorBox::ProtectorBox(QWidget* parent)
    : QWidget(parent)
    , m_title(widget::heading(this))
    , m_group(new QButtonGroup(this))
    , m_vendors(new QRadioButton(this))
    , m_vendorsText(widget::dimText(this))
    , m_builtin(new QRadioButton(this))
    , m_builtinText(widget::dimText(this)) {
    m_vendors->setObjectName(QStringLiteral("protector-vendor"));
    m_builtin->setObjectName(QStringLiteral("protector-builtin"));
    m_vendorsText->setObjectName(QStringLiteral("protector-vendor-text"));
    m_builtinText->setObjectName(QStringLiteral("protector-builtin-text"));
    m_group->addButton(m_vendors);
    m_group->addButton(m_builtin);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    for (const auto& [button, words] :
         {std::pair{m_vendors, m_vendorsText}, std::pair{m_builtin, m_builtinText}}) {
        layout->addWidget(button);
        words->setContentsMargins(24, 0, 0, 4); // below the button's own text
        layout->addWidget(words);
    }
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this] { Q_EMIT chosen(m_vendors->isChecked() ? Protector::Kmc : Protector::Builtin); });
}

void ProtectorBox::setContent(const std::string& library, Protector protector, const text::Phrasebook& book) {
    m_title->setText(book.say("wizard", "Who seals the key's passphrase"));
    m_vendors->setText(book.say("wizard", "The vendor's &key library"));
    m_vendorsText->setText(
        book.say("wizard", "The service reads the passphrase by itself. The library is %1.")
            .arg(text::shown(library)));
    m_builtin->setText(book.say("wizard", "Certwright's b&uilt-in vault"));
    m_builtinText->setText(book.say(
        "wizard", "The service cannot read the passphrase; it is started through certwright-cli unlock."));
    m_vendors->setAccessibleDescription(m_vendorsText->text());
    m_builtin->setAccessibleDescription(m_builtinText->text());
    (protector == Protector::Builtin ? m_builtin : m_vendors)->setChecked(true);
}

} // namespace certwright::wizard
