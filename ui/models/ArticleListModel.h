// The lines of a list of articles, fetched a page at a time as a person scrolls; a changed article repaints its one
// row.
#pragma once

#include "sync/Desk.h"

#include "ui/widgets/Look.h"

#include <QAbstractTableModel>
#include <QSet>

#include <map>

class QTimer;

namespace toasoan {

/// Where the lines come from: the desk. Answers come later, in the GUI thread, and only while `context` lives.
struct ArticleSource
{
    std::function<void(const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                       Callback<ArticlePage> done)>
        list;
    std::function<void(ArticleId id, QObject *context, Callback<std::optional<ArticleLine>> done)> line;
    std::function<QString(SectionId)> sectionName;
    std::function<QString(const QString &code)> genreName;
    std::function<QString(UserId)> personName; ///< empty: not known
    std::function<UserId()> user; ///< whose articles ListScope::Mine are
};

/// `desk` must outlive the source.
[[nodiscard]] ArticleSource sourceOf(Desk &desk);

/// The second line of a cell; mostly there is none.
struct LineNote
{
    QString text;
    QString icon; ///< of resources/desk/icons.txt; may be empty
    Tone tone = Tone::Neutral;
};

class ArticleListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Title,
        Author,
        Section,
        GenreColumn,
        StateColumn,
        Updated,
        ColumnCount
    };
    enum DataRole
    {
        LineRole = Qt::UserRole, ///< an ArticleLine
        NoteRole, ///< a LineNote, in the columns that have a second line
    };
    enum class Phase
    {
        Loading, ///< the first page is on its way, or comes with who signs in
        Ready,
        Failed, ///< problem() says why
    };

    ArticleListModel(ArticleSource source, const Clock &clock, QObject *parent = nullptr);

    /// Forgets what is shown and fetches the first page.
    void setQuery(const ArticleQuery &query);
    [[nodiscard]] const ArticleQuery &query() const { return m_query; }
    /// Fetches anew what is shown. Rows stay until the answer is there, and what is the same stays where it is: views
    /// keep their place and what is chosen.
    void reload();
    /// Asks for the line anew; it takes its row, moves to its place, comes in, or goes.
    void refresh(ArticleId id);
    /// Names of sections or people may be others.
    void repaint();

    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Of what was asked last; nothing unless it failed.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// Of all that the query finds, fetched or not.
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const ArticleLine &line(int row) const { return m_lines.at(row); }
    [[nodiscard]] std::optional<int> rowOf(ArticleId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// Phase or count is another.
    void phaseChanged();

private:
    enum class Take
    {
        First, ///< in place of what is shown
        Next
    };
    void fetch(Take take);
    void fetchAnew(const std::optional<ListCursor> &after, QList<ArticleLine> before);
    void become(const QList<ArticleLine> &lines);
    void takePage(const ArticlePage &page, Take take);
    void takeOrdered(ArticleId id, const std::optional<ArticleLine> &line);
    [[nodiscard]] LineNote noteOf(const ArticleLine &line, Column column) const;
    void takeLine(ArticleId id, const std::optional<ArticleLine> &line);
    [[nodiscard]] bool belongs(const ArticleLine &line) const;
    void setPhase(Phase phase);
    void fail(const Error &error);

    ArticleSource m_source;
    const Clock &m_clock;
    ArticleQuery m_query;
    QList<ArticleLine> m_lines; ///< in the query's order
    QSet<ArticleId> m_ids; ///< of m_lines
    std::map<ArticleId, std::optional<ArticleLine>> m_changed; ///< while pages were on their way
    std::optional<ListCursor> m_next;
    qint64 m_count = 0;
    Phase m_phase = Phase::Loading;
    std::optional<Error> m_problem;
    quint64 m_generation = 0; ///< answers to older questions are dropped
    bool m_isFetching = false;
    QTimer *m_reloadSoon; ///< where only the desk knows the place of a line
};

} // namespace toasoan

Q_DECLARE_METATYPE(toasoan::ArticleLine)
Q_DECLARE_METATYPE(toasoan::LineNote)
