// Why: which service, and where it lies, is all that must be known before files are brought.
#pragma once

#include <map>

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/model/service_choice.h"
#include "ui/widget/card.h"
#include "ui/widget/choice_card.h"
#include "ui/widget/tone_icon.h"
#include "ui/wizard/wizard_page.h"

namespace certwright::wizard {

// ServicePage is model::Stage::Service. The folder is looked for by the profile's rules and judged while it
// is typed, on the worker: it may lie on a slow disk.
class ServicePage final : public WizardPage {
    Q_OBJECT

  public:
    explicit ServicePage(Context& context, QWidget* parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    void enter() override;
    bool ready() const override;
    Going next() override;
    QWidget* firstFocus() override;
    bool bring(const std::vector<std::string>& paths) override;

  private:
    // Judged is what the worker found out about the folder; `number` tells which question it answers.
    struct Judged {
        int number = 0;
        model::RootState state = model::RootState::Empty;
        std::string home;
    };

    // Found is where a service usually is; Possible: the folder may be there for other reasons.
    enum class Likelihood { Meant, Possible };
    struct Found {
        std::string root;
        Likelihood likelihood = Likelihood::Possible;
    };

    void build();
    void addCards(QVBoxLayout* column);
    void addRoot(QVBoxLayout* column);
    void setTexts(const text::Phrasebook& book);
    void setWords(widget::ChoiceCard& card, const model::ServiceOption& option, const text::Phrasebook& book);
    void orderTabs();
    void look();
    void lookedAround(const std::map<std::string, Found>& found);
    void choose(int option);
    void browse();
    void rootEdited();
    void judge();
    void judged(const Judged& answer);
    void showState();
    QString stateText() const;
    const profile::Profile* chosen() const;
    std::string rootTyped() const;

    std::vector<model::ServiceOption> m_options;
    std::vector<widget::ChoiceCard*> m_cards;
    widget::ScrollColumn* m_scroll;
    QButtonGroup* m_group;
    QWidget* m_rootArea;
    QLabel* m_rootTitle;
    QLineEdit* m_root;
    QPushButton* m_browse;
    widget::ToneIcon* m_stateIcon;
    QLabel* m_stateText;
    QTimer m_pause;
    // By profile: the folder that was typed or found, so that going to and fro between cards loses nothing.
    std::map<std::string, QString> m_roots;
    std::map<std::string, Found> m_found;
    bool m_looked = false;
    int m_question = 0;
    std::optional<Judged> m_judged;
};

} // namespace certwright::wizard
