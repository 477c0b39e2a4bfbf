// Widgets in a row, and in more rows where there is no room for one: nothing is cut off.
#pragma once

#include <QLayout>
#include <QList>

namespace toasoan {

class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    /// `side`: Qt::AlignLeft or Qt::AlignRight, where the rows begin.
    explicit FlowLayout(QWidget *parent, Qt::Alignment side = Qt::AlignLeft, int gap = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// All in one row.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Do
    {
        Measure,
        Place
    };
    /// Returns the height of the rows.
    int arrange(const QRect &rect, Do what) const;

    QList<QLayoutItem *> m_items;
    const Qt::Alignment m_side;
};

} // namespace toasoan
