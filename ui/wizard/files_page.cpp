// Why: see files_page.h. This is what the page consists of and what its controls do to the draft.
#include "ui/wizard/files_page.h"

#include <QMenu>

#include "ui/model/file_choice.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using model::Task;

namespace {

// A folder that is dropped together with files is one change.
constexpr int pauseBetweenChanges = 100;
// Shorter reading needs no word.
constexpr int patience = 300;

QWidget* separator(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    return line;
}

std::vector<std::string> toPaths(const QStringList& names) {
    std::vector<std::string> paths;
    for (const QString& name : names)
        paths.push_back(name.toStdString());
    return paths;
}

} // namespace

FilesPage::FilesPage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_scroll(new widget::ScrollColumn(this))
    , m_drop(new widget::DropArea(this, this))
    , m_chooseFiles(new QPushButton(m_drop))
    , m_chooseFolder(new QPushButton(m_drop))
    , m_trouble(new widget::Banner(this))
    , m_brought(new BroughtList(this))
    , m_problems(new widget::FindingList(this))
    , m_slotsTitle(widget::heading(this))
    , m_lacking(widget::bodyText(this))
    , m_slotsCard(new widget::Card(this))
    , m_sourcesTitle(widget::heading(this))
    , m_sourcesHint(widget::dimText(this))
    , m_sourceList(new SourceList(m_sources, this))
    , m_ignored(new widget::FoldOut(this))
    , m_ignoredList(new widget::FindingList(this))
    , m_block(new ServerBlockBox(this))
    , m_retention(new RetentionBox(this))
    , m_protector(new ProtectorBox(this))
    , m_older(new QCheckBox(this)) {
    setObjectName(QStringLiteral("page-files"));
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenChanges);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connectParts();
    connectRoad();
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void FilesPage::build() {
    m_scroll->setObjectName(QStringLiteral("files-scroll"));
    m_drop->setObjectName(QStringLiteral("files-drop"));
    m_chooseFiles->setObjectName(QStringLiteral("files-choose"));
    m_chooseFolder->setObjectName(QStringLiteral("files-choose-folder"));
    m_trouble->setObjectName(QStringLiteral("files-trouble"));
    m_problems->setObjectName(QStringLiteral("files-problems"));
    m_lacking->setObjectName(QStringLiteral("files-lacking"));
    m_older->setObjectName(QStringLiteral("files-older"));
    m_drop->buttons()->addWidget(m_chooseFiles);
    m_drop->buttons()->addWidget(m_chooseFolder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QVBoxLayout* column = m_scroll->column();
    column->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_drop, m_trouble, m_brought, m_problems})
        column->addWidget(part);
    column->addSpacing(8);
    column->addWidget(m_slotsTitle);
    column->addWidget(m_lacking);
    column->addWidget(m_slotsCard);
    column->addWidget(m_older);
    column->addWidget(m_block);
    column->addWidget(m_retention);
    column->addWidget(m_protector);
    column->addSpacing(8);
    buildSources(column);
    column->addStretch();
    m_trouble->hide();
}

void FilesPage::buildSources(QVBoxLayout* column) {
    m_sourceList->setObjectName(QStringLiteral("files-found"));
    m_ignored->setObjectName(QStringLiteral("files-ignored"));
    m_ignored->body()->addWidget(m_ignoredList);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_sourcesTitle, m_sourcesHint, m_sourceList, m_ignored})
        column->addWidget(part);
}

