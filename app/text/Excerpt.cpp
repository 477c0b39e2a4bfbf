#include "text/Excerpt.h"

#include "text/CodePoint.h"
#include "text/Days.h"
#include "text/NumberText.h"
#include "text/OtherSpellings.h"
#include "text/Vietnamese.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>

namespace toasoan {

namespace {

/// A word where it stands.
struct Place
{
    qsizetype from = 0;
    qsizetype end = 0;
    QString plain;
    QString accented;
    int term = -1; ///< the one that it is of
};

/// The words that a word is in an index. A page of hits has the same few thousand syllables again and again, and
/// folding one takes ten times as long as finding it here.
const SearchTerm &folded(const QString &word)
{
    constexpr qsizetype mostKept = 20'000;
    thread_local QHash<QString, SearchTerm> known;
    if (const auto found = known.constFind(word); found != known.constEnd())
        return *found;
    if (known.size() >= mostKept)
        known.clear();
    return *known.insert(word, standingWords(word));
}

bool belongsToWord(QStringView text, CodePoint character)
{
    const char32_t value = character.value;
    // What is no letter may be made of some (™).
    return QChar::isLetterOrNumber(value) || QChar::isMark(value) || isIgnorable(value)
        || (value > 0x7F && !folded(text.left(character.size).toString()).plain.isEmpty());
}

/// The telephone numbers, amounts, fractions and days of `text` that the query asks for: one word each, however they
/// are written. With the digits that it asks for.
std::vector<NumberPlace> askedNumbers(const QString &text, const SearchQuery &query)
{
    std::vector<NumberPlace> asked;
    std::vector<NumberPlace> numbers = days(text, SharedMonth::Told);
    std::ranges::move(daysWithoutYear(text), std::back_inserter(numbers));
    std::ranges::move(decimals(text), std::back_inserter(numbers));
    std::ranges::move(groupedNumbers(text), std::back_inserter(numbers));
    std::ranges::stable_sort(numbers, {}, &NumberPlace::from);
    for (NumberPlace &number : numbers) {
        const auto isAsked = [&query](const QString &digits) {
            return !digits.isEmpty() && std::ranges::any_of(query.terms, [&digits](const SearchTerm &term) {
                return term.plain.contains(digits);
            });
        };
        if (!isAsked(number.digits) && isAsked(number.local))
            number.digits = number.local;
        else if (!isAsked(number.digits))
            continue;
        if (asked.empty() || number.from >= asked.back().from + asked.back().length)
            asked.push_back(std::move(number));
    }
    return asked;
}

/// Whether the query asks for a name with a number as the one word that it is in an index too (CO2, U23).
bool isAskedName(const QString &word, const SearchQuery &query)
{
    return isShortNameWithNumber(word) && std::ranges::any_of(query.terms, [&word](const SearchTerm &term) {
               return term.plain.size() == 1 && term.plain.front().compare(word, Qt::CaseInsensitive) == 0;
           });
}

std::vector<Place> placesOf(const QString &text, const SearchQuery &query)
{
    std::vector<Place> places;
    const std::vector<NumberPlace> numbers = askedNumbers(text, query);
    auto number = numbers.begin();
    const auto add = [&](qsizetype from, qsizetype end) {
        const QString word = text.mid(from, end - from);
        if (isAskedName(word, query)) {
            places.push_back({.from = from, .end = end, .plain = word.toLower(), .accented = word.toLower()});
            return;
        }
        const SearchTerm &words = folded(word);
        for (qsizetype i = 0; i < words.plain.size(); ++i)
            places.push_back({.from = from, .end = end, .plain = words.plain[i], .accented = words.accented[i]});
    };
    qsizetype from = -1;
    qsizetype i = 0;
    while (i < text.size()) {
        if (number != numbers.end() && number->from == i) {
            if (from >= 0)
                add(from, i);
            from = -1;
            i += number->length;
            places.push_back({.from = number->from, .end = i, .plain = number->digits, .accented = number->digits});
            ++number;
            continue;
        }
        const CodePoint character = CodePoint::at(text, i);
        if (belongsToWord(QStringView(text).mid(i), character)) {
            from = from < 0 ? i : from;
        } else if (from >= 0) {
            add(from, i);
            from = -1;
        }
        i += character.size;
    }
    if (from >= 0)
        add(from, text.size());
    return places;
}

/// Notes at each word of which term it is; how many terms were found.
std::size_t findTerms(std::vector<Place> &places, const SearchQuery &query, QString Place::*form,
                      QStringList SearchTerm::*words)
{
    std::set<int> found;
    for (Place &place : places)
        place.term = -1;
    const auto note = [&](std::size_t term, const QStringList &wanted) {
        const auto count = static_cast<std::size_t>(wanted.size());
        for (std::size_t at = 0; at + count <= places.size(); ++at) {
            const auto first = places.begin() + std::ptrdiff_t(at);
            const bool stands =
                std::equal(wanted.begin(), wanted.end(), first,
                           [form](const QString &word, const Place &place) { return place.*form == word; });
            if (!stands)
                continue;
            std::for_each(first, first + std::ptrdiff_t(count), [term](Place &place) { place.term = int(term); });
            found.insert(int(term));
        }
    };
    for (std::size_t term = 0; term < query.terms.size(); ++term) {
        note(term, query.terms[term].*words);
        if (!query.terms[term].written.isEmpty())
            note(term, query.terms[term].written);
    }
    return found.size();
}

/// The first word of the stretch of at most `length` characters that has most terms, the earliest of equals; and its
/// end.
std::pair<std::size_t, std::size_t> bestStretch(const std::vector<Place> &places, qsizetype length)
{
    std::pair<std::size_t, std::size_t> best{0, 0};
    std::size_t most = 0;
    std::map<int, int> inside;
    std::size_t from = 0;
    for (std::size_t end = 0; end < places.size(); ++end) {
        if (places[end].term < 0)
            continue;
        ++inside[places[end].term];
        while (from < end && (places[end].end - places[from].from > length || places[from].term < 0)) {
            if (places[from].term >= 0 && --inside[places[from].term] == 0)
                inside.erase(places[from].term);
            ++from;
        }
        if (inside.size() > most) {
            most = inside.size();
            best = {from, end};
        }
    }
    return best;
}

bool endsSentence(const QString &words)
{
    static const QString ends = QStringLiteral(".!?…:;,");
    // A closing quotation mark or bracket stands behind the sign that ends the sentence.
    const auto last = std::find_if(words.rbegin(), words.rend(),
                                   [](QChar c) { return c != u'”' && c != u'"' && c != u'»' && c != u')'; });
    return last != words.rend() && ends.contains(*last);
}

/// Persons as a byline writes them: "Lê Thị Cúc", "Thu Hiền – Văn An". A place alone looks like one.
bool isOfNames(const QString &line)
{
    constexpr qsizetype longest = 80;
    if (line.size() > longest)
        return false;
    int count = 0;
    for (const QStringView word : QStringView(line).tokenize(u' ')) {
        if (word == u"–" || word == u"-" || word == u"&" || word == u"và")
            continue;
        const QStringView letters = word.chopped(word.endsWith(u',') ? 1 : 0);
        if (letters.isEmpty() || !letters.front().isUpper()
            || !std::ranges::all_of(letters, [](QChar c) { return c.isLetter() || c.isMark(); }))
            return false;
        ++count;
    }
    return count > 1;
}

/// "Ảnh: Thu Hiền", "Tranh minh họa", "Ảnh do nhân vật cung cấp".
bool isCredit(const QString &line)
{
    constexpr qsizetype longest = 80;
    static const QSet<QString> works{
        QStringLiteral("anh"),        QStringLiteral("hinh"),      QStringLiteral("hinh anh"),
        QStringLiteral("tranh"),      QStringLiteral("do hoa"),    QStringLiteral("video"),
        QStringLiteral("nguon"),      QStringLiteral("nguon anh"), QStringLiteral("bai anh"),
        QStringLiteral("bai va anh"), QStringLiteral("tin anh"),   QStringLiteral("tin va anh"),
        QStringLiteral("minh hoa"),   QStringLiteral("tac gia")};
    static const QStringList kinds{QStringLiteral(" minh hoa"), QStringLiteral(" tu lieu"), QStringLiteral(" luu tru"),
                                   QStringLiteral(" internet")};
    static const QSet<QString> firsts{QStringLiteral("anh"), QStringLiteral("hinh"),  QStringLiteral("tranh"),
                                      QStringLiteral("do"),  QStringLiteral("video"), QStringLiteral("nguon"),
                                      QStringLiteral("bai"), QStringLiteral("tin"),   QStringLiteral("minh"),
                                      QStringLiteral("tac")};
    if (line.size() > longest)
        return false;
    // Folding a word is cheap, folding every line is not.
    const SearchTerm &first = folded(line.section(u' ', 0, 0).remove(u':'));
    if (first.plain.isEmpty() || !firsts.contains(first.plain.front()))
        return false;
    if (const qsizetype colon = line.indexOf(u':'); colon >= 0)
        return works.contains(fold(line.first(colon)));
    const QString plain = fold(line);
    for (const QString &kind : kinds)
        if (plain.endsWith(kind) && works.contains(plain.chopped(kind.size())))
            return true;
    return works.contains(plain.section(QStringLiteral(" do "), 0, 0)) && plain.endsWith(QStringLiteral(" cung cap"));
}

/// Whether each of `lines` (their cells) says only by whom something is. A text does not tell, so it is guessed:
/// credits by their words; names where bylines stand, at the end, or alone among other lines, as below a picture.
/// Several in a row are a list of persons.
std::vector<bool> attributions(const std::vector<QStringList> &lines)
{
    std::vector<bool> names;
    std::vector<bool> result;
    for (const QStringList &cells : lines) {
        names.push_back(cells.size() == 1 && isOfNames(cells.front()));
        result.push_back(cells.size() == 1 && isCredit(cells.front()));
    }
    for (std::size_t i = 1; i + 1 < names.size(); ++i)
        result[i] = result[i] || (names[i] && !names[i - 1] && !names[i + 1]);
    for (std::size_t i = names.size(); i > 0 && names[i - 1]; --i)
        result[i - 1] = true;
    return result;
}

/// `text` in one line, without bylines and credits. What are sentences of their own stay so: the cells of a row are
/// told apart by a comma, and a line that does not end like a sentence (a heading, a caption, a row) from the next by a
/// dot.
QString oneLine(const QString &text)
{
    std::vector<QStringList> lines;
    for (const QString &line : text.split(u'\n')) {
        QStringList cells;
        for (const QString &cell : line.split(u'\t'))
            if (QString words = cell.simplified(); !words.isEmpty())
                cells.append(std::move(words));
        if (!cells.isEmpty())
            lines.push_back(std::move(cells));
    }
    std::vector<bool> isLeftOut = attributions(lines);
    if (std::ranges::find(isLeftOut, false) == isLeftOut.end())
        isLeftOut.assign(isLeftOut.size(), false);

    QString result;
    result.reserve(text.size());
    const auto add = [&result](const QString &words, const QString &sign) {
        if (!result.isEmpty())
            result += endsSentence(result) ? QStringLiteral(" ") : sign;
        result += words;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (isLeftOut[i])
            continue;
        add(lines[i].front(), QStringLiteral(" · "));
        for (qsizetype cell = 1; cell < lines[i].size(); ++cell)
            add(lines[i][cell], QStringLiteral(", "));
    }
    return result;
}

/// The words from `first` to `last` and what stands between them, with the text's own beginning if they begin it.
std::vector<ExcerptPiece> piecesOf(const QString &line, const std::vector<Place> &places, std::size_t first,
                                   std::size_t last)
{
    std::vector<ExcerptPiece> pieces;
    const auto add = [&pieces](const QString &part, bool isMatch) {
        if (part.isEmpty())
            return;
        if (!pieces.empty() && pieces.back().isMatch == isMatch)
            pieces.back().text += part;
        else
            pieces.push_back({.text = part, .isMatch = isMatch});
    };
    qsizetype at = first == 0 ? 0 : places[first].from;
    if (first > 0)
        add(QStringLiteral("… "), false);
    for (std::size_t i = first; i <= last; ++i) {
        const Place &place = places[i];
        // Of a word that is several (7h30), whichever was asked for.
        bool isMatch = false;
        for (std::size_t j = i; j < places.size() && places[j].from == place.from; ++j)
            isMatch = isMatch || places[j].term >= 0;
        // The blank between two words found side by side belongs to them.
        const bool goesOn = isMatch && i > first && places[i - 1].term >= 0 && place.from - at == 1 && line[at] == u' ';
        if (place.from > at)
            add(line.mid(at, place.from - at), goesOn);
        if (place.end > std::max(at, place.from))
            add(line.mid(place.from, place.end - place.from), isMatch);
        at = std::max(at, place.end);
    }
    if (last + 1 < places.size())
        add(QStringLiteral(" …"), false);
    else
        add(line.mid(at), false);
    return pieces;
}

} // namespace

std::vector<ExcerptPiece> excerpt(const QString &text, const SearchQuery &query, qsizetype length)
{
    const QString line = oneLine(text);
    std::vector<Place> places = placesOf(line, query);
    if (places.empty())
        return {};
    const bool isExact =
        query.isAccented() && findTerms(places, query, &Place::accented, &SearchTerm::accented) == query.terms.size();
    if (!isExact)
        (void)findTerms(places, query, &Place::plain, &SearchTerm::plain);

    // Some words before the first that was found, so that it can be understood.
    const auto [first, last] = bestStretch(places, length);
    std::size_t from = first;
    const qsizetype before = std::max<qsizetype>(0, (length - (places[last].end - places[first].from)) / 3);
    while (from > 0 && places[first].from - places[from - 1].from <= before)
        --from;
    std::size_t end = last;
    while (end + 1 < places.size() && places[end + 1].end - places[from].from <= length)
        ++end;
    // At the end of the text there is room before.
    while (from > 0 && end + 1 == places.size() && places[end].end - places[from - 1].from <= length)
        --from;

    return piecesOf(line, places, from, end);
}

std::vector<ExcerptPiece> marked(const QString &text, const SearchQuery &query)
{
    std::vector<Place> places = placesOf(text, query);
    if (places.empty())
        return {};
    // A title holds some of the words only: those with the same accents, if there is one.
    if (!query.isAccented() || findTerms(places, query, &Place::accented, &SearchTerm::accented) == 0)
        (void)findTerms(places, query, &Place::plain, &SearchTerm::plain);
    return piecesOf(text, places, 0, places.size() - 1);
}

} // namespace toasoan
