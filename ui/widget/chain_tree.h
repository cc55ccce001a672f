// Why: who vouches for whom is a tree, and a person who knows certificates wants to open every leaf of it.
#pragma once

#include <QTreeWidget>

#include "core/base/clock.h"
#include "core/job/set_view.h"
#include "ui/text/phrasebook.h"

namespace certwright::widget {

// ChainTree shows the CA at the root and the server's certificate innermost, then CAs of other directions,
// each with its revocation lists. Facts (dates, key, names, fingerprint) are child rows of a folded row
// "Details". It is as high as what it shows and does not scroll by itself.
class ChainTree : public QTreeWidget {
    Q_OBJECT

  public:
    explicit ChainTree(QWidget* parent = nullptr);

    // setChain keeps open rows open where the same set is shown again.
    void setChain(const job::SetView& view, base::Time now, const text::Phrasebook& book);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void fit();
    int contentHeight() const;
};

} // namespace certwright::widget
