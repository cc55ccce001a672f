// Why: see password_page.h.
#include "ui/wizard/password_page.h"

#include <algorithm>

#include <QHBoxLayout>

#include "core/files/path.h"
#include "core/secret/process.h"
#include "ui/model/source_model.h"
#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"

namespace certwright::wizard {

using widget::SecretNotice;
using widget::Tone;

namespace {

// fileOf names the file that a finding about a password or a locked key is about; empty for others.
std::string fileOf(const check::Finding& finding) {
    const bool about = finding.body.is<check::PasswordWrong, check::PasswordNeeded, check::PasswordTooLong,
                                       check::KeyUnsupported, check::KeyDamaged, check::KeyMalformed>();
    return about ? finding.subject : std::string();
}

bool isWrong(const check::Finding& finding) {
    return finding.body.is<check::PasswordWrong>();
}

} // namespace

PasswordPage::PasswordPage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_scroll(new widget::ScrollColumn(this))
    , m_card(new widget::Card(this))
    , m_icon(new widget::ToneIcon(widget::IconName::Key, Tone::Accent, m_card, 2.2))
    , m_name(widget::heading(m_card))
    , m_kind(widget::bodyText(m_card))
    , m_path(new widget::ElidedLabel(m_card))
    , m_label(new QLabel(this))
    , m_field(new widget::SecretField(context.host.access, this))
    , m_peek(new QCheckBox(this))
    , m_notices(new QWidget(this))
    , m_noticeText(widget::bodyText(m_notices))
    , m_rule(widget::dimText(this))
    , m_practice(widget::bodyText(this))
    , m_result(new widget::Banner(this))
    , m_busy(new BusyLine(this)) {
    setObjectName(QStringLiteral("page-password"));
    build();
    connect(m_field, &widget::SecretField::changed, this, &WizardPage::readyChanged);
    connect(m_field, &widget::SecretField::noticesChanged, this, &PasswordPage::showNotices);
    connect(m_field, &widget::SecretField::returnPressed, this, &PasswordPage::pressed);
    connect(m_peek, &QCheckBox::toggled, m_field, &widget::SecretField::setPeeking);
    connectRoad();
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void PasswordPage::connectRoad() {
    const model::Road& road = context().road;
    connect(&road, &model::Road::checked, this, [this] {
        if (std::exchange(m_trying, false))
            tried();
    });
    connect(&road, &model::Road::failed, this, [this] {
        if (std::exchange(m_trying, false))
            notTried();
    });
    // What an earlier page started may still be ending.
    connect(
        &road, &model::Road::busyChanged, this,
        [this](bool busy) {
            if (!busy && std::exchange(m_waiting, false))
                tryNow();
        },
        Qt::QueuedConnection);
}

void PasswordPage::build() {
    m_scroll->setObjectName(QStringLiteral("password-scroll"));
    m_scroll->column()->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QVBoxLayout* column = m_scroll->column();
    addFile(column);
    column->addSpacing(8);
    addField(column);
    column->addStretch();
}

void PasswordPage::addFile(QVBoxLayout* column) {
    m_name->setObjectName(QStringLiteral("password-file"));
    m_kind->setObjectName(QStringLiteral("password-kind"));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (QLabel* label : std::initializer_list<QLabel*>{m_name, m_kind, m_path})
        texts->addWidget(label);
    m_path->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_card->body()->addLayout(row);
    column->addWidget(m_card);
}

void PasswordPage::addField(QVBoxLayout* column) {
    m_field->setObjectName(QStringLiteral("password"));
    m_label->setBuddy(m_field);
    m_peek->setObjectName(QStringLiteral("password-peek"));
    m_noticeText->setObjectName(QStringLiteral("password-notice"));
    m_rule->setObjectName(QStringLiteral("password-rule"));
    m_practice->setObjectName(QStringLiteral("password-practice"));
    m_result->setObjectName(QStringLiteral("password-result"));
    m_busy->setObjectName(QStringLiteral("password-busy"));
    auto* notices = new QHBoxLayout(m_notices);
    notices->setContentsMargins(0, 0, 0, 0);
    notices->setSpacing(8);
    notices->addWidget(new widget::ToneIcon(widget::IconName::Warning, Tone::Warning, m_notices), 0,
                       Qt::AlignTop);
    notices->addWidget(m_noticeText, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_label, m_field, m_notices, m_peek, m_rule,
                                                         m_practice, m_result, m_busy})
        column->addWidget(part);
    for (QWidget* part : std::initializer_list<QWidget*>{m_notices, m_practice, m_result})
        part->hide();
}

QString PasswordPage::title() const {
    return book().say("wizard", "Enter the password");
}

QString PasswordPage::subtitle() const {
    const int files = draft().survey ? static_cast<int>(draft().survey->locked.size()) : 1;
    if (files > 1)
        return book()
            .say("wizard", "File %1 of %2 is locked with a password.")
            .arg(QString::number(m_file + 1), QString::number(files));
    return book().say("wizard", "The private key is locked. Its password is used now and stored nowhere.");
}

void PasswordPage::setTexts(const text::Phrasebook& book) {
    m_label->setText(book.say("wizard", "&Password of this file"));
    m_field->setTexts(book);
    m_field->setAccessibleName(book.say("wizard", "Password of this file"));
    m_peek->setText(book.say("wizard", "&Show each character for a second"));
    m_busy->setText(book.say("wizard", "Trying the password…"));
    m_scroll->setAccessibleName(title());
    if (draft().survey && !draft().survey->locked.empty())
        showFile();
    showNotices();
    showResult();
}

const std::string& PasswordPage::file() const {
    return draft().survey->locked.at(m_file);
}

void PasswordPage::enter() {
    secret::wipeFreedMemory();
    const auto& locked = draft().survey->locked;
    const auto open = std::ranges::find_if(
        locked, [&](const std::string& path) { return !draft().passwords.contains(path); });
    m_file = open == locked.end() ? 0 : static_cast<std::size_t>(open - locked.begin());
    m_finding.reset();
    m_error.reset();
    m_field->clear();
    setTrying(false);
    showFile();
    showResult();
}

void PasswordPage::showFile() {
    const std::string& path = file();
    std::string kind = "key";
    QString about;
    for (const job::SurveyedObject& object : draft().survey->objects)
        if (object.path == path && (object.kind == "key" || object.kind == "pkcs12")) {
            kind = object.kind;
            about = text::shown(object.about);
        }
    m_icon->setIcon(widget::iconOfKind(kind), Tone::Accent);
    m_name->setText(text::shown(files::fileNameOf(path)));
    m_kind->setText(book()
                        .say("wizard", "%1, locked (%2)", "kind of file, cipher")
                        .arg(model::kindTitle(book(), kind), about));
    m_path->setText(text::shown(path));
    m_field->setPlaceholder(known() ? book().say("wizard", "Already entered; type it again only to change it")
                                    : QString());
    const QString& practice = text::shown(draft().practicePassword);
    m_practice->setText(book().say("wizard", "Practice password: %1").arg(practice));
    m_practice->setVisible(!practice.isEmpty());
    showRule(book());
}

void PasswordPage::showRule(const text::Phrasebook& book) {
    const int most = draft().profile ? draft().profile->passphrase.inputMaximum : 0;
    m_field->setMaximum(most);
    m_rule->setText(most > 0 ? book.say("wizard", "The service accepts passwords of at most %n character(s).",
                                        nullptr, most)
                             : book.say("wizard", "At most %n character(s).", nullptr, m_field->maximum()));
    m_field->setAccessibleDescription(m_name->text() + QLatin1Char('\n') + m_rule->text() +
                                      QLatin1Char('\n') + m_field->placeholder());
}

QString PasswordPage::noticeText(SecretNotice notice) const {
    switch (notice) {
    case SecretNotice::CapsLock:
        return book().say("wizard", "Caps Lock is on.");
    case SecretNotice::InputMethod:
        return book().say("wizard",
                          "An input method is at work; it may keep what is typed. Switch it off here.");
    case SecretNotice::TooLong:
        return book().say("wizard", "Not taken: the password would be longer than %n character(s).", nullptr,
                          m_field->maximum());
    case SecretNotice::ControlCharacter:
        return book().say("wizard", "Not taken: the text has line breaks or other control characters in it.");
    case SecretNotice::NotText:
        return book().say("wizard", "Not taken: the clipboard holds no text.");
    case SecretNotice::CopyRefused:
        break;
    }
    return book().say("wizard", "A password cannot be copied from here.");
}

void PasswordPage::showNotices() {
    QStringList lines;
    for (const SecretNotice notice : m_field->notices())
        lines << noticeText(notice);
    const QString text = lines.join(QLatin1Char('\n'));
    const bool fresh = !text.isEmpty() && text != m_noticeText->text();
    m_noticeText->setText(text);
    m_notices->setVisible(!text.isEmpty());
    if (fresh)
        widget::announce(m_noticeText);
}

bool PasswordPage::ready() const {
    return !m_trying && !m_waiting && draft().survey && !draft().survey->locked.empty() &&
           (!m_field->empty() || known());
}

void PasswordPage::pressed() {
    if (ready() && next() == Going::Proceed)
        Q_EMIT advance();
}

WizardPage::Going PasswordPage::next() {
    if (!m_field->empty()) {
        draft().passwords.insert_or_assign(file(), m_field->take());
        draft().passwordsChanged();
    } else if (draft().checked && !verdict()) {
        return Going::Proceed;
    }
    m_finding.reset();
    m_error.reset();
    showResult();
    tryNow();
    return Going::Wait;
}

void PasswordPage::tryNow() {
    m_waiting = context().road.busy();
    setTrying(true);
    if (m_waiting)
        context().road.cancel();
    else
        context().road.check();
}

void PasswordPage::setTrying(bool trying) {
    m_trying = trying && !m_waiting;
    if (trying)
        m_busy->start();
    else
        m_busy->stop();
    for (QWidget* part : std::initializer_list<QWidget*>{m_field, m_peek})
        part->setEnabled(!trying);
    Q_EMIT readyChanged();
}

// verdict is what keeps one of the locked files shut; nothing if all are open.
std::optional<check::Finding> PasswordPage::verdict() const {
    if (!draft().checked)
        return std::nullopt;
    const auto& locked = draft().survey->locked;
    for (const check::Finding& finding : draft().checked->findings)
        if (std::ranges::find(locked, fileOf(finding)) != locked.end())
            return finding;
    return std::nullopt;
}

void PasswordPage::tried() {
    setTrying(false);
    if (const auto finding = verdict())
        askAgain(*finding);
    else
        Q_EMIT advance();
}

void PasswordPage::askAgain(const check::Finding& finding) {
    const std::string path = fileOf(finding);
    const auto& locked = draft().survey->locked;
    m_file = static_cast<std::size_t>(std::ranges::find(locked, path) - locked.begin());
    if (isWrong(finding))
        ++m_attempts[path];
    if (!finding.body.is<check::PasswordNeeded>())
        m_finding = finding;
    draft().passwords.erase(path);
    draft().passwordsChanged();
    m_field->clear();
    m_field->setFocus(Qt::OtherFocusReason);
    showFile();
    showResult();
    Q_EMIT headerChanged();
}

void PasswordPage::notTried() {
    setTrying(false);
    m_error = draft().error;
    m_field->setFocus(Qt::OtherFocusReason);
    showFile();
    showResult();
}

void PasswordPage::showResult() {
    m_result->setVisible(m_finding || m_error);
    if (m_error) {
        const auto words = text::errorText(*m_error, book());
        m_result->setMessage(Tone::Blocker, words.sentence, words.nextStep);
    } else if (m_finding && isWrong(*m_finding)) {
        m_result->setMessage(
            Tone::Blocker,
            book().say("wizard", "The password is wrong (attempt %1).").arg(m_attempts[fileOf(*m_finding)]),
            book().say("wizard", "Watch the keyboard layout and Caps Lock, and try again. "
                                 "Capital and small letters differ."));
    } else if (m_finding) {
        const auto words = text::findingText(*m_finding, book());
        m_result->setMessage(Tone::Blocker, words.sentence, words.nextStep);
    }
}

} // namespace certwright::wizard