void FilesPage::connectParts() {
    connect(m_drop, &widget::DropArea::dropped, this, &FilesPage::add);
    connect(m_drop, &widget::DropArea::refused, this, [this] {
        m_refused = true;
        showOutcome();
    });
    connect(m_chooseFiles, &QPushButton::clicked, this, [this] {
        add(context().dialogs.openFiles(this, book().say("wizard", "Choose files"), QStringLiteral("files")));
    });
    connect(m_chooseFolder, &QPushButton::clicked, this, [this] {
        const QString folder = context().dialogs.openFolder(this, book().say("wizard", "Choose a folder"),
                                                            QStringLiteral("files"));
        add(folder.isEmpty() ? QStringList() : QStringList(folder));
    });
    connect(m_brought, &BroughtList::removed, this, [this](const QString& path) {
        model::removePath(draft(), path.toStdString());
        changed();
    });
    connect(m_problems, &widget::FindingList::actionRequested, this, [this](int row) {
        model::doNotUse(draft(), m_problemPaths.at(static_cast<std::size_t>(row)));
        changed();
    });
    connect(m_sourceList, &SourceList::menuRequested, this, &FilesPage::showMenu);
    connect(m_block, &ServerBlockBox::chosen, this, [this](const QString& place) {
        draft().block = place.toStdString();
        draft().passwordsChanged();
        showOutcome();
        Q_EMIT readyChanged();
    });
    connect(m_retention, &RetentionBox::daysChosen, this, [this](int days) {
        draft().retentionDays = days;
        draft().passwordsChanged();
    });
    connect(m_protector, &ProtectorBox::chosen, this, [this](vault::Protector protector) {
        draft().protector = protector;
        draft().passwordsChanged();
    });
    connect(m_older, &QCheckBox::toggled, this, [this](bool on) {
        draft().allowOlderLists = on ? plan::OlderLists::Allow : plan::OlderLists::Refuse;
        draft().passwordsChanged();
    });
}

QString FilesPage::title() const {
    return draft().task == Task::CrlUpdate ? book().say("wizard", "Choose the new revocation lists")
                                           : book().say("wizard", "Choose the files");
}

QString FilesPage::subtitle() const {
    switch (draft().task) {
    case Task::Replace:
        return book().say("wizard", "Bring what is new; what you do not bring stays as it is installed.");
    case Task::CrlUpdate:
        return book().say("wizard", "Each list goes to the CA that issued it; all else stays as it is.");
    default:
        return book().say("wizard", "Each file is recognised by what it holds, not by its name.");
    }
}

void FilesPage::setTexts(const text::Phrasebook& book) {
    m_scroll->setAccessibleName(title());
    m_drop->setTitle(book.say("wizard", "Drop the folder or files you got from your CA"));
    m_chooseFiles->setText(book.say("wizard", "Choose fi&les…"));
    m_chooseFolder->setText(book.say("wizard", "Choose f&older…"));
    m_slotsTitle->setText(draft().task == Task::Import ? book.say("wizard", "What the service needs")
                                                       : book.say("wizard", "What can be renewed"));
    m_sourcesTitle->setText(book.say("wizard", "What is in the files"));
    m_sourcesHint->setText(book.say(
        "wizard",
        "To change what something is used for, drag it to its place above, or open the menu of its row."));
    m_sourceList->setAccessibleName(m_sourcesTitle->text());
    m_sourceList->setAccessibleDescription(m_sourcesHint->text());
    m_older->setText(book.say("wizard", "Also take lists that are older &than the installed one"));
    m_sources.setBook(book);
    showOutcome();
    showReading();
}

void FilesPage::enter() {
    model::WizardDraft& it = draft();
    if (!it.profile || it.profile->id != it.service)
        if (auto profile = profile::findProfile(it.service, context().host.ownProfiles))
            it.profile = std::move(*profile);
    makeSlots();
    m_dirty = !it.survey;
    m_states = model::slotStates(it);
    setTexts(book());
    m_pause.stop();
    if (m_dirty)
        survey();
    else
        surveyed();
}

