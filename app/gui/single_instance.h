// Why: a second start shows the window that is there, instead of a second one that works on the same folders.
#pragma once

#include <memory>

#include <QObject>
#include <QStringList>

namespace certwright::gui {

// Neighbour is what a start found: no other window; one that was told the words; one that was reached, but
// not told (they were too many, or it did not listen in time).
enum class Neighbour { None, Told, Reached };

// SingleInstance listens on the local socket `name`; `settingsFolder` must exist, it holds the lock that
// keeps two starts at the same moment apart. Where neither is to be had, every start has its own window.
// Another window of this account that is there already is told `words`.
class SingleInstance final : public QObject {
    Q_OBJECT

  public:
    SingleInstance(const QString& name, const QString& settingsFolder, const QStringList& words);
    ~SingleInstance() override;

    Neighbour neighbour() const { return m_neighbour; }

  Q_SIGNALS:
    // asked: another start handed its words over; none where it was only a start.
    void asked(const QStringList& words);

  private:
    struct Listener;
    std::unique_ptr<Listener> m_listener;
    Neighbour m_neighbour = Neighbour::None;
};

} // namespace certwright::gui
