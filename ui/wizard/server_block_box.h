// Why: a web server answers to many names, each with a block of its own; which of them gets the certificate,
// only the person knows.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QWidget>

#include "core/job/block_options.h"
#include "core/profile/profile.h"
#include "ui/text/phrasebook.h"
#include "ui/widget/banner.h"

namespace certwright::wizard {

// ServerBlockBox offers the server blocks of a service, with their place, names and listen lines; the one
// that takes the certificate in already and those that listen without ssl are named so.
class ServerBlockBox final : public QWidget {
    Q_OBJECT

  public:
    explicit ServerBlockBox(QWidget* parent = nullptr);

    // setContent: `chosen` is the place that the person chose; empty: the usual one is shown. `root` is the
    // service's folder, `insertion` tells where blocks are looked for.
    void setContent(const job::BlockOptions& options, const std::string& chosen, const std::string& root,
                    const profile::Insertion& insertion, const text::Phrasebook& book);
    // control is what Tab goes to.
    QWidget* control() { return m_choice; }

  Q_SIGNALS:
    // chosen: the person chose the block at this place.
    void chosen(const QString& place);

  private:
    void fill(const job::BlockOptions& options, const std::string& place, const text::Phrasebook& book);
    void showBlock(const job::BlockOption& block, const text::Phrasebook& book);

    QLabel* m_title;
    QComboBox* m_choice;
    QLabel* m_details;
    widget::Banner* m_verdict;
};

} // namespace certwright::wizard
