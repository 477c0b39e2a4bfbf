#include "domain/Entry.h"

#include "document/Document.h"
#include "domain/EntryForm.h"
#include "text/DateText.h"
#include "text/NewsroomZone.h"

#include <QJsonDocument>

#include <algorithm>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

QString shownDate(const QString &text, Language language)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return text;
    return localeOf(language).toString(date, language == Language::Vietnamese ? u"dd-MM-yyyy"_s : u"d MMMM yyyy"_s);
}

QString shownInstant(const QString &text, Language language)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return text;
    const QDateTime here = newsroomTime(fromMilliseconds(moment.toMSecsSinceEpoch()));
    return u"%1, %2"_s.arg(here.toString(u"HH:mm"_s), shownDate(here.date().toString(Qt::ISODate), language));
}

QString shownPeriod(const QJsonObject &period, Language language)
{
    const bool isEnglish = language == Language::English;
    QStringList parts;
    if (const QString from = period.value("from"_L1).toString(); !from.isEmpty())
        parts.append((isEnglish ? u"from %1"_s : u"từ %1"_s).arg(shownDate(from, language)));
    if (const QString to = period.value("to"_L1).toString(); !to.isEmpty())
        parts.append((isEnglish ? u"to %1"_s : u"đến %1"_s).arg(shownDate(to, language)));
    return parts.join(u' ');
}

// A number that is a text: only its comma is the language's.
QString shownDecimal(QString text, Language language)
{
    return language == Language::Vietnamese ? text.replace(u'.', u',') : text;
}

QString asItIs(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().simplified();
    const QString json = QString::fromUtf8(canonical(value));
    return isEmpty(value) ? QString() : json.mid(1, json.size() - 2);
}

document::Node bodyOf(const QJsonValue &value)
{
    const auto body = document::readStored(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return body ? *body : document::emptyDocument();
}

QString shownRows(const Field &field, const QJsonArray &rows, bool isEnglish)
{
    QStringList lines;
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const Field &column : field.columns) {
            if (const QString cell = shown(column, row[column.name], isEnglish); !cell.isEmpty())
                cells.append(cell);
        }
        if (!cells.isEmpty())
            lines.append(cells.join(u", "_s));
    }
    return lines.join(u"; "_s);
}

QString shownOne(const Field &field, const QJsonValue &value, bool isEnglish)
{
    const Language language = isEnglish ? Language::English : Language::Vietnamese;
    switch (field.kind) {
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Address:
    case FieldKind::Reference:
    case FieldKind::File:
        return asItIs(value);
    case FieldKind::Body:
        return value.isObject() ? document::toPlainText(bodyOf(value)).simplified() : asItIs(value);
    case FieldKind::Integer: // perhaps a year, or a number in a row of them
        return value.isDouble() ? QString::number(value.toInteger()) : asItIs(value);
    case FieldKind::Decimal:
        return shownDecimal(asItIs(value), language);
    case FieldKind::Money:
        return value.isDouble() ? numberText(value.toInteger(), language) + u" đ"_s : asItIs(value);
    case FieldKind::Date:
        return shownDate(asItIs(value), language);
    case FieldKind::Moment:
        return shownInstant(asItIs(value), language);
    case FieldKind::Period:
        return value.isObject() ? shownPeriod(value.toObject(), language) : asItIs(value);
    case FieldKind::Choice: {
        const auto choice = std::ranges::find(field.limits.choices, value.toString(), &Choice::code);
        return choice == field.limits.choices.end() ? asItIs(value) : choice->label.in(isEnglish);
    }
    case FieldKind::Flag:
        if (value.isBool())
            return value.toBool() ? (isEnglish ? u"yes"_s : u"có"_s) : QString();
        return asItIs(value);
    case FieldKind::Rows:
        return value.isArray() ? shownRows(field, value.toArray(), isEnglish) : asItIs(value);
    }
    Q_UNREACHABLE();
}

// A title's form in turn: words, field, words, field … words.
struct TitleForm
{
    QStringList words; ///< one more than fields
    QStringList fields;
};

TitleForm titleForm(const QString &title)
{
    TitleForm form;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = title.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : title.indexOf(u'}', open);
        if (close < 0)
            break;
        form.words.append(title.mid(from, open - from));
        form.fields.append(title.mid(open + 1, close - open - 1));
        from = close + 1;
    }
    form.words.append(title.mid(from));
    return form;
}

