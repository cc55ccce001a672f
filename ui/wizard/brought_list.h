// Why: what was dropped stays in sight, and each of it can be taken away again.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/text/phrasebook.h"
#include "ui/widget/fold_out.h"
#include "ui/widget/icons.h"

namespace certwright::wizard {

// BroughtList shows files, folders and archives with a button "Remove" each ("path-<n>-remove"). Many are
// folded away.
class BroughtList final : public QWidget {
    Q_OBJECT

  public:
    explicit BroughtList(QWidget* parent = nullptr);

    // setPaths shows `paths`; `files` are those that are single files.
    void setPaths(const std::vector<std::string>& paths, const std::set<std::string>& files,
                  const text::Phrasebook& book);
    // controls in the order of the keyboard.
    std::vector<QWidget*> controls() const;

  Q_SIGNALS:
    void removed(const QString& path);

  private:
    void addRow(const std::string& path, widget::IconName icon, const text::Phrasebook& book);

    widget::FoldOut* m_fold;
    std::vector<std::string> m_paths;
    std::vector<QWidget*> m_rows;
    std::vector<QPushButton*> m_buttons;
};

} // namespace certwright::wizard
