#include "ui/editor/DocumentBlocks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace toasoan {

Result<DocumentBlocks> DocumentBlocks::fromJson(const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    const QJsonObject root = document.object();
    if (fault.error != QJsonParseError::NoError || root.value(QLatin1String("type")).toString() != QLatin1String("doc"))
        return Error{.code = ErrorCode::InvalidInput,
                     .subject = QStringLiteral("body"),
                     .detail = QStringLiteral("not a document: %1").arg(fault.errorString())};
    DocumentBlocks result;
    const QJsonArray content = root.value(QLatin1String("content")).toArray();
    result.m_blocks.reserve(static_cast<std::size_t>(content.size()));
    for (const QJsonValue &block : content)
        result.m_blocks.push_back(QJsonDocument(block.toObject()).toJson(QJsonDocument::Compact));
    return result;
}

QByteArray DocumentBlocks::json() const
{
    const auto size = std::accumulate(m_blocks.begin(), m_blocks.end(), qsizetype(32),
                                      [](qsizetype sum, const QByteArray &block) { return sum + block.size() + 1; });
    QByteArray json;
    json.reserve(size);
    json += "{\"content\":[";
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        if (i > 0)
            json += ',';
        json += m_blocks[i];
    }
    json += "],\"type\":\"doc\"}";
    return json;
}

Result<void> DocumentBlocks::replace(int from, int removed, const QStringList &blocks)
{
    if (from < 0 || removed < 0 || from > count() || removed > count() - from)
        return Error{.code = ErrorCode::InvalidInput,
                     .subject = QStringLiteral("blocks"),
                     .detail = QStringLiteral("%1 from %2 of %3").arg(removed).arg(from).arg(count())};
    std::vector<QByteArray> fresh;
    fresh.reserve(static_cast<std::size_t>(blocks.size()));
    for (const QString &block : blocks)
        fresh.push_back(block.toUtf8());
    const auto start = m_blocks.erase(m_blocks.begin() + from, m_blocks.begin() + from + removed);
    m_blocks.insert(start, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    return {};
}

} // namespace toasoan
