// Why: services and transactions are chosen from a list of cards, by mouse or arrow keys, and stay chosen
// when the list is read anew or said in another language.
#pragma once

#include <QListView>

namespace certwright::widget {

// CardList shows a model with the roles of model/card_role.h. One card is current as long as there are any;
// after a reset the one with the same CardKey, else the first.
class CardList final : public QListView {
    Q_OBJECT

  public:
    explicit CardList(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    // choose makes the card with this key current, now or as soon as it appears.
    void choose(const QString& key);
    // key of the current card, empty without one.
    QString key() const { return m_key; }

    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    // chosen: another card is current, or what it shows was filled anew; -1: none.
    void chosen(int row);

  protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

  private:
    void restore();

    QString m_key;
    QString m_wanted;
    bool m_filling = false;
};

} // namespace certwright::widget
