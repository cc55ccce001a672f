// Why: a second start shows the window that is there, instead of a second one that works on the same folders.
#pragma once

#include <memory>

#include <QObject>

namespace certwright::gui {

// SingleInstance listens on the local socket `name`; `settingsFolder` must exist, it holds the lock that
// keeps two starts at the same moment apart. Where neither is to be had, every start has its own window.
class SingleInstance final : public QObject {
    Q_OBJECT

  public:
    SingleInstance(const QString& name, const QString& settingsFolder);
    ~SingleInstance() override;

    // handedOver tells that another window of this account was there and has been asked to show itself.
    bool handedOver() const { return m_handedOver; }

  Q_SIGNALS:
    void raised();

  private:
    struct Listener;
    std::unique_ptr<Listener> m_listener;
    bool m_handedOver = false;
};

} // namespace certwright::gui
