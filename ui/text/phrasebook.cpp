// Why: loads the compiled translations from the program itself; no file beside it is needed.
#include "ui/text/phrasebook.h"

#include <QTranslator>

#include "core/base/utf8.h"

// Resources of a static library are registered by hand, outside any namespace.
static void registerTranslations() {
    Q_INIT_RESOURCE(certwright_translations);
}

namespace certwright::text {

namespace {

std::unique_ptr<QTranslator> load(Language language) {
    registerTranslations();
    auto translator = std::make_unique<QTranslator>();
    const QString name =
        language == Language::Chinese ? QStringLiteral("certwright_zh_CN") : QStringLiteral("certwright_en");
    if (!translator->load(QStringLiteral(":/translations/") + name + QStringLiteral(".qm")))
        qFatal("the program was built without its translations");
    return translator;
}

} // namespace

Phrasebook::Phrasebook(Language language)
    : m_language(language) {}

Phrasebook::~Phrasebook() = default;

QString Phrasebook::say(const char* context, const char* source, const char* disambiguation, int n) const {
    const bool sourceIsEnough = m_language == Language::English && n < 0;
    QString text;
    if (!sourceIsEnough) {
        if (!m_translator)
            m_translator = load(m_language);
        text = m_translator->translate(context, source, disambiguation, n);
    }
    if (text.isEmpty())
        text = QString::fromUtf8(source);
    return n < 0 ? text : text.replace(QStringLiteral("%n"), QString::number(n));
}

QString shown(std::string_view text) {
    return QString::fromStdString(base::printable(text));
}

} // namespace certwright::text
