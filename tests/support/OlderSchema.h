// The schema of the newsroom as an earlier program left it, for tests of what is done with such a one.
#pragma once

#include <string>
#include <vector>

namespace toasoan {

/// What takes a newest schema back to that of migration 15, which the next start brings up to date.
[[nodiscard]] inline std::vector<std::string> backTo15(bool isPostgres)
{
    std::vector<std::string> statements{
        "DELETE FROM changes WHERE id IN (SELECT id FROM records WHERE noun <> 'article')",
        "DELETE FROM record_media WHERE record_id IN (SELECT id FROM records WHERE noun <> 'article')",
        "DELETE FROM publications WHERE record_id IN (SELECT id FROM records WHERE noun <> 'article')",
        "DELETE FROM decisions WHERE record_id IN (SELECT id FROM records WHERE noun <> 'article')",
        "DELETE FROM revisions WHERE record_id IN (SELECT id FROM records WHERE noun <> 'article')",
        "DELETE FROM records WHERE noun <> 'article'",
        "DROP TABLE projections",
        "DROP TABLE entry_keys",
        "DROP TABLE links",
        "DROP INDEX changes_by_place",
        "DROP INDEX records_by_update",
        "DROP INDEX records_by_state",
        "DROP INDEX records_by_schedule",
        "DROP INDEX record_media_by_record",
        "ALTER TABLE records DROP COLUMN noun",
        "ALTER TABLE records RENAME TO articles",
        "CREATE INDEX articles_by_update ON articles (updated_at, id)",
        "CREATE INDEX articles_by_state ON articles (state, updated_at, id)",
        "CREATE INDEX articles_by_schedule ON articles (scheduled_at) WHERE scheduled_at IS NOT NULL",
        "ALTER TABLE revisions RENAME COLUMN record_id TO article_id",
        "ALTER TABLE decisions RENAME COLUMN record_id TO article_id",
        "ALTER TABLE publications RENAME COLUMN record_id TO article_id",
        "ALTER TABLE publications DROP COLUMN noun",
        "ALTER TABLE record_media RENAME COLUMN record_id TO article_id",
        "ALTER TABLE record_media RENAME TO article_media",
        "CREATE INDEX article_media_by_article ON article_media (article_id)",
        "DELETE FROM schema_migrations WHERE set_name = 'migrations' AND number > 15"};
    if (isPostgres) {
        statements.emplace_back("DROP FUNCTION search_pairs CASCADE"); // and the index
        statements.emplace_back("CREATE INDEX publication_search_by_word ON publication_search (rowid)");
        statements.emplace_back("ALTER TABLE users ADD CONSTRAINT users_login_key UNIQUE (login)");
        statements.emplace_back("ALTER TABLE sections ADD CONSTRAINT sections_slug_key UNIQUE (slug)");
    }
    return statements;
}

} // namespace toasoan
