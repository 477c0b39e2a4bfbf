#include "ui/review/HistoryView.h"

#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/RowFocus.h"

#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace toasoan {

namespace {

constexpr int entryColumns = 5;

}

HistoryView::HistoryView(QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new RowFocusDelegate(this));
    setRootIsDecorated(false);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAllColumnsShowFocus(true);
    setAccessibleName(tr("History"));
    setSheet(this, [](const QPalette &palette) {
        return QStringLiteral("QTreeView { border: none; background: transparent; } "
                              "QTreeView::item { padding: 9px 8px; border-bottom: 1px solid %1; } "
                              "QTreeView::item:selected { background: %2; color: %3; }")
            .arg(lineColour(palette).name(), toneGround(Tone::Accent, palette).name(),
                 palette.color(QPalette::Text).name());
    });
}

void HistoryView::showHistory(const std::vector<Decision> &decisions, const std::vector<RevisionLine> &revisions,
                              const std::function<QString(UserId)> &personName)
{
    struct Entry
    {
        Instant at;
        QStringList texts;
    };
    std::vector<Entry> entries;
    const std::vector<QString> names = stepNames(decisions);
    for (std::size_t at = 0; at < decisions.size(); ++at) {
        const Decision &decision = decisions.at(at);
        if (decision.step == Step::Save)
            continue; // the versions say it
        entries.push_back({decision.at,
                           {momentText(decision.at), names.at(at), personName(decision.actor),
                            QString::number(decision.version), reasonText(decision.reason)}});
    }
    for (const RevisionLine &revision : revisions)
        entries.push_back({revision.savedAt,
                           {momentText(revision.savedAt), stepName(Step::Save), personName(revision.savedBy),
                            QString::number(revision.version), QString()}});
    std::ranges::stable_sort(entries, [](const Entry &left, const Entry &right) { return left.at > right.at; });

    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("When"), tr("Step"), tr("Who"), tr("Version"), tr("Reason")});
    for (const Entry &entry : entries) {
        QList<QStandardItem *> row;
        for (const QString &text : entry.texts) {
            auto *item = new QStandardItem(text);
            item->setToolTip(text);
            row.append(item);
        }
        m_model->appendRow(row);
    }
    for (int column = 0; column < entryColumns - 1; ++column) // what they need; the rest is the reason's
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

} // namespace toasoan
