#include "portal/Fields.h"

#include <array>

namespace toasoan::portal {

using Value = kainjow::mustache::data;

QString withoutControls(const QString &text)
{
    const auto forbidden = [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || (c >= QChar(0x7f) && c <= QChar(0x9f)) || c >= QChar(0xfffe);
    };
    if (std::none_of(text.begin(), text.end(), forbidden))
        return text;
    QString clean;
    clean.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(clean), [&](QChar c) { return !forbidden(c); });
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