constexpr auto openers = "([\"“«"_L1;
constexpr auto closers = ")]\"”»"_L1;

// What of the words between two fields belongs to the one before them, and what to the one behind.
QString closing(const QString &words)
{
    const auto end = std::ranges::find_if(words, [](QChar c) { return !QString(closers).contains(c); });
    return words.left(std::distance(words.begin(), end));
}

QString opening(const QString &words)
{
    qsizetype from = words.size();
    while (from > 0 && QString(openers).contains(words[from - 1]))
        --from;
    return words.mid(from);
}

} // namespace

QString shown(const Field &field, const QJsonValue &value, bool isEnglish)
{
    if (field.count != Count::Many || !value.isArray())
        return shownOne(field, value, isEnglish);
    QStringList parts;
    for (const QJsonValue &each : value.toArray())
        parts.append(shownOne(field, each, isEnglish));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString titleOf(const Register &described, const QByteArray &content)
{
    if (described.isSingle)
        return described.one.vi;
    const QJsonObject says = read(content).valueOr({});
    const TitleForm form = titleForm(described.title);
    QString title;
    qsizetype before = -1; // the last field that says something
    for (qsizetype at = 0; at < form.fields.size(); ++at) {
        const Field *field = described.find(form.fields[at]);
        const QString value = field ? shown(*field, says.value(field->name), false) : QString();
        if (value.isEmpty())
            continue;
        const QString &words = form.words[at];
        if (before == at - 1)
            title += words;
        else if (before < 0)
            title += opening(words);
        else
            title += closing(form.words[before + 1]) + words.mid(closing(words).size());
        title += value;
        before = at;
    }
    if (before < 0)
        return {};
    const QString &words = form.words[before + 1];
    title += before == form.fields.size() - 1 ? words : closing(words);
    title = title.simplified();
    if (title.size() <= longestTitle)
        return title;
    const qsizetype blank = title.lastIndexOf(u' ', longestTitle - 1);
    title.truncate(blank > longestTitle / 2 ? blank : longestTitle - 1);
    if (title.back().isHighSurrogate())
        title.chop(1);
    return title + u'…';
}

void collectLinks(const Field &field, const QJsonValue &value, const QString &name, std::vector<Link> &links)
{
    const auto add = [&](const Noun &noun, const QString &id) {
        Link link{.field = name, .noun = noun, .id = id};
        if (!id.isEmpty() && std::ranges::find(links, link) == links.end())
            links.push_back(std::move(link));
    };
    switch (field.kind) {
    case FieldKind::File:
    case FieldKind::Reference:
        for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray{value}) {
            const QString text = each.toString();
            const qsizetype slash = text.indexOf(u'/');
            if (field.kind == FieldKind::File)
                add(nouns::media, text);
            else if (slash > 0)
                add(Noun(text.left(slash)), text.mid(slash + 1));
            else if (!field.limits.nouns.empty())
                add(field.limits.nouns.front(), text);
        }
        return;
    case FieldKind::Body:
        for (const QString &picture : document::pictures(bodyOf(value)))
            add(nouns::media, picture);
        return;
    case FieldKind::Rows:
        for (const QJsonValue &row : value.toArray()) {
            for (const Field &column : field.columns) {
                if (column.rule.isEmpty())
                    collectLinks(column, row[column.name], name == openMember ? name : name + u'.' + column.name,
                                 links);
            }
        }
        return;
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Money:
    case FieldKind::Date:
    case FieldKind::Moment:
    case FieldKind::Period:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Address:
        return;
    }
    Q_UNREACHABLE();
}

std::vector<Link> links(const Register &described, const QByteArray &content)
{
    const QJsonObject says = read(content).valueOr({});
    std::vector<Link> all;
    for (const Field &field : described.fields) {
        if (field.rule.isEmpty())
            collectLinks(field, says.value(field.name), field.name, all);
    }
    for (const QJsonValue &item : says.value(openMember).toArray()) {
        const Spot spot = spotOf(described, item[atMember].toString());
        const QJsonValue mine = item[mineMember];
        if (spot.field)
            collectLinks(spot.column ? *spot.column : *spot.field, spot.isRow() ? QJsonValue(QJsonArray{mine}) : mine,
                         openMember, all);
    }
    return all;
}

} // namespace toasoan::entry
