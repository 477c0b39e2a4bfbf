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

} // namespace toasoan
