#include "backend/DemoContent.h"

#include "domain/Genres.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Error wrong(const QString &detail)
{
    return {ErrorCode::Corrupt, u"demo"_s, detail};
}

Result<QByteArray> readResource(const QString &path)
{
    QFile file(u":/demo/"_s + path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(path);
    return file.readAll();
}

QJsonObject node(const char *type, const QJsonArray &content, const QJsonObject &attributes = {})
{
    QJsonObject json{{"type"_L1, QLatin1StringView(type)}};
    if (!content.isEmpty())
        json.insert("content"_L1, content);
    if (!attributes.isEmpty())
        json.insert("attrs"_L1, attributes);
    return json;
}

QJsonObject textNode(const QString &text, const QJsonArray &marks = {})
{
    QJsonObject json{{"type"_L1, "text"_L1}, {"text"_L1, text}};
    if (!marks.isEmpty())
        json.insert("marks"_L1, marks);
    return json;
}

// "Words, **bold words** and [a link](https://…)".
QJsonArray inlineContent(const QString &text)
{
    static const QRegularExpression marked(u"\\*\\*(.+?)\\*\\*|\\[(.+?)\\]\\((.+?)\\)"_s);
    QJsonArray content;
    qsizetype done = 0;
    for (auto matches = marked.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedStart() > done)
            content.append(textNode(text.mid(done, match.capturedStart() - done)));
        if (match.hasCaptured(1))
            content.append(textNode(match.captured(1), {QJsonObject{{"type"_L1, "bold"_L1}}}));
        else
            content.append(textNode(
                match.captured(2),
                {QJsonObject{{"type"_L1, "link"_L1}, {"attrs"_L1, QJsonObject{{"href"_L1, match.captured(3)}}}}}));
        done = match.capturedEnd();
    }
    if (done < text.size())
        content.append(textNode(text.mid(done)));
    return content;
}

QJsonObject paragraph(const QString &text)
{
    return node("paragraph", inlineContent(text));
}

QJsonObject list(const char *type, const QJsonArray &texts)
{
    QJsonArray items;
    for (const QJsonValue &text : texts)
        items.append(node("listItem", {paragraph(text.toString())}));
    return node(type, items);
}

// The first row is the head.
QJsonObject table(const QJsonArray &rows, const QString &summary)
{
    QJsonArray content;
    for (const QJsonValue &row : rows) {
        QJsonArray cells;
        for (const QJsonValue &cell : row.toArray())
            cells.append(node(content.isEmpty() ? "tableHeader" : "tableCell", {paragraph(cell.toString())}));
        content.append(node("tableRow", cells));
    }
    return node("table", content, {{"summary"_L1, summary}});
}

QJsonObject figure(const QJsonObject &block, MediaId media)
{
    const QJsonObject image{{"media"_L1, media.toText()}, {"alt"_L1, block["alt"_L1]}};
    QJsonObject attributes{{"credit"_L1, block["credit"_L1]}};
    if (block["wide"_L1].toBool())
        attributes.insert("placement"_L1, "wide"_L1);
    return node("figure",
                {node("figimage", {}, image), node("figcaption", inlineContent(block["caption"_L1].toString()))},
                attributes);
}

// Reads the items, and gives each author's picture an id when it is first met.
class Reader
{
public:
    Reader(const Clock &clock, Dice &dice, const std::vector<Section> &sections)
        : m_clock(clock)
        , m_dice(dice)
        , m_sections(sections)
    { }

    Result<DemoItem> item(const QJsonObject &told)
    {
        const Instant at = instant(told["at"_L1]);
        const QJsonObject json = withDates(told, at);
        const auto state = stateFromText(json["state"_L1].toString());
        if (!state)
            return wrong(json["title"_L1].toString());
        DemoItem item;
        item.author = json["author"_L1].toString();
        item.state = *state;
        item.reason = json["reason"_L1].toString();
        item.at = at;
        item.views = json["views"_L1].toInteger();
        for (const QJsonValue &block : json["body"_L1].toArray()) {
            if (const QString picture = block["picture"_L1].toString(); !picture.isEmpty())
                item.pictures.append(picture);
        }
        auto first = content(json);
        if (!first)
            return first.error();
        item.content = *std::move(first);
        if (json.contains("edits"_L1)) {
            auto second = content(editedJson(json));
            if (!second)
                return second.error();
            item.edited = *std::move(second);
        }
        return item;
    }

    /// A fixed page, whose body is written as an item's; without pictures.
    QJsonObject page(QJsonObject told)
    {
        QJsonArray blocks;
        for (const QJsonValue &value : told["body"_L1].toArray())
            blocks.append(block({}, value));
        told.insert("body"_L1, node("doc", blocks));
        return told;
    }

