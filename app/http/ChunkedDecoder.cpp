#include "http/ChunkedDecoder.h"

#include "http/Grammar.h"

#include <algorithm>
#include <cstring>

namespace toasoan::http {

namespace {

constexpr std::size_t maxSizeLine = 1024;
constexpr std::size_t maxExtensionBytes = 16 * 1024;
constexpr std::size_t maxTrailerBytes = 8 * 1024;
constexpr std::size_t maxSizeDigits = 16; // 64 bits

void skipBlanks(std::string_view &text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
}

bool skipToken(std::string_view &text)
{
    std::size_t length = 0;
    while (length < text.size() && isTokenCharacter(text[length]))
        ++length;
    text.remove_prefix(length);
    return length > 0;
}

bool skipQuotedString(std::string_view &text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return true;
        }
    }
    return false;
}

// *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS ( token / quoted-string ) ] )
bool areExtensions(std::string_view text)
{
    while (!text.empty()) {
        skipBlanks(text);
        if (text.empty() || text.front() != ';')
            return false;
        text.remove_prefix(1);
        skipBlanks(text);
        if (!skipToken(text))
            return false;
        std::string_view afterName = text;
        skipBlanks(afterName);
        if (afterName.empty() || afterName.front() != '=')
            continue;
        text = afterName.substr(1);
        skipBlanks(text);
        const bool isQuoted = !text.empty() && text.front() == '"';
        if (isQuoted ? !skipQuotedString(text) : !skipToken(text))
            return false;
    }
    return true;
}

// Trailers are dropped, but one that would have changed the framing or the routing shows a forged message (RFC
// 9110, 6.5.1).
bool isTrailer(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return false;
    switch (fieldNameFromText(line.substr(0, colon))) {
    case FieldName::ContentLength:
    case FieldName::TransferEncoding:
    case FieldName::Host:
        return false;
    case FieldName::Other:
    case FieldName::Accept:
    case FieldName::AcceptEncoding:
    case FieldName::AcceptLanguage:
    case FieldName::Authorization:
    case FieldName::Connection:
    case FieldName::ContentType:
    case FieldName::Cookie:
    case FieldName::Expect:
    case FieldName::IfMatch:
    case FieldName::IfModifiedSince:
    case FieldName::IfNoneMatch:
    case FieldName::IfRange:
    case FieldName::IfUnmodifiedSince:
    case FieldName::Range:
    case FieldName::Referer:
    case FieldName::UserAgent:
        return true;
    }
    return false;
}

} // namespace

// Appends to m_line up to CRLF. CR only before LF, LF only after CR, no other control byte.
ChunkedDecoder::Line ChunkedDecoder::takeLine(const char *bytes, std::size_t size, std::size_t &position,
                                              std::size_t limit)
{
    while (position < size) {
        const char c = bytes[position++];
        if (m_sawCr) {
            m_sawCr = false;
            return c == '\n' ? Line::Complete : Line::Malformed;
        }
        if (c == '\r') {
            m_sawCr = true;
            continue;
        }
        if (isControlCharacter(c) || m_line.size() == limit)
            return Line::Malformed;
        // A size that cannot become one is refused at its first wrong byte, not at a line end that may never come.
        if (m_step == Step::SizeLine && m_line.empty() && hexDigitValue(c) < 0)
            return Line::Malformed;
        m_line.push_back(c);
    }
    return Line::Incomplete;
}

bool ChunkedDecoder::readSizeLine()
{
    m_remaining = 0;
    std::size_t digits = 0;
    for (; digits < m_line.size() && hexDigitValue(m_line[digits]) >= 0; ++digits)
        m_remaining = m_remaining * 16 + static_cast<std::uint64_t>(hexDigitValue(m_line[digits]));
    m_extensionBytes += m_line.size() - digits;
    return digits > 0 && digits <= maxSizeDigits && m_extensionBytes <= maxExtensionBytes
        && areExtensions(std::string_view(m_line).substr(digits));
}

ChunkedDecoder::Progress ChunkedDecoder::decode(char *bytes, std::size_t size)
{
    std::size_t position = 0;
    std::size_t produced = 0;
    const auto progress = [&](State state) {
        return Progress{.state = state, .consumed = position, .produced = produced};
    };
    while (position < size) {
        switch (m_step) {
        case Step::SizeLine:
            switch (takeLine(bytes, size, position, maxSizeLine)) {
            case Line::Incomplete:
                return progress(State::More);
            case Line::Malformed:
                return progress(State::Malformed);
            case Line::Complete:
                break;
            }
            if (!readSizeLine())
                return progress(State::Malformed);
            m_line.clear();
            m_step = m_remaining > 0 ? Step::Data : Step::Trailers;
            break;
        case Step::Data: {
            const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, size - position));
            std::memmove(bytes + produced, bytes + position, length);
            position += length;
            produced += length;
            m_remaining -= length;
            if (m_remaining == 0)
                m_step = Step::DataEnd;
            break;
        }
        case Step::DataEnd: {
            const char c = bytes[position++];
            if (c != (m_sawCr ? '\n' : '\r'))
                return progress(State::Malformed);
            if (m_sawCr)
                m_step = Step::SizeLine;
            m_sawCr = !m_sawCr;
            break;
        }
        case Step::Trailers:
            switch (takeLine(bytes, size, position, maxTrailerBytes)) {
            case Line::Incomplete:
                return progress(State::More);
            case Line::Malformed:
                return progress(State::Malformed);
            case Line::Complete:
                break;
            }
            if (m_line.empty())
                return progress(State::Done);
            m_trailerBytes += m_line.size() + 2;
            if (m_trailerBytes > maxTrailerBytes || !isTrailer(m_line))
                return progress(State::Malformed);
            m_line.clear();
            break;
        }
    }
    return progress(State::More);
}

} // namespace toasoan::http
