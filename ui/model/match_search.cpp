// Why: see match_search.h.
#include "ui/model/match_search.h"

#include <algorithm>

namespace certwright::model {

namespace {

template <typename... Bodies> bool holds(const WizardDraft& draft) {
    return draft.checked && std::ranges::any_of(draft.checked->findings, [](const check::Finding& finding) {
               return (finding.body.is<Bodies>() || ...);
           });
}

} // namespace

MatchSearch::MatchSearch(FindingAction action, WizardDraft& draft)
    : m_action(std::move(action))
    , m_draft(draft)
    , m_slots(draft.slots) {}

void MatchSearch::put(std::size_t index) {
    m_draft.slots = m_slots;
    take(m_action.candidates.at(index), m_action.path, m_draft);
    m_next = index + 1;
}

MatchSearch::State MatchSearch::next() {
    if (m_next > 0) {
        const bool locked = holds<check::PasswordNeeded, check::PasswordWrong>(m_draft);
        const bool broken =
            holds<check::KeyMismatch, check::KeyUnsupported, check::KeyDamaged, check::KeyMalformed,
                  check::SlotWrongKind, check::SlotMissing, check::SlotAmbiguous>(m_draft);
        if (m_draft.checked && !locked && !broken)
            return State::Found;
        if (locked && !m_locked)
            m_locked = m_next - 1;
    }
    if (m_next < m_action.candidates.size()) {
        put(m_next);
        return State::Trying;
    }
    if (m_locked) {
        put(*m_locked);
        return State::Locked;
    }
    m_draft.slots = m_slots;
    m_draft.passwordsChanged();
    return State::Nothing;
}

} // namespace certwright::model
