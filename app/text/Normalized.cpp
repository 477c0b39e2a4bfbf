#include "text/Normalized.h"

#include "text/CodePoint.h"

#include <algorithm>
#include <vector>

namespace toasoan {

namespace {

// As many as the stream-safe text format lets stand behind a letter (Unicode, annex 15).
constexpr int manyMarks = 30;

// What Qt may do by itself: where a letter becomes several, it moves all that stands behind.
constexpr qsizetype shortText = 1000;

/// Whether it is put in order with its neighbours, itself or what it is decomposed into.
bool movesAmongMarks(char32_t character)
{
    // The halfwidth sound marks of Japanese are letters that are decomposed into marks.
    return QChar::isMark(character) || character == 0xFF9E || character == 0xFF9F;
}

bool hasManyMarks(const QString &text)
{
    int marks = 0;
    for (qsizetype i = 0; i < text.size() && marks <= manyMarks;) {
        const auto [character, size] = CodePoint::at(text, i);
        marks = movesAmongMarks(character) ? marks + 1 : 0;
        i += size;
    }
    return marks > manyMarks;
}

/// Whether NFC leaves it as it is, beside others of which that is so: what nearly all Vietnamese is written in. No
/// mark, nothing that is composed or has a canonical equivalent (NFC_Quick_Check=Yes, and a class of 0).
bool isComposed(QChar character)
{
    const char16_t c = character.unicode();
    return c < 0x0300 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2027);
}

/// Whether it is composed with nothing before it. Besides marks, vowels and finals of Korean are (NFC_Quick_Check).
bool startsAnew(char32_t character)
{
    return !QChar::isMark(character) && (character < 0x1160 || character > 0x11FF);
}

void decompose(QStringView text, bool alsoCompatible, std::vector<char32_t> &characters)
{
    for (qsizetype i = 0; i < text.size();) {
        const auto [character, size] = CodePoint::at(text, i);
        i += size;
        const auto tag = QChar::decompositionTag(character);
        if (tag == QChar::Canonical || (alsoCompatible && tag != QChar::NoDecomposition))
            decompose(QChar::decomposition(character), alsoCompatible, characters);
        else
            characters.push_back(character);
    }
}

} // namespace

QString withoutHeapsOfMarks(const QString &text)
{
    if (!hasManyMarks(text))
        return text;
    QString kept;
    kept.reserve(text.size());
    int marks = 0;
    for (qsizetype i = 0; i < text.size();) {
        const auto [character, size] = CodePoint::at(text, i);
        marks = movesAmongMarks(character) ? marks + 1 : 0;
        if (marks <= manyMarks)
            kept += QStringView(text).sliced(i, size);
        i += size;
    }
    return kept;
}

QString normalized(const QString &text, QString::NormalizationForm form)
{
    if (form == QString::NormalizationForm_C && std::ranges::all_of(text, isComposed))
        return text;
    if (text.size() <= shortText && !hasManyMarks(text))
        return text.normalized(form);
    const bool alsoCompatible = form == QString::NormalizationForm_KD || form == QString::NormalizationForm_KC;
    std::vector<char32_t> characters;
    characters.reserve(std::size_t(text.size()));
    decompose(text, alsoCompatible, characters);
    const auto isMoved = [](char32_t character) { return QChar::combiningClass(character) != 0; };
    for (auto begin = characters.begin(); begin != characters.end();) {
        begin = std::find_if(begin, characters.end(), isMoved);
        const auto end = std::find_if_not(begin, characters.end(), isMoved);
        std::stable_sort(begin, end, [](char32_t one, char32_t other) {
            return QChar::combiningClass(one) < QChar::combiningClass(other);
        });
        begin = end;
    }
    QString result;
    result.reserve(text.size());
    QString piece; // what is left for Qt is to compose, in which it moves what stands behind too
    for (const char32_t character : characters) {
        if (piece.size() >= shortText && startsAnew(character)) {
            result += piece.normalized(form);
            piece.clear();
        }
        piece += QChar::fromUcs4(character);
    }
    return result + piece.normalized(form);
}

} // namespace toasoan
