// Why: see language_switch.h.
#include "ui/language/language_switch.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

// Resources of a static library are registered by hand, outside any namespace.
static void registerQtTranslations() {
    Q_INIT_RESOURCE(certwright_qt_translations);
}

namespace certwright::language {

LanguageSwitch::LanguageSwitch(text::Language language, QObject* parent)
    : QObject(parent)
    , m_language(language) {
    install();
}

LanguageSwitch::~LanguageSwitch() = default;

const text::Phrasebook& LanguageSwitch::book() const {
    return bookOf(m_language);
}

const text::Phrasebook& LanguageSwitch::bookOf(text::Language language) const {
    return language == text::Language::Chinese ? m_chinese : m_english;
}

void LanguageSwitch::setLanguage(text::Language language) {
    if (language == m_language)
        return;
    m_language = language;
    install();
    Q_EMIT changed();
}

void LanguageSwitch::install() {
    const bool chinese = m_language == text::Language::Chinese;
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (m_qt)
        QCoreApplication::removeTranslator(m_qt.get());
    m_qt.reset();
    if (!chinese)
        return;
    registerQtTranslations();
    m_qt = std::make_unique<QTranslator>();
    if (!m_qt->load(QStringLiteral(":/qt-translations/qtbase_zh_CN.qm")))
        qFatal("the program was built without Qt's translations");
    QCoreApplication::installTranslator(m_qt.get());
}

void LanguageSwitch::speak(QObject* owner, std::function<void(const text::Phrasebook&)> setTexts) {
    setTexts(book());
    connect(this, &LanguageSwitch::changed, owner,
            [this, setTexts = std::move(setTexts)] { setTexts(book()); });
}

} // namespace certwright::language
