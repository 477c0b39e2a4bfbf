#include "sync/TextTurns.h"

#include <algorithm>

namespace toasoan {

namespace {

// An editor takes over a new text within moments; one that is further behind than this is merged from the oldest.
constexpr std::size_t mostTurns = 8;

} // namespace

TextBase TextTurns::current(ArticleId article)
{
    auto known = m_articles.find(article);
    if (known == m_articles.end()) {
        if (m_articles.size() >= mostOpen)
            forgetOldest();
        known = m_articles.insert(article, {.first = m_fresh, .turns = {}, .used = 0});
    }
    use(*known);
    return {known->first + qint64(known->turns.size())};
}

void TextTurns::forgetOldest()
{
    auto oldest = m_articles.begin();
    for (auto each = m_articles.begin(); each != m_articles.end(); ++each) {
        if (each->used < oldest->used)
            oldest = each;
    }
    // Should an editor be open on it all the same, its base is none that is given again: it takes over what is shown.
    m_fresh = std::max(m_fresh, oldest->first + qint64(oldest->turns.size()) + 1);
    m_articles.erase(oldest);
}

void TextTurns::turn(ArticleId article, const QByteArray &before, const QByteArray &after)
{
    const auto known = m_articles.find(article);
    if (known == m_articles.end() || before == after)
        return;
    known->turns.push_back({.before = before, .after = after});
    if (known->turns.size() > mostTurns) {
        known->turns.pop_front();
        ++known->first;
    }
}

QByteArray TextTurns::carryOver(const Kind &kind, RecordId id, TextBase base, const QByteArray &typed)
{
    QByteArray carried = typed;
    const auto known = m_articles.find(id);
    if (known == m_articles.end())
        return carried;
    use(*known);
    const qint64 skipped = std::max<qint64>(0, base.number - known->first);
    for (auto turn = std::size_t(skipped); turn < known->turns.size(); ++turn) {
        auto merged = kind.merge(known->turns[turn].before, known->turns[turn].after, carried);
        if (merged)
            carried = *std::move(merged);
    }
    return carried;
}

} // namespace toasoan
