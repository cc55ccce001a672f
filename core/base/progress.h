// Why: whoever drives a long job wants to see where it is and to stop it; the job asks at points where stopping is safe.
#pragma once

namespace certwright::base {

// Step: AwaitLibrary is waiting for the vendor's key library, Command running a service's own program.
enum class Step { Load, Open, Check, Plan, Stage, Journal, Swap, Prove, Undo, Done, AwaitLibrary, Command };

// Progress is told each step and asked whether to go on. Both may be called from a worker thread.
class Progress {
  public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    // enter says that `step` begins; `done` of `total` parts of it are finished.
    virtual void enter(Step step, int done, int total) = 0;
    // cancelled tells whether the person wants to stop; asked only where nothing is half done.
    virtual bool cancelled() const = 0;
};

// SilentProgress listens to nothing and never cancels.
class SilentProgress final : public Progress {
  public:
    void enter(Step, int, int) override {}
    bool cancelled() const override { return false; }
};

} // namespace certwright::base
