#include "text/OtherSpellings.h"

#include "text/Days.h"
#include "text/NumberText.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyLetters = QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption;
constexpr auto asTyped = QRegularExpression::UseUnicodePropertiesOption;

/// Longer ones than may be kept in one line (documentNumbers()): joint circulars have three who issued them.
constexpr qsizetype longestNumber = 40;

bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Digits, and those that are written above or below a line: m², CO₂.
bool isAnyDigit(QChar character)
{
    const char16_t c = character.unicode();
    return character.isDigit() || c == 0x00B2 || c == 0x00B3 || c == 0x00B9 || (c >= 0x2070 && c <= 0x2089);
}

/// A word that nobody types. Before each spelling: what stands side by side by chance is no phrase.
constexpr char16_t boundary = 0xA66E;

/// Spellings in their order, each once.
class Spellings
{
public:
    void add(const QString &spelling)
    {
        if (m_known.contains(spelling))
            return;
        m_known.insert(spelling);
        m_all += u' ' + QChar(boundary) + u' ' + spelling;
    }

    [[nodiscard]] const QString &all() const { return m_all; }

private:
    QSet<QString> m_known;
    QString m_all;
};

template <typename Add>
void forEach(const QRegularExpression &form, const QString &text, Add add)
{
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        add(matches.next());
}

/// The kinds of documents (Decree 30/2020, annex III; Guide 36-HD/VPTW of the Party) and who issues them.
const QString &kinds()
{
    static const QString all = u"(?:nđ|nq|ngq|qđi|qđ|ct|cv|qc|qyđ|tc|tb|hd|ctr|kh|kl|pa|đa|da|bc|bb|ttr|ttlt|tt|hđ|cđ|"
                               "gm|lt)"_s;
    return all;
}

const QString &issuers()
{
    static const QString all =
        u"(?:ubnd|hđnd|cp|ttg|ctn|qh1\\d|ubtvqh1\\d|tw|tu|đu|hu|vpcp|vp|mttq|"
        "b(?:ca|ct|cđ|ch|gdđt|gtvt|khđt|khcn|kh|lđtbxh|nnptnt|nn|nv|qp|tc|tp|tttt|ttt|tnmt|vhttdl|xd|yt))"_s;
    return all;
}

/// "05/CT-TTg" is found by 5/CTTTg and 5CTTTg. Where the letters are written in one word or set apart by blanks, or in
/// small letters ("959 qđ ubnd"), those of known kinds and issuers are told apart; in one way only, since VPCPVPCP…
/// could be read in many.
void addNotations(Spellings &spellings, const QString &text)
{
    static const QRegularExpression loose(uR"((?<![\p{L}\d/.,-])(\d{1,6})[a-z]?(?:/(?:19|20)\d\d)?[\h/-]?()"_s + kinds()
                                              + u"(?:[\\h/-]?"_s + issuers() + uR"()++)(?![\p{L}\d]))"_s,
                                          anyLetters);
    static const QRegularExpression firstKind(u"^"_s + kinds() + u"(?=[\\h/-]?"_s + issuers() + u")"_s, anyLetters);
    static const QRegularExpression issuer(issuers(), anyLetters);
    static const QRegularExpression between(u"[\\h/-]+"_s);
    static const QRegularExpression number(uR"(^(\d+)[a-z]?[/\x{2010}\x{2011}-](?:\d+/)?(.*)$)"_s);
    for (const NumberPlace &place : documentNumbers(text, longestNumber)) {
        const auto parts = number.match(text.mid(place.from, place.length));
        QString letters = parts.captured(2);
        letters.removeIf([](QChar sign) { return !sign.isLetterOrNumber(); });
        spellings.add(parts.captured(1) + u' ' + letters);
    }
    forEach(loose, text, [&](const QRegularExpressionMatch &match) {
        const QString letters = match.captured(2);
        QString joined = letters;
        spellings.add(match.captured(1) + u' ' + joined.remove(between));
        const auto kind = firstKind.match(letters);
        QString apart = kind.captured();
        forEach(issuer, letters.mid(kind.capturedEnd()),
                [&apart](const QRegularExpressionMatch &each) { apart += u' ' + each.captured(); });
        spellings.add(match.captured(1) + u' ' + apart);
    });
}

