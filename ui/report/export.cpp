// Why: see export.h.
#include "ui/report/export.h"

namespace certwright::report {

Export::Export(widget::Workplace workplace, QWidget* window)
    : QObject(window)
    , m_workplace(workplace)
    , m_window(window) {}

void Export::ask(const QString& title, const QString& suggested, const QString& filters, Work work) {
    if (m_busy)
        return;
    const QString path = m_workplace.dialogs.saveFile(m_window, title, suggested, filters);
    if (path.isEmpty())
        return;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_workplace.worker.start(
        this, [work = std::move(work), target = path.toStdString()] { return work(target); },
        [this, path](const base::Status& status) {
            m_busy = false;
            Q_EMIT busyChanged(false);
            if (status)
                Q_EMIT written(path);
            else
                Q_EMIT failed(status.error());
        });
}

} // namespace certwright::report
