#include "domain/Content.h"

#include "base/EnumText.h"
#include "document/Document.h"
#include "domain/Others.h"
#include "text/Signs.h"
#include "text/Vietnamese.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumTexts<Share, allShares.size()> shareTexts{{
    {Share::Words, "words"},
    {Share::Photos, "photos"},
    {Share::Editing, "editing"},
}};

constexpr EnumTexts<TextField, 5> textFieldTexts{{
    {TextField::Title, "title"},
    {TextField::Subtitle, "subtitle"},
    {TextField::Lead, "lead"},
    {TextField::Source, "source"},
    {TextField::Correction, "correction"},
}};

QString place(const char *field)
{
    return QStringLiteral("content.") + QLatin1StringView(field);
}

struct LimitedField
{
    QString Content::*member;
    const char *name;
    Lines lines;
    qsizetype maximum;
};

constexpr std::array limitedFields{
    LimitedField{&Content::title, "title", Lines::Single, ContentLimits::title},
    LimitedField{&Content::subtitle, "subtitle", Lines::Single, ContentLimits::subtitle},
    LimitedField{&Content::lead, "lead", Lines::Multiple, ContentLimits::lead},
    LimitedField{&Content::source, "source", Lines::Single, ContentLimits::source},
    LimitedField{&Content::correction, "correction", Lines::Multiple, ContentLimits::correction},
};

// What storedContent() reads; all else is a later program's.
constexpr std::array contentMembers{"title"_L1,  "subtitle"_L1,   "lead"_L1,     "body"_L1,
                                    "genre"_L1,  "section"_L1,    "tags"_L1,     "bylines"_L1,
                                    "source"_L1, "correction"_L1, "conflicts"_L1};
constexpr std::array bylineMembers{"name"_L1, "share"_L1};

/// Bytes of all that is not known in a content.
qsizetype sizeOfAllOthers(const Content &content)
{
    qsizetype size = sizeOfOthers(content.others);
    for (const Byline &byline : content.bylines)
        size += sizeOfOthers(byline.others);
    return size;
}

Result<void> checkOthers(const Content &content, qsizetype room)
{
    const auto isTooDeep = [](const QJsonObject &others) { return depthOf(others) > ContentLimits::othersDepth + 1; };
    if (isTooDeep(content.others)
        || std::ranges::any_of(content.bylines, [&](const Byline &byline) { return isTooDeep(byline.others); }))
        return Error{ErrorCode::TooLarge, place("others"), u"too deep"_s};
    if (sizeOfAllOthers(content) > room * ContentLimits::others)
        return Error{ErrorCode::TooLarge, place("others"), {}};
    return {};
}

qsizetype longestTag(const Content &content)
{
    qsizetype longest = 0;
    for (const QString &tag : content.tags)
        longest = std::max(longest, tag.size());
    return longest;
}

qsizetype longestByline(const Content &content)
{
    qsizetype longest = 0;
    for (const Byline &byline : content.bylines)
        longest = std::max(longest, byline.name.size());
    return longest;
}

Result<document::Node> readBody(const Content &content)
{
    return content.body.isEmpty() ? Result<document::Node>(document::emptyDocument())
                                  : document::readStored(content.body, place("body"));
}

} // namespace

QString toText(Share share)
{
    return enumText(shareTexts, share);
}

std::optional<Share> shareFromText(QStringView text)
{
    return enumFromText(shareTexts, text);
}

QString toText(TextField field)
{
    return enumText(textFieldTexts, field);
}

std::optional<TextField> textFieldFromText(QStringView text)
{
    return enumFromText(textFieldTexts, text);
}

QString Content::*memberOf(TextField field)
{
    switch (field) {
    case TextField::Title:
        return &Content::title;
    case TextField::Subtitle:
        return &Content::subtitle;
    case TextField::Lead:
        return &Content::lead;
    case TextField::Source:
        return &Content::source;
    case TextField::Correction:
        return &Content::correction;
    }
    Q_UNREACHABLE();
}

