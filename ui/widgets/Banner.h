// A line over a page that says what is the case and offers what to do about it; there as long as it is so.
#pragma once

#include "ui/widgets/Look.h"

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace toasoan {

struct BannerAction
{
    QString label;
    std::function<void()> act;
};

class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows `text` with one button for each action; read out by screen readers when the text is another.
    void showBanner(Tone tone, const QString &text, const std::vector<BannerAction> &actions = {});
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QHBoxLayout *m_layout;
    QLabel *m_icon;
    QLabel *m_text;
    std::vector<BannerAction> m_actions;
    std::vector<QPushButton *> m_buttons; ///< one for each of them
};

} // namespace toasoan
