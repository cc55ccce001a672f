// Why: see served_page.h.
#include "ui/text/served_page.h"

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using served::Answer;
using served::ClientDemand;
using served::StapleState;

QString versionsText(const std::vector<served::VersionAnswer>& versions, Answer answer,
                     const Phrasebook& book) {
    std::vector<std::string> names;
    for (const served::VersionAnswer& one : versions)
        if (one.answer == answer)
            names.push_back(one.version);
    return names.empty() ? book.say("served", "none") : list(book, names);
}

QString demandText(ClientDemand demand, const Phrasebook& book) {
    switch (demand) {
    case ClientDemand::NotAsked:
        return book.say("served", "not asked for");
    case ClientDemand::LetIn:
        return book.say("served", "asked for; clients without one are let in");
    case ClientDemand::Unclear:
        return book.say("served", "asked for; whether one is demanded is decided after the handshake");
    case ClientDemand::Refused:
        break;
    }
    return book.say("served", "demanded; clients without one are refused");
}

QString stateText(StapleState state, const Phrasebook& book) {
    switch (state) {
    case StapleState::Good:
        return book.say("served", "good");
    case StapleState::Revoked:
        return book.say("served", "revoked");
    case StapleState::Unknown:
        return book.say("served", "not known to the CA");
    case StapleState::Stale:
        return book.say("served", "out of date");
    case StapleState::Damaged:
        break;
    }
    return book.say("served", "cannot be read, or is not the CA's");
}

QString stapleText(const std::optional<served::Staple>& staple, const Phrasebook& book) {
    if (!staple)
        return book.say("served", "none");
    const QString state = stateText(staple->state, book);
    if (!staple->nextUpdate)
        return state;
    return book.say("served", "%1 (until %2)").arg(state, dateTime(*staple->nextUpdate));
}

void addChain(Page& page, const std::vector<document::Certificate>& chain, const Phrasebook& book) {
    page.heading(book.say("served", "Certificates, in the order sent"));
    std::vector<QStringList> rows;
    int number = 0;
    for (const document::Certificate& certificate : chain)
        rows.push_back({QString::number(++number), shown(certificate.facts.subject.text),
                        book.say("served", "until %1").arg(dateTime(certificate.facts.notAfter)),
                        shortPrint(base::toHex(certificate.facts.fingerprint))});
    page.table(rows, 2);
}

} // namespace

void addServed(Page& page, const job::ServeCheck& check, const Phrasebook& book) {
    const served::Served& served = check.served;
    page.heading(shown(served.endpoint));
    std::vector<QStringList> rows{
        {book.say("served", "Name asked for"), shown(served.name)},
        {book.say("served", "Agreed on"),
         QStringLiteral("%1, %2").arg(shown(served.protocol), shown(served.cipher))},
        {book.say("served", "Accepts"), versionsText(served.versions, Answer::Accepted, book)},
        {book.say("served", "Refuses"), versionsText(served.versions, Answer::Refused, book)},
        {book.say("served", "Client certificate"), demandText(served.demand, book)}};
    if (served.ownAnswer != Answer::Unknown)
        rows.push_back({book.say("served", "The given client certificate"),
                        served.ownAnswer == Answer::Accepted ? book.say("served", "accepted")
                                                             : book.say("served", "refused")});
    rows.push_back({book.say("served", "Stapled answer (OCSP)"), stapleText(check.judgement.staple, book)});
    page.table(rows, 2);
    addChain(page, served.chain, book);
}

} // namespace certwright::text
