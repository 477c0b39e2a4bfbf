// The rows of a table within an entry. Lives in the GUI thread.
#pragma once

#include "domain/Register.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace toasoan {

class EntryTitles;

class RowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        ValueRole = Qt::UserRole ///< a QJsonValue, as the content has it
    };

    /// `newRow` gives the id of a row that begins here.
    RowsModel(const Field &field, EntryTitles &titles, std::function<QString()> newRow, QObject *parent);

    [[nodiscard]] QJsonArray rows() const;
    /// What is the same stays where it is, rows that say nothing yet among it.
    void setRows(const QJsonArray &rows);
    void setReadOnly(bool isReadOnly);
    [[nodiscard]] const Field &columnAt(int column) const { return m_columns[std::size_t(column)]; }
    /// -1: there is none of that name.
    [[nodiscard]] int columnOf(const QString &name) const;

    /// All of these are what a person does, and tell edited().
    void addRow(int before);
    void removeRow(int row);
    void moveRow(int from, int to);
    /// Cells divided by tabs and lines, as spreadsheets and texts have them: into a row that says nothing yet, else
    /// into new ones behind it. The first cell goes into `column`; cells that find no column are left out. Returns the
    /// last row that was filled, -1 if there was nothing.
    int paste(const QString &text, int row, int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void edited();

private:
    [[nodiscard]] QString shownIn(const QModelIndex &index) const;

    std::vector<Field> m_columns; ///< that are typed
    EntryTitles &m_titles;
    std::function<QString()> m_newRow;
    QList<QJsonObject> m_rows;
    bool m_isReadOnly = false;
};

} // namespace toasoan
