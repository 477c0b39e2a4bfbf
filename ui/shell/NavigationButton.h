// An entry of the sidebar: icon and label, each in line with those of the others; how many things wait there, or that
// it opens a menu.
#pragma once

#include <QPushButton>

namespace toasoan {

class NavigationButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Leads
    {
        ToPage, ///< one of them is marked
        ToMenu
    };

    NavigationButton(const QString &iconName, const QString &text, Leads leads, QWidget *parent = nullptr);

    /// 0: no badge. `meaning` is what a screen reader says after the label: "3 waiting".
    void setBadge(int count, const QString &meaning);
    [[nodiscard]] int badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Draws it at the right end; returns where it begins.
    int paintBadge(QPainter &painter, int right) const;

    QString m_iconName;
    int m_badge = 0;
};

} // namespace toasoan
