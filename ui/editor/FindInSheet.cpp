#include "ui/editor/FindInSheet.h"

#include "ui/editor/FindBar.h"
#include "ui/editor/FoundWords.h"
#include "ui/widgets/Look.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

FindInSheet::FindInSheet(FindBar &bar, QObject *parent) : QObject(parent), m_bar(bar)
{
    connect(&bar, &FindBar::asked, this, &FindInSheet::take);
}

void FindInSheet::setFields(std::vector<GrowingTextEdit *> fields)
{
    m_fields = std::move(fields);
    for (GrowingTextEdit *field : m_fields) {
        connect(field, &GrowingTextEdit::textChanged, this, [this] {
            if (!m_isOpen || m_isOurs)
                return;
            findPlaces();
            m_at = m_at < count() ? m_at : -1;
            mark();
            tell();
        });
    }
}

void FindInSheet::take(const QVariantMap &request)
{
    const QString what = request.value(u"what"_s).toString();
    if (std::exchange(m_isStopgap, false) && what == "look"_L1)
        m_at = -1; // what is looked for is another now
    m_request = request;
    m_isOpen = what != "close"_L1;
    if (what == "look"_L1) {
        look();
    } else if (what == "next"_L1) {
        step(Way::Next);
    } else if (what == "previous"_L1) {
        step(Way::Previous);
    } else if (what == "replace"_L1 && m_at >= 0) {
        replace();
    } else if (what == "replaceAll"_L1) {
        replaceAll();
    } else if (what == "close"_L1) {
        m_places.clear();
        m_at = -1;
        m_chosenField = nullptr; // the focus may go to what is selected there
        mark();
        emit pageAsked(request);
    } else {
        emit pageAsked(request);
    }
}

// The page answers later.
void FindInSheet::look()
{
    findPlaces();
    const auto focused = std::ranges::find_if(m_places, [](const Place &place) { return place.field->hasFocus(); });
    if (focused != m_places.end())
        m_at = int(focused - m_places.begin());
    else if (m_at >= count())
        m_at = -1;
    m_left = Way::None;
    m_entered = m_pageCurrent;
    ++m_looks;
    emit pageAsked(m_request);
    m_isStopgap = m_at < 0 && count() > 0 && m_pageTotal == 0;
    if (m_isStopgap)
        m_at = 0; // until the page says that it has one too
    if (m_at >= 0)
        choose(m_at);
    mark();
    tell();
}

void FindInSheet::setFoundInPage(int current, int total)
{
    m_pageCurrent = current;
    m_pageTotal = total;
    const bool isAnswer = m_looks > 0;
    m_looks = qMax(0, m_looks - 1);
    // It may be the answer to what was looked for before: the stopgap stays until the page has a place.
    const bool wasStopgap = total > 0 && std::exchange(m_isStopgap, false);
    if (isAnswer || wasStopgap)
        m_entered = current;
    if (wasStopgap) {
        m_at = -1;
        mark();
    }
    if (m_isOpen && total == 0 && m_at < 0 && count() > 0)
        choose(0);
    tell();
}

void FindInSheet::step(Way way)
{
    const bool isOn = way == Way::Next;
    if (m_at >= 0) {
        const int to = m_at + (isOn ? 1 : -1);
        if (to >= 0 && to < count())
            return choose(to);
        if (m_pageTotal == 0)
            return choose(isOn ? 0 : count() - 1);
        m_at = -1;
        mark();
        // Back on the place where the page was left; in the same direction, on the one after it.
        askPage(m_left == way ? (isOn ? u"next"_s : u"previous"_s) : u"look"_s);
        if (m_left != way)
            m_entered = m_left == Way::None ? m_pageCurrent : m_entered;
        tell();
        return;
    }
    const int after = isOn ? (m_pageCurrent % qMax(1, m_pageTotal)) + 1 : m_pageCurrent;
    const bool isRound = count() > 0 && m_pageTotal > 0 && m_pageCurrent > 0 && after == m_entered;
    if (isRound || (count() > 0 && m_pageTotal == 0)) {
        m_left = way;
        choose(isOn ? 0 : count() - 1);
        return;
    }
    emit pageAsked(m_request);
}

