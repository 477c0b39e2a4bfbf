// The entries of one register as a list, fetched a page at a time as a person scrolls. A change brings in what is other
// and leaves the rest where it is: views keep their place and what is chosen. Lives in the GUI thread.
#pragma once

#include "sync/EntryQuestions.h"

#include <QAbstractTableModel>

namespace toasoan {

class EntryTitles;

class EntryListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        NoteRole = Qt::UserRole, ///< a LineNote, of the title
        FieldRole, ///< the kind of the column's field, as int; none of the title
    };
    enum class Phase
    {
        Loading, ///< the first page is on its way
        Ready,
        Failed, ///< problem() says why
    };
    /// Where the lines come from: the desk. Answers come later, and only while `context` lives.
    using Source = std::function<void(const EntryQuery &query, QObject *context, Callback<EntryPage> done)>;

    EntryListModel(Source source, EntryTitles &titles, QObject *parent = nullptr);

    /// Another register, or another description of it; what is shown is forgotten where it is another.
    void setRegister(const Register &described);
    [[nodiscard]] const Register &described() const { return m_register; }
    /// What stands there stays until the answer comes.
    void setFilter(const EntryFilter &filter);
    [[nodiscard]] const EntryFilter &filter() const { return m_filter; }
    /// Fetches anew what is shown.
    void reload();

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// Of all that the filter finds, fetched or not.
    [[nodiscard]] qint64 count() const { return m_count; }
    /// While the list is being made, how much of it is, in per cent.
    [[nodiscard]] int filled() const { return m_filled; }
    [[nodiscard]] const std::map<QString, std::vector<EntryCount>> &facets() const { return m_facets; }
    [[nodiscard]] const EntryLine &line(int row) const { return m_lines.at(row); }
    /// -1: it is not among those that were fetched.
    [[nodiscard]] int rowOf(RecordId id) const;
    /// What an answer is about is asked for still.
    [[nodiscard]] bool isFetching() const { return m_isFetching; }

    /// The field of a column; null of the title.
    [[nodiscard]] const Field *fieldOf(int column) const;
    /// What EntryFilter::order calls the column.
    [[nodiscard]] QString orderOf(int column) const;
    /// -1: no column stands for it.
    [[nodiscard]] int columnOf(const QString &order) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// Phase, count, facets or how much is made is another.
    void phaseChanged();
    /// What was asked for is there, or is not to be had.
    void settled();

private:
    void fetch(bool isAnew);
    void fetchFrom(qint64 offset, QList<EntryLine> before, bool isAnew);
    void take(const QList<EntryLine> &lines, bool isAnew);
    void become(const QList<EntryLine> &lines);
    void setHead(const EntryPage &page);
    [[nodiscard]] QString shownIn(int row, int column) const;
    [[nodiscard]] QString shownText(const Field &field, const QJsonValue &value) const;

    Source m_source;
    EntryTitles &m_titles;
    Register m_register;
    std::vector<int> m_columns; ///< places in the register's fields
    EntryFilter m_filter;
    QList<EntryLine> m_lines;
    qint64 m_count = 0;
    qint64 m_known = 0; ///< m_count when what is under way was asked for
    int m_filled = 100;
    std::map<QString, std::vector<EntryCount>> m_facets;
    Phase m_phase = Phase::Loading;
    std::optional<Error> m_problem;
    quint64 m_generation = 0; ///< answers to older questions are dropped
    bool m_isFetching = false;
    bool m_mustReload = false;
    bool m_isOther = false; ///< what is shown is of another filter
};

} // namespace toasoan
