// Why: where several files fit, a person is asked, and should find the likely answer already chosen.
#pragma once

#include <vector>

#include "core/job/survey.h"
#include "core/plan/select.h"

namespace certwright::job {

// slotChoices lists what `selection` left open, for the slots of `profile`. `indexes` gives the index in
// Survey::objects of each object that was loaded.
std::vector<SlotChoice> slotChoices(const plan::Loaded& loaded, const plan::Selection& selection,
                                    const profile::Profile& profile,
                                    const std::map<plan::Place, std::size_t>& indexes);

} // namespace certwright::job
