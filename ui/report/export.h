// Why: everything that a person saves goes the same way: ask where, work on the worker, say where it is now
// or why it is not there.
#pragma once

#include <functional>
#include <string>

#include <QPointer>

#include "ui/widget/workplace.h"

namespace certwright::report {

// Export is the base of what saves files. A save that is started while another runs is refused.
class Export : public QObject {
    Q_OBJECT

  public:
    // `window` is what dialogs belong to, and owns this.
    Export(widget::Workplace workplace, QWidget* window);

    bool busy() const { return m_busy; }

  Q_SIGNALS:
    // written: the file is there.
    void written(const QString& path);
    // failed: it is not, and nothing else has changed.
    void failed(const certwright::base::Error& error);
    void busyChanged(bool busy);

  protected:
    // Work makes the file at the path; runs on the worker, so what it captures must own itself or be of the
    // workplace's host (by value).
    using Work = std::function<base::Status(const std::string& path)>;
    // ask lets the person choose a file and starts `work` with it; nothing happens if they cancel.
    void ask(const QString& title, const QString& suggested, const QString& filters, Work work);

    widget::Workplace& workplace() { return m_workplace; }

  private:
    widget::Workplace m_workplace;
    QWidget* m_window;
    bool m_busy = false;
};

} // namespace certwright::report
