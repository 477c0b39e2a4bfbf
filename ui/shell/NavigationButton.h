// An entry of the sidebar: icon, label, and how many things wait there.
#pragma once

#include <QPushButton>

namespace toasoan {

class NavigationButton final : public QPushButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    /// 0: no badge. `meaning` is what a screen reader says after the label: "3 waiting".
    void setBadge(int count, const QString &meaning);
    [[nodiscard]] int badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    int m_badge = 0;
};

} // namespace toasoan
