#include "http/AnswerHead.h"

#include "base/Log.h"
#include "http/Grammar.h"

#include <algorithm>

namespace toasoan::http {

bool isSafeFieldLine(QByteArrayView name, QByteArrayView value)
{
    return isToken(std::string_view(name.data(), static_cast<std::size_t>(name.size())))
        && std::ranges::none_of(value, isControlCharacter);
}

AnswerHead::AnswerHead(Status status)
{
    m_text.reserve(512);
    m_text.append("HTTP/1.1 ");
    m_text.append(QByteArray::number(toNumber(status)));
    m_text.append(' ');
    const std::string_view reason = reasonPhrase(status);
    m_text.append(reason.data(), static_cast<qsizetype>(reason.size()));
    m_text.append("\r\n");
}

AnswerHead &AnswerHead::add(QByteArrayView name, QByteArrayView value)
{
    if (!isSafeFieldLine(name, value)) {
        writeLog(LogLevel::Error, "http.unsafeField",
                 {{QStringLiteral("name"), QString::fromLatin1(name.first(std::min<qsizetype>(name.size(), 64)))}});
        return *this;
    }
    m_text.append(name).append(": ").append(value).append("\r\n");
    return *this;
}

AnswerHead &AnswerHead::add(const FieldLines &lines)
{
    for (const FieldLine &line : lines)
        add(line.name, line.value);
    return *this;
}

AnswerHead &AnswerHead::addContentLength(std::uint64_t length)
{
    return add("Content-Length", QByteArray::number(static_cast<quint64>(length)));
}

} // namespace toasoan::http
