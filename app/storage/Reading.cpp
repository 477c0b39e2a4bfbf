#include "storage/Reading.h"

#include <QJsonDocument>

namespace toasoan {

Result<Content> readStoredContent(const QByteArray &bytes, QStringView subject)
{
    auto content = storedContent(QJsonDocument::fromJson(bytes).object());
    // It was cleaned when it was written: a place in it that does not read is nobody's input.
    if (!content)
        return Error{ErrorCode::Corrupt, subject.toString(), content.error().subject};
    return content;
}

} // namespace toasoan
