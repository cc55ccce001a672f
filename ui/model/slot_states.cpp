// Why: see slot_states.h.
#include "ui/model/slot_states.h"

#include <algorithm>

namespace certwright::model {

namespace {

using job::SurveyedObject;
using profile::SlotKind;

class SlotJudge {
  public:
    SlotJudge(const WizardDraft& draft, const profile::Slot& slot)
        : m_survey(*draft.survey)
        , m_slot(slot) {}

    void fill(SlotState& state) const;

  private:
    const job::SlotChoice* choice() const;
    std::optional<check::Finding> problem(const std::string& named) const;
    const SurveyedObject* container(const std::string& named) const;
    bool rivals(const SurveyedObject& object) const;
    void addRivals(SlotState& state) const;

    const job::Survey& m_survey;
    const profile::Slot& m_slot;
};

const job::SlotChoice* SlotJudge::choice() const {
    const auto found = std::ranges::find(m_survey.choices, m_slot.id, &job::SlotChoice::slot);
    return found == m_survey.choices.end() ? nullptr : &*found;
}

// problem is why the named file gives nothing: it holds something else, or cannot be read.
std::optional<check::Finding> SlotJudge::problem(const std::string& named) const {
    for (const check::Finding& finding : m_survey.findings) {
        const auto* wrong = finding.body.as<check::SlotWrongKind>();
        if (wrong != nullptr && wrong->slot == m_slot.id)
            return finding;
    }
    for (const check::Finding& finding : m_survey.findings)
        if (!named.empty() && finding.severity == check::Severity::Blocker && finding.subject == named)
            return finding;
    return std::nullopt;
}

const SurveyedObject* SlotJudge::container(const std::string& named) const {
    const auto found = std::ranges::find_if(m_survey.objects, [&](const SurveyedObject& object) {
        const bool locked = std::ranges::find(m_survey.locked, object.path) != m_survey.locked.end();
        return object.kind == "pkcs12" && locked && (named.empty() || object.path == named);
    });
    return found == m_survey.objects.end() ? nullptr : &*found;
}

// rivals: of the certificates that could be a CA by themselves only CAs are offered.
bool SlotJudge::rivals(const SurveyedObject& object) const {
    const bool fits = std::ranges::find(object.fits, m_slot.id) != object.fits.end();
    return fits && (m_slot.kind != SlotKind::CaCertificate || object.kind == "ca") && object.kind != "pkcs12";
}

// What else could be meant. The same thing in two files is no choice, and neither are two things in one file:
// files are chosen.
void SlotJudge::addRivals(SlotState& state) const {
    if (!state.taken.empty())
        state.candidates = {state.taken.front()};
    for (const SurveyedObject& object : m_survey.objects) {
        const bool known = std::ranges::any_of(state.candidates, [&](const SurveyedObject& other) {
            const bool same = object.kind != "key" && other.about == object.about && other.end == object.end;
            return other.path == object.path || same;
        });
        if (!known && object.slot != m_slot.id && rivals(object))
            state.candidates.push_back(object);
    }
}

void SlotJudge::fill(SlotState& state) const {
    for (const SurveyedObject& object : m_survey.objects)
        if (object.slot == m_slot.id)
            state.taken.push_back(object);
    const job::SlotChoice* open = choice();
    state.problem = state.taken.empty() ? problem(state.named) : std::nullopt;
    const SurveyedObject* locked = m_slot.kind == SlotKind::Crl ? nullptr : container(state.named);
    // A CA is told from others by what it signed; the person need not look at the rest.
    const bool offered = !state.named.empty() || m_slot.kind != SlotKind::CaCertificate;
    if (open != nullptr) {
        state.fill = SlotFill::Ambiguous;
        for (const std::size_t index : open->candidates)
            state.candidates.push_back(m_survey.objects[index]);
        if (open->preferred)
            state.preferred = m_survey.objects[*open->preferred].path;
        return;
    }
    if (!state.taken.empty())
        state.fill = SlotFill::Taken;
    else if (state.problem)
        state.fill = SlotFill::Unusable;
    else if (locked != nullptr && (m_slot.required || !state.named.empty())) {
        state.fill = SlotFill::InContainer;
        state.taken = {*locked};
        return;
    }
    // Where nothing is wanted so far nothing is offered: the row of what was found has a menu.
    if (offered && (state.fill == SlotFill::Taken || state.fill == SlotFill::Unusable))
        addRivals(state);
}

bool bringsCrl(const WizardDraft& draft) {
    return draft.survey && std::ranges::any_of(draft.survey->objects, [](const SurveyedObject& object) {
               return object.kind == "crl";
           });
}

// For an update of revocation lists the CAs that are installed decide, which a survey does not know.
void fillByIssuer(const WizardDraft& draft, SlotState& state) {
    SlotJudge(draft, state.slot).fill(state);
    state.candidates.clear();
    if (state.named.empty()) {
        state.taken.clear();
        state.problem.reset();
        state.fill = bringsCrl(draft) ? SlotFill::ByInstalled : SlotFill::Nothing;
    }
}

} // namespace

std::vector<SlotState> slotStates(const WizardDraft& draft) {
    std::vector<SlotState> states;
    if (!draft.profile)
        return states;
    for (const profile::Slot& slot : draft.profile->slots) {
        if (draft.task == Task::CrlUpdate && slot.kind != SlotKind::Crl)
            continue;
        SlotState state;
        state.slot = slot;
        state.needed = draft.task == Task::Import && slot.required;
        const auto named = draft.slots.find(slot.id);
        if (named != draft.slots.end())
            state.named = named->second;
        if (draft.without.contains(slot.id))
            state.fill = SlotFill::LeftOut;
        else if (draft.survey && draft.task == Task::CrlUpdate)
            fillByIssuer(draft, state);
        else if (draft.survey)
            SlotJudge(draft, slot).fill(state);
        // The installed key may tell which of several is meant.
        if (draft.task == Task::Replace && state.fill == SlotFill::Ambiguous)
            state.fill = SlotFill::ByInstalled;
        states.push_back(std::move(state));
    }
    return states;
}

std::vector<SlotState> lackingSlots(const std::vector<SlotState>& states) {
    std::vector<SlotState> lacking;
    for (const SlotState& state : states) {
        const bool empty = state.fill == SlotFill::Nothing || state.fill == SlotFill::LeftOut;
        if (state.fill == SlotFill::Unusable || state.fill == SlotFill::Ambiguous || (state.needed && empty))
            lacking.push_back(state);
    }
    return lacking;
}

bool anythingBrought(const WizardDraft& draft, const std::vector<SlotState>& states) {
    if (draft.task == Task::CrlUpdate)
        return bringsCrl(draft);
    return std::ranges::any_of(states, [&](const SlotState& state) {
        return state.fill == SlotFill::Taken || state.fill == SlotFill::InContainer ||
               state.fill == SlotFill::ByInstalled ||
               (draft.task == Task::Replace && state.fill == SlotFill::LeftOut);
    });
}

} // namespace certwright::model
