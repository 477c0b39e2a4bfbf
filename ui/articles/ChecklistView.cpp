#include "ui/articles/ChecklistView.h"

#include "ui/widgets/ButtonLabel.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"

#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 4;
constexpr int border = 1;

QString wrapped(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width));
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines.join(u'\n');
}

} // namespace

// A button breaks no line by itself. This one does, and is as high as its lines are at whatever width it is given: a
// question is measured before it has one.
class ChecklistButton final : public QPushButton
{
public:
    explicit ChecklistButton(QWidget *parent) : QPushButton(parent)
    {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void setLine(const QString &line)
    {
        m_line = line;
        wrap();
        updateGeometry();
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const int lines = int(wrapped(m_line, font(), width - beside()).count(u'\n')) + 1;
        const int one = QPushButton::sizeHint().height() - int(text().count(u'\n')) * fontMetrics().lineSpacing();
        return one + (lines - 1) * fontMetrics().lineSpacing();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QPushButton::resizeEvent(event);
        if (event->oldSize().width() != event->size().width())
            wrap();
    }
    void changeEvent(QEvent *event) override
    {
        QPushButton::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            wrap();
    }

private:
    [[nodiscard]] int beside() const
    {
        constexpr int gapOfQt = 4;
        return iconSize().width() + gapOfQt + 2 * (padding + border);
    }
    void wrap() { setLabel(this, wrapped(m_line, font(), width() - beside()).replace(u'&', u"&&"_s)); }

    QString m_line;
};

ChecklistView::ChecklistView(int most, QWidget *parent)
    : QWidget(parent)
    , m_most(most)
    , m_layout(new QVBoxLayout(this))
    , m_rest(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_rest);
    m_rest->setWordWrap(true);
    setRole(m_rest, TextRole::Muted);
    m_rest->setText(tr("Nothing is missing."));
}

void ChecklistView::setFindings(const std::vector<Finding> &findings)
{
    std::vector<ChecklistLine> lines = checklistLines(findings);
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    const std::size_t shown = std::min(m_lines.size(), std::size_t(m_most));
    while (m_buttons.size() < shown) {
        auto *button = new ChecklistButton(this);
        makeQuiet(button);
        button->setAutoDefault(false); // in a question Enter means the question's own button
        // Beside the button's own padding: the line begins where the label above it does.
        button->setStyleSheet(u"text-align: left; padding: 3px %1px;"_s.arg(padding));
        const std::size_t index = m_buttons.size();
        actAsPressed(
            button, this,
            [this, index] { return index < m_lines.size() ? std::optional(m_lines[index]) : std::nullopt; },
            [this, index] {
                if (index < m_lines.size())
                    emit chosen(Finding(m_lines[index].finding)); // a copy: the lines may be other ones by its return
            });
        m_layout->insertWidget(int(m_buttons.size()), button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        ChecklistButton *button = m_buttons[i];
        button->setVisible(i < shown);
        if (i >= shown)
            continue;
        const ChecklistLine &line = m_lines[i];
        button->setIcon(line.finding.refuses ? icon(u"circle-alert"_s, Tone::Bad)
                                             : icon(u"triangle-alert"_s, Tone::Warning));
        button->setToolTip(line.finding.refuses ? tr("%1. The article cannot be approved before.").arg(line.text)
                                                : line.text);
        button->setAccessibleName(button->toolTip());
        button->setLine(line.text);
    }
    const int rest = int(m_lines.size() - shown);
    m_rest->setText(rest > 0 ? tr("and %Ln more", nullptr, rest) : tr("Nothing is missing."));
    m_rest->setVisible(rest > 0 || m_lines.empty());
}

} // namespace toasoan
