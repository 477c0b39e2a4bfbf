#include "backend/RobotList.h"

#include <QFile>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace toasoan {

namespace {

constexpr std::size_t bucketCount = 1 << 16;

std::size_t bucketOf(std::string_view text)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(text[0]) << 8 | static_cast<unsigned char>(text[1]));
}

/// The text that a pattern stands for, if it stands for exactly one.
std::optional<std::string> wordOf(std::string_view pattern)
{
    constexpr std::string_view operators = "^$*+?()[]{}|.";
    std::string word;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        char c = pattern[i];
        if (c == '\\') {
            if (++i == pattern.size())
                return std::nullopt;
            c = pattern[i];
            const bool isClass = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (isClass)
                return std::nullopt;
        } else if (operators.find(c) != std::string_view::npos) {
            return std::nullopt;
        }
        word += c;
    }
    if (word.size() < 2)
        return std::nullopt;
    return word;
}

Error invalidList(const QString &detail)
{
    return {.code = ErrorCode::Corrupt, .subject = QStringLiteral("robots.pattern"), .detail = detail};
}

} // namespace

Result<RobotList> RobotList::builtIn()
{
    QFile file(QStringLiteral(":/robots/patterns.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return invalidList(QStringLiteral("not built in"));
    return fromText(file.readAll());
}

Result<RobotList> RobotList::fromText(const QByteArray &lines)
{
    RobotList list;
    list.m_words.resize(bucketCount);
    QStringList others;
    bool isEmpty = true;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.isEmpty())
            continue;
        isEmpty = false;
        if (auto word = wordOf({line.constData(), static_cast<std::size_t>(line.size())})) {
            list.m_words[bucketOf(*word)].push_back(std::move(*word));
            continue;
        }
        const QString pattern = QString::fromUtf8(line);
        if (!QRegularExpression(pattern).isValid())
            return invalidList(pattern);
        others += QStringLiteral("(?:%1)").arg(pattern);
    }
    if (isEmpty)
        return invalidList(QStringLiteral("no pattern"));
    if (!others.isEmpty()) {
        list.m_others.setPattern(others.join(u'|'));
        list.m_others.optimize();
    }
    return list;
}

bool RobotList::contains(std::string_view userAgent) const
{
    if (userAgent.empty())
        return true;
    for (std::size_t i = 0; i + 1 < userAgent.size(); ++i) {
        const std::string_view rest = userAgent.substr(i);
        const auto &words = m_words[bucketOf(rest)];
        if (std::ranges::any_of(words, [&](const std::string &word) { return rest.starts_with(word); }))
            return true;
    }
    if (m_others.pattern().isEmpty())
        return false;
    const QString text = QString::fromLatin1(userAgent.data(), static_cast<qsizetype>(userAgent.size()));
    return m_others.match(text).hasMatch();
}

} // namespace toasoan