namespace {

qsizetype roomFor(Size size)
{
    return size == Size::AsItIs ? 4 : 1; // times the limits
}

// All but the body.
Result<Content> cleanFields(const Content &content, qsizetype room)
{
    Content clean = content;
    for (const LimitedField &field : limitedFields) {
        auto text = cleanText(content.*field.member, field.lines, room * field.maximum, place(field.name));
        if (!text)
            return text.error();
        clean.*field.member = *text;
    }

    if (content.tags.size() > room * ContentLimits::tags)
        return Error{ErrorCode::TooLarge, place("tags"), {}};
    clean.tags.clear();
    for (const QString &tag : content.tags) {
        auto text = cleanText(tag, Lines::Single, room * ContentLimits::tag, place("tags"));
        if (!text)
            return text.error();
        if (!text->isEmpty() && !clean.tags.contains(*text))
            clean.tags.append(*text);
    }

    if (std::ssize(content.bylines) > room * ContentLimits::bylines)
        return Error{ErrorCode::TooLarge, place("bylines"), {}};
    for (Byline &byline : clean.bylines) {
        auto name = cleanText(byline.name, Lines::Single, room * ContentLimits::byline, place("bylines"));
        if (!name)
            return name.error();
        byline.name = *name;
    }
    std::erase_if(clean.bylines, [](const Byline &byline) { return byline.name.isEmpty(); });

    if (auto fits = checkOthers(clean, room); !fits)
        return fits.error();

    std::ranges::sort(clean.conflicts);
    const auto repeated = std::ranges::unique(clean.conflicts);
    clean.conflicts.erase(repeated.begin(), repeated.end());
    return clean;
}

} // namespace

Result<Content> cleanContent(const Content &content, Size size)
{
    auto clean = cleanFields(content, roomFor(size));
    if (!clean)
        return clean;
    auto body = size == Size::AsItIs || content.body.isEmpty() ? readBody(content)
                                                               : document::fromJson(content.body, place("body"));
    if (!body)
        return body.error();
    clean->body = document::toJson(*body);
    return clean;
}

bool hasOthers(const Content &content)
{
    return !content.others.isEmpty()
        || std::ranges::any_of(content.bylines, [](const Byline &byline) { return !byline.others.isEmpty(); });
}

Content withoutStraySigns(Content content)
{
    for (const LimitedField &field : limitedFields)
        content.*field.member = withoutStraySigns(content.*field.member);
    for (QString &tag : content.tags)
        tag = withoutStraySigns(tag);
    for (Byline &byline : content.bylines)
        byline.name = withoutStraySigns(byline.name);
    return content;
}

Result<void> checkLimits(const Content &content, const Content &was)
{
    const auto grewOver = [](qsizetype now, qsizetype limit, qsizetype before) { return now > limit && now > before; };
    for (const LimitedField &field : limitedFields) {
        if (grewOver((content.*field.member).size(), field.maximum, (was.*field.member).size()))
            return Error{ErrorCode::TooLarge, place(field.name), {}};
    }
    if (grewOver(content.tags.size(), ContentLimits::tags, was.tags.size())
        || grewOver(longestTag(content), ContentLimits::tag, longestTag(was)))
        return Error{ErrorCode::TooLarge, place("tags"), {}};
    if (grewOver(std::ssize(content.bylines), ContentLimits::bylines, std::ssize(was.bylines))
        || grewOver(longestByline(content), ContentLimits::byline, longestByline(was)))
        return Error{ErrorCode::TooLarge, place("bylines"), {}};
    if (grewOver(sizeOfAllOthers(content), ContentLimits::others, sizeOfAllOthers(was)))
        return Error{ErrorCode::TooLarge, place("others"), {}};

    const auto body = readBody(content);
    if (!body)
        return body.error();
    const document::Extent extent = document::extentOf(*body);
    if (!document::isOverLimits(extent))
        return {};
    const auto before = readBody(was);
    return document::checkLimits(extent, before ? document::extentOf(*before) : document::Extent(), place("body"));
}

namespace {

// All but the body.
QJsonObject fieldsToJson(const Content &content)
{
    QJsonArray bylines;
    for (const Byline &byline : content.bylines) {
        QJsonObject line{{"name"_L1, byline.name}, {"share"_L1, toText(byline.share)}};
        addOthers(line, byline.others);
        bylines.append(line);
    }
    QJsonObject json{
        {"title"_L1, content.title},
        {"subtitle"_L1, content.subtitle},
        {"lead"_L1, content.lead},
        {"genre"_L1, content.genre},
        {"section"_L1, content.section.isNull() ? QString() : content.section.toText()},
        {"tags"_L1, QJsonArray::fromStringList(content.tags)},
        {"bylines"_L1, bylines},
        {"source"_L1, content.source},
        {"correction"_L1, content.correction},
    };
    if (!content.conflicts.empty()) { // nearly never: what has none is written, and hashed, without it
        QJsonArray conflicts;
        for (const TextField field : content.conflicts)
            conflicts.append(toText(field));
        json.insert("conflicts"_L1, conflicts);
    }
    addOthers(json, content.others);
    return json;
}

// Of a clean content, whose body is canonical already: as canonicalBytes(), which writes it anew.
QByteArray bytesOfClean(const Content &content)
{
    if (!content.others.isEmpty() && content.others.begin().key() < "body"_L1)
        return canonicalBytes(content); // keys are sorted
    QByteArray bytes = "{\"body\":" + content.body + ',';
    bytes += QByteArrayView(QJsonDocument(fieldsToJson(content)).toJson(QJsonDocument::Compact)).sliced(1);
    Q_ASSERT(bytes == canonicalBytes(content));
    return bytes;
}

} // namespace

