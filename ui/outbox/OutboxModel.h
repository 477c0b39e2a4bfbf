// What waits on this PC, as rows: steps and texts in the order given, then texts that could not even be given, then
// pictures.
#pragma once

#include "sync/Desk.h"
#include "ui/widgets/Look.h"

#include <QAbstractTableModel>

#include <variant>

namespace toasoan {

/// What a row stands for, whichever row it is by now.
using WaitingId = std::variant<RequestId, ArticleId, MediaId>;

/// How many wait, and how many of them go no further until somebody sees to them.
struct OutboxCounts
{
    int waiting = 0; ///< all of them
    int refused = 0; ///< by the server
    int stopped = 0; ///< on this PC: texts that cannot be given as they are

    bool operator==(const OutboxCounts &) const = default;
};

class OutboxModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        What,
        Of, ///< the title of an article or entry, or the picture's name
        Standing,
        Since,
        ColumnCount
    };

    /// `clock` is this PC's, as are the times of what waits; they are told on the server's.
    explicit OutboxModel(const Clock &clock, QObject *parent = nullptr);

    /// Rows that are still there stay the same rows: a selection survives.
    void setOutbox(const OutboxView &outbox);
    /// Says how far this PC's clock is off.
    void setConnection(const ConnectionView &connection);
    void setProgress(MediaId media, qint64 sent);
    /// Times have gone by.
    void repaint();

    /// The command of a row; null if it stands for something else.
    [[nodiscard]] const WaitingCommand *command(int row) const;
    [[nodiscard]] const UnsavedText *unsaved(int row) const;
    [[nodiscard]] const WaitingPicture *picture(int row) const;
    /// The article, or entry of a register, that a row is about; none if it is a picture's.
    [[nodiscard]] std::optional<Key> recordOf(int row) const;
    /// How many commands of the same record were given after that of `row`.
    [[nodiscard]] int behind(int row) const;
    [[nodiscard]] std::optional<WaitingId> idAt(int row) const;
    /// Whether the row is a step that nothing has been sent of and no text stands on: the person can still think better
    /// of it.
    [[nodiscard]] bool canBeTakenBack(int row) const;
    /// Why the row goes no further before the person has done something, and what; empty where it does. Its line says
    /// only that it is so: the whole sentence has no room there.
    [[nodiscard]] QString reason(int row) const;
    /// -1 if it waits no more.
    [[nodiscard]] int rowOf(const WaitingId &id) const;
    [[nodiscard]] OutboxCounts counts() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, Column column) const;
    [[nodiscard]] QString since(Instant here) const;
    [[nodiscard]] QString whyHeldUp(const HeldUp &here) const;
    /// How badly it stands; Neutral: it goes, or will.
    [[nodiscard]] Tone tone(int row) const;
    [[nodiscard]] QString whatIcon(int row) const;

    const Clock &m_clock;
    ConnectionView m_connection;
    OutboxView m_outbox;
};

} // namespace toasoan
