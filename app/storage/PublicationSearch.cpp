// How published items are found: what is kept of each for it, and what was found.
#include "base/Log.h"
#include "document/Document.h"
#include "storage/Database.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/Reading.h"
#include "storage/SearchIndex.h"
#include "storage/StoredContent.h"
#include "storage/TextParts.h"
#include "text/Days.h"
#include "text/NewsroomZone.h"

#include <QDateTime>
#include <QTimeZone>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

/// What readers see beside title, lead, body and keywords: whoever looks for a name or a correction finds the item. An
/// item shows all its corrections, not the last alone.
QString besideTheBody(const Content &content, const std::vector<PublicCorrection> &corrections)
{
    QStringList texts{content.source};
    for (const PublicCorrection &correction : corrections)
        texts.append(u"Đính chính: "_s + correction.text);
    for (const Byline &byline : content.bylines)
        texts.append(byline.name);
    return texts.join(u'\n');
}

} // namespace

Result<void> PublicationStore::putSearch(const PublicItem &item, const Content &content)
{
    SearchIndex index(m_transaction);
    const SearchRow row = SearchRow::of(item.firstAt, item.number);
    Statement old(m_transaction, "DELETE FROM publication_texts WHERE number = :number");
    old.bind("number", item.number);
    if (auto done = old.run(); !done)
        return done.error();
    if (item.takenDownAt) {
        if (auto removed = index.remove(row); !removed)
            return removed.error();
    } else {
        const auto text = searchable(item, content);
        if (!text)
            return text.error();
        const auto day = dayOf(item.firstAt);
        if (!day)
            return day.error();
        // The day that the item shows is found as one that it says.
        const QString words = digitsOf(*day) + u'\n' + digitsOfAnyYear(*day) + u'\n' + content.title + u'\n'
            + content.subtitle + u'\n' + *text + u'\n' + content.tags.join(u'\n');
        if (auto put = index.put(row, searchText(content.title, *day), searchText(words, *day)); !put)
            return put.error();
        if (auto put = putParts(item.number, *text, content.body.size()); !put)
            return put.error();
    }
    Statement statement(m_transaction, "UPDATE publications SET search_form = :form WHERE number = :number");
    statement.bind("form", searchTextForm);
    statement.bind("number", item.number);
    return statement.run();
}

Result<QDate> PublicationStore::dayOf(Instant at) const
{
    const auto site = NewsroomStore(m_transaction).site(at);
    if (!site && site.error().code != ErrorCode::NotFound)
        return site.error();
    const QTimeZone zone = zoneNamed(site ? site->timeZone : QString());
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), zone).date();
}

Result<QString> PublicationStore::searchable(const PublicItem &item, const Content &content) const
{
    // A body of a schema that is no longer read must not keep a program from starting; its title is still found.
    const auto body = document::readStored(content.body);
    const auto shown = corrections(item, content);
    if (!shown)
        return shown.error();
    return content.lead + u'\n' + (body ? document::toPlainText(*body) : QString()) + u'\n'
        + besideTheBody(content, *shown);
}

Result<void> PublicationStore::putParts(qint64 number, const QString &text, qsizetype bodySize)
{
    qint64 position = 0;
    for (const TextPart &part : partsOf(text, bodySize)) {
        Statement statement(m_transaction, R"(
            INSERT INTO publication_texts (number, position, text, words)
            VALUES (:number, :position, :text, :words)
        )");
        statement.bind("number", number);
        statement.bind("position", position++);
        statement.bind("text", part.text);
        statement.bind("words", part.words);
        if (auto done = statement.run(); !done)
            return done.error();
    }
    return {};
}

