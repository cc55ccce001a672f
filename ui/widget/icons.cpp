// Why: see icons.h.
#include "ui/widget/icons.h"

#include <array>

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

// Resources of a static library are registered by hand, outside any namespace.
static void registerIcons() {
    Q_INIT_RESOURCE(certwright_icons);
}

namespace certwright::widget {

namespace {

// In the order of IconName; the files are resources/icons/<name>.svg.
constexpr std::array names{"import",  "services",  "history", "certificate", "authority", "key",
                           "crl",     "container", "request", "folder",      "file",      "clock",
                           "blocker", "warning",   "note",    "good",        "lock",      "plus",
                           "more",    "drop",      "gateway"};

// The smallest rendering that has at least `size` device pixels.
QImage shape(IconName name, int size) {
    registerIcons();
    constexpr std::array sizes{24, 48, 96};
    int best = sizes.back();
    for (auto it = sizes.rbegin(); it != sizes.rend(); ++it)
        if (*it >= size)
            best = *it;
    return QImage(QStringLiteral(":/icons/%1-%2.png")
                      .arg(QLatin1String(names.at(static_cast<std::size_t>(name))))
                      .arg(best));
}

class ShapeEngine final : public QIconEngine {
  public:
    explicit ShapeEngine(IconName name)
        : m_name(name) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
        const QPixmap image = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        painter->drawPixmap(rect, image);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const int side = std::min(size.width(), size.height());
        QPixmap image = widget::pixmap(m_name, palette.color(group, role), side, 1.0);
        image.setDevicePixelRatio(ratio);
        return image;
    }
    QIconEngine* clone() const override { return new ShapeEngine(m_name); }

  private:
    IconName m_name;
};

} // namespace

QIcon icon(IconName name) {
    return QIcon(new ShapeEngine(name));
}

QPixmap pixmap(IconName name, const QColor& colour, int size, qreal ratio) {
    const int device = qRound(size * ratio);
    QImage image = shape(name, device)
                       .scaled(device, device, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    QPixmap result = QPixmap::fromImage(std::move(image));
    result.setDevicePixelRatio(ratio);
    return result;
}

QIcon appIcon() {
    registerIcons();
    QIcon result;
    for (const int size : {16, 32, 48, 128, 256})
        result.addFile(QStringLiteral(":/icons/certwright-%1.png").arg(size));
    return result;
}

IconName iconOf(check::Severity severity) {
    switch (severity) {
    case check::Severity::Blocker:
        return IconName::Blocker;
    case check::Severity::Warning:
        return IconName::Warning;
    case check::Severity::Note:
        break;
    }
    return IconName::Note;
}

IconName iconOfKind(std::string_view kind) {
    if (kind == "certificate")
        return IconName::Certificate;
    if (kind == "ca")
        return IconName::Authority;
    if (kind == "key")
        return IconName::Key;
    if (kind == "crl")
        return IconName::RevocationList;
    if (kind == "pkcs12")
        return IconName::Container;
    if (kind == "request")
        return IconName::Request;
    return IconName::File;
}

} // namespace certwright::widget
