// Entries of a register as structs, for rules and pages that work with them: a struct's members are fields of the
// description, named by its fields().
//     struct WebLink
//     {
//         static constexpr const char *noun = "link";
//         QString title;
//         Period shown;
//         template <typename Visit>
//         void fields(Visit &visit) { visit("title", title), visit("shown", shown); }
//     };
// Reading judges anew: what is not of its kind is empty, whatever was stored.
#pragma once

#include "domain/Register.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace toasoan {

using namespace Qt::StringLiterals;

/// Days, both ends within it; an invalid date is an open end.
struct Period
{
    QDate from;
    QDate to;

    [[nodiscard]] bool holds(QDate day) const
    {
        return (!from.isValid() || from <= day) && (!to.isValid() || day <= to);
    }
    bool operator==(const Period &) const = default;
};

class EntryFieldReader
{
public:
    explicit EntryFieldReader(const QJsonObject &says) : m_says(says) { }

    void operator()(const char *name, QString &text) const { text = at(name).toString(); }
    void operator()(const char *name, qint64 &number) const { number = at(name).toInteger(); }
    void operator()(const char *name, bool &flag) const { flag = at(name).toBool(); }
    void operator()(const char *name, QDate &day) const { day = dayOf(at(name)); }
    void operator()(const char *name, Period &period) const
    {
        period = {.from = dayOf(at(name)["from"_L1]), .to = dayOf(at(name)["to"_L1])};
    }
    template <typename Tag>
    void operator()(const char *name, std::optional<Id<Tag>> &id) const
    {
        id = Id<Tag>::fromText(at(name).toString());
    }

private:
    [[nodiscard]] QJsonValue at(const char *name) const { return m_says[QLatin1StringView(name)]; }
    [[nodiscard]] static QDate dayOf(const QJsonValue &value)
    {
        return QDate::fromString(value.toString(), Qt::ISODate);
    }

    const QJsonObject &m_says;
};

/// The noun of a struct's register.
template <typename T>
[[nodiscard]] Noun nounOf()
{
    return Noun(QString::fromLatin1(T::noun));
}

template <typename T>
[[nodiscard]] T readEntry(const QByteArray &content)
{
    const QJsonObject says = QJsonDocument::fromJson(content).object();
    T entry;
    const EntryFieldReader reader(says);
    entry.fields(reader);
    return entry;
}

class EntryFieldWriter
{
public:
    void operator()(const char *name, const QString &text) { put(name, text, !text.isEmpty()); }
    void operator()(const char *name, const bool &flag) { put(name, flag, flag); }

    [[nodiscard]] const QJsonObject &says() const { return m_says; }

private:
    void put(const char *name, const QJsonValue &value, bool isThere)
    {
        if (isThere)
            m_says.insert(QLatin1StringView(name), value);
    }

    QJsonObject m_says;
};

/// What the struct says as an entry does: empty is absent.
template <typename T>
[[nodiscard]] QJsonObject writtenEntry(T entry)
{
    EntryFieldWriter writer;
    entry.fields(writer);
    return writer.says();
}

/// Holds a struct's members against a description: which of them are no field of it, or of another kind.
class EntryFieldCheck
{
public:
    explicit EntryFieldCheck(Register described) : m_described(std::move(described)) { }

    void operator()(const char *name, const QString &)
    {
        using enum FieldKind;
        check(name, {Line, Text, Decimal, Choice, Address, Moment});
    }
    void operator()(const char *name, const qint64 &) { check(name, {FieldKind::Integer, FieldKind::Money}); }
    void operator()(const char *name, const bool &) { check(name, {FieldKind::Flag}); }
    void operator()(const char *name, const QDate &) { check(name, {FieldKind::Date}); }
    void operator()(const char *name, const Period &) { check(name, {FieldKind::Period}); }
    template <typename Tag>
    void operator()(const char *name, const std::optional<Id<Tag>> &)
    {
        check(name, {FieldKind::Reference, FieldKind::File});
    }

    [[nodiscard]] const QStringList &misfits() const { return m_misfits; }

private:
    void check(const char *name, std::initializer_list<FieldKind> kinds)
    {
        const QString text = QString::fromLatin1(name);
        const Field *field = m_described.find(text);
        if (!field || std::find(kinds.begin(), kinds.end(), field->kind) == kinds.end())
            m_misfits.append(text);
    }

    Register m_described;
    QStringList m_misfits;
};

} // namespace toasoan
