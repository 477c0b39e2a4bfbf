// The fields of a template as Mustache data: one object, built by name. Private to the renderer.
#pragma once

#include <kainjow/mustache.hpp>

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace toasoan::portal {

/// Text for a template or a feed: UTF-8 without the control characters that HTML and XML forbid.
[[nodiscard]] std::string cleanUtf8(const QString &text);
[[nodiscard]] QString withoutControls(const QString &text);

/// An address as an href: paths of this site, and http, https, mailto, tel. Anything else ("javascript:") becomes "#".
[[nodiscard]] QString safeHref(const QString &path);

/// Every member that a template asks for is set on the object itself, empty ones as false: Mustache would look an
/// absent name up in the objects around it, and would take an empty text for true.
class Fields
{
public:
    Fields &text(const char *name, const QString &value);
    /// `value` escaped, as HTML in which no line ends inside a number or begins with a dash; the template writes it
    /// with three braces.
    Fields &prose(const char *name, const QString &value);
    /// Prepared HTML, or JSON; the template writes it with three braces.
    Fields &raw(const char *name, const QString &value) { return text(name, value); }
    Fields &href(const char *name, const QString &path) { return text(name, path.isEmpty() ? path : safeHref(path)); }
    Fields &flag(const char *name, bool value);
    Fields &object(const char *name, Fields value);
    Fields &object(const char *name, std::optional<Fields> value);
    Fields &list(const char *name, std::vector<Fields> values);
    /// A list, and the flag that says whether there is anything in it: for what a template writes around a list.
    Fields &optionalList(const char *flagName, const char *name, std::vector<Fields> values)
    {
        flag(flagName, !values.empty());
        return list(name, std::move(values));
    }

    [[nodiscard]] const kainjow::mustache::data &data() const { return m_data; }

private:
    kainjow::mustache::data m_data;
};

} // namespace toasoan::portal
