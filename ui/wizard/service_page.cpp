// Why: see service_page.h.
#include "ui/wizard/service_page.h"

#include <algorithm>

#include <QDir>
#include <QHBoxLayout>
#include <QUrl>

#include "core/files/path.h"
#include "ui/model/file_choice.h"
#include "ui/text/error_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using model::RootState;
using widget::ChoiceCard;
using widget::Tone;

namespace {

// A person who types is not told after each letter that the folder does not exist.
constexpr int pauseInTyping = 200;

Tone toneOf(RootState state) {
    switch (state) {
    case RootState::Usable:
        return Tone::Good;
    case RootState::Empty:
        return Tone::Note;
    default:
        return Tone::Blocker;
    }
}

} // namespace

ServicePage::ServicePage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_options(model::serviceOptions(context.host.ownProfiles))
    , m_scroll(new widget::ScrollColumn(this))
    , m_group(new QButtonGroup(this))
    , m_rootArea(new QWidget(this))
    , m_rootTitle(widget::heading(m_rootArea))
    , m_root(new QLineEdit(m_rootArea))
    , m_browse(new QPushButton(m_rootArea))
    , m_stateIcon(new widget::ToneIcon(widget::IconName::Note, Tone::Note, m_rootArea))
    , m_stateText(widget::bodyText(m_rootArea)) {
    setObjectName(QStringLiteral("page-service"));
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &ServicePage::judge);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            choose(id);
    });
    connect(m_root, &QLineEdit::textChanged, this, &ServicePage::rootEdited);
    connect(m_root, &QLineEdit::returnPressed, this, [this] {
        if (ready() && next() == Going::Proceed)
            Q_EMIT advance();
    });
    connect(m_browse, &QPushButton::clicked, this, &ServicePage::browse);
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void ServicePage::build() {
    m_scroll->setObjectName(QStringLiteral("service-scroll"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    addCards(m_scroll->column());
    addRoot(m_scroll->column());
    m_scroll->column()->addStretch();
}

void ServicePage::addCards(QVBoxLayout* column) {
    column->setSpacing(8);
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        auto* card = new ChoiceCard(widget::IconName::Services, this);
        card->setObjectName(QStringLiteral("service-") + QString::fromStdString(m_options[i].name));
        m_group->addButton(card, static_cast<int>(i));
        m_cards.push_back(card);
        column->addWidget(card);
    }
}

void ServicePage::addRoot(QVBoxLayout* column) {
    m_root->setObjectName(QStringLiteral("service-root"));
    m_browse->setObjectName(QStringLiteral("service-browse"));
    m_stateText->setObjectName(QStringLiteral("service-state"));
    auto* field = new QHBoxLayout;
    field->setSpacing(8);
    field->addWidget(m_root, 1);
    field->addWidget(m_browse);
    auto* state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_stateIcon, 0, Qt::AlignTop);
    state->addWidget(m_stateText, 1);
    auto* layout = new QVBoxLayout(m_rootArea);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_rootTitle);
    layout->addLayout(field);
    layout->addLayout(state);
    column->addWidget(m_rootArea);
    m_rootArea->hide();
}

QString ServicePage::title() const {
    return book().say("wizard", "Choose the service");
}

QString ServicePage::subtitle() const {
    return book().say("wizard", "Which service on this computer is to get certificates?");
}

void ServicePage::setTexts(const text::Phrasebook& book) {
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        setWords(*m_cards[i], m_options[i], book);
    m_browse->setText(book.say("wizard", "Bro&wse…"));
    m_browse->setAccessibleDescription(book.say("wizard", "Chooses the folder of the service."));
    m_root->setPlaceholderText(book.say("wizard", "Folder of the service"));
    m_scroll->setAccessibleName(title());
    showState();
}

void ServicePage::setWords(ChoiceCard& card, const model::ServiceOption& option,
                           const text::Phrasebook& book) {
    if (option.profile)
        card.setWords(text::titleText(book, option.profile->title),
                      text::titleText(book, option.profile->summary));
    else
        card.setWords(text::shown(option.name), {});
    if (!option.error)
        return;
    const auto words = text::errorText(*option.error, book);
    card.setTrouble(words.sentence + QLatin1Char('\n') + words.detail + QLatin1Char('\n') + words.nextStep);
}

