#include "ui/shell/Notice.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/SecondClick.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// What does not fit into the last line ends in "…".
QString shortened(const QString &text, const QFont &font, int width, int mostLines)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    int start = 0;
    for (int count = 0; count < mostLines; ++count) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            return text;
        line.setLineWidth(width);
        start = line.textStart();
    }
    const QFontMetrics metrics(font);
    const int slack = metrics.averageCharWidth(); // a label may break a line that fits to the pixel
    const QString last = metrics.elidedText(text.mid(start), Qt::ElideRight, width - slack);
    return text.left(start) + last;
}

} // namespace

Notice::Notice(const Notification &notification, QWidget *parent)
    : QFrame(parent)
    , m_notification(notification)
    , m_layout(new QGridLayout(this))
    , m_label(new QLabel(this))
{
    makeCard(this);
    build();
    setText(notification.text);
    arrange(false);
}

bool Notice::isTrouble() const
{
    return m_notification.tone == Tone::Bad || m_notification.tone == Tone::Warning;
}

void Notice::build()
{
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(1, 1);
    auto *sign = new QLabel(this);
    setSign(sign, isTrouble() ? u"triangle-alert"_s : u"circle-check"_s, m_notification.tone, 20);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto *close = new QPushButton(this);
    makeQuiet(close);
    close->setIcon(icon(u"x"_s));
    close->setAccessibleName(tr("Close this notice"));
    close->setToolTip(tr("Close this notice"));
    // By a click the caret stays where somebody writes; Tab leads here all the same.
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QPushButton::clicked, this, [this] {
        swallowSecondClick(*window());
        emit closed();
    });
    m_layout->addWidget(sign, 0, 0, Qt::AlignVCenter);
    m_layout->addWidget(close, 0, 3, Qt::AlignVCenter);
    if (m_notification.action.isEmpty())
        return;
    m_button = new QPushButton(m_notification.action, this);
    m_button->setFocusPolicy(Qt::TabFocus);
    connect(m_button, &QPushButton::clicked, this, [this] {
        swallowSecondClick(*window());
        emit followed();
    });
    lookAgain();
}

bool Notice::leadsOn() const
{
    return m_button && !(m_notification.isThere && m_notification.isThere());
}

void Notice::lookAgain()
{
    if (m_button)
        m_button->setVisible(leadsOn());
}

void Notice::setText(const QString &text)
{
    m_notification.text = text;
    m_label->setText(text);
    setAccessibleName(text);
}

void Notice::fit(int width, int mostLines)
{
    constexpr int wide = 420;
    arrange(width >= wide);
    const int room = width >= wide ? width - m_layout->minimumSize().width() + m_label->minimumSizeHint().width()
                                   : width - m_layout->contentsMargins().left() - m_layout->contentsMargins().right();
    const QString text = shortened(m_notification.text, m_label->font(), room, mostLines);
    m_label->setText(text);
    m_label->setToolTip(text == m_notification.text ? QString() : m_notification.text);
    setFixedHeight(m_layout->totalHeightForWidth(width));
}

// One below another in the sidebar; in a row below a page.
void Notice::arrange(bool isWide)
{
    m_layout->setContentsMargins(12, 8, 6, isWide ? 8 : 12);
    m_layout->removeWidget(m_label);
    if (isWide)
        m_layout->addWidget(m_label, 0, 1);
    else
        m_layout->addWidget(m_label, 1, 0, 1, 4);
    if (!m_button)
        return;
    m_layout->removeWidget(m_button);
    if (isWide)
        m_layout->addWidget(m_button, 0, 2);
    else
        m_layout->addWidget(m_button, 2, 0, 1, 4, Qt::AlignLeft);
}

} // namespace toasoan
