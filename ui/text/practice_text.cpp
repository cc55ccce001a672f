// Why: the readme is made from the same list that the tests hold the sets to, so that it cannot say something
// else.
#include "ui/text/practice_text.h"

#include <QStringList>

#include "core/job/practice.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString expectedText(const job::PracticeSet& set, const Phrasebook& book) {
    if (set.expected.empty())
        return book.say("practice", "everything is in order");
    QStringList codes;
    for (const std::string& code : set.expected)
        codes << QStringLiteral("`%1`").arg(shown(code));
    return codes.join(book.say("values", ", ", "between the items of a list"));
}

QString setRow(const job::PracticeSet& set, const Phrasebook& book) {
    const QString password =
        set.password.empty() ? book.say("practice", "none") : QStringLiteral("`%1`").arg(shown(set.password));
    return QStringLiteral("| material/%1 | %2 | %3 | %4 |\n")
        .arg(shown(set.id), shown(set.service), password, expectedText(set, book));
}

QString chapter(const Phrasebook& book) {
    QString out =
        book.say("practice", "# Practice with Certwright") + QStringLiteral("\n\n") +
        book.say("practice", "Nothing in this folder is used by a real service: try whatever you like.") +
        QStringLiteral("\n\n") + book.say("practice", "Service folders:") + QStringLiteral("\n\n");
    for (const job::PracticeService& service : job::practiceServices())
        out += QStringLiteral("- `%1` (--service %2)\n").arg(shown(service.root), shown(service.service));
    out += QStringLiteral("\n") + book.say("practice", "Sets of material, and what `check` shows for each:") +
           QStringLiteral("\n\n");
    out += QStringLiteral("| %1 | %2 | %3 | %4 |\n|---|---|---|---|\n")
               .arg(book.say("practice", "set"), book.say("practice", "service"),
                    book.say("practice", "password"), book.say("practice", "shows"));
    for (const job::PracticeSet& set : job::practiceSets())
        out += setRow(set, book);
    out += QStringLiteral("\n") + book.say("practice", "Try this, in this folder:") + QStringLiteral("\n\n");
    out += QStringLiteral(
        "    certwright-cli check --service streamserver --root services/streamserver material/good-pem\n"
        "    certwright-cli import --service streamserver --root services/streamserver material/good-pem\n"
        "    certwright-cli verify --service streamserver --root services/streamserver\n"
        "    certwright-cli import --service aoi --root services/aoi --home home material/good-pkcs12\n");
    return out;
}

} // namespace

std::string practiceReadme() {
    const Phrasebook english(Language::English);
    const Phrasebook chinese(Language::Chinese);
    return (chapter(english) + QStringLiteral("\n---\n\n") + chapter(chinese)).toStdString();
}

} // namespace certwright::text
