// A page of the feed that is being taken in. What its records say is read, checked and packed here, away from the
// database: of a page that holds many by a second thread, ahead of the one that writes. Reading is a function of the
// page alone, so who does it changes nothing of what comes of it.
#pragma once

#include "actions/NewsroomRules.h"
#include "protocol/Feed.h"
#include "protocol/RecordJson.h"

#include <atomic>
#include <memory>
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
    /// By these rules, whatever is learnt while it is taken in.
    IncomingPage(FeedPage page, std::shared_ptr<const NewsroomRules> rules);
    ~IncomingPage();
    Q_DISABLE_COPY_MOVE(IncomingPage)

    [[nodiscard]] const FeedPage &page() const { return m_page; }
    /// Whether what it tells of the noun is records. Of a register that was not known when it came it is nothing yet.
    [[nodiscard]] bool isOfRecords(const Noun &noun) const { return m_rules->find(noun); }
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

    [[nodiscard]] bool isRecord(const FeedEntry &entry) const { return entry.value && isOfRecords(Noun(entry.noun)); }

    FeedPage m_page;
    std::shared_ptr<const NewsroomRules> m_rules;
    std::vector<Place> m_places; ///< by entry
    std::size_t m_unreadEnd; ///< from here on nothing is unread
    std::atomic<bool> m_isOver = false;
    std::thread m_ahead;
};

} // namespace toasoan
