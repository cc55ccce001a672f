// Why: see retention_page.h.
#include "ui/text/retention_page.h"

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString dateText(const std::optional<base::Time>& date, base::Time now, const Phrasebook& book) {
    if (!date)
        return book.say("retention", "not known");
    const int left = base::wholeDays(now, *date);
    if (left >= 0)
        return book.say("retention", "%1 (in %2)").arg(dateTime(*date), days(book, left));
    return book.say("retention", "%1 (past)").arg(dateTime(*date));
}

} // namespace

void addRetention(Page& page, const job::RetentionView& view, const profile::Profile& profile, base::Time now,
                  const Phrasebook& book) {
    page.heading(book.say("retention", "How long the service keeps its certificates"));
    const QString date =
        view.value.empty() ? book.say("retention", "not set") : dateText(view.date, now, book);
    page.table(
        {{book.say("retention", "Kept until"), date},
         {book.say("retention", "The server certificate ends"), dateText(view.certificateEnd, now, book)},
         {book.say("retention", "Config"),
          QStringLiteral("%1, %2").arg(shown(profile.retention->configKey), shown(profile.config.path))},
         {book.say("retention", "May be chosen"), book.say("retention", "%1 to %2 days from now")
                                                      .arg(QString::number(profile.retention->minimumDays),
                                                           QString::number(profile.retention->maximumDays))}},
        2);
}

QString noRetentionText(const profile::Profile& profile, const Phrasebook& book) {
    return book.say("retention", "%1 keeps its certificates for ever; there is no retention date to set.")
        .arg(titleText(book, profile.title));
}

QString badDaysText(const profile::Retention& retention, const Phrasebook& book) {
    return book.say("retention", "--days takes a whole number from %1 to %2.")
        .arg(QString::number(retention.minimumDays), QString::number(retention.maximumDays));
}

QString badUntilText(const profile::Retention& retention, base::Time now, const Phrasebook& book) {
    return book
        .say("retention",
             "--until takes a time like 2027-01-31 or 2027-01-31 08:00:00, in UTC, from %1 to %2.")
        .arg(dateTime(now + std::chrono::days(retention.minimumDays)),
             dateTime(now + std::chrono::days(retention.maximumDays)));
}

QString twoDatesText(const Phrasebook& book) {
    return book.say("retention", "Give either --days or --until.");
}

} // namespace certwright::text
