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
    /// Of the versions each with what it changed; where they are not known yet, the newest alone.
    void showHistory(const Register &described, const EntryView &view, const std::vector<RecordVersion> &versions,
                     const std::function<QString(UserId)> &personName);
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
    struct Line
    {
        Instant at;
        QString step;
        QString sign;
        QString person;
        QStringList says; ///< why, or what it changed

        bool operator==(const Line &) const = default;
    };
    [[nodiscard]] static QWidget *widgetOf(const Line &line, QWidget *parent);

    std::vector<Line> m_shown;
    std::vector<Record> m_shownLinks;
};

} // namespace toasoan
