#include "domain/Checklist.h"

#include "base/EnumText.h"
#include "document/Document.h"
#include "document/Extent.h"
#include "document/Html.h"

#include "domain/Article.h"
#include "domain/PublicHost.h"
#include "text/Signs.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumTexts<ChecklistRule, allChecklistRules.size()> ruleTexts{{
    {ChecklistRule::TitleMissing, "title"},
    {ChecklistRule::SectionMissing, "section"},
    {ChecklistRule::Conflict, "conflict"},
    {ChecklistRule::OverLimits, "overLimits"},
    {ChecklistRule::NewerParts, "newerParts"},
    {ChecklistRule::PictureMissing, "picture"},
    {ChecklistRule::PictureAlt, "pictureAlt"},
    {ChecklistRule::PictureCaption, "pictureCaption"},
    {ChecklistRule::PictureCredit, "pictureCredit"},
    {ChecklistRule::LeadMissing, "lead"},
    {ChecklistRule::BodyMissing, "body"},
    {ChecklistRule::TagsMissing, "tags"},
    {ChecklistRule::BylineMissing, "byline"},
    {ChecklistRule::LongTitle, "longTitle"},
    {ChecklistRule::LongLead, "longLead"},
    {ChecklistRule::Link, "link"},
    {ChecklistRule::LinkElsewhere, "linkElsewhere"},
    {ChecklistRule::CorrectionMissing, "correction"},
}};

