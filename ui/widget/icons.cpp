// Why: see icons.h.
#include "ui/widget/icons.h"

#include <array>

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

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

// Shapes are kept larger than any icon is shown: an average over many pixels has smooth edges at every size.
// For small icons there is a smaller one, which is read in a tenth of the time.
QImage shape(IconName name, int side) {
    registerIcons();
    constexpr int smallShape = 64;
    const QLatin1String file(names.at(static_cast<std::size_t>(name)));
    return QImage(2 * side <= smallShape ? QStringLiteral(":/icons/%1-small.png").arg(file)
                                         : QStringLiteral(":/icons/%1.png").arg(file));
}

// Only the alpha of the shape counts. Done by hand, as Qt 6.4 leaves colours unmultiplied when it converts a
// temporary image in place, which shows as coloured fringes.
QImage tinted(const QImage& shape, const QColor& colour) {
    QImage result(shape.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < shape.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(shape.constScanLine(y));
        auto* to = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < shape.width(); ++x)
            to[x] = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), qAlpha(from[x])));
    }
    return result;
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
    const int device = std::max(1, qRound(size * ratio));
    const QString key = QStringLiteral("certwright-icon/%1/%2/%3")
                            .arg(static_cast<int>(name))
                            .arg(device)
                            .arg(colour.rgba(), 0, 16);
    QPixmap result;
    if (!QPixmapCache::find(key, &result)) {
        const QImage whole = shape(name, device).convertToFormat(QImage::Format_ARGB32);
        const QImage small = whole.scaled(device, device, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        result = QPixmap::fromImage(tinted(small.convertToFormat(QImage::Format_ARGB32), colour));
        QPixmapCache::insert(key, result);
    }
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