Result<void> PublicationStore::verifyTexts(const PublicItem &item, const Content &content) const
{
    Statement statement(m_transaction, R"(
        SELECT text, words
        FROM publication_texts
        WHERE number = :number
        ORDER BY position
    )");
    statement.bind("number", item.number);
    const auto kept =
        statement.all([](const Statement &row) { return TextPart{.text = row.text(0), .words = row.text(1)}; });
    if (!kept)
        return kept.error();
    // Most items are short: their text is read whole, of the version itself.
    if (kept->empty() && (item.takenDownAt || content.lead.size() + content.body.size() < shortestInParts))
        return {};
    Statement form(m_transaction, "SELECT search_form FROM publications WHERE number = :number");
    form.bind("number", item.number);
    const auto writtenAs = oneInteger(form);
    if (!writtenAs)
        return writtenAs.error();
    if (*writtenAs != searchTextForm)
        return {};
    std::vector<TextPart> wanted;
    if (!item.takenDownAt) {
        const auto text = searchable(item, content);
        if (!text)
            return text.error();
        wanted = partsOf(*text, content.body.size());
    }
    return *kept == wanted ? Result<void>() : Error{ErrorCode::Corrupt, u"publication.texts"_s, {}};
}

Result<std::set<qint64>> PublicationStore::inParts(const std::vector<qint64> &numbers) const
{
    const auto rows =
        rowsOf(m_transaction, "SELECT number FROM publication_texts WHERE position = 0 AND number IN (:keys)", numbers,
               [](const Statement &row) { return row.integer(0); });
    if (!rows)
        return rows.error();
    return std::set(rows->begin(), rows->end());
}

Result<std::optional<QString>> PublicationStore::partAround(const PublicItem &item, const SearchQuery &query) const
{
    const std::string place = m_transaction.database().engine() == Engine::Sqlite ? "instr" : "strpos";
    std::vector<std::pair<std::string, QString>> values;
    const auto stands = [&](const QStringList &words) {
        values.emplace_back("words" + std::to_string(values.size()), u' ' + words.join(u' ') + u' ');
        return place + "(words, :" + values.back().first + ") > 0";
    };
    std::string terms = "0 + 0"; // without terms too it is no column's number
    for (const SearchTerm &term : query.terms) {
        terms += " + CASE WHEN " + stands(term.plain);
        if (!term.written.isEmpty())
            terms += " OR " + stands(term.written);
        terms += " THEN 1 ELSE 0 END";
    }
    Statement statement(m_transaction,
                        "SELECT text FROM publication_texts WHERE number = :number AND position = ("
                        "SELECT position FROM publication_texts WHERE number = :of ORDER BY "
                            + terms + " DESC, position LIMIT 1)");
    statement.bind("number", item.number);
    statement.bind("of", item.number);
    for (const auto &[name, value] : values)
        statement.bind(name, value);
    return statement.find([](const Statement &row) { return row.text(0); });
}

Result<int> PublicationStore::refillSearch(int limit)
{
    Statement statement(m_transaction, R"(
        SELECT p.number, r.content, r.packed
        FROM publications p
        JOIN revisions r ON r.record_id = p.record_id AND r.version = p.version
        WHERE p.search_form < :form
        ORDER BY p.search_form, p.number
        LIMIT :limit
    )");
    statement.bind("form", searchTextForm);
    statement.bind("limit", limit);
    auto rows = statement.all([](const Statement &row) { return std::pair(row.integer(0), readContent(row, 1)); });
    if (!rows)
        return rows.error();
    for (auto &[number, content] : *rows) {
        auto item = find(number);
        if (!item)
            return item.error();
        // One damaged revision is the trouble of its page, and of verify; all others must be served. What is left of
        // the item is found.
        if (!content) {
            writeLog(
                LogLevel::Error, "search.unreadable",
                {{"item"_L1, number}, {"subject"_L1, content.error().subject}, {"detail"_L1, content.error().detail}});
            Content rest;
            rest.title = item->title;
            rest.lead = item->lead;
            content = rest;
        }
        if (auto put = putSearch(*item, *content); !put)
            return put.error();
    }
    return int(rows->size());
}

Result<FoundItems> PublicationStore::search(const SearchQuery &query, qint64 offset, int limit) const
{
    const auto found = SearchIndex(m_transaction).find(query, offset, limit);
    if (!found)
        return found.error();
    auto items = byNumbers(found->numbers);
    if (!items)
        return items.error();
    return FoundItems{.count = found->count, .items = *std::move(items)};
}

} // namespace toasoan
