// What kinds of things a newsroom has, as the feed, the audit log and the records name them. Open text: what a program
// does not know it passes over, and hands on.
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <utility>

namespace toasoan {

class Noun
{
public:
    Noun() = default;
    explicit Noun(QString text) : m_text(std::move(text)) { }

    friend const QString &toText(const Noun &noun) { return noun.m_text; }
    friend size_t qHash(const Noun &noun, size_t seed) { return qHash(noun.m_text, seed); }
    bool operator==(const Noun &) const = default;

private:
    QString m_text;
};

/// The nouns that this program knows by name.
namespace nouns {

inline const Noun article{QStringLiteral("article")};
inline const Noun registers{QStringLiteral("register")}; ///< the description of a register
inline const Noun media{QStringLiteral("media")};
inline const Noun section{QStringLiteral("section")};
inline const Noun site{QStringLiteral("site")};
inline const Noun user{QStringLiteral("user")};
inline const Noun workflow{QStringLiteral("workflow")};

} // namespace nouns

inline const std::array allNouns{nouns::article, nouns::media, nouns::registers, nouns::section,
                                 nouns::site,    nouns::user,  nouns::workflow};

} // namespace toasoan
