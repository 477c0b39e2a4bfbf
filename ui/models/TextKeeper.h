// Gives what a person types into one article, or one entry of a register, to the desk, at most 100 ms after the first
// key that is not kept yet, and knows how much of it is safe on this PC. Lives in the GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QElapsedTimer>
#include <QTimer>

namespace toasoan {

class TextKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Gives what stands on the screen to the desk, as the text of `id`; `done` is called while `context` lives, when
    /// it is on the disk or with why it is not.
    using Give = std::function<void(RecordId id, QObject *context, Callback<void> done)>;

    TextKeeper(Give giveText, QObject *parent);

    /// Another record; null for none. What was not kept yet of the one before is given to the desk first.
    void begin(RecordId id);

    /// The person did something: kept within 100 ms.
    void typed();

    /// Keeps all now. Calls back when what was typed until now is safe, or with why it is not: then error() says so
    /// too, and the next keep() tries again. While held, it waits for release().
    void keep(Callback<void> done = {});
    /// Keeps what the desk has not been given yet.
    void give();

    /// What is shown is between two bases: nothing can be kept until release().
    void hold() { m_isHeld = true; }
    void release();
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

    /// How often the person did something to this record.
    [[nodiscard]] quint64 edits() const { return m_edits; }
    /// Of these, on the disk.
    [[nodiscard]] quint64 safeEdits() const { return m_safeEdits; }
    [[nodiscard]] bool isSafe() const { return m_safeEdits == m_edits; }
    /// Why what was given last could not be kept; nothing once it is.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

signals:
    /// The desk has answered: safeEdits() or error() may be another.
    void answered();

private:
    Give m_giveText;
    RecordId m_id;
    quint64 m_begun = 0; ///< counts the records: answers for the one before are not for this one
    quint64 m_edits = 0;
    quint64 m_givenEdits = 0; ///< of these, given to the desk
    quint64 m_safeEdits = 0;
    std::optional<Error> m_error;
    bool m_isHeld = false;
    std::vector<Callback<void>> m_waiting; ///< for release()
    QTimer m_delay;
    QElapsedTimer m_sinceGiven;
};

} // namespace toasoan
