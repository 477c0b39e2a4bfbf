#include "ui/widgets/KeysDialog.h"

#include "ui/widgets/CloseRow.h"
#include "ui/widgets/Look.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QWidget *makeColumn(const std::vector<KeyGroup> &groups, std::size_t from, std::size_t to, QWidget *parent)
{
    auto *column = new QWidget(parent);
    auto *grid = new QGridLayout(column);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (std::size_t at = from; at < to; ++at) {
        auto *title = new QLabel(groups[at].title, column);
        setRole(title, TextRole::Heading);
        if (row > 0)
            grid->setRowMinimumHeight(row++, 12);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const KeyLine &line : groups[at].lines) {
            auto *keys = new QLabel(line.keys, column);
            setRole(keys, TextRole::Label);
            auto *text = new QLabel(line.text, column);
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
            grid->addWidget(keys, row, 0, Qt::AlignTop);
            grid->addWidget(text, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    return column;
}

// The groups that stand on the left, so that both columns are about as long.
std::size_t leftGroups(const std::vector<KeyGroup> &groups)
{
    std::size_t all = 0;
    for (const KeyGroup &group : groups)
        all += group.lines.size() + 2;
    std::size_t left = 0;
    std::size_t count = 0;
    while (count < groups.size() && left + groups[count].lines.size() / 2 < all / 2)
        left += groups[count++].lines.size() + 2;
    return count;
}

} // namespace

KeysDialog::KeysDialog(const std::vector<KeyGroup> &groups, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    auto *inside = new QWidget;
    auto *columns = new QHBoxLayout(inside);
    columns->setContentsMargins(24, 20, 24, 8);
    columns->setSpacing(40);
    const std::size_t left = leftGroups(groups);
    columns->addWidget(makeColumn(groups, 0, left, inside), 1);
    columns->addWidget(makeColumn(groups, left, groups.size(), inside), 1);
    auto *area = new QScrollArea(this);
    setSheet(area, [](const QPalette &palette) { // it has the focus, so that keys can scroll it
        return u"QScrollArea { border: 1px solid transparent; background: transparent; } "
               "QScrollArea:focus { border-color: %1; }"_s.arg(toneColour(Tone::Accent, palette).name());
    });
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layOutAboveClose(this, area, {880, 560});
}

} // namespace toasoan
