// Why: see step_text.h.
#include "ui/text/step_text.h"

namespace certwright::text {

QString stepText(base::Step step, const Phrasebook& book) {
    switch (step) {
    case base::Step::Load:
        return book.say("steps", "Reading the files");
    case base::Step::Open:
        return book.say("steps", "Opening what is encrypted");
    case base::Step::Check:
        return book.say("steps", "Checking everything together");
    case base::Step::Plan:
        return book.say("steps", "Working out what changes");
    case base::Step::Stage:
        return book.say("steps", "Writing the new files beside the old ones");
    case base::Step::Journal:
        return book.say("steps", "Noting down how to undo it");
    case base::Step::Swap:
        return book.say("steps", "Putting the new files in place");
    case base::Step::Prove:
        return book.say("steps", "Proving it with a TLS handshake");
    case base::Step::Undo:
        return book.say("steps", "Putting the old state back");
    case base::Step::AwaitLibrary:
        return book.say("steps", "Waiting for the random source of the vendor's library");
    case base::Step::Command:
        return book.say("steps", "Asking the service itself");
    case base::Step::Done:
        break;
    }
    return book.say("steps", "Storing the record");
}

} // namespace certwright::text
