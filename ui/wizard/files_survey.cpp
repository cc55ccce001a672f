// Why: a survey may take a while; how it is started, waited for and shown stands here, apart from what the
// controls do.
#include "ui/model/file_choice.h"
#include "ui/text/error_text.h"
#include "ui/text/value_text.h"
#include "ui/wizard/files_page.h"

namespace certwright::wizard {

using model::Road;
using model::SlotFill;
using model::Task;
using widget::Tone;

void FilesPage::connectRoad() {
    const Road& road = context().road;
    connect(&m_pause, &QTimer::timeout, this, &FilesPage::survey);
    connect(&m_patience, &QTimer::timeout, this, &FilesPage::showReading);
    connect(&road, &Road::surveyed, this, [this] {
        if (std::exchange(m_surveying, false))
            surveyed();
    });
    connect(&road, &Road::failed, this, [this] {
        if (std::exchange(m_surveying, false))
            failed();
    });
    // What was cancelled, here or on another page, may end after the next change.
    connect(
        &road, &Road::busyChanged, this,
        [this](bool busy) {
            if (!busy && m_dirty && isVisible())
                survey();
        },
        Qt::QueuedConnection);
    connect(&context().road.progress(), &model::JobProgress::entered, this,
            [this](base::Step step, int done, int total) {
                if (m_surveying && !m_patience.isActive() && step == base::Step::Load && total > 1)
                    m_drop->setHint(book()
                                        .say("wizard", "Reading file %1 of %2…")
                                        .arg(QString::number(done + 1), QString::number(total)));
            });
}

void FilesPage::changed() {
    m_dirty = true;
    m_pause.start();
    showPaths();
    Q_EMIT readyChanged();
}

void FilesPage::survey() {
    Road& road = context().road;
    if (!m_dirty || m_pause.isActive())
        return;
    if (road.busy()) {
        road.cancel();
        return;
    }
    m_dirty = false;
    m_surveying = true;
    m_patience.start();
    road.survey();
    Q_EMIT readyChanged();
}

void FilesPage::surveyed() {
    m_patience.stop();
    if (m_dirty) {
        // Changed meanwhile; the next survey is on its way.
        draft().survey.reset();
        return;
    }
    m_states = model::slotStates(draft());
    if (propose())
        return;
    for (model::SlotState& state : m_states) {
        const auto proposed = m_proposed.find(state.slot.id);
        state.proposed = proposed != m_proposed.end() && proposed->second == state.named;
    }
    m_findings = draft().survey->findings;
    // What was chosen may be gone from the service's files meanwhile.
    if (asksBlock() && draft().survey->blocks.at(draft().block) == nullptr)
        draft().block.clear();
    m_sources.setContent(draft(), context().host.now(), book());
    showOutcome();
    showReading();
    Q_EMIT readyChanged();
}

// propose names the best of several files for their slots, where the survey knows one; then all is read
// again.
bool FilesPage::propose() {
    bool any = false;
    for (const model::SlotState& state : m_states) {
        if (state.fill != SlotFill::Ambiguous || state.preferred.empty() ||
            m_proposed.contains(state.slot.id))
            continue;
        m_proposed[state.slot.id] = state.preferred;
        model::useFor(draft(), state.slot.id, state.preferred);
        any = true;
    }
    if (any) {
        m_dirty = true;
        survey();
    }
    return any;
}

void FilesPage::failed() {
    m_patience.stop();
    const bool cancelled = draft().error && draft().error->code == base::ErrorCode::Cancelled;
    // Left by Back, or changed meanwhile: read again when it is wanted again.
    if (cancelled) {
        m_dirty = true;
        draft().error.reset();
    }
    showOutcome();
    showReading();
    Q_EMIT readyChanged();
}

bool FilesPage::ready() const {
    return draft().survey && !m_dirty && !m_surveying && model::lackingSlots(m_states).empty() &&
           model::anythingBrought(draft(), m_states) && !lacksBlock();
}

void FilesPage::showReading() {
    const bool reading = m_surveying && !m_patience.isActive();
    m_drop->setHint(reading ? book().say("wizard", "Reading the files…")
                            : book().say("wizard", "Folders, single files and zip archives, as they are."));
}

void FilesPage::showOutcome() {
    showPaths();
    showSlots();
    showFindings();
    showLacking();
    showOptions();
    if (draft().error) {
        const auto words = text::errorText(*draft().error, book());
        m_trouble->setMessage(Tone::Blocker, words.sentence, words.nextStep);
    } else if (m_refused) {
        m_trouble->setMessage(Tone::Warning, book().say("wizard", "That is not on this computer."),
                              book().say("wizard", "Save it to a folder first, then drop it from there."));
    }
    m_trouble->setVisible(draft().error || m_refused);
}

void FilesPage::showPaths() {
    std::set<std::string> single;
    for (int row = 0; row < m_sources.rowCount(); ++row)
        single.insert(m_sources.object(row).path);
    m_brought->setPaths(draft().paths, single, book());
    const bool any = !draft().paths.empty() || !draft().slots.empty();
    m_drop->setShape(any ? widget::DropArea::Shape::Compact : widget::DropArea::Shape::Roomy);
    orderTabs();
}

void FilesPage::showSlots() {
    if (!draft().profile)
        return;
    const SlotRow::Sight sight{draft().task, draft().profile->rules, context().host.now(), book()};
    for (std::size_t i = 0; i < m_rows.size() && i < m_states.size(); ++i)
        m_rows[i]->setState(m_states[i], sight);
}

bool FilesPage::told(const check::Finding& finding) const {
    if (finding.body.is<check::SlotMissing, check::SlotAmbiguous, check::SlotWrongKind>())
        return true;
    return std::ranges::any_of(m_states, [&](const model::SlotState& state) {
        return state.fill == SlotFill::Unusable && state.named == finding.subject;
    });
}

// What stands in the way is shown at once, what was merely passed over is folded.
void FilesPage::showFindings() {
    std::vector<widget::FindingRow> problems;
    std::vector<widget::FindingRow> ignored;
    m_problemPaths.clear();
    for (const check::Finding& finding : m_findings) {
        if (told(finding))
            continue;
        if (finding.severity != check::Severity::Blocker) {
            ignored.push_back({finding, {}});
            continue;
        }
        problems.push_back({finding, book().say("wizard", "Do not use this file")});
        m_problemPaths.push_back(finding.subject);
    }
    m_problems->setVisible(!problems.empty());
    m_ignored->setVisible(!ignored.empty());
    const int count = static_cast<int>(ignored.size()); // lupdate passes over a call with a call in it
    m_ignored->setTitle(book().say("wizard", "Ignored: %n file(s)", nullptr, count));
    m_problems->setFindings(std::move(problems), book());
    m_ignoredList->setFindings(std::move(ignored), book());
    const bool any = m_sources.rowCount() > 0;
    for (QWidget* part : std::initializer_list<QWidget*>{m_sourcesTitle, m_sourcesHint, m_sourceList})
        part->setVisible(any);
}

void FilesPage::showLacking() {
    QStringList names;
    for (const model::SlotState& state : model::lackingSlots(m_states))
        names << text::titleText(book(), state.slot.title);
    if (lacksBlock())
        names << book().say("wizard", "a server block");
    const QString all = names.join(book().say("values", ", ", "between the items of a list"));
    const bool brought = m_sources.rowCount() > 0 || !draft().paths.empty();
    m_lacking->setVisible(!names.isEmpty() && brought);
    const QString text = names.isEmpty() ? QString() : book().say("wizard", "Still needed: %1").arg(all);
    const bool fresh = text != m_lacking->text();
    m_lacking->setText(text);
    if (fresh && m_lacking->isVisible())
        widget::announce(m_lacking);
}

std::optional<base::Time> FilesPage::certificateEnd() const {
    for (const model::SlotState& state : m_states)
        if (state.slot.kind == profile::SlotKind::ServerCertificate && state.fill == SlotFill::Taken)
            return state.taken.front().end;
    return std::nullopt;
}

void FilesPage::showOptions() {
    const bool keeps = draft().task == Task::Import && draft().profile && draft().profile->retention;
    m_retention->setVisible(keeps);
    if (keeps)
        m_retention->setContent(*draft().profile, draft().retentionDays, context().host.now(),
                                certificateEnd(), book());
    const bool hasLibrary = draft().survey && !draft().survey->vendorLibrary.empty();
    const bool seals = draft().task == Task::Import || draft().task == Task::Replace;
    m_protector->setVisible(hasLibrary && seals);
    if (hasLibrary && seals)
        m_protector->setContent(draft().survey->vendorLibrary, draft().protector, book());
    m_older->setVisible(draft().task == Task::CrlUpdate);
    showBlocks();
}

bool FilesPage::asksBlock() const {
    return draft().task == Task::Import && draft().survey && draft().profile &&
           draft().profile->config.insertion;
}

bool FilesPage::lacksBlock() const {
    return asksBlock() && draft().block.empty() && draft().survey->blocks.usual.empty() &&
           !draft().survey->blocks.blocks.empty();
}

void FilesPage::showBlocks() {
    m_block->setVisible(asksBlock());
    if (asksBlock())
        m_block->setContent(draft().survey->blocks, draft().block, draft().root,
                            *draft().profile->config.insertion, book());
}

} // namespace certwright::wizard
