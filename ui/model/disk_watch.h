// Why: what is shown follows the disk: somebody else may change a service while the window is open.
#pragma once

#include <string>
#include <vector>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace certwright::model {

// DiskWatch tells of changes of files and folders, several at once as one. Files that were put in place of
// others, and folders that were exchanged, are watched on.
class DiskWatch final : public QObject {
    Q_OBJECT

  public:
    // Milliseconds from the first sign of a change until it is told: who changes one file changes more.
    static constexpr int patience = 500;

    explicit DiskWatch(QObject* parent = nullptr);

    // watch replaces the list; what does not exist is not watched.
    void watch(const std::vector<std::string>& paths);
    // setPatience makes room for whoever reads slowly; never less than `patience`.
    void setPatience(int milliseconds);

  Q_SIGNALS:
    void changed();

  private:
    void seen();
    void watchAgain();

    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QStringList m_paths;
};

} // namespace certwright::model
