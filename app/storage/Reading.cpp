#include "storage/Reading.h"

#include <QJsonDocument>

namespace toasoan {

Result<Content> readStoredContent(const QString &text, QStringView subject)
{
    auto content = storedContent(QJsonDocument::fromJson(text.toUtf8()).object());
    // It was cleaned when it was written: a place in it that does not read is nobody's input.
    if (!content)
        return Error{ErrorCode::Corrupt, subject.toString(), content.error().subject};
    return content;
}

Result<ArticleHead> readHead(const Statement &row, int first)
{
    const auto state = stateFromText(row.text(first + 2));
    if (!state)
        return Error{ErrorCode::Unsupported, QStringLiteral("article.state"), row.text(first + 2)};
    return ArticleHead{.author = row.id<UserId>(first),
                       .section = row.id<SectionId>(first + 1),
                       .state = *state,
                       .wasPublished = !row.isNull(first + 3)};
}

} // namespace toasoan
