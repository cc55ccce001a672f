// Why: which of the dropped keys fits the certificate is found by trying, which a program does more patiently
// than a person.
#pragma once

#include "ui/model/finding_action.h"

namespace certwright::model {

// MatchSearch puts one candidate after the other into the draft, which is checked after each. Where none
// fits, the choice is as it was.
class MatchSearch {
  public:
    // Trying: check the draft again, then call next(). Found: the present candidate fits. Locked: one that
    // may fit, but needs another password, is in its slot now. Nothing: none fits.
    enum class State { Trying, Found, Locked, Nothing };

    // Starts with the candidates of an action FindMatch; `draft` must outlive this.
    MatchSearch(FindingAction action, WizardDraft& draft);

    // next looks at draft.checked (except the first time) and moves on.
    State next();
    // candidate is the one that is in the draft.
    const Candidate& candidate() const { return m_action.candidates.at(m_next - 1); }

  private:
    void put(std::size_t index);

    FindingAction m_action;
    WizardDraft& m_draft;
    std::map<std::string, std::string> m_slots;
    std::size_t m_next = 0;
    std::optional<std::size_t> m_locked;
};

} // namespace certwright::model
