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
    /// Only its icon, and as its tool tip what it is called.
    void setCompact(bool isCompact);
    /// What is said beside the name in the tool tip: a key.
    void setHint(const QString &hint);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    /// The page that is shown is marked, by whoever shows it; a click alone marks nothing.
    void nextCheckState() override { }

private:
    /// Draws it with its right end and its middle there; returns where it begins.
    int paintBadge(QPainter &painter, int right, qreal middle) const;

    void showToolTip();

    QString m_iconName;
    QString m_meaning; ///< of the badge
    QString m_hint;
    int m_badge = 0;
    bool m_isCompact = false;
};

} // namespace toasoan
