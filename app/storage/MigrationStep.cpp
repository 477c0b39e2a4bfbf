#include "storage/MigrationStep.h"

#include "storage/MediaStore.h"
#include "storage/Migrator.h"
#include "storage/Reading.h"

#include <QSet>

#include <array>

namespace toasoan {

namespace {

using Told = std::function<void(qint64 done, qint64 of)>;

// Few enough to hold at once, whatever an item's size.
constexpr int revisionsAtOnce = 100;

constexpr qsizetype idLength = 36;
constexpr qsizetype firstDash = 8;

/// The ids of `known` that stand in a text, wherever.
QSet<QString> idsIn(const QString &text, const QSet<QString> &known)
{
    QSet<QString> found;
    for (qsizetype dash = text.indexOf(u'-'); dash >= 0; dash = text.indexOf(u'-', dash + 1)) {
        if (dash < firstDash || dash - firstDash + idLength > text.size())
            continue;
        if (text[dash + 5] != u'-' || text[dash + 10] != u'-' || text[dash + 15] != u'-')
            continue;
        const QString id = text.sliced(dash - firstDash, idLength);
        if (known.contains(id))
            found.insert(id);
    }
    return found;
}

// As the statement says it, "each picture beside each version that names it", but every text is read once: the join
// reads every text once for each picture.
Result<void> noteArticleMedia(Transaction &transaction, const Told &told)
{
    Statement media(transaction, "SELECT id FROM media");
    const auto ids = media.all([](const Statement &row) { return row.text(0); });
    if (!ids)
        return ids.error();
    const QSet<QString> known(ids->begin(), ids->end());
    Statement counting(transaction, "SELECT COUNT(*) FROM revisions");
    const auto count = oneInteger(counting);
    if (!count)
        return count.error();

    struct Text
    {
        QString article;
        qint64 version;
        QString content;
    };
    Statement page(transaction, R"(
        SELECT article_id, version, content
        FROM revisions
        WHERE (article_id, version) > (:article, :version)
        ORDER BY article_id, version
        LIMIT :limit)");
    page.bind("article", QString()).bind("version", qint64(0)).bind("limit", revisionsAtOnce);
    Statement insert(transaction, "INSERT INTO article_media (media_id, article_id) VALUES (:media, :article)");
    QString article;
    QSet<QString> noted; // of this article: its versions name the same pictures again and again
    qint64 done = 0;
    told(done, *count);
    for (;;) {
        const auto texts = page.all([](const Statement &row) {
            return Text{.article = row.text(0), .version = row.integer(1), .content = row.text(2)};
        });
        if (!texts)
            return texts.error();
        if (texts->empty())
            return {};
        for (const Text &text : *texts) {
            if (text.article != article) {
                article = text.article;
                noted.clear();
            }
            for (const QString &id : idsIn(text.content, known) - noted) {
                if (auto added = insert.bind("media", id).bind("article", article).run(); !added)
                    return added.error();
                noted.insert(id);
            }
        }
        done += std::ssize(*texts);
        told(done, *count);
        page.bind("article", texts->back().article).bind("version", texts->back().version);
    }
}

constexpr std::array steps{
    MigrationStep{.set = "migrations",
                  .migration = "0005_private_pictures",
                  .statement = "INSERT INTO article_media (media_id, article_id)\n",
                  .run = noteArticleMedia},
};

/// Without the comments and empty lines before it.
std::string_view statementItself(std::string_view statement)
{
    while (statement.starts_with("--") || statement.starts_with('\n')) {
        const auto end = statement.find('\n');
        statement = end == std::string_view::npos ? std::string_view() : statement.substr(end + 1);
    }
    return statement;
}

} // namespace

const MigrationStep *findMigrationStep(QStringView set, const Migration &migration, std::string_view statement)
{
    const auto sameText = [](QStringView text, std::string_view known) {
        return text == QLatin1StringView(known.data(), qsizetype(known.size()));
    };
    for (const MigrationStep &step : steps) {
        if (sameText(set, step.set) && sameText(migration.name, step.migration)
            && statementItself(statement).starts_with(step.statement))
            return &step;
    }
    return nullptr;
}

} // namespace toasoan
