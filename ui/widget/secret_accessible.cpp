// Why: see secret_accessible.h.
#include "ui/widget/secret_accessible.h"

#include <QAccessibleWidget>

#include "ui/widget/secret_field.h"

namespace certwright::widget {

namespace {

class SecretAccessible final : public QAccessibleWidget {
  public:
    explicit SecretAccessible(QWidget* field)
        : QAccessibleWidget(field, QAccessible::EditableText) {}

    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? QString() : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.editable = true;
        state.passwordEdit = true;
        return state;
    }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* field = qobject_cast<SecretField*>(object);
    return field != nullptr ? new SecretAccessible(field) : nullptr;
}

} // namespace

void makeSecretFieldsAccessible() {
    static const bool made = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    static_cast<void>(made);
}

} // namespace certwright::widget
