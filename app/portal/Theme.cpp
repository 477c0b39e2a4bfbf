#include "portal/Theme.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace toasoan::portal {

namespace {

/// The order of the cascade; article.css is also the editor's.
constexpr std::array pageStyles{"tokens.css",     "base.css",  "article.css", "layout.css",
                                "components.css", "paper.css", "print.css"};
/// What a saved item carries with it: no type, no pictures of the theme.
constexpr std::array savedStyles{"tokens.css", "article.css", "paper.css", "print.css"};

Error broken(const QString &subject, const QString &detail)
{
    return {.code = ErrorCode::InvalidInput, .subject = QStringLiteral("theme.") + subject, .detail = detail};
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return broken(QStringLiteral("file"), QStringLiteral("cannot read %1").arg(path));
    return file.readAll();
}

QByteArray contentTypeOf(const QString &name)
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("css"), QByteArrayLiteral("text/css; charset=utf-8")},
        {QStringLiteral("js"), QByteArrayLiteral("text/javascript; charset=utf-8")},
        {QStringLiteral("svg"), QByteArrayLiteral("image/svg+xml")},
        {QStringLiteral("png"), QByteArrayLiteral("image/png")},
        {QStringLiteral("ico"), QByteArrayLiteral("image/vnd.microsoft.icon")},
        {QStringLiteral("woff2"), QByteArrayLiteral("font/woff2")},
    };
    return types.value(name.section(u'.', -1), QByteArrayLiteral("application/octet-stream"));
}

/// What stands inside the <svg> of a Lucide icon.
Result<QString> drawingOf(const QByteArray &svg, const QString &name)
{
    const QString text = QString::fromUtf8(svg);
    const auto start = text.indexOf(u'>', text.indexOf(QStringLiteral("<svg")));
    const auto end = text.lastIndexOf(QStringLiteral("</svg>"));
    if (start < 0 || end < start)
        return broken(QStringLiteral("icon"), name);
    return text.mid(start + 1, end - start - 1).simplified();
}

/// Comments and indentation are for people who read the source.
QByteArray withoutComments(const QByteArray &source)
{
    static const QRegularExpression comment(QStringLiteral(R"(/\*.*?\*/)"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression space(QStringLiteral(R"(\s*\n\s*)"));
    return QString::fromUtf8(source).remove(comment).replace(space, QStringLiteral("\n")).trimmed().toUtf8();
}

} // namespace

Result<Theme> Theme::load(const QString &folder)
{
    Theme theme;
    if (auto done = theme.readStrings(folder); !done)
        return done.error();
    if (auto done = theme.readAssets(folder); !done)
        return done.error();
    if (auto done = theme.readTemplates(folder); !done)
        return done.error();
    return theme;
}

const QHash<QString, QString> &Theme::strings(Language language) const
{
    switch (language) {
    case Language::Vietnamese:
        return m_vietnamese;
    case Language::English:
        return m_english;
    }
    Q_UNREACHABLE();
}

QString Theme::text(Language language, const QString &key) const
{
    return strings(language).value(key);
}

Result<void> Theme::readStrings(const QString &folder)
{
    for (const Language language : {Language::Vietnamese, Language::English}) {
        const QString path = QStringLiteral("%1/strings/%2.json").arg(folder, toText(language));
        const auto bytes = readFile(path);
        if (!bytes)
            return bytes.error();
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(*bytes, &fault);
        if (!document.isObject())
            return broken(QStringLiteral("strings"), path + u": "_qs + fault.errorString());
        auto &strings = language == Language::Vietnamese ? m_vietnamese : m_english;
        const QJsonObject object = document.object();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it->toString().isEmpty())
                return broken(QStringLiteral("strings"), path + u": "_qs + it.key());
            strings.insert(it.key(), it->toString());
        }
    }
    for (auto it = m_vietnamese.begin(); it != m_vietnamese.end(); ++it)
        if (!m_english.contains(it.key()))
            return broken(QStringLiteral("strings"), QStringLiteral("no English for %1").arg(it.key()));
    for (auto it = m_english.begin(); it != m_english.end(); ++it)
        if (!m_vietnamese.contains(it.key()))
            return broken(QStringLiteral("strings"), QStringLiteral("no Vietnamese for %1").arg(it.key()));
    return {};
}

Result<void> Theme::readTemplates(const QString &folder)
{
    static const QRegularExpression indentation(QStringLiteral(R"(^[ \t]+)"), QRegularExpression::MultilineOption);
    const QDir templates(folder + u"/templates"_qs);
    for (const QString &name : templates.entryList({QStringLiteral("*.mustache")}, QDir::Files, QDir::Name)) {
        const auto bytes = readFile(templates.filePath(name));
        if (!bytes)
            return bytes.error();
        m_templates.insert(name.chopped(9), QString::fromUtf8(*bytes).remove(indentation));
    }
    if (m_templates.isEmpty())
        return broken(QStringLiteral("file"), QStringLiteral("no templates in %1").arg(templates.path()));
    return {};
}