// A camera's or a program's name for the file tells nobody what the picture shows: it ends as a file does, or is made
// of what such programs call their pictures and numbers ("DSC_0123", "IMG 2034", "image001", "Screenshot 2023-09-28").
bool isFileName(const QString &text)
{
    static const QRegularExpression suffix(
        u"\\S\\.(?:jpe?g|jfif|png|webp|gif|hei[cf]|avif|tiff?|bmp|svg|dng|cr2|nef|raw|psd)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression separators(u"[\\s_\\-.,:()\\[\\]#~]+"_s);
    // By itself or before a number.
    static const QString maker =
        u"(?:img|image|imagen|dsc|dscn|dscf|dcim|mvi|mvimg|pxl|vid|gopr|sam|pic|pict|picture|photo|"
        "pano|pana|cimg|hpim|fb|received|screenshot|screen|shot|capture|whatsapp|zalo|messenger|"
        "clip|ole|untitled|unnamed|unknown|download|scan|doc|file)"_s;
    static const QRegularExpression name(u"^%1$"_s.arg(maker), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(
        u"^(?:%1?\\d+[a-z]?|(?:wa|e|z|p|r)\\d+|[a-z]{1,3}\\d{4,}|(?=.*\\d)[0-9a-f]{8,})$"_s.arg(maker),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression beside(u"^(?:at|am|pm|lúc|copy|edited|edit|cover|final|x|a|of)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString whole = text.trimmed();
    if (suffix.match(whole).hasMatch())
        return true;
    bool hasNumber = false;
    const QStringList parts = whole.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const bool isNumber = number.match(part).hasMatch();
        if (!isNumber && !name.match(part).hasMatch() && !beside.match(part).hasMatch())
            return false;
        hasNumber = hasNumber || isNumber;
    }
    return hasNumber;
}

// Whether there is a word that can be read out.
bool saysSomething(const QString &alt)
{
    const auto letters = alt.toUcs4();
    return std::ranges::any_of(letters, [](uint c) { return QChar::isLetter(c); }) && !isBlank(alt) && !isFileName(alt);
}

// Where no reader of a public portal arrives. The address itself is not tried.
bool leadsNowhere(const QString &href)
{
    if (!document::leadsWhereItSays(href.trimmed()))
        return true;
    const QUrl url(href.trimmed());
    const QString scheme = url.scheme().toLower();
    if (scheme == "mailto"_L1)
        return !url.path().contains(u'@') || url.path().startsWith(u'@') || url.path().endsWith(u'@');
    if (scheme == "tel"_L1)
        return std::ranges::none_of(url.path(), [](QChar c) { return c.isDigit(); });
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return true;
    return !isPublicHost(url.host());
}

// "chinhphu.vn" in the words of a link to another site: a reader believes the words. A part of a site ("dichvucong."),
// and the whole for a part, are the same site here.
bool namesAnotherSite(const QString &words, const QString &href)
{
    static const QRegularExpression site(
        u"(?<![\\w@.-])(?:[\\w-]+\\.)+(?:vn|com|net|org|gov|edu|info|int|eu|asia|biz|io|me)\\b(?![\\w-])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QUrl url(href.trimmed());
    const QString host = url.host().toLower();
    if (host.isEmpty())
        return false;
    const auto isPartOf = [](const QString &part, const QString &whole) {
        return part == whole || part.endsWith(u'.' + whole);
    };
    bool names = false;
    for (auto matches = site.globalMatch(words); matches.hasNext();) {
        QString said = QUrl(u"http://"_s + matches.next().captured()).host().toLower();
        if (said.startsWith("www."_L1))
            said.remove(0, 4);
        if (isPartOf(host, said) || isPartOf(said, host.startsWith("www."_L1) ? host.mid(4) : host))
            return false;
        names = true;
    }
    return names;
}

std::vector<ContentPlace> fieldsOverLimits(const Content &content)
{
    std::vector<ContentPlace> places;
    const auto check = [&places](bool isOver, ContentPlace place) {
        if (isOver)
            places.push_back(place);
    };
    check(content.title.size() > ContentLimits::title, ContentPlace::Title);
    check(content.subtitle.size() > ContentLimits::subtitle, ContentPlace::Subtitle);
    check(content.lead.size() > ContentLimits::lead, ContentPlace::Lead);
    check(content.source.size() > ContentLimits::source, ContentPlace::Source);
    check(content.correction.size() > ContentLimits::correction, ContentPlace::Correction);
    check(content.tags.size() > ContentLimits::tags
              || std::ranges::any_of(content.tags, [](const QString &tag) { return tag.size() > ContentLimits::tag; }),
          ContentPlace::Tags);
    check(std::ssize(content.bylines) > ContentLimits::bylines
              || std::ranges::any_of(content.bylines,
                                     [](const Byline &byline) { return byline.name.size() > ContentLimits::byline; }),
          ContentPlace::Bylines);
    return places;
}

// A figure says something, whatever it still lacks.
bool saysNothing(const document::Node &node)
{
    if (node.isText())
        return isBlank(node.text);
    return node.type != "figure"_L1 && std::ranges::all_of(node.children, saysNothing);
}

class BodyCheck
{
public:
    BodyCheck(std::vector<Finding> &findings, const ChecklistPolicy &policy)
        : m_findings(findings)
        , m_policy(policy) { }

    void visit(const document::Node &node)
    {
        if (node.type == "figure"_L1) {
            visitFigure(node);
            return;
        }
        if (!node.children.isEmpty() && isInline(node.children.first())) {
            visitLinks(node.children);
            return;
        }
        for (const document::Node &child : node.children)
            visit(child);
    }

private:
    static bool isInline(const document::Node &node) { return node.isText() || node.type == "hardBreak"_L1; }

    void add(ChecklistRule rule, ContentPlace place, int index, MediaId media = {})
    {
        m_findings.push_back(
            {.rule = rule, .place = place, .index = index, .media = media, .refuses = m_policy.refuses(rule)});
    }

    void visitFigure(const document::Node &figure)
    {
        const int index = m_figures++;
        const document::Node *image = nullptr;
        const document::Node *caption = nullptr;
        for (const document::Node &child : figure.children) {
            if (child.type == "figimage"_L1)
                image = &child;
            else if (child.type == "figcaption"_L1)
                caption = &child;
        }
        const MediaId media =
            image ? MediaId::fromText(document::textAttribute(*image, u"media"_s)).value_or(MediaId()) : MediaId();
        const QString alt = image ? document::textAttribute(*image, u"alt"_s) : QString();
        if (media.isNull())
            add(ChecklistRule::PictureMissing, ContentPlace::Figure, index);
        if (!saysSomething(readableSigns(alt)))
            add(ChecklistRule::PictureAlt, ContentPlace::Figure, index, media);
        if (!caption || isBlank(document::toPlainText(*caption)))
            add(ChecklistRule::PictureCaption, ContentPlace::Figure, index, media);
        if (isBlank(document::textAttribute(figure, u"credit"_s)))
            add(ChecklistRule::PictureCredit, ContentPlace::Figure, index, media);
        if (caption)
            visitLinks(caption->children);
    }

    void visitLinks(const QList<document::Node> &line)
    {
        for (qsizetype i = 0; i < line.size();) {
            const document::Mark *link = document::findMark(line[i].marks, "link"_L1);
            if (!link) {
                ++i;
                continue;
            }
            QString words;
            qsizetype end = i;
            for (; end < line.size(); ++end) {
                const document::Mark *next = document::findMark(line[end].marks, "link"_L1);
                if (!next || *next != *link)
                    break;
                words += line[end].text;
            }
            if (isBlank(words) || leadsNowhere(document::textAttribute(*link, u"href"_s)))
                add(ChecklistRule::Link, ContentPlace::Link, m_links);
            else if (namesAnotherSite(words, document::textAttribute(*link, u"href"_s)))
                add(ChecklistRule::LinkElsewhere, ContentPlace::Link, m_links);
            ++m_links;
            i = end;
        }
    }

    std::vector<Finding> &m_findings;
    const ChecklistPolicy &m_policy;
    int m_figures = 0;
    int m_links = 0;
};

ContentPlace placeOf(TextField field)
{
    switch (field) {
    case TextField::Title:
        return ContentPlace::Title;
    case TextField::Subtitle:
        return ContentPlace::Subtitle;
    case TextField::Lead:
        return ContentPlace::Lead;
    case TextField::Source:
        return ContentPlace::Source;
    case TextField::Correction:
        return ContentPlace::Correction;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toText(ChecklistRule rule)
{
    return enumText(ruleTexts, rule);
}

std::optional<ChecklistRule> checklistRuleFromText(QStringView text)
{
    return enumFromText(ruleTexts, text);
}

bool alwaysRefuses(ChecklistRule rule)
{
    switch (rule) {
    case ChecklistRule::TitleMissing:
    case ChecklistRule::SectionMissing:
    case ChecklistRule::Conflict:
    case ChecklistRule::OverLimits:
    case ChecklistRule::NewerParts:
    case ChecklistRule::PictureMissing:
        return true;
    case ChecklistRule::PictureAlt:
    case ChecklistRule::PictureCaption:
    case ChecklistRule::PictureCredit:
    case ChecklistRule::LeadMissing:
    case ChecklistRule::BodyMissing:
    case ChecklistRule::TagsMissing:
    case ChecklistRule::BylineMissing:
    case ChecklistRule::LongTitle:
    case ChecklistRule::LongLead:
    case ChecklistRule::Link:
    case ChecklistRule::LinkElsewhere:
    case ChecklistRule::CorrectionMissing:
        return false;
    }
    Q_UNREACHABLE();
}

bool ChecklistPolicy::refuses(ChecklistRule rule) const
{
    return alwaysRefuses(rule) || std::ranges::find(refusing, rule) != refusing.end();
}

Readers readersOf(const Article &article)
{
    const auto &publication = article.publication;
    const bool haveThis = article.state == State::Published && publication && publication->version == article.version;
    if (!publication || !publication->isLive() || haveThis)
        return Readers::haveNone();
    return Readers::haveAnEarlierTextWith(publication->version == article.version ? article.content.correction
                                                                                  : QString());
}

Readers readersOf(const Article &article, const Content &published)
{
    const Readers readers = readersOf(article);
    return readers.haveAnEarlierText ? Readers::haveAnEarlierTextWith(published.correction) : readers;
}

bool isOfEarlierText(const QString &correction, const Readers &readers)
{
    return readers.haveAnEarlierText && !isBlank(correction) && correction.trimmed() == readers.correction.trimmed();
}

std::vector<Finding> check(const Content &content, const ChecklistPolicy &policy, const Readers &readers)
{
    std::vector<Finding> findings;
    const auto add = [&](ChecklistRule rule, ContentPlace place) {
        findings.push_back({.rule = rule, .place = place, .index = 0, .media = {}, .refuses = policy.refuses(rule)});
    };
    const QString title = content.title.trimmed();
    if (isBlank(title))
        add(ChecklistRule::TitleMissing, ContentPlace::Title);
    if (content.section.isNull())
        add(ChecklistRule::SectionMissing, ContentPlace::Section);
    for (const TextField field : content.conflicts)
        add(ChecklistRule::Conflict, placeOf(field));
    for (const ContentPlace place : fieldsOverLimits(content))
        add(ChecklistRule::OverLimits, place);
    if (hasOthers(content))
        add(ChecklistRule::NewerParts, ContentPlace::Body);
    if (isBlank(content.lead))
        add(ChecklistRule::LeadMissing, ContentPlace::Lead);
    if (std::ranges::all_of(content.tags, [](const QString &tag) { return isBlank(tag); }))
        add(ChecklistRule::TagsMissing, ContentPlace::Tags);
    const bool hasWriters = !policy.unsignedGenres.contains(content.genre);
    if (hasWriters && content.bylines.empty() && isBlank(content.source))
        add(ChecklistRule::BylineMissing, ContentPlace::Bylines);
    if (readers.haveAnEarlierText && (isBlank(content.correction) || isOfEarlierText(content.correction, readers)))
        add(ChecklistRule::CorrectionMissing, ContentPlace::Correction);
    const auto addIfLong = [&](const QString &text, qint64 limit, qsizetype most, ChecklistRule rule,
                               ContentPlace place) {
        if (text.size() <= limit || text.size() > most)
            return;
        add(rule, place);
        findings.back().limit = limit;
    };
    addIfLong(title, policy.lengths.longTitle, ContentLimits::title, ChecklistRule::LongTitle, ContentPlace::Title);
    addIfLong(content.lead.trimmed(), policy.lengths.longLead, ContentLimits::lead, ChecklistRule::LongLead,
              ContentPlace::Lead);

    if (content.body.isEmpty()) {
        add(ChecklistRule::BodyMissing, ContentPlace::Body);
        return findings;
    }
    const auto body = document::readStored(content.body);
    if (!body)
        return findings;
    if (saysNothing(*body))
        add(ChecklistRule::BodyMissing, ContentPlace::Body);
    if (document::hasConflict(*body))
        add(ChecklistRule::Conflict, ContentPlace::Body);
    if (document::isOverLimits(document::extentOf(*body)))
        add(ChecklistRule::OverLimits, ContentPlace::Body);
    BodyCheck(findings, policy).visit(*body);
    return findings;
}

Result<void> checkApprovable(const Content &content, const ChecklistPolicy &policy, const Readers &readers)
{
    if (hasOthers(content)) // whoever approves it must have seen it
        return Error{ErrorCode::Unsupported, u"content.others"_s, {}};
    const std::vector<Finding> findings = check(content, policy, readers);
    QStringList lacks;
    for (const ChecklistRule rule : allChecklistRules) {
        const auto count = std::ranges::count_if(
            findings, [rule](const Finding &finding) { return finding.rule == rule && finding.refuses; });
        if (count > 0)
            lacks.append(u"%1 %2"_s.arg(toText(rule)).arg(count));
    }
    if (!lacks.isEmpty())
        return Error{ErrorCode::InvalidInput, u"article.checklist"_s, lacks.join(u", "_s)};
    return {};
}

} // namespace toasoan