const profile::Profile* ServicePage::chosen() const {
    const int id = m_group->checkedId();
    return id < 0 ? nullptr : &*m_options[static_cast<std::size_t>(id)].profile;
}

std::string ServicePage::rootTyped() const {
    QString text = m_root->text().trimmed();
    // Folders that are dropped on a line edit arrive so.
    if (const QUrl url(text); url.isLocalFile())
        text = url.toLocalFile();
    text = QDir::fromNativeSeparators(text);
    while (text.size() > 1 && text.endsWith(QLatin1Char('/')) && !text.endsWith(QStringLiteral(":/")))
        text.chop(1);
    return text.toStdString();
}

void ServicePage::enter() {
    orderTabs();
    if (!draft().service.empty())
        m_roots[draft().service] = QDir::toNativeSeparators(QString::fromStdString(draft().root));
    const auto present = std::ranges::find_if(m_options, [&](const model::ServiceOption& option) {
        return option.usable() && option.name == draft().service;
    });
    if (present != m_options.end())
        m_cards[static_cast<std::size_t>(present - m_options.begin())]->setChecked(true);
    if (!m_looked)
        look();
    judge();
}

// The cards come before the folder, which was made first.
void ServicePage::orderTabs() {
    QWidget* before = nullptr;
    for (QWidget* card : m_cards) {
        if (before != nullptr)
            setTabOrder(before, card);
        before = card;
    }
    setTabOrder(before, m_root);
    setTabOrder(m_root, m_browse);
}

// look asks where each service is usually found.
void ServicePage::look() {
    m_looked = true;
    std::vector<profile::Profile> profiles;
    for (const model::ServiceOption& option : m_options)
        if (option.usable())
            profiles.push_back(*option.profile);
    context().worker.start(
        this,
        [host = context().host, profiles = std::move(profiles)] {
            std::map<std::string, Found> found;
            for (const profile::Profile& profile : profiles)
                if (std::string root = job::usualRoot(host.fileSystem, host.surroundings, profile);
                    !root.empty()) {
                    // A folder that any web server has says nothing of what is meant.
                    const bool ours =
                        profile.config.origin == profile::ConfigOrigin::Shipped ||
                        host.fileSystem.stat(files::join(root, profile.config.path), files::Links::Refuse);
                    found[profile.id] = {std::move(root), ours ? Likelihood::Meant : Likelihood::Possible};
                }
            return found;
        },
        [this](const std::map<std::string, Found>& found) { lookedAround(found); });
}

void ServicePage::lookedAround(const std::map<std::string, Found>& found) {
    m_found = found;
    for (const auto& [service, place] : found)
        if (m_roots[service].isEmpty())
            m_roots[service] = QDir::toNativeSeparators(QString::fromStdString(place.root));
    if (const profile::Profile* profile = chosen()) {
        if (m_root->text().isEmpty())
            m_root->setText(m_roots[profile->id]);
        return;
    }
    // The only one that is on this computer is surely meant.
    const auto meant = [](const auto& entry) { return entry.second.likelihood == Likelihood::Meant; };
    const auto only = std::ranges::find_if(found, meant);
    for (std::size_t i = 0; std::ranges::count_if(found, meant) == 1 && i < m_options.size(); ++i)
        if (m_options[i].name == only->first)
            m_cards[i]->setChecked(true);
}

void ServicePage::choose(int option) {
    const profile::Profile& profile = *m_options[static_cast<std::size_t>(option)].profile;
    m_rootArea->show();
    m_root->setText(m_roots[profile.id]);
    judge();
    // Once it has its place.
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_rootArea); });
}

void ServicePage::browse() {
    const QString folder = context().dialogs.openFolder(this, book().say("wizard", "Folder of the service"),
                                                        QStringLiteral("root"));
    if (!folder.isEmpty())
        m_root->setText(QDir::toNativeSeparators(folder));
}

void ServicePage::rootEdited() {
    if (const profile::Profile* profile = chosen())
        m_roots[profile->id] = m_root->text();
    m_judged.reset();
    m_pause.start();
    Q_EMIT readyChanged();
}