void FindInSheet::replace()
{
    const Place place = m_places.at(std::size_t(m_at));
    if (!put({&place, 1}))
        return;
    const int end = place.from + int(m_request.value(u"replacement"_s).toString().size());
    findPlaces();
    // The next place after what was put there: it may hold the words itself.
    const auto next = std::ranges::find_if(m_places, [&](const Place &other) {
        const auto order = [this](const GrowingTextEdit *field) { return std::ranges::find(m_fields, field); };
        return order(other.field) > order(place.field) || (other.field == place.field && other.from >= end);
    });
    if (next != m_places.end()) {
        choose(int(next - m_places.begin()));
    } else if (m_pageTotal > 0) {
        m_at = -1;
        mark();
        askPage(u"look"_s);
        tell();
    } else if (count() > 0) {
        choose(0);
    } else {
        m_at = -1;
        mark();
        tell();
    }
}

void FindInSheet::replaceAll()
{
    emit replacingAll();
    findPlaces();
    const std::vector<Place> places = m_places;
    const bool isInPage = m_pageTotal > 0 || m_looks > 0;
    QList<GrowingTextEdit *> changed;
    for (auto from = places.begin(); from != places.end();) {
        const auto to =
            std::find_if(from, places.end(), [&](const Place &place) { return place.field != from->field; });
        const QString before = from->field->toPlainText();
        put({from, to});
        if (from->field->toPlainText() != before)
            changed.append(from->field);
        from = to;
    }
    findPlaces();
    m_at = -1;
    mark();
    emit pageAsked(m_request);
    tell();
    emit replacedAll(changed, isInPage);
}

void FindInSheet::findPlaces()
{
    m_places.clear();
    const QString words = m_request.value(u"text"_s).toString();
    const MatchCase matchCase = m_request.value(u"matchCase"_s).toBool() ? MatchCase::Yes : MatchCase::No;
    for (GrowingTextEdit *field : m_fields) {
        for (const FoundWords &found : findWords(field->toPlainText(), words, matchCase))
            m_places.push_back({.field = field, .from = int(found.from), .length = int(found.length)});
    }
}

// Selected, so that the field has it when the focus goes there; the focus stays with the bar.
void FindInSheet::choose(int at)
{
    m_at = at;
    leaveField();
    const Place &place = m_places.at(std::size_t(at));
    QTextCursor cursor(place.field->document());
    cursor.setPosition(place.from);
    cursor.setPosition(place.from + place.length, QTextCursor::KeepAnchor);
    place.field->setTextCursor(cursor);
    m_chosenField = place.field;
    mark();
    tell();
    emit fieldChosen(place.field);
}

// What is selected looks like the place that is current: only that one is.
void FindInSheet::leaveField()
{
    if (!m_chosenField || (m_at >= 0 && m_places.at(std::size_t(m_at)).field == m_chosenField))
        return;
    QTextCursor cursor = m_chosenField->textCursor();
    cursor.clearSelection();
    std::exchange(m_chosenField, nullptr)->setTextCursor(cursor);
}

// Places of one field, in their order: all of them in one step for undo, or none where the field has no room for it.
bool FindInSheet::put(std::span<const Place> places)
{
    const QScopedValueRollback ours(m_isOurs, true);
    const QString replacement = m_request.value(u"replacement"_s).toString().normalized(QString::NormalizationForm_C);
    GrowingTextEdit &field = *places.front().field;
    QString text = field.toPlainText();
    for (std::size_t i = places.size(); i-- > 0;)
        text.replace(places[i].from, places[i].length, replacement);
    return field.replaceWithin(text);
}

void FindInSheet::mark()
{
    leaveField();
    for (GrowingTextEdit *field : m_fields) {
        QList<QTextEdit::ExtraSelection> marks;
        for (int at = 0; at < count(); ++at) {
            const Place &place = m_places.at(std::size_t(at));
            if (place.field != field)
                continue;
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(field->document());
            mark.cursor.setPosition(place.from);
            mark.cursor.setPosition(place.from + place.length, QTextCursor::KeepAnchor);
            const QColor colour = toneColour(Tone::Warning, field->palette());
            if (at == m_at) {
                mark.format.setBackground(colour);
                mark.format.setForeground(field->palette().color(QPalette::Base));
            } else {
                mark.format.setBackground(toneGround(Tone::Warning, field->palette()));
            }
            marks.append(mark);
        }
        field->setExtraSelections(marks);
    }
}

void FindInSheet::tell()
{
    const int current = m_at >= 0 ? m_at + 1 : m_pageCurrent > 0 ? count() + m_pageCurrent : 0;
    m_bar.setFound(current, count() + m_pageTotal);
}

void FindInSheet::askPage(const QString &what)
{
    QVariantMap request = m_request;
    request.insert(u"what"_s, what);
    emit pageAsked(request);
}

} // namespace toasoan
