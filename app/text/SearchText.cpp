#include "text/SearchText.h"

#include "text/NumberText.h"
#include "text/Vietnamese.h"

#include <QRegularExpression>

#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

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

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// "05" and "5" are one number, "07h30" and "7h30" one hour.
QString withoutZeros(const QString &word)
{
    qsizetype zeros = 0;
    while (zeros + 1 < word.size() && word[zeros] == u'0' && isDigit(word[zeros + 1]))
        ++zeros;
    return word.mid(zeros);
}

/// Whether a syllable may begin with it: there i and y are spelled by habit. Behind a vowel they differ (tai, tay).
bool isOnset(QStringView letters)
{
    static constexpr std::array onsets{u"",  u"b",  u"c", u"ch", u"d",  u"đ",  u"g",  u"gi", u"h",
                                       u"k", u"kh", u"l", u"m",  u"n",  u"ng", u"nh", u"p",  u"ph",
                                       u"r", u"s",  u"t", u"th", u"tr", u"v",  u"x"};
    return std::ranges::any_of(onsets, [letters](const char16_t *onset) { return letters == onset; });
}

/// `word` with i for each y that may be written for it: quý, quỳnh, kỹ, lý, y.
QString withOneI(QString word)
{
    if (word.startsWith(u"quy")) {
        word[2] = u'i';
        return word;
    }
    qsizetype end = word.size(); // before the tones
    while (end > 0 && word[end - 1].isMark())
        --end;
    if (end > 0 && word[end - 1] == u'y' && isOnset(QStringView(word).left(end - 1)))
        word[end - 1] = u'i';
    return word;
}

QStringList wordsOf(const QString &folded)
{
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = cutWord(isDigit(word.front()) ? withoutZeros(word) : withOneI(word));
    return words;
}

enum class Numbers
{
    Added, ///< behind the groups as they are written, by which they are found too
    Joined ///< in place of them
};

QString withNumbers(const QString &text, Numbers way)
{
    const auto places = groupedNumbers(text);
    if (places.empty())
        return text;
    QString result;
    qsizetype done = 0;
    for (const NumberPlace &place : places) {
        const qsizetype end = place.from + place.length;
        result += QStringView(text).mid(done, (way == Numbers::Added ? end : place.from) - done);
        result += u' ' + place.digits + u' ';
        if (way == Numbers::Added && !place.local.isEmpty())
            result += place.local + u' ';
        done = end;
    }
    return result + text.mid(done);
}