    std::map<std::pair<QString, QString>, MediaId> pictures;

private:
    [[nodiscard]] QDateTime localNow() const
    {
        return QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_clock.now()), m_zone);
    }

    [[nodiscard]] Instant local(QDate day, QTime time) const
    {
        return fromMilliseconds(QDateTime(day, time, m_zone).toMSecsSinceEpoch());
    }

    // "2023-10-02T16:20:14" on the site's clock, {"minutes": before now}, {"days": before today, "time": "08:15"}; what
    // belongs to a season, {"yearly": "04-21", "time": "08:15"}: the last such day before today, or {"latest": [...]}:
    // the last of these moments before today, for feasts of the lunar year.
    [[nodiscard]] Instant instant(const QJsonValue &at) const
    {
        const QDate today = localNow().date();
        if (at.isString()) {
            const QDateTime moment = QDateTime::fromString(at.toString(), Qt::ISODate);
            return local(moment.date(), moment.time());
        }
        if (at["latest"_L1].isArray()) {
            QDateTime latest;
            for (const QJsonValue &text : at["latest"_L1].toArray()) {
                const QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODate);
                if (latest.isNull() || moment.date() < today)
                    latest = moment;
            }
            return local(latest.date(), latest.time());
        }
        const QTime time = QTime::fromString(at["time"_L1].toString(), u"HH:mm"_s);
        if (at["yearly"_L1].isString()) {
            const auto inYear = [&at](int year) {
                return QDate::fromString(u"%1-%2"_s.arg(year).arg(at["yearly"_L1].toString()), Qt::ISODate);
            };
            const QDate thisYear = inYear(today.year());
            return local(thisYear < today ? thisYear : inYear(today.year() - 1), time);
        }
        if (at["days"_L1].isUndefined())
            return m_clock.now() - std::chrono::minutes(at["minutes"_L1].toInt());
        return local(today.addDays(-at["days"_L1].toInt()), time);
    }

    // "{day+7}" is the date so many days after the item's own.
    QJsonObject withDates(const QJsonObject &json, Instant at) const
    {
        static const QRegularExpression form(u"\\{day\\+(\\d+)\\}"_s);
        QString text = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
        const QDate own = QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), m_zone).date();
        for (auto match = form.match(text); match.hasMatch(); match = form.match(text)) {
            const QDate day = own.addDays(match.captured(1).toInt());
            text.replace(match.captured(), u"%1/%2/%3"_s.arg(day.day()).arg(day.month()).arg(day.year()));
        }
        return QJsonDocument::fromJson(text.toUtf8()).object();
    }

    // The item after the editor's pencil: pairs of what stood there and what stands there now.
    static QJsonObject editedJson(const QJsonObject &json)
    {
        QJsonObject kept = json;
        kept.remove("edits"_L1);
        QByteArray bytes = QJsonDocument(kept).toJson(QJsonDocument::Compact);
        for (const QJsonValue &edit : json["edits"_L1].toArray())
            bytes.replace(edit[0].toString().toUtf8(), edit[1].toString().toUtf8());
        return QJsonDocument::fromJson(bytes).object();
    }

    MediaId media(const QString &author, const QString &name)
    {
        auto &id = pictures[{author, name}];
        if (id.isNull())
            id = MediaId::create(m_clock, m_dice);
        return id;
    }

    QJsonObject block(const QString &author, const QJsonValue &value)
    {
        if (value.isString())
            return paragraph(value.toString());
        const QJsonObject json = value.toObject();
        if (json.contains("heading"_L1))
            return node("heading", inlineContent(json["heading"_L1].toString()));
        if (json.contains("list"_L1))
            return list("bulletList", json["list"_L1].toArray());
        if (json.contains("numbers"_L1))
            return list("orderedList", json["numbers"_L1].toArray());
        if (json.contains("quote"_L1))
            return node("blockquote", {paragraph(json["quote"_L1].toString())});
        if (json.contains("table"_L1))
            return table(json["table"_L1].toArray(), json["summary"_L1].toString());
        return figure(json, media(author, json["picture"_L1].toString()));
    }

    Result<Content> content(const QJsonObject &json)
    {
        const QString slug = json["section"_L1].toString();
        const auto section = std::ranges::find(m_sections, slug, &Section::slug);
        const QString genre = json["genre"_L1].toString();
        if (section == m_sections.end() || !Genres().find(genre))
            return wrong(json["title"_L1].toString());
        QJsonArray blocks;
        for (const QJsonValue &value : json["body"_L1].toArray())
            blocks.append(block(json["author"_L1].toString(), value));
        Content content;
        content.title = json["title"_L1].toString();
        content.lead = json["lead"_L1].toString();
        content.body = QJsonDocument(node("doc", blocks)).toJson(QJsonDocument::Compact);
        content.genre = genre;
        content.section = section->id;
        content.source = json["source"_L1].toString();
        for (const QJsonValue &tag : json["tags"_L1].toArray())
            content.tags.append(tag.toString());
        for (const QJsonValue &byline : json["bylines"_L1].toArray()) {
            const auto share = shareFromText(byline[1].toString());
            if (!share)
                return wrong(content.title);
            content.bylines.push_back({.name = byline[0].toString(), .share = *share});
        }
        return cleanContent(content);
    }

    const Clock &m_clock;
    Dice &m_dice;
    const std::vector<Section> &m_sections;
    const QTimeZone m_zone{"Asia/Ho_Chi_Minh"};
};

} // namespace

Result<DemoContent> readDemo(const Clock &clock, Dice &dice, const std::vector<Section> &sections)
{
    auto bytes = readResource(u"newsroom.json"_s);
    if (!bytes)
        return bytes.error();
    const QJsonObject told = QJsonDocument::fromJson(*bytes).object();
    const QJsonArray items = told["items"_L1].toArray(), links = told["links"_L1].toArray();
    const QJsonArray pages = told["pages"_L1].toArray();
    Reader reader(clock, dice, sections);
    DemoContent demo;
    for (const QJsonValue &json : items) {
        auto item = reader.item(json.toObject());
        if (!item)
            return item.error();
        demo.items.push_back(*std::move(item));
    }
    for (const QJsonValue &link : links)
        demo.links.push_back(link.toObject());
    for (const QJsonValue &page : pages)
        demo.pages.push_back(reader.page(page.toObject()));
    if (demo.items.empty() || demo.links.empty() || demo.pages.empty())
        return wrong(u"newsroom.json"_s);
    demo.pictures = std::move(reader.pictures);
    return demo;
}

Result<QByteArray> demoPicture(const QString &name)
{
    return readResource(u"pictures/%1.jpg"_s.arg(name));
}

} // namespace toasoan
