// How an item came to be: its decisions and versions, newest first.
#pragma once

#include "ui/review/ReviewSource.h"

#include <QTreeView>

class QStandardItemModel;

namespace toasoan {

class HistoryView final : public QTreeView
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void showHistory(const std::vector<Decision> &decisions, const std::vector<RevisionLine> &revisions,
                     const std::function<QString(UserId)> &personName);

private:
    QStandardItemModel *m_model;
};

} // namespace toasoan
