#include "text/SearchText.h"

#include "text/Vietnamese.h"

namespace toasoan {

namespace {

constexpr qsizetype longestWord = 64;
// PostgreSQL's tsvector takes a megabyte of different words.
constexpr qsizetype mostBytes = 1'000'000;
constexpr qsizetype mostQueryWords = 20;

QString cutWord(const QString &word)
{
    if (word.size() <= longestWord)
        return word;
    return word.left(word[longestWord - 1].isHighSurrogate() ? longestWord - 1 : longestWord);
}

QStringList wordsOf(const QString &folded)
{
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = cutWord(word);
    return words;
}

SearchTerm termOf(const QString &text)
{
    return {.plain = wordsOf(fold(text)), .accented = wordsOf(foldKeepingAccents(text))};
}

bool opensPhrase(QChar character)
{
    return character == u'"' || character == u'“' || character == u'«' || character == u'„';
}

bool closesPhrase(QChar character)
{
    return character == u'"' || character == u'”' || character == u'»' || character == u'“';
}

} // namespace

SearchText searchText(const QString &text)
{
    const SearchTerm words = termOf(text);
    SearchText result;
    result.plain.reserve(text.size());
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < words.plain.size(); ++i) {
        bytes += words.accented[i].toUtf8().size() + 1;
        if (bytes > mostBytes)
            break;
        if (i > 0) {
            result.plain += u' ';
            result.accented += u' ';
        }
        result.plain += words.plain[i];
        result.accented += words.accented[i];
    }
    return result;
}

bool SearchQuery::isAccented() const
{
    return std::ranges::any_of(terms, [](const SearchTerm &term) { return term.plain != term.accented; });
}

SearchQuery searchQuery(const QString &text)
{
    SearchQuery query;
    qsizetype room = mostQueryWords;
    const auto add = [&](SearchTerm term) {
        term.plain = term.plain.mid(0, room);
        term.accented = term.accented.mid(0, room);
        room -= term.plain.size();
        if (!term.plain.isEmpty() && std::ranges::find(query.terms, term) == query.terms.end())
            query.terms.push_back(std::move(term));
    };
    const auto addWords = [&](const QString &words) {
        const SearchTerm all = termOf(words);
        for (qsizetype i = 0; i < all.plain.size(); ++i)
            add({.plain = {all.plain[i]}, .accented = {all.accented[i]}});
    };
    qsizetype from = 0;
    while (from < text.size()) {
        const auto open = std::find_if(text.begin() + from, text.end(), opensPhrase);
        const auto close = open == text.end() ? open : std::find_if(open + 1, text.end(), closesPhrase);
        addWords(text.mid(from, std::distance(text.begin() + from, open)));
        if (close == text.end()) {
            // A quotation mark without its other half is a sign like others.
            if (open != text.end())
                addWords(text.mid(std::distance(text.begin(), open)));
            break;
        }
        add(termOf(QString(open + 1, std::distance(open + 1, close))));
        from = std::distance(text.begin(), close) + 1;
    }
    return query;
}

} // namespace toasoan
