// Why: see disk_watch.h.
#include "ui/model/disk_watch.h"

#include <algorithm>

namespace certwright::model {

DiskWatch::DiskWatch(QObject* parent)
    : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &DiskWatch::seen);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &DiskWatch::seen);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Whoever reads now must hear of what changes from now on.
        watchAgain();
        Q_EMIT changed();
    });
}

void DiskWatch::watch(const std::vector<std::string>& paths) {
    m_paths.clear();
    for (const std::string& path : paths)
        m_paths << QString::fromStdString(path);
    watchAgain();
}

void DiskWatch::setPatience(int milliseconds) {
    m_timer.setInterval(std::max(milliseconds, patience));
}

// Not put off by further changes: a folder in which something happens all the time is told of, too.
void DiskWatch::seen() {
    if (!m_timer.isActive())
        m_timer.start();
}

// A path that names another file or folder than before is watched under its old identity until it is added
// anew.
void DiskWatch::watchAgain() {
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!m_paths.isEmpty())
        m_watcher.addPaths(m_paths);
}

} // namespace certwright::model