void ServicePage::judge() {
    m_pause.stop();
    m_judged.reset();
    const int question = ++m_question;
    const profile::Profile* profile = chosen();
    if (profile == nullptr) {
        Q_EMIT readyChanged();
        return;
    }
    context().worker.start(
        this,
        [host = context().host, profile = *profile, root = rootTyped(), question] {
            Judged answer{question, model::judgeRoot(host.fileSystem, profile, root), {}};
            if (answer.state == RootState::Usable)
                answer.home = host.surroundings.home(root);
            return answer;
        },
        [this](const Judged& answer) { judged(answer); });
}

void ServicePage::judged(const Judged& answer) {
    if (answer.number != m_question)
        return;
    m_judged = answer;
    showState();
    Q_EMIT readyChanged();
}

QString ServicePage::stateText() const {
    const profile::Profile& profile = *chosen();
    const QString config = text::shown(model::recognisingFile(profile));
    switch (m_judged ? m_judged->state : RootState::Empty) {
    case RootState::Relative:
        return book().say("wizard", "Give the whole path of the folder, from the top.");
    case RootState::Missing:
        return book().say("wizard", "This folder does not exist.");
    case RootState::NotFolder:
        return book().say("wizard", "This is not a folder.");
    case RootState::NoConfig:
        return book()
            .say("wizard", "This folder has no %1, so it is not the folder of this service.")
            .arg(config);
    case RootState::Unreadable:
        return book()
            .say("wizard", "You may not read this folder, or %1 in it. Start Certwright as its owner.")
            .arg(config);
    case RootState::Usable: {
        const auto found = m_found.find(profile.id);
        return found != m_found.end() && found->second.root == rootTyped()
                   ? book().say("wizard", "Found on this computer: %1 is there.").arg(config)
                   : book().say("wizard", "This is a folder of the service: %1 is there.").arg(config);
    }
    case RootState::Empty:
        break;
    }
    return book().say("wizard", "Choose the folder in which the service is installed.");
}

void ServicePage::showState() {
    const profile::Profile* profile = chosen();
    if (profile == nullptr)
        return;
    m_rootTitle->setText(text::titleText(book(), profile->rootTitle));
    m_root->setAccessibleName(m_rootTitle->text());
    const RootState state = m_judged ? m_judged->state : RootState::Empty;
    const Tone tone = toneOf(state);
    m_stateIcon->setIcon(widget::iconOfTone(tone), tone);
    const QString text = stateText();
    const bool said = m_stateText->text() == text;
    m_stateText->setText(text);
    m_root->setAccessibleDescription(text);
    if (!said)
        widget::announce(m_stateText);
}

bool ServicePage::ready() const {
    return chosen() != nullptr && m_judged && m_judged->state == RootState::Usable;
}

WizardPage::Going ServicePage::next() {
    const profile::Profile& profile = *chosen();
    const std::string root = rootTyped();
    model::WizardDraft& it = draft();
    // What was surveyed was sorted into the slots of another service.
    if (it.service != profile.id)
        model::forgetFiles(it);
    // Library and server blocks are those of the folder, and so is what was agreed to be run and looked at.
    if (it.service != profile.id || it.root != root) {
        it.filesChanged();
        it.block.clear();
        it.reload = job::Reload::Leave;
        it.servedAt.reset();
        it.home.clear();
    }
    it.service = profile.id;
    it.profile = profile;
    it.root = root;
    if (it.home.empty())
        it.home = m_judged->home;
    return Going::Proceed;
}

// They are sorted once it is known for which service.
bool ServicePage::bring(const std::vector<std::string>& paths) {
    model::addPaths(draft(), paths);
    return true;
}

QWidget* ServicePage::firstFocus() {
    if (QAbstractButton* checked = m_group->checkedButton())
        return ready() || !m_root->text().isEmpty() ? static_cast<QWidget*>(checked) : m_root;
    const auto usable =
        std::ranges::find_if(m_cards, [](const ChoiceCard* card) { return card->isEnabled(); });
    return usable == m_cards.end() ? nullptr : *usable;
}

} // namespace certwright::wizard
