#include "actions/Kind.h"

#include <QJsonDocument>

namespace toasoan {

State Kind::beginsIn() const
{
    return m_chain.transitions().empty() ? State::Draft : m_chain.transitions().front().from;
}

Result<CleanedContent> Kind::cleanJson(const QJsonObject &content) const
{
    auto bytes = clean(QJsonDocument(content).toJson(QJsonDocument::Compact));
    if (!bytes)
        return bytes.error();
    auto says = outline(*bytes);
    if (!says)
        return says.error();
    return CleanedContent{.bytes = *std::move(bytes), .outline = *std::move(says)};
}

} // namespace toasoan
