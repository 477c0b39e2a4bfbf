// A page of the feed that is being taken in. What its records say is read, checked and packed here, away from the
// database: of a page that holds many by a second thread, ahead of the one that writes. Reading is a function of the
// page alone, so who does it changes nothing of what comes of it.
#pragma once

#include "protocol/Feed.h"
#include "protocol/RecordJson.h"

#include <atomic>
#include <thread>
#include <vector>

namespace toasoan {

/// A record as it came, ready to be written.
struct IncomingRecord
{
    ToldRecord told;
    QByteArray packed; ///< what it says, as it lies in its row (storage/Packing.h)
};

class IncomingPage
{
public:
    explicit IncomingPage(FeedPage page);
    ~IncomingPage();
    Q_DISABLE_COPY_MOVE(IncomingPage)

    [[nodiscard]] const FeedPage &page() const { return m_page; }
    /// The record of an entry that has a value; the error of toldRecordFromJson().
    [[nodiscard]] const Result<IncomingRecord> &record(std::size_t entry);

private:
    enum class State
    {
        Unread,
        BeingRead,
        Read
    };
    struct Place
    {
        std::atomic<State> state = State::Unread;
        std::optional<Result<IncomingRecord>> record;
    };

    /// Whether it is read now; false while the other thread reads it.
    bool tryRead(std::size_t entry);
    /// Reads the last that nobody has begun; false if there is none.
    bool readFromTheEnd();
    void readAhead();

    FeedPage m_page;
    std::vector<Place> m_places; ///< by entry
    std::size_t m_unreadEnd; ///< from here on nothing is unread
    std::atomic<bool> m_isOver = false;
    std::thread m_ahead;
};

} // namespace toasoan
