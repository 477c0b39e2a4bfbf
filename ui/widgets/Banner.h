// A line over a page that says what is the case and offers what to do about it; there as long as it is so. Where the
// buttons would leave the text no room beside them they stand below it.
#pragma once

#include "ui/widgets/Look.h"

#include <QElapsedTimer>
#include <QFrame>

#include <functional>
#include <vector>

class QGridLayout;
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
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void arrange();
    void guardWhatComes();

    bool m_isBeside = true; ///< the buttons the text
    Tone m_tone = Tone::Neutral;
    QGridLayout *m_layout;
    QLabel *m_icon;
    QLabel *m_text;
    QWidget *m_row; ///< of the buttons
    std::vector<BannerAction> m_actions;
    std::vector<QPushButton *> m_buttons; ///< one for each of them
    QElapsedTimer m_sinceClick; ///< on one of them
};

} // namespace toasoan
