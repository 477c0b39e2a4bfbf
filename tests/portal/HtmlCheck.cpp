#include "portal/HtmlCheck.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace toasoan::portal {

namespace {

struct Tag
{
    QString name;
    QMap<QString, QString> attributes;
    bool closing = false;
};

const QSet<QString> voidElements{QStringLiteral("meta"),  QStringLiteral("link"),   QStringLiteral("img"),
                                 QStringLiteral("input"), QStringLiteral("source"), QStringLiteral("br"),
                                 QStringLiteral("hr"),    QStringLiteral("base")};

QString decoded(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&apos;"), QStringLiteral("'"))
        .replace(QStringLiteral("&#39;"), QStringLiteral("'"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// The tags in order; text between them may hold no '<'. Content of script and style is passed over.
QList<Tag> tagsOf(const QString &html, QStringList &faults)
{
    static const QRegularExpression tagPattern(
        QStringLiteral(R"re(\G<(/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<]*")?)*)\s*>)re"));
    static const QRegularExpression attributePattern(QStringLiteral(R"re(\s+([a-zA-Z:-]+)(?:="([^"<]*)")?)re"));
    QList<Tag> tags;
    for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at)) {
        if (QStringView(html).mid(at).startsWith(u"<!DOCTYPE html>")) {
            ++at;
            continue;
        }
        const auto match = tagPattern.match(html, at, QRegularExpression::NormalMatch);
        if (!match.hasMatch()) {
            faults.append(QStringLiteral("no tag: ") + html.mid(at, 60).simplified());
            ++at;
            continue;
        }
        Tag tag{match.captured(2), {}, !match.capturedView(1).isEmpty()};
        for (auto it = attributePattern.globalMatch(match.captured(3)); it.hasNext();) {
            const auto attribute = it.next();
            if (tag.attributes.contains(attribute.captured(1)))
                faults.append(QStringLiteral("attribute twice: %1 in %2").arg(attribute.captured(1), tag.name));
            tag.attributes.insert(attribute.captured(1), decoded(attribute.captured(2)));
        }
        at = match.capturedEnd();
        if (!tag.closing && (tag.name == u"script" || tag.name == u"style"))
            at = html.indexOf(QStringLiteral("</") + tag.name, at);
        tags.append(tag);
        if (at < 0) {
            faults.append(QStringLiteral("script or style without end"));
            break;
        }
    }
    return tags;
}

} // namespace

QStringList faultsOf(const QByteArray &bytes)
{
    const QString html = QString::fromUtf8(bytes);
    QStringList faults;
    if (!html.startsWith(QStringLiteral("<!DOCTYPE html>")))
        faults.append(QStringLiteral("no doctype"));
    if (html.contains(QChar::ReplacementCharacter))
        faults.append(QStringLiteral("not UTF-8"));

    QStringList open;
    QSet<QString> ids;
    QStringList references;
    int headingOneCount = 0;
    int mainCount = 0;
    int level = 0;
    for (const Tag &tag : tagsOf(html, faults)) {
        if (tag.closing) {
            if (open.isEmpty() || open.last() != tag.name)
                faults.append(
                    QStringLiteral("</%1> closes %2").arg(tag.name, open.isEmpty() ? QString() : open.last()));
            else
                open.removeLast();
            continue;
        }
        if (!voidElements.contains(tag.name))
            open.append(tag.name);
        const QString id = tag.attributes.value(QStringLiteral("id"));
        if (!id.isEmpty()) {
            if (ids.contains(id))
                faults.append(QStringLiteral("id twice: ") + id);
            ids.insert(id);
        }
        for (const char *name : {"aria-labelledby", "aria-controls", "for"})
            if (tag.attributes.contains(QLatin1String(name)))
                references.append(tag.attributes.value(QLatin1String(name)));
        if (tag.name == u"img" && !tag.attributes.contains(QStringLiteral("alt")))
            faults.append(QStringLiteral("img without alt"));
        if (tag.attributes.contains(QStringLiteral("style")))
            faults.append(QStringLiteral("inline style in ") + tag.name);
        for (auto it = tag.attributes.keyBegin(); it != tag.attributes.keyEnd(); ++it)
            if (it->startsWith(QStringLiteral("on")))
                faults.append(QStringLiteral("inline handler in ") + tag.name);
        if (tag.name == u"script" && !tag.attributes.contains(QStringLiteral("src"))
            && tag.attributes.value(QStringLiteral("type")) != u"application/ld+json")
            faults.append(QStringLiteral("inline script"));
        if (tag.attributes.value(QStringLiteral("href")).startsWith(QStringLiteral("javascript:"), Qt::CaseInsensitive))
            faults.append(QStringLiteral("javascript address"));
        if ((tag.name == u"a" || tag.name == u"form")
            && !tag.attributes.contains(tag.name == u"a" ? QStringLiteral("href") : QStringLiteral("action")))
            faults.append(tag.name + QStringLiteral(" without target"));
        if (tag.name == u"main")
            ++mainCount;
        if (tag.name.size() == 2 && tag.name[0] == u'h' && tag.name[1].isDigit()) {
            const int next = tag.name[1].digitValue();
            headingOneCount += next == 1;
            // The footer begins anew at 2.
            if (next > level + 1)
                faults.append(QStringLiteral("h%1 after h%2").arg(next).arg(level));
            level = next;
        }
    }
    if (!open.isEmpty())
        faults.append(QStringLiteral("never closed: ") + open.join(u' '));
    if (headingOneCount != 1)
        faults.append(QStringLiteral("%1 h1").arg(headingOneCount));
    if (mainCount != 1)
        faults.append(QStringLiteral("%1 main").arg(mainCount));
    for (const QString &reference : references)
        if (!ids.contains(reference))
            faults.append(QStringLiteral("no element has the id ") + reference);
    return faults;
}

QStringList fetchedBy(const QByteArray &html)
{
    QStringList faults;
    QStringList fetched;
    for (const Tag &tag : tagsOf(QString::fromUtf8(html), faults)) {
        if (tag.closing)
            continue;
        for (const char *name : {"src", "action", "poster", "data"})
            if (tag.attributes.contains(QLatin1String(name)))
                fetched.append(tag.attributes.value(QLatin1String(name)));
        if (tag.attributes.contains(QStringLiteral("srcset")))
            for (const QString &part : tag.attributes.value(QStringLiteral("srcset")).split(u','))
                fetched.append(part.trimmed().section(u' ', 0, 0));
        static const QSet<QString> notFetched{QStringLiteral("canonical"), QStringLiteral("alternate"),
                                              QStringLiteral("schema.DC")};
        if (tag.name == u"link" && !notFetched.contains(tag.attributes.value(QStringLiteral("rel"))))
            fetched.append(tag.attributes.value(QStringLiteral("href")));
        if (tag.name == u"use")
            fetched.append(tag.attributes.value(QStringLiteral("href")));
    }
    return fetched;
}

QString metaContent(const QByteArray &html, const QString &name)
{
    const QRegularExpression pattern(
        QStringLiteral(R"re(<meta (?:name|property)="%1" content="([^"]*)">)re").arg(QRegularExpression::escape(name)));
    const auto match = pattern.match(QString::fromUtf8(html));
    return match.hasMatch() ? decoded(match.captured(1)) : QString();
}

} // namespace toasoan::portal