/// The hours of a text in their other spellings. With a colon an hour is written as 07:30; as 7:30 only where the words
/// beside it or another hour say so, since a map's scale and a mixture have a colon too (1:50, 1:25.000). A full
/// one has the minutes 00 too.
void addHours(Spellings &spellings, const QString &text)
{
    static const QRegularExpression lettered(
        uR"((?<![\p{L}\d.,/])([01]?\d|2[0-4])\h*(?:h|g|giờ)\h*([0-5]\d)(?![\p{L}\d:]))"_s, anyLetters);
    static const QRegularExpression full(
        uR"((?<![\p{L}\d.,/:])(\d{1,3})\h*(h|g|giờ)(?![\p{L}\d])(?!\h*[0-5]\d(?![\p{L}\d:])))"_s, anyLetters);
    static const QRegularExpression clock(
        uR"((?<![\p{L}\d.,/])(?<!\d:)(?:([01]\d|2[0-3])|(\d)):([0-5]\d)(?![\p{L}\d:]|[.,]\d|\h\d{3}(?!\d)))"_s,
        asTyped);
    static const QRegularExpression hourBefore(
        uR"((?:(?<!\p{L})(?:lúc|hồi|sáng|trưa|chiều|tối|đêm)|(?:[01]\d|2[0-3])[:h][0-5]\d\h*[-–])[:\h]*$)"_s,
        anyLetters);
    static const QRegularExpression hourBehind(
        uR"(^\h*(?:(?:sáng|trưa|chiều|tối|đêm|am|pm)(?!\p{L})|(?:[-–]|đến)\h*(?:1\d|2[0-3])[:h][0-5]\d(?!\d)))"_s,
        anyLetters);
    static const QRegularExpression ratioBefore(uR"((?<!\p{L})(?:t[ỷỉ]\h+(?:lệ|số)|scale|ratio)[^.;,:\d\n]*$)"_s,
                                                anyLetters);
    constexpr qsizetype nearby = 24;
    const auto before = [&text](const QRegularExpressionMatch &match) {
        const qsizetype from = std::max(qsizetype(0), match.capturedStart() - nearby);
        return text.mid(from, match.capturedStart() - from);
    };
    const auto add = [&spellings](const QString &hour, const QString &minute) {
        spellings.add(u"%1h%2"_s.arg(hour, minute));
        spellings.add(u"%1 giờ %2"_s.arg(hour, minute));
    };
    forEach(lettered, text, [&](const QRegularExpressionMatch &match) { add(match.captured(1), match.captured(2)); });
    forEach(full, text, [&](const QRegularExpressionMatch &match) {
        // A number with g is a weight, if no word beside it says otherwise.
        const bool isHour = match.captured(2).compare(u'g', Qt::CaseInsensitive) != 0
            || hourBefore.match(before(match)).hasMatch()
            || hourBehind.match(text.mid(match.capturedEnd(), nearby)).hasMatch();
        if (!isHour)
            return;
        spellings.add(match.captured(1) + u"h00"_s);
        spellings.add(match.captured(1) + u" giờ"_s);
    });
    forEach(clock, text, [&](const QRegularExpressionMatch &match) {
        if (ratioBefore.match(before(match)).hasMatch())
            return;
        const bool isShort = match.hasCaptured(2);
        if (isShort && match.captured(3) != "00"_L1 && !hourBefore.match(before(match)).hasMatch()
            && !hourBehind.match(text.mid(match.capturedEnd(), nearby)).hasMatch())
            return;
        add(match.captured(isShort ? 2 : 1), match.captured(3));
    });
}

/// Days as one word, and in words: of 3/10/2025 "ngày 3 tháng 10 năm 2025". Of 10/2025 "tháng 10 năm 2025".
void addDays(Spellings &spellings, const QString &text, const QDate &written)
{
    static const QRegularExpression monthAndYear(
        uR"((?<![\p{L}\d.,/-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\p{L}\d]|[/.,-]\d))"_s, asTyped);
    const auto inWords = [](QStringView month, QStringView year) { return u"tháng %1 năm %2"_s.arg(month, year); };
    for (const NumberPlace &place : days(text, SharedMonth::Told)) {
        const QStringView digits = place.digits;
        spellings.add(place.digits);
        spellings.add(place.local);
        spellings.add(u"ngày %1 "_s.arg(digits.mid(6)) + inWords(digits.mid(4, 2), digits.left(4)));
    }
    if (written.isValid()) {
        for (const NumberPlace &place : daysOfTheYear(text, written))
            spellings.add(place.digits);
    }
    for (const NumberPlace &place : daysWithoutYear(text))
        spellings.add(place.local);
    forEach(monthAndYear, text, [&](const QRegularExpressionMatch &match) {
        spellings.add(inWords(match.capturedView(1), match.capturedView(2)));
    });
}

