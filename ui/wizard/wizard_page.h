// Why: a page is thin: it shows the draft, changes the draft, and says whether one may go on.
#pragma once

#include <QWidget>

#include "ui/language/language_switch.h"
#include "ui/model/road.h"
#include "ui/model/wizard_draft.h"
#include "ui/widget/dialogs.h"

namespace certwright::wizard {

// Context is what every page works with; all of it outlives the page.
struct Context {
    model::Host& host;
    model::Worker& worker;
    model::WizardDraft& draft;
    model::Road& road;
    language::LanguageSwitch& language;
    widget::Dialogs& dialogs;
};

// WizardPage is the base of all pages. Its texts are set by LanguageSwitch::speak, so that a switch reaches
// an open page. objectName of a page is "page-<stage>", of its controls short names ("slot-ca-browse").
class WizardPage : public QWidget {
    Q_OBJECT

  public:
    explicit WizardPage(Context& context, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_context(context) {}

    // title is the page's heading, subtitle one sentence under it (may be empty). Asked again after each
    // language switch and each headerChanged().
    virtual QString title() const = 0;
    virtual QString subtitle() const { return {}; }
    // enter brings the page up to date with the draft; called each time before it is shown.
    virtual void enter() {}
    // ready tells whether "Next" may be pressed now; readyChanged() when that changes.
    virtual bool ready() const { return true; }
    // next: "Next" was pressed. Proceed: go on now. Wait: the page is at work and emits advance() itself.
    enum class Going { Proceed, Wait };
    virtual Going next() { return Going::Proceed; }
    // nextText is the text of the "Next" button with its mnemonic, empty for the usual one; no button if
    // `hasNext` is false (then neither is Back offered).
    virtual QString nextText() const { return {}; }
    virtual bool hasNext() const { return true; }
    // firstFocus is the control that gets the keyboard when the page is shown.
    virtual QWidget* firstFocus() { return nullptr; }
    // bring adds files from outside, as if they were dropped on the page; false if it has no use for them.
    virtual bool bring(const std::vector<std::string>& /*paths*/) { return false; }
    // pressCancel: the wizard's Cancel was pressed. True: the page deals with it.
    virtual bool pressCancel() { return false; }

  Q_SIGNALS:
    void readyChanged();
    void headerChanged();
    // advance goes to the next page; goTo to an earlier one (its draft is kept).
    void advance();
    void goTo(certwright::model::Stage stage);
    // another asks for a fresh wizard ("Import another").
    void another();

  protected:
    Context& context() { return m_context; }
    const Context& context() const { return m_context; }
    model::WizardDraft& draft() { return m_context.draft; }
    const model::WizardDraft& draft() const { return m_context.draft; }
    const text::Phrasebook& book() const { return m_context.language.book(); }

  private:
    Context& m_context;
};

} // namespace certwright::wizard
