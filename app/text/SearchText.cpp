#include "text/SearchText.h"

#include "text/Days.h"
#include "text/NumberText.h"
#include "text/OtherSpellings.h"
#include "text/Vietnamese.h"

#include <QHash>
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

/// `places`: of groupedNumbers(text).
QString withNumbers(const QString &text, const std::vector<NumberPlace> &places, Numbers way)
{
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

/// A query as a text would say it: the hour in one word; of a pasted address what people write of it.
QString asWritten(QString asked)
{
    static const QRegularExpression scheme(u"\\bhttps?://"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hour(uR"((?<![\w.,/])(\d{1,2})\h+h\h*([0-5]\d)(?!\w))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return asked.replace(scheme, u" "_s).replace(hour, u"\\1h\\2"_s);
}

/// The words of `text` as they stand.
SearchTerm wordsAsTheyStand(const QString &text)
{
    return {.plain = wordsOf(fold(text)), .accented = wordsOf(foldKeepingAccents(text))};
}

/// With letters and digits apart.
SearchTerm termOf(const QString &text)
{
    return wordsAsTheyStand(withRunsApart(text));
}

/// The sign of multiplication is typed as a letter: 4×6 and 4x6.
QString withTypedSigns(QString text)
{
    return text.replace(u'×', u'x');
}

bool belongsToWord(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate()
        || isIgnorable(character.unicode()) || (character.unicode() > 0x7F && !fold(character).isEmpty());
}

/// The words of `text` as they were typed, before they are folded.
QStringList typedWords(const QString &text)
{
    QStringList words;
    auto from = text.begin();
    while (from != text.end()) {
        from = std::find_if(from, text.end(), belongsToWord);
        const auto end = std::find_if_not(from, text.end(), belongsToWord);
        if (from != end)
            words.append(QString(from, std::distance(from, end)));
        from = end;
    }
    return words;
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

SearchText searchText(const QString &said, const QDate &written)
{
    const QString text = withTypedSigns(said);
    SearchTerm words = termOf(withNumbers(text, groupedNumbers(text), Numbers::Added) + otherSpellings(text, written));
    const SearchTerm names = wordsAsTheyStand(shortNamesWithNumbers(text));
    words.plain += names.plain;
    words.accented += names.accented;
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

SearchTerm standingWords(const QString &text)
{
    return termOf(withTypedSigns(text));
}

QString plainOfAccented(const QString &accented)
{
    return wordsOf(fold(accented)).join(u' ');
}

bool SearchQuery::isAccented() const
{
    return std::ranges::any_of(terms, [](const SearchTerm &term) { return term.plain != term.accented; });
}

namespace {

struct WholeNumber
{
    NumberPlace place;
    bool coversWritten = true; ///< see SearchTerm
};

/// What a query has in several numbers that each text has as one word. A point may be an hour's or a day's (7.30).
std::vector<WholeNumber> wholeNumbers(const QString &asked)
{
    std::vector<WholeNumber> all;
    for (NumberPlace &day : days(asked, SharedMonth::LeftOut))
        all.push_back({.place = std::move(day)});
    for (NumberPlace &number : decimals(asked)) {
        const QStringView typed = QStringView(asked).mid(number.from, number.length);
        const bool isPartOfADay = std::ranges::any_of(all, [&number](const WholeNumber &day) {
            return number.from < day.place.from + day.place.length && day.place.from < number.from + number.length;
        });
        if (!isPartOfADay && typed.contains(u',') && !typed.contains(u' '))
            all.push_back({.place = std::move(number)});
    }
    // In a text these numbers may mean something else (a document's 12/5): they are asked for as they were typed too.
    for (NumberPlace &day : daysWithoutYear(asked))
        all.push_back({.place = std::move(day), .coversWritten = false});
    std::ranges::sort(all, {}, [](const WholeNumber &number) { return number.place.from; });
    return all;
}

} // namespace

SearchQuery searchQuery(const QString &asked)
{
    SearchQuery query;
    const QString said = asWritten(withTypedSigns(asked));
    const auto numbers = groupedNumbers(said);
    const QString text = withNumbers(said, numbers, Numbers::Joined);
    QHash<QString, QStringList> groups; // of each number that is one word now
    for (const NumberPlace &number : numbers)
        groups.insert(number.digits, termOf(said.mid(number.from, number.length)).plain);
    qsizetype room = mostQueryWords;
    const auto add = [&](SearchTerm term) {
        term.plain = term.plain.mid(0, room);
        term.accented = term.accented.mid(0, room);
        room -= term.plain.size();
        if (term.written.isEmpty()) {
            for (const QString &word : std::as_const(term.plain))
                term.written += groups.value(word, {word});
        }
        if (term.written == term.plain)
            term.written.clear();
        if (!term.plain.isEmpty() && std::ranges::find(query.terms, term) == query.terms.end())
            query.terms.push_back(std::move(term));
    };
    const auto addSingle = [&](const QString &words) {
        for (const QString &word : typedWords(inKnownSpelling(words))) {
            const bool isOneName = isShortNameWithNumber(word);
            SearchTerm all = isOneName ? wordsAsTheyStand(word) : termOf(word);
            // What was typed without a blank stands side by side.
            if (!isOneName && hasSeveralRuns(word)) {
                add(std::move(all));
                continue;
            }
            for (qsizetype i = 0; i < all.plain.size(); ++i)
                add({.plain = {all.plain[i]}, .accented = {all.accented[i]}});
        }
    };
    const auto addWhole = [&](const QString &words, const WholeNumber &number) {
        const auto &[place, coversWritten] = number;
        const QString typed = words.mid(place.from, place.length);
        add({.plain = {place.digits},
             .accented = {place.digits},
             .written = termOf(typed).plain,
             .coversWritten = coversWritten});
    };
    const auto addWords = [&](const QString &words) {
        static const QRegularExpression day(uR"((?<!\p{L})ng[aà]y\h+$)"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
        qsizetype done = 0;
        for (const WholeNumber &number : wholeNumbers(words)) {
            addSingle(words.mid(done, number.place.from - done).remove(day)); // a text may say it without
            addWhole(words, number);
            done = number.place.from + number.place.length;
        }
        addSingle(words.mid(done));
    };
    const auto addPhrase = [&](const QString &words) {
        const auto all = wholeNumbers(words);
        if (all.size() == 1 && all.front().place.length == words.size())
            addWhole(words, all.front());
        else
            add(termOf(words));
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
        addPhrase(QString(open + 1, std::distance(open + 1, close)).trimmed());
        from = std::distance(text.begin(), close) + 1;
    }
    return query;
}

} // namespace toasoan
