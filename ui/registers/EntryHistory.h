// Beside an entry: what was done with it, by whom, when and why; and what refers to it. Lives in the GUI thread.
#pragma once

#include "sync/EntryQuestions.h"

#include <QFrame>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace toasoan {

class EntryHistory final : public QFrame
{
    Q_OBJECT

public:
    explicit EntryHistory(QWidget *parent = nullptr);

    void clear();
    void showHistory(const EntryView &view, const std::function<QString(UserId)> &personName);
    /// Up to a hundred; `rules` say what kinds they are.
    void showLinks(const std::vector<Record> &records, const NewsroomRules &rules);

signals:
    void entryChosen(const toasoan::Key &key);
    void articleChosen(toasoan::ArticleId id);

private:
    QLabel *m_historyTitle;
    QVBoxLayout *m_steps;
    QLabel *m_linksTitle;
    QVBoxLayout *m_links;
    QWidget *m_stepList;
    QWidget *m_linkList;
    std::vector<Decision> m_shown;
    std::vector<Record> m_shownLinks;
};

} // namespace toasoan
