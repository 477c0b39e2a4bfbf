#include "sync/TextTurns.h"

#include "domain/ContentMerge.h"

namespace toasoan {

namespace {

// An editor takes over a new text within moments; one that is further behind than this is merged from the oldest.
constexpr std::size_t mostTurns = 8;

} // namespace

TextBase TextTurns::current(ArticleId article)
{
    const Article &known = m_articles[article];
    return {known.first + qint64(known.turns.size())};
}

void TextTurns::turn(ArticleId article, const Content &before, const Content &after)
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

Content TextTurns::carryOver(ArticleId article, TextBase base, const Content &typed) const
{
    Content carried = typed;
    const auto known = m_articles.find(article);
    if (known == m_articles.end())
        return carried;
    const qint64 skipped = std::max<qint64>(0, base.number - known->first);
    for (auto turn = std::size_t(skipped); turn < known->turns.size(); ++turn) {
        auto merged = mergeContent(known->turns[turn].before, known->turns[turn].after, carried);
        if (merged)
            carried = *std::move(merged);
    }
    return carried;
}

} // namespace toasoan
