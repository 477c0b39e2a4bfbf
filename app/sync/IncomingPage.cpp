#include "sync/IncomingPage.h"

#include "base/Json.h"
#include "storage/Packing.h"

namespace toasoan {

namespace {

/// With fewer it is not worth a thread.
constexpr std::ptrdiff_t many = 32;

Result<IncomingRecord> readRecord(const FeedEntry &entry, const NewsroomRules &rules)
{
    auto told = toldRecordFromJson(jsonObject(*entry.value), *rules.find(Noun(entry.noun)));
    if (!told)
        return told.error();
    QByteArray packed = toasoan::packed(told->snapshot.record.content, PackedKind::Content, Effort::Quick);
    return IncomingRecord{.told = *std::move(told), .packed = std::move(packed)};
}

} // namespace

IncomingPage::IncomingPage(FeedPage page, std::shared_ptr<const NewsroomRules> rules)
    : m_page(std::move(page))
    , m_rules(std::move(rules))
    , m_places(m_page.entries.size())
    , m_unreadEnd(m_page.entries.size())
{
    if (std::ranges::count_if(m_page.entries, [this](const FeedEntry &entry) { return isRecord(entry); }) >= many)
        m_ahead = std::thread(&IncomingPage::readAhead, this);
}

IncomingPage::~IncomingPage()
{
    m_isOver = true;
    if (m_ahead.joinable())
        m_ahead.join();
}

const Result<IncomingRecord> &IncomingPage::record(std::size_t entry)
{
    Place &place = m_places[entry];
    while (!tryRead(entry)) {
        if (!readFromTheEnd())
            place.state.wait(State::BeingRead);
    }
    return *place.record;
}

// To wait for the other thread, and to be woken by it, takes as long as to read several.
bool IncomingPage::readFromTheEnd()
{
    while (m_unreadEnd > 0) {
        const std::size_t entry = --m_unreadEnd;
        if (isRecord(m_page.entries[entry]) && m_places[entry].state == State::Unread)
            return tryRead(entry);
    }
    return false;
}

bool IncomingPage::tryRead(std::size_t entry)
{
    Place &place = m_places[entry];
    State found = State::Unread;
    if (!place.state.compare_exchange_strong(found, State::BeingRead))
        return found == State::Read;
    place.record = readRecord(m_page.entries[entry], *m_rules);
    place.state = State::Read;
    place.state.notify_one();
    return true;
}

void IncomingPage::readAhead()
{
    for (std::size_t entry = 0; entry < m_page.entries.size() && !m_isOver; ++entry) {
        if (isRecord(m_page.entries[entry]))
            tryRead(entry);
    }
}

} // namespace toasoan