/// A number in Roman digits behind a word that is counted in them: quý IV, Đại hội XIV, khóa XV. Alone they may be
/// letters.
const QRegularExpression &romanNumbers()
{
    static const QRegularExpression form(
        uR"((?<!\p{L})(quý|quí|khóa|khoá|kỳ|kì|thứ|hội|chương|phần|thế kỷ|thế kỉ|hạng|loại|cấp|mức|bậc|nhóm|khu vực))"
        uR"(\h+((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?![\p{L}\p{M}\d]))"_s,
        anyLetters);
    return form;
}

QString arabic(QStringView roman)
{
    const auto valueOf = [](QChar digit) { return digit == u'X' ? 10 : digit == u'V' ? 5 : 1; };
    int number = 0;
    for (qsizetype i = 0; i < roman.size(); ++i) {
        const int value = valueOf(roman[i].toUpper());
        number += i + 1 < roman.size() && valueOf(roman[i + 1].toUpper()) > value ? -value : value;
    }
    return QString::number(number);
}

/// The number plates of cars and motorcycles: 74A-123.45, 74-B1 234.56.
const QRegularExpression &plates()
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\d.,/-])(\d\d)-?(\p{L}{1,2}|\p{L}\d)(?:\h|\h?[-.]\h?)?(\d{3})\.?(\d{2})(?![\p{L}\d]|[.,]\d))"_s,
        asTyped);
    return form;
}

void addNames(Spellings &spellings, const QString &text)
{
    // SARS-CoV-2 and A/H5N1.
    static const QRegularExpression withNumber(
        uR"((?<![\p{L}\d/.-])((?:\p{L}{1,6}[-/]){1,3}\p{L}{1,6})[-\x{2010}\x{2011}]?(\d{1,4}(?:\p{L}{1,3}\d{1,4})?)(?!\d))"_s,
        asTyped);
    // I-rắc, Mát-xcơ-va, e-mail, Wi-Fi: names of other languages by their syllables.
    static const QRegularExpression syllables(
        uR"((?<![\p{L}\d/.-])\p{L}{1,8}(?:[-\x{2010}\x{2011}]\p{L}\p{Ll}{0,7}){1,5}(?![\p{L}\d-]))"_s, asTyped);
    static const QRegularExpression initials(uR"((?<![\p{L}\d.])\p{Lu}(?:\.\h?\p{Lu}){1,5}(?![\p{L}\d]))"_s, asTyped);
    static const QRegularExpression city(uR"((?<![\p{L}\d])T[Pp](?:\.\h?|\h)?(\p{Lu}{2,4})(?![\p{L}\d]))"_s, asTyped);
    const auto letters = [](QString name) {
        return name.removeIf([](QChar sign) { return !sign.isLetter() && !sign.isMark(); });
    };
    forEach(withNumber, text, [&](const QRegularExpressionMatch &match) {
        spellings.add(letters(match.captured(1)) + match.captured(2));
    });
    forEach(plates(), text, [&](const QRegularExpressionMatch &match) {
        spellings.add(match.captured(1) + match.captured(2) + u' ' + match.captured(3) + match.captured(4));
    });
    for (const auto &form : {syllables, initials})
        forEach(form, text, [&](const QRegularExpressionMatch &match) { spellings.add(letters(match.captured())); });
    forEach(city, text, [&](const QRegularExpressionMatch &match) {
        spellings.add(u"TP "_s + match.captured(1));
        spellings.add(u"TP"_s + match.captured(1));
    });
}

} // namespace

QString withRunsApart(const QString &text)
{
    if (std::ranges::none_of(text, isAnyDigit))
        return text;
    QString result;
    result.reserve(text.size() + text.size() / 8);
    QChar last;
    for (const QChar character : text) {
        if ((isAnyDigit(character) && (last.isLetter() || last.isMark())) || (character.isLetter() && isAnyDigit(last)))
            result += u' ';
        result += character;
        last = character;
    }
    return result;
}