QJsonObject toJson(const Content &content)
{
    QJsonObject json = fieldsToJson(content);
    json.insert("body"_L1, QJsonDocument::fromJson(content.body).object());
    return json;
}

namespace {

QJsonObject bodyIn(const QJsonObject &json)
{
    return json["body"_L1].toObject();
}

// All but the body, of which it is only seen that it is an object.
Result<Content> readFields(const QJsonObject &json)
{
    JsonReader reader(json, QStringLiteral("content"));
    Content content;
    content.title = reader.text("title"_L1);
    content.subtitle = reader.textOr("subtitle"_L1);
    content.lead = reader.textOr("lead"_L1);
    if (reader.has("body"_L1))
        static_cast<void>(reader.object("body"_L1));
    content.genre = reader.parsed("genre"_L1, genreFromText);
    if (!reader.textOr("section"_L1).isEmpty())
        content.section = reader.parsed("section"_L1, SectionId::fromText);
    if (reader.has("tags"_L1)) {
        for (const QJsonValue &tag : reader.array("tags"_L1)) {
            if (!tag.isString())
                reader.fail("tags"_L1, QStringLiteral("a text is needed"));
            content.tags.append(tag.toString());
        }
    }
    if (reader.has("bylines"_L1)) {
        for (const QJsonValue &value : reader.array("bylines"_L1)) {
            const QJsonObject object = value.toObject();
            JsonReader byline(object, place("bylines"));
            content.bylines.push_back({.name = byline.text("name"_L1),
                                       .share = byline.parsed("share"_L1, shareFromText),
                                       .others = withoutKnown(object, bylineMembers)});
            if (byline.failed())
                reader.fail(byline.error());
        }
    }
    content.source = reader.textOr("source"_L1);
    content.correction = reader.textOr("correction"_L1);
    if (reader.has("conflicts"_L1)) {
        for (const QJsonValue &value : reader.array("conflicts"_L1)) {
            if (const auto field = textFieldFromText(value.toString()))
                content.conflicts.push_back(*field);
            else
                reader.fail("conflicts"_L1, QStringLiteral("not one of the text fields"));
        }
    }
    content.others = withoutKnown(json, contentMembers);
    if (reader.failed())
        return reader.error();
    return content;
}

} // namespace

Result<Content> storedContent(const QJsonObject &json)
{
    auto content = readFields(json);
    // An empty document is written as an empty object (toJson() of a content whose body is empty).
    if (const QJsonObject body = bodyIn(json); content && !body.isEmpty())
        content->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return content;
}

Result<Content> contentFromJson(const QJsonObject &json, Size size)
{
    if (size == Size::AsItIs) {
        auto read = storedFormFromJson(json);
        return read ? Result<Content>(std::move(read->content)) : read.error();
    }
    auto content = storedContent(json);
    return content ? cleanContent(*content, size) : content;
}

Result<StoredForm> storedFormFromJson(const QJsonObject &json)
{
    const auto content = readFields(json);
    if (!content)
        return content.error();
    auto clean = cleanFields(*content, roomFor(Size::AsItIs));
    if (!clean)
        return clean.error();
    const QJsonObject bodyJson = bodyIn(json);
    const auto body = bodyJson.isEmpty() ? Result<document::Node>(document::emptyDocument())
                                         : document::readStored(bodyJson, place("body"));
    if (!body)
        return body.error();
    clean->body = document::toJson(*body);
    QByteArray bytes = bytesOfClean(*clean);
    return StoredForm{.content = *std::move(clean), .bytes = std::move(bytes)};
}

QByteArray canonicalBytes(const Content &content)
{
    // QJsonObject keeps its keys sorted, so Compact is canonical.
    return QJsonDocument(toJson(content)).toJson(QJsonDocument::Compact);
}

QString contentHash(const Content &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonicalBytes(content), QCryptographicHash::Sha256).toHex());
}

} // namespace toasoan
