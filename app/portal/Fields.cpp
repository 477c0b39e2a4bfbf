#include "portal/Fields.h"

#include "document/Html.h"

#include <array>

namespace toasoan::portal {

using Value = kainjow::mustache::data;

QString withoutControls(const QString &text)
{
    const auto isForbidden = [&](qsizetype i) {
        const QChar c = text[i];
        if (c.isHighSurrogate())
            return i + 1 == text.size() || !text[i + 1].isLowSurrogate();
        if (c.isLowSurrogate())
            return i == 0 || !text[i - 1].isHighSurrogate();
        return (c < u' ' && c != u'\n' && c != u'\t') || (c >= QChar(0x7f) && c <= QChar(0x9f)) || c >= QChar(0xfffe);
    };
    qsizetype first = 0;
    while (first < text.size() && !isForbidden(first))
        ++first;
    if (first == text.size())
        return text;
    QString clean = text.first(first);
    for (qsizetype i = first; i < text.size(); ++i)
        if (!isForbidden(i))
            clean += text[i];
    return clean;
}

std::string cleanUtf8(const QString &text)
{
    return withoutControls(text).toStdString();
}

QString safeHref(const QString &path)
{
    if (path.startsWith(u'/') && !path.startsWith(u"//") && !path.startsWith(u"/\\"))
        return path;
    constexpr std::array schemes{u"https://", u"http://", u"mailto:", u"tel:", u"#"};
    for (const char16_t *scheme : schemes)
        if (path.startsWith(QStringView(scheme), Qt::CaseInsensitive))
            return path;
    return QStringLiteral("#");
}

Fields &Fields::text(const char *name, const QString &value)
{
    m_data[name] = value.isEmpty() ? Value(false) : Value(cleanUtf8(value));
    return *this;
}

Fields &Fields::prose(const char *name, const QString &value)
{
    // A dash belongs to the words before it: no line begins with one.
    return raw(name,
               document::escapeUnbroken(value).replace(QStringLiteral(" \u2013 "), QStringLiteral("&nbsp;\u2013 ")));
}

Fields &Fields::flag(const char *name, bool value)
{
    m_data[name] = Value(value);
    return *this;
}

Fields &Fields::object(const char *name, Fields value)
{
    m_data[name] = std::move(value.m_data);
    return *this;
}

Fields &Fields::object(const char *name, std::optional<Fields> value)
{
    m_data[name] = value ? std::move(value->m_data) : Value(false);
    return *this;
}

Fields &Fields::list(const char *name, std::vector<Fields> values)
{
    kainjow::mustache::list items;
    items.reserve(values.size());
    for (Fields &value : values)
        items.push_back(std::move(value.m_data));
    m_data[name] = Value(items);
    return *this;
}

} // namespace toasoan::portal