bool hasSeveralRuns(QStringView word)
{
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    return std::ranges::any_of(word, isAnyDigit) && std::ranges::any_of(word, isLetter);
}

bool isShortNameWithNumber(QStringView word)
{
    // Letters without an accent that have a vowel behind at most one other: a, co, ha.
    const auto isVowel = [](QChar c) { return QStringView(u"aeiouyAEIOUY").contains(c); };
    const qsizetype count = std::distance(word.begin(), std::ranges::find_if(word, isAsciiDigit));
    if (count < 1 || count > 2 || count == word.size() || !std::all_of(word.begin() + count, word.end(), isAsciiDigit))
        return false;
    return std::all_of(word.begin(), word.begin() + count, [](QChar c) { return c.unicode() < 0x80 && c.isLetter(); })
        && std::any_of(word.begin(), word.begin() + count, isVowel);
}

QString shortNamesWithNumbers(const QString &text)
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\p{M}])(?:([A-Za-z]{1,2})[-\x{2010}\x{2011}]?|([A-Z]{1,2})(?:\.\h?|\h))([\d₀-₉]{1,12})(?![\p{L}\d]))"_s,
        asTyped);
    Spellings spellings;
    if (std::ranges::none_of(text, isAnyDigit))
        return {};
    forEach(form, text, [&](const QRegularExpressionMatch &match) {
        const QString name =
            match.captured(1) + match.captured(2) + match.captured(3).normalized(QString::NormalizationForm_KC);
        if (isShortNameWithNumber(name))
            spellings.add(name);
    });
    return spellings.all();
}

QString otherSpellings(const QString &text, const QDate &written)
{
    Spellings spellings;
    addNames(spellings, text);
    forEach(romanNumbers(), text, [&](const QRegularExpressionMatch &match) {
        spellings.add(match.captured(1) + u' ' + arabic(match.capturedView(2)));
    });
    if (std::ranges::any_of(text, isAnyDigit)) {
        addNotations(spellings, text);
        addHours(spellings, text);
        addDays(spellings, text, written);
        for (const NumberPlace &number : decimals(text))
            spellings.add(number.digits);
    }
    return spellings.all();
}

QString inKnownSpelling(QString words)
{
    static const QRegularExpression fullHour(
        uR"((?<![\p{L}\d.,/:])([01]?\d|2[0-4])\h*(?:h|g|giờ|:)\h*00(?![\p{L}\d:]|[.,]\d|\h\d{3}(?!\d)))"
        uR"((?:\h*(?:phút|ph|p)(?!\p{L}))?)"_s,
        anyLetters);
    static const QRegularExpression withMinutes(
        uR"((?<![\p{L}\d.,/:])([01]?\d|2[0-4])\h*(?:[hg]|(giờ))\h*([0-5]\d)(?:\h*(?:phút|ph|p))?(?![\p{L}\d:]))"_s,
        anyLetters);
    static const QRegularExpression initials(uR"((?<![\p{L}\d.])\p{Lu}(?:\.\p{Lu}){1,5}(?![\p{L}\d]))"_s, asTyped);
    static const QRegularExpression prefixed(
        uR"((?<![\p{L}\d/.-])([IiEeÊêOoÔôUuƯư])[-\x{2010}\x{2011}](\p{Ll}{2,8})(?![\p{L}\d-]))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    words.replace(fullHour, u"\\1h00"_s);
    for (auto match = withMinutes.match(words); match.hasMatch();) {
        const QString between = match.hasCaptured(2) ? u" giờ "_s : u"h"_s;
        const QString hour = match.captured(1) + between + match.captured(3);
        words.replace(match.capturedStart(), match.capturedLength(), hour);
        match = withMinutes.match(words, match.capturedStart() + hour.size());
    }
    words.replace(plates(), u"\\1\\2 \\3\\4"_s);
    for (auto match = romanNumbers().match(words); match.hasMatch(); match = romanNumbers().match(words))
        words.replace(match.capturedStart(2), match.capturedLength(2), arabic(match.capturedView(2)));
    for (auto match = initials.match(words); match.hasMatch(); match = initials.match(words))
        words.replace(match.capturedStart(), match.capturedLength(), match.captured().remove(u'.'));
    return words.replace(prefixed, u"\\1\\2"_s);
}

} // namespace toasoan
