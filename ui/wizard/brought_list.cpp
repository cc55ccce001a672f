// Why: see brought_list.h.
#include "ui/wizard/brought_list.h"

#include <QHBoxLayout>

#include "core/files/path.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

namespace certwright::wizard {

namespace {

// So many are no burden.
constexpr std::size_t few = 4;

} // namespace

BroughtList::BroughtList(QWidget* parent)
    : QWidget(parent)
    , m_fold(new widget::FoldOut(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fold);
    m_fold->setObjectName(QStringLiteral("files-brought"));
    m_fold->body()->setSpacing(2);
}

void BroughtList::setPaths(const std::vector<std::string>& paths, const std::set<std::string>& files,
                           const text::Phrasebook& book) {
    if (paths != m_paths)
        m_fold->setOpen(paths.size() <= few);
    m_paths = paths;
    for (QWidget* row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_buttons.clear();
    const int count = static_cast<int>(paths.size()); // lupdate passes over a call with a call in it
    m_fold->setTitle(book.say("wizard", "%n file(s) or folder(s) added", nullptr, count));
    for (const std::string& path : paths)
        addRow(path, files.contains(path) ? widget::IconName::File : widget::IconName::Folder, book);
    setVisible(!paths.empty());
}

void BroughtList::addRow(const std::string& path, widget::IconName icon, const text::Phrasebook& book) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* name = new widget::ElidedLabel(row);
    name->setText(text::shown(path));
    auto* remove = new QPushButton(book.say("wizard", "Remove", "from the list of files"), row);
    remove->setObjectName(QStringLiteral("path-%1-remove").arg(m_buttons.size()));
    remove->setAccessibleName(
        book.say("wizard", "Remove from the list: %1").arg(text::shown(files::fileNameOf(path))));
    connect(remove, &QPushButton::clicked, this,
            [this, path] { Q_EMIT removed(QString::fromStdString(path)); });
    layout->addWidget(new widget::ToneIcon(icon, widget::Tone::Neutral, row));
    layout->addWidget(name, 1);
    layout->addWidget(remove);
    m_fold->body()->addWidget(row);
    m_rows.push_back(row);
    m_buttons.push_back(remove);
}

std::vector<QWidget*> BroughtList::controls() const {
    std::vector<QWidget*> controls{m_fold->button()};
    controls.insert(controls.end(), m_buttons.begin(), m_buttons.end());
    return controls;
}

} // namespace certwright::wizard