// makeSlots makes one row for each slot of the present service.
void FilesPage::makeSlots() {
    const std::string service = draft().service + std::to_string(static_cast<int>(draft().task));
    if (m_slotsOf == service)
        return;
    m_slotsOf = service;
    while (QLayoutItem* item = m_slotsCard->body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    m_slotsCard->body()->setSpacing(0);
    m_slotsCard->body()->setContentsMargins(16, 4, 16, 4);
    for (const model::SlotState& state : model::slotStates(draft())) {
        if (!m_rows.empty())
            m_slotsCard->body()->addWidget(separator(m_slotsCard));
        auto* row = new SlotRow(state.slot.id, m_sources, m_slotsCard);
        m_slotsCard->body()->addWidget(row);
        m_rows.push_back(row);
        connectSlot(row, state.slot.id);
    }
    orderTabs();
}

void FilesPage::connectSlot(SlotRow* row, const std::string& slot) {
    connect(row, &SlotRow::browse, this, [this, slot] { chooseFor(slot); });
    connect(row, &SlotRow::given, this, [this, slot](const QString& path) { offer(slot, path); });
    connect(row, &SlotRow::chosen, this, [this, slot](const QString& path) { give(slot, path); });
    connect(row, &SlotRow::clear, this, [this, slot] {
        model::clearSlot(draft(), slot);
        changed();
    });
    connect(row, &SlotRow::leaveOut, this, [this, slot] {
        model::leaveOut(draft(), slot);
        changed();
    });
    connect(row, &SlotRow::takeAgain, this, [this, slot] {
        model::takeAgain(draft(), slot);
        changed();
    });
}

void FilesPage::orderTabs() {
    std::vector<QWidget*> order{m_scroll, m_chooseFiles, m_chooseFolder};
    const auto brought = m_brought->controls();
    order.insert(order.end(), brought.begin(), brought.end());
    for (const SlotRow* row : m_rows) {
        const auto controls = row->controls();
        order.insert(order.end(), controls.begin(), controls.end());
    }
    order.insert(order.end(), {m_older, m_block->control(), m_retention->control(), m_protector->control(),
                               m_sourceList, m_ignored->button()});
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        setTabOrder(order[i], order[i + 1]);
}

void FilesPage::add(const QStringList& paths) {
    m_refused = false;
    if (!paths.isEmpty())
        bring(toPaths(paths));
}

bool FilesPage::bring(const std::vector<std::string>& paths) {
    m_proposed.clear();
    model::addPaths(draft(), paths);
    changed();
    return true;
}

void FilesPage::chooseFor(const std::string& slot) {
    const profile::Slot* wanted = draft().profile->slot(slot);
    const QString path = context().dialogs.openFile(this, text::titleText(book(), wanted->title),
                                                    QString::fromStdString(slot));
    if (!path.isEmpty())
        give(slot, path);
}

void FilesPage::give(const std::string& slot, const QString& path) {
    model::useFor(draft(), slot, path.toStdString());
    changed();
}

// What is dropped on a slot may be a folder, which is not one file: what is in it is sorted.
void FilesPage::offer(const std::string& slot, const QString& path) {
    context().worker.start(
        this,
        [host = context().host, name = path.toStdString()] {
            return host.fileSystem.stat(name, files::Links::Follow);
        },
        [this, slot, path](const base::Result<base::FileInfo>& info) {
            if (info && info->kind == base::FileKind::Folder)
                add({path});
            else
                give(slot, path);
        });
}

void FilesPage::showMenu(int row, const QPoint& position) {
    const job::SurveyedObject object = m_sources.object(row);
    const QString path = QString::fromStdString(object.path);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("source-menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const model::SlotState& state : m_states) {
        if (std::ranges::find(object.fits, state.slot.id) == object.fits.end())
            continue;
        QAction* use =
            menu->addAction(book().say("wizard", "Use as: %1").arg(text::titleText(book(), state.slot.title)),
                            this, [this, path, slot = state.slot.id] { give(slot, path); });
        use->setObjectName(QStringLiteral("use-") + QString::fromStdString(state.slot.id));
        use->setCheckable(true);
        use->setChecked(object.slot == state.slot.id);
    }
    menu->addSeparator();
    const profile::Slot* taken = draft().profile->slot(object.slot);
    if (taken != nullptr && !taken->required && draft().task == Task::Import)
        menu->addAction(book().say("wizard", "Leave out: %1").arg(text::titleText(book(), taken->title)),
                        this, [this, slot = object.slot] {
                            model::leaveOut(draft(), slot);
                            changed();
                        });
    QAction* none = menu->addAction(book().say("wizard", "Do not use this file"), this, [this, object] {
        model::doNotUse(draft(), object.path);
        changed();
    });
    none->setObjectName(QStringLiteral("use-not"));
    menu->popup(position);
}

} // namespace certwright::wizard