Result<void> Theme::readAssets(const QString &folder)
{
    for (const QString &part : {QStringLiteral("fonts"), QStringLiteral("images"), QStringLiteral("js")}) {
        const QDir files(folder + u'/' + part);
        for (const QString &name : files.entryList(QDir::Files, QDir::Name)) {
            const auto bytes = readFile(files.filePath(name));
            if (!bytes)
                return bytes.error();
            addAsset(name, part == u"js" ? withoutComments(*bytes) : *bytes);
        }
    }

    QString sprite = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\">");
    const QDir icons(folder + u"/icons"_qs);
    for (const QString &file : icons.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name)) {
        const auto bytes = readFile(icons.filePath(file));
        if (!bytes)
            return bytes.error();
        const QString name = file.chopped(4);
        const auto drawing = drawingOf(*bytes, name);
        if (!drawing)
            return drawing.error();
        sprite += QStringLiteral("<symbol id=\"%1\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" "
                                 "stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">%2</symbol>")
                      .arg(name, *drawing);
        m_icons.append(name);
    }
    addAsset(QStringLiteral("icons.svg"), (sprite + u"</svg>"_qs).toUtf8());

    if (auto added = addStyles(folder, QStringLiteral("portal.css"), pageStyles); !added)
        return added.error();
    return addStyles(folder, QStringLiteral("saved.css"), savedStyles);
}

Result<void> Theme::addStyles(const QString &folder, const QString &asset, std::span<const char *const> names)
{
    QString css;
    for (const char *name : names) {
        const auto bytes = readFile(folder + u"/css/"_qs + QString::fromLatin1(name));
        if (!bytes)
            return bytes.error();
        css += QString::fromUtf8(withoutComments(*bytes)) + u'\n';
    }
    static const QRegularExpression reference(QStringLiteral(R"re(url\("?asset:([^)"]+)"?\))re"));
    QString resolved;
    qsizetype done = 0;
    for (auto matches = reference.globalMatch(css); matches.hasNext();) {
        const auto match = matches.next();
        const QString path = assetPath(match.captured(1));
        if (path.isEmpty())
            return broken(QStringLiteral("asset"), match.captured(1));
        resolved += QStringView(css).mid(done, match.capturedStart() - done);
        resolved += QStringLiteral("url(\"%1\")").arg(path);
        done = match.capturedEnd();
    }
    resolved += QStringView(css).mid(done);
    addAsset(asset, resolved.toUtf8());
    return {};
}

void Theme::addAsset(const QString &name, const QByteArray &bytes)
{
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(12));
    const auto dot = name.lastIndexOf(u'.');
    const QString path = QStringLiteral("/assets/%1.%2%3").arg(name.first(dot), hash, name.sliced(dot));
    m_assetPaths.insert(name, path);
    m_assets[path] = Asset{bytes, contentTypeOf(name)};
}

Result<QByteArray> Theme::source(const QString &name, Language language) const
{
    auto text = expand(name, language, 0);
    if (!text)
        return text.error();
    return text->toUtf8();
}

Result<QString> Theme::expand(const QString &name, Language language, int depth) const
{
    const auto found = m_templates.constFind(name);
    if (found == m_templates.constEnd() || depth > 8)
        return broken(QStringLiteral("template"), name);

    // {{> partial}}, {{t:string}}, {{icon:name}}, {{asset:name}}: known at load, so put in once, not at every page.
    static const QRegularExpression tag(QStringLiteral(R"(\{\{(>|t:|icon:|asset:)\s*([\w.-]+)\s*\}\})"));
    QString result;
    qsizetype done = 0;
    for (auto matches = tag.globalMatch(*found); matches.hasNext();) {
        const auto match = matches.next();
        auto put = replacement(match.capturedView(1), match.captured(2), language, depth);
        if (!put)
            return put.error().during(name);
        result += QStringView(*found).mid(done, match.capturedStart() - done);
        result += *put;
        done = match.capturedEnd();
    }
    result += QStringView(*found).mid(done);
    return result;
}

Result<QString> Theme::replacement(QStringView kind, const QString &name, Language language, int depth) const
{
    if (kind == u">")
        return expand(name, language, depth + 1);
    if (kind == u"t:") {
        // Strings may hold fields ({{points}}): escaping leaves braces alone.
        const QString text = strings(language).value(name);
        if (text.isEmpty())
            return broken(QStringLiteral("strings"), name);
        return text.toHtmlEscaped();
    }
    if (kind == u"icon:") {
        if (!m_icons.contains(name))
            return broken(QStringLiteral("icon"), name);
        return QStringLiteral("<svg class=\"icon\" width=\"20\" height=\"20\" aria-hidden=\"true\"><use "
                              "href=\"%1#%2\"></use></svg>")
            .arg(assetPath(QStringLiteral("icons.svg")), name);
    }
    const QString path = assetPath(name);
    if (path.isEmpty())
        return broken(QStringLiteral("asset"), name);
    return path;
}

} // namespace toasoan::portal
