// Why: see server_block_box.h.
#include "ui/wizard/server_block_box.h"

#include <algorithm>

#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using widget::Tone;

namespace {

// A row names so many; the text below the box names all.
constexpr std::size_t namesInRow = 2;

QString separated(const QStringList& parts) {
    return parts.join(QStringLiteral(" · "));
}

QString namesOf(const job::BlockOption& block, const text::Phrasebook& book) {
    if (block.names.empty())
        return book.say("wizard", "no name");
    const std::size_t count = std::min(namesInRow, block.names.size());
    const std::vector<std::string> first(block.names.begin(),
                                         block.names.begin() + static_cast<std::ptrdiff_t>(count));
    return text::list(book, first) + (count < block.names.size() ? QStringLiteral(" …") : QString());
}

QString rowText(const job::BlockOption& block, const text::Phrasebook& book) {
    QStringList parts{namesOf(block, book), text::shown(block.place)};
    if (!block.listens.empty())
        parts << text::list(book, block.listens);
    if (!block.tls)
        parts << book.say("wizard", "without ssl");
    if (block.taking)
        parts << book.say("wizard", "uses it already");
    return separated(parts);
}

QString detailsText(const job::BlockOption& block, const text::Phrasebook& book) {
    QStringList sentences;
    if (block.names.size() > namesInRow)
        sentences << book.say("wizard", "Answers to: %1.").arg(text::list(book, block.names));
    sentences << (block.taking
                      ? book.say("wizard", "This block takes the TLS settings in already.")
                      : book.say("wizard", "One line that takes the TLS settings in is added to this block; "
                                           "all else in the file stays as it is."));
    return sentences.join(QLatin1Char('\n'));
}

} // namespace

ServerBlockBox::ServerBlockBox(QWidget* parent)
    : QWidget(parent)
    , m_title(widget::heading(this))
    , m_choice(new QComboBox(this))
    , m_details(widget::dimText(this))
    , m_verdict(new widget::Banner(this)) {
    m_choice->setObjectName(QStringLiteral("block-choice"));
    m_details->setObjectName(QStringLiteral("block-details"));
    m_verdict->setObjectName(QStringLiteral("block-verdict"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(20);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_choice, m_details, m_verdict})
        layout->addWidget(part);
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        const QString place = m_choice->itemData(row).toString();
        if (!place.isEmpty())
            Q_EMIT chosen(place);
    });
}

void ServerBlockBox::setContent(const job::BlockOptions& options, const std::string& chosen,
                                const std::string& root, const profile::Insertion& insertion,
                                const text::Phrasebook& book) {
    m_title->setText(book.say("wizard", "Which server block uses the certificate"));
    m_choice->setAccessibleName(m_title->text());
    const bool any = !options.blocks.empty();
    m_choice->setVisible(any);
    m_details->setVisible(any);
    m_verdict->setVisible(!any);
    if (!any) {
        const auto words =
            text::findingText({check::Severity::Blocker, root, check::BlockMissing{insertion.files}}, book);
        m_verdict->setMessage(Tone::Blocker, words.sentence, words.nextStep);
        return;
    }
    const std::string& place = chosen.empty() ? options.usual : chosen;
    fill(options, place, book);
    if (const job::BlockOption* block = options.at(place)) {
        showBlock(*block, book);
        return;
    }
    m_details->setText(book.say("wizard", "Choose the block whose names clients call."));
    m_choice->setAccessibleDescription(m_details->text());
}

void ServerBlockBox::fill(const job::BlockOptions& options, const std::string& place,
                          const text::Phrasebook& book) {
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    if (options.at(place) == nullptr)
        m_choice->addItem(book.say("wizard", "Choose a server block…"), QString());
    for (const job::BlockOption& block : options.blocks) {
        const QString row = rowText(block, book);
        m_choice->addItem(row, QString::fromStdString(block.place));
        m_choice->setItemData(m_choice->count() - 1, row, Qt::ToolTipRole);
    }
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(QString::fromStdString(place))));
}

void ServerBlockBox::showBlock(const job::BlockOption& block, const text::Phrasebook& book) {
    m_details->setText(detailsText(block, book));
    m_choice->setAccessibleDescription(m_details->text());
    m_verdict->setVisible(!block.tls);
    if (block.tls)
        return;
    const auto words = text::findingText(
        {check::Severity::Warning, block.place, check::BlockNotListening{block.place}}, book);
    m_verdict->setMessage(Tone::Warning, words.sentence, words.nextStep);
}

} // namespace certwright::wizard
