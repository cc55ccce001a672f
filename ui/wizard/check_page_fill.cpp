// Why: what the check page shows of the draft, set anew after each check and each language switch.
#include <algorithm>

#include <QVBoxLayout>

#include "ui/text/comparison_page.h"
#include "ui/text/inspect_page.h"
#include "ui/text/value_text.h"
#include "ui/widget/fact_list.h"
#include "ui/widget/text_labels.h"
#include "ui/wizard/check_page.h"

namespace certwright::wizard {

using model::Task;
using widget::Tone;

namespace {

int count(const check::Findings& findings, check::Severity severity) {
    return static_cast<int>(std::ranges::count(findings, severity, &check::Finding::severity));
}

QString readyText(Task task, const text::Phrasebook& book) {
    switch (task) {
    case Task::Import:
        return book.say("wizard", "Ready to import");
    case Task::Replace:
        return book.say("wizard", "Ready to replace");
    case Task::CrlUpdate:
        return book.say("wizard", "Ready to update");
    case Task::Rollback:
        break;
    }
    return book.say("wizard", "Ready to restore");
}

// A state that never was proved is not held to a proof now.
bool needsNoProof(const check::Finding& finding) {
    return finding.body.is<check::RollbackUnproved>();
}

QWidget* factBlock(const QString& title, const std::vector<QStringList>& rows, QWidget* parent) {
    auto* block = new QWidget(parent);
    auto* layout = new QVBoxLayout(block);
    layout->setContentsMargins(0, 0, 0, 8);
    QLabel* head = widget::heading(block);
    head->setText(title);
    layout->addWidget(head);
    auto* facts = new widget::FactList(block);
    facts->setRows(rows);
    layout->addWidget(facts);
    return block;
}

} // namespace

void CheckPage::fill(const text::Phrasebook& book) {
    const bool known = draft().checked.has_value();
    m_verdict->setVisible(known || draft().error.has_value());
    m_retry->setVisible(!known && draft().error.has_value());
    m_findings->setVisible(known);
    m_save->setVisible(known);
    if (!known) {
        for (QWidget* part : std::initializer_list<QWidget*>{m_findingsTitle, m_comparisonCard, m_chainCard,
                                                             m_datesCard, m_details, m_keep, m_keepText})
            part->hide();
        if (draft().error)
            showError(book);
        return;
    }
    fillVerdict(book);
    fillFindings(book);
    fillComparison(book);
    fillSet(book);
    fillFacts(book);
}

void CheckPage::showError(const text::Phrasebook& book) {
    const Told told = toldOf(*draft().error, book);
    m_verdict->setMessage(told.tone, told.title, told.text);
}

void CheckPage::fillVerdict(const text::Phrasebook& book) {
    const auto& findings = draft().checked->findings;
    const int blockers = count(findings, check::Severity::Blocker);
    const int warnings = count(findings, check::Severity::Warning);
    const QString counted =
        warnings == 0 ? QString()
                      : book.say("wizard", "%n warning(s): read before you go on.", nullptr, warnings);
    if (blockers > 0)
        m_verdict->setMessage(Tone::Blocker,
                              book.say("wizard", "%n problem(s) must be solved first", nullptr, blockers),
                              counted);
    else if (nothingToDo())
        m_verdict->setMessage(Tone::Note, book.say("wizard", "Nothing to do"),
                              book.say("wizard", "Everything is already as it would be."));
    else
        m_verdict->setMessage(warnings > 0 ? Tone::Warning : Tone::Good, readyText(draft().task, book),
                              warnings > 0 ? counted : book.say("wizard", "Everything is in order."));
    const bool asks = draft().task == Task::Rollback && !nothingToDo() && blockers == 0 &&
                      std::ranges::none_of(findings, needsNoProof);
    m_keep->setChecked(draft().rollback.acceptance == job::Acceptance::Unproved);
    m_keep->setVisible(asks);
    m_keepText->setVisible(asks);
}

void CheckPage::fillFindings(const text::Phrasebook& book) {
    std::vector<widget::FindingRow> rows;
    for (const check::Finding& finding : draft().checked->findings)
        rows.push_back({finding, actionText(model::actionFor(finding, draft()), book)});
    m_findingsTitle->setVisible(!rows.empty());
    m_findings->setFindings(std::move(rows), book);
}

void CheckPage::fillComparison(const text::Phrasebook& book) {
    const auto& comparison = draft().comparison;
    m_comparisonCard->setVisible(comparison.has_value());
    delete m_comparisonGrid;
    m_comparisonGrid = nullptr;
    if (!comparison)
        return;
    m_comparisonGrid = new QWidget(m_comparison);
    auto* layout = new QVBoxLayout(m_comparisonGrid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (!comparison->sameCertificate() || comparison->caBefore != comparison->caAfter) {
        auto* rows = new widget::FactList(m_comparisonGrid);
        rows->setRows(text::comparisonRows(*comparison, book), widget::FactList::Head::FirstRow);
        layout->addWidget(rows);
    }
    for (const QString& note : text::comparisonNotes(*comparison, book)) {
        QLabel* label = widget::bodyText(m_comparisonGrid);
        label->setText(note);
        layout->addWidget(label);
    }
    m_comparison->layout()->addWidget(m_comparisonGrid);
}

void CheckPage::fillSet(const text::Phrasebook& book) {
    const job::SetView& view = draft().checked->view;
    const bool chain = !view.chain.empty() || !view.authorities.empty() || !view.lists.empty();
    m_chainCard->setVisible(chain);
    if (chain)
        m_chain->setChain(view, m_judgedAt, book);
    m_datesCard->setVisible(!view.ends.empty());
    if (!view.ends.empty())
        m_dates->setEnds(view.ends, m_judgedAt, book);
}

void CheckPage::fillFacts(const text::Phrasebook& book) {
    const job::SetView& view = draft().checked->view;
    delete m_facts;
    m_facts = new QWidget(this);
    auto* layout = new QVBoxLayout(m_facts);
    layout->setContentsMargins(0, 0, 0, 0);
    std::vector<base::Bytes> told;
    for (const auto* certificates : {&view.chain, &view.authorities})
        for (const document::CertificateFacts& facts : *certificates) {
            if (std::ranges::find(told, facts.fingerprint) != told.end())
                continue;
            told.push_back(facts.fingerprint);
            layout->addWidget(factBlock(text::shown(facts.subject.text),
                                        text::certificateRows(facts, m_judgedAt, book), m_facts));
        }
    for (const document::CrlFacts& facts : view.lists)
        layout->addWidget(factBlock(text::startOfSentence(text::kindName(book, "crl")),
                                    text::crlRows(facts, m_judgedAt, book), m_facts));
    m_details->body()->addWidget(m_facts);
    m_details->setVisible(!told.empty() || !view.lists.empty());
}

} // namespace certwright::wizard
