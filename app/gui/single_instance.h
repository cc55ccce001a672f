// Why: a second start shows the window that is there, instead of a second one that works on the same folders.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace certwright::gui {

// SingleInstance listens on a local socket of this account, named after its settings folder.
class SingleInstance final : public QObject {
    Q_OBJECT

  public:
    explicit SingleInstance(const QString& settingsFolder);

    // handedOver tells that another window of this account was there and has been asked to show itself.
    bool handedOver() const { return m_handedOver; }

  Q_SIGNALS:
    void raised();

  private:
    QLocalServer m_server;
    bool m_handedOver = false;
};

} // namespace certwright::gui
