#include "storage/AuditCheck.h"

#include "storage/Database.h"
#include "storage/Statement.h"

#include <array>
#include <string>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct Check
{
    QString subject;
    std::string sql; ///< gives the ids of what is not as the log says
};

// Both engines have ->>, PostgreSQL for its own type alone.
std::string detailIn(Engine engine)
{
    return engine == Engine::Sqlite ? "l.detail" : "CAST(l.detail AS json)";
}

std::array<Check, 8> checks(Engine engine)
{
    const std::string detail = detailIn(engine);
    const std::string version = "CAST(" + detail + " ->> 'version' AS BIGINT)";
    // The log has a line for each step, in the order of the steps; saves have none among the decisions.
    const std::string decisions = R"(
        SELECT COALESCE(l.noun_id, d.record_id)
        FROM (
            SELECT noun_id, ROW_NUMBER() OVER (PARTITION BY noun_id ORDER BY number) AS position,
                actor_id, action, at, detail
            FROM audit
            WHERE action <> 'save' AND EXISTS (SELECT 1 FROM records h WHERE h.id = audit.noun_id)
        ) AS l
        FULL JOIN decisions d ON d.record_id = l.noun_id AND d.position = l.position
        WHERE l.noun_id IS NULL OR d.record_id IS NULL OR l.action <> d.step OR l.actor_id <> d.actor_id
            OR l.at <> d.at OR )"
        + version + " <> d.version OR COALESCE(" + detail + " ->> 'reason', '') <> d.reason LIMIT 1";
    const std::string ofArticles = "SELECT l.noun_id FROM audit l LEFT JOIN records a ON a.id = l.noun_id "
                                   "WHERE l.noun = 'article' AND ";
    const std::string ofRevisions = "SELECT l.noun_id FROM audit l "
                                    "JOIN revisions r ON r.record_id = l.noun_id AND r.version = "
        + version + " WHERE l.noun = 'article' AND ";
    return {{
        {u"article.decisions"_s, decisions},
        // What a save made public, and what a register is, stands in the log with its hash.
        {u"record.log"_s,
         R"(SELECT h.id
            FROM records h
            LEFT JOIN (
                SELECT noun_id, MAX(number) AS number
                FROM audit
                WHERE noun <> 'article' AND action = 'save'
                GROUP BY noun_id
            ) AS n ON n.noun_id = h.id
            LEFT JOIN audit l ON l.number = n.number
            WHERE h.noun <> 'article' AND (l.number IS NULL OR COALESCE()"
             + detail + " ->> 'contentHash', h.content_hash) <> h.content_hash) LIMIT 1"},
        {u"article.approval"_s,
         ofRevisions + "l.action = 'approve' AND r.content_hash <> " + detail + " ->> 'contentHash' LIMIT 1"},
        {u"revision.savedBy"_s,
         ofRevisions + "l.action = 'save' AND (r.saved_by <> l.actor_id OR r.saved_at <> l.at) LIMIT 1"},
        {u"article.author"_s,
         ofArticles + "l.action = 'save' AND " + version
             + " = 1 AND (a.id IS NULL OR a.author_id <> l.actor_id) LIMIT 1"},
        // Of an item that waits for its hour, the one that was said last.
        {u"article.scheduledAt"_s,
         ofArticles
             + "l.action = 'schedule' AND a.state = 'scheduled' AND l.number = (SELECT MAX(x.number) FROM audit x "
               "WHERE x.noun = 'article' AND x.noun_id = l.noun_id AND x.action = 'schedule') "
               "AND CAST("
             + detail + " ->> 'at' AS BIGINT) <> COALESCE(a.scheduled_at, 0) LIMIT 1"},
        {u"article.number"_s,
         ofArticles + "l.action IN ('publish', 'unpublish') AND CAST(" + detail
             + " ->> 'number' AS BIGINT) <> COALESCE(a.number, 0) LIMIT 1"},
        {u"media"_s,
         "SELECT l.noun_id FROM audit l LEFT JOIN media m ON m.id = l.noun_id "
         "WHERE l.noun = 'media' AND l.action = 'upload' "
         "AND (m.id IS NULL OR m.uploaded_by <> l.actor_id OR m.sha256 <> "
             + detail + " ->> 'sha256') LIMIT 1"},
    }};
}

} // namespace

Result<void> checkAgainstAudit(Transaction &transaction)
{
    for (const Check &check : checks(transaction.database().engine())) {
        Statement statement(transaction, check.sql);
        auto wrong = statement.find([](const Statement &row) { return row.text(0); });
        if (!wrong)
            return wrong.error();
        if (*wrong)
            return Error{ErrorCode::Corrupt, check.subject, **wrong};
    }
    return {};
}

} // namespace toasoan