/// The letters of documents' numbers in one word: of those that are written as they should be, and of "959 qđ ubnd",
/// the kind (Decree 30/2020, annex III) and who issued it set apart by blanks or in small letters.
QString notations(const QString &text)
{
    static const QRegularExpression loose(
        uR"((?<![\p{L}\d/.,-])\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?[\h/-])"
        uR"(((?:nđ|nq|qđ|ct|qc|qyđ|tc|tb|hd|ctr|kh|pa|đa|da|bc|bb|ttr|hđ|cđ|tt|ttlt)(?:[\h/-](?:ubnd|hđnd|cp|ttg|)"
        uR"(tu|đu|hu|vp|vpcp|b(?:ca|ct|gdđt|gtvt|kh|lđtbxh|nn|nv|qp|tc|tp|ttt|vhttdl|xd|yt)))+)(?![\p{L}\d]))"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    QString found;
    const auto places = documentNumbers(text);
    for (const NumberPlace &place : places) {
        QString letters;
        for (const QChar sign : QStringView(text).mid(place.from, place.length)) {
            if (sign.isLetter() || (!letters.isEmpty() && isDigit(sign)))
                letters += sign;
        }
        found += u' ' + letters;
    }
    for (auto matches = loose.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (std::ranges::any_of(places, [&](const NumberPlace &place) { return place.from == match.capturedStart(); }))
            continue;
        found += u' ';
        for (const QChar sign : match.captured(1)) {
            if (sign.isLetter())
                found += sign;
        }
    }
    return found;
}

/// The hours of a text in their other spellings. With a colon an hour is written as 07:30; as 7:30 only where the words
/// beside it or another hour say so, since a map's scale and a mixture have a colon too (1:50, 1:25.000).
QString hours(const QString &text)
{
    static const QRegularExpression lettered(
        uR"((?<![\p{L}\d.,/])([01]?\d|2[0-4])\h*(?:h|g|giờ)\h*([0-5]\d)(?![\p{L}\d:]))"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression clock(
        uR"((?<![\p{L}\d.,/])(?<!\d:)(?:([01]\d|2[0-3])|(\d)):([0-5]\d)(?![\p{L}\d:]|[.,]\d|\h\d{3}(?!\d)))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression hourBefore(
        uR"((?:(?<!\p{L})(?:lúc|hồi|sáng|trưa|chiều|tối|đêm)|(?:[01]\d|2[0-3])[:h][0-5]\d\h*[-–])[:\h]*$)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hourBehind(
        uR"(^\h*(?:(?:sáng|trưa|chiều|tối|đêm|am|pm)(?!\p{L})|(?:[-–]|đến)\h*(?:1\d|2[0-3])[:h][0-5]\d(?!\d)))"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ratioBefore(uR"((?<!\p{L})(?:t[ỷỉ]\h+(?:lệ|số)|scale|ratio)[^.;,:\d\n]*$)"_s,
                                                QRegularExpression::UseUnicodePropertiesOption
                                                    | QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype nearby = 24;
    QString found;
    const auto add = [&found](const QString &hour, const QString &minute) {
        found += u" %1h%2 %1 giờ %2"_s.arg(hour, minute);
    };
    for (auto matches = lettered.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        add(match.captured(1), match.captured(2));
    }
    for (auto matches = clock.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const qsizetype from = std::max(qsizetype(0), match.capturedStart() - nearby);
        const QString before = text.mid(from, match.capturedStart() - from);
        if (ratioBefore.match(before).hasMatch())
            continue;
        const bool isShort = match.hasCaptured(2);
        if (isShort && !hourBefore.match(before).hasMatch()
            && !hourBehind.match(text.mid(match.capturedEnd(), nearby)).hasMatch())
            continue;
        add(match.captured(isShort ? 2 : 1), match.captured(3));
    }
    return found;
}

/// What a text is found by besides its words, because people write it in one word or in several: the letters of a
/// document's number (NĐ-CP, nđcp), a name with a number (Covid-19, COVID19), an hour (7h30, 7 h 30, 7 giờ 30). Stands
/// behind the text, where it comes between no words of a phrase.
QString otherSpellings(const QString &text)
{
    static const QRegularExpression named(uR"((?<![\p{L}\d])(\p{L}+)-(\d{1,4})(?![\p{L}\d]))"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression joined(uR"((?<![\p{L}\d])(\p{L}{2,})(\d{1,4})(?![\p{L}\d]))"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString others;
    if (std::ranges::none_of(text, isDigit))
        return others;
    others += notations(text);
    for (auto matches = named.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        others += u' ' + match.captured(1) + match.captured(2);
    }
    for (auto matches = joined.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        others += u' ' + match.captured(1) + u' ' + match.captured(2);
    }
    return others + hours(text);
}

/// A query as a text would say it: the hour in one word; of a pasted address what people write of it.
QString asWritten(QString asked)
{
    static const QRegularExpression scheme(u"\\bhttps?://"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hour(uR"((?<![\w.,/])(\d{1,2})\h+h\h*([0-5]\d)(?!\w))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return asked.replace(scheme, u" "_s).replace(hour, u"\\1h\\2"_s);
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
    const SearchTerm words = termOf(withNumbers(text, Numbers::Added) + otherSpellings(text));
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

QString plainWords(const QString &accented)
{
    return wordsOf(fold(accented)).join(u' ');
}

bool SearchQuery::isAccented() const
{
    return std::ranges::any_of(terms, [](const SearchTerm &term) { return term.plain != term.accented; });
}

SearchQuery searchQuery(const QString &asked)
{
    SearchQuery query;
    const QString text = withNumbers(asWritten(asked), Numbers::Joined);
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
