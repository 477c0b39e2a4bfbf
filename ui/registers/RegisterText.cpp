#include "ui/registers/RegisterText.h"

#include "text/Collation.h"
#include "text/DateReading.h"
#include "text/DateText.h"
#include "text/Language.h"
#include "text/NewsroomZone.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/widgets/ErrorText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString dayForm = u"dd-MM-yyyy"_s;

bool isEnglish()
{
    return languageInUse() == Language::English;
}

// "1.500.000", "1,500,000", "1 500 000", "1500000": no number of a whole kind has a fraction, so either sign groups.
QJsonValue wholeNumber(const QString &text)
{
    static const QRegularExpression grouped(u"^[-−]?\\d{1,3}([.,\\s]\\d{3})+$"_s);
    static const QRegularExpression plain(u"^[-−]?\\d+$"_s);
    QString digits = text;
    digits.remove(QRegularExpression(u"\\s*(đ|đồng|VND|VNĐ)$"_s, QRegularExpression::CaseInsensitiveOption));
    if (grouped.match(digits).hasMatch())
        digits.remove(QRegularExpression(u"[.,\\s]"_s));
    if (!plain.match(digits).hasMatch())
        return text;
    bool isRead = false;
    const qint64 number = digits.replace(u'−', u'-').toLongLong(&isRead);
    return isRead ? QJsonValue(number) : QJsonValue(text);
}

// As it is stored: "-1.5". A sign that stands before exactly three digits, and is not the language's own for fractions,
// groups.
QJsonValue decimal(const QString &text)
{
    const QChar point = isEnglish() ? u'.' : u',';
    const QChar group = isEnglish() ? u',' : u'.';
    QString digits = text;
    digits.remove(QRegularExpression(u"\\s"_s));
    digits.replace(u'−', u'-');
    const QRegularExpression grouped(u"^-?\\d{1,3}(\\%1\\d{3})+(\\%2\\d+)?$"_s.arg(group).arg(point));
    if (grouped.match(digits).hasMatch())
        digits.remove(group);
    digits.replace(u',', u'.');
    static const QRegularExpression form(u"^-?\\d+(\\.\\d+)?$"_s);
    return form.match(digits).hasMatch() ? digits : text;
}

} // namespace

QString said(const Words &words)
{
    return words.in(isEnglish());
}

QString entryTitle(const Register &described, const QByteArray &content)
{
    const QString title = entry::titleOf(described, content);
    return title.isEmpty() ? RegisterTexts::tr("(no name yet)") : title;
}

QString quotedEntry(const QString &title)
{
    return title.isEmpty() ? RegisterTexts::tr("the entry without a name") : u"“%1”"_s.arg(title);
}

QString typedText(const Field &field, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.kind) {
    case FieldKind::Integer:
        return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    case FieldKind::Money:
        return value.isDouble() ? numberText(value.toInteger(), languageInUse()) : value.toString();
    case FieldKind::Decimal:
        return isEnglish() ? value.toString() : value.toString().replace(u'.', u',');
    case FieldKind::Date: {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return day.isValid() ? day.toString(dayForm) : value.toString();
    }
    case FieldKind::Moment: {
        const auto at = momentFromText(value.toString(), newsroomZone());
        return at ? newsroomTime(at->at).toString(u"HH:mm dd-MM-yyyy"_s) : value.toString();
    }
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Address:
    case FieldKind::Body:
    case FieldKind::Period:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Reference:
    case FieldKind::File:
    case FieldKind::Rows:
        return value.toString();
    }
    Q_UNREACHABLE();
}

QJsonValue typedValue(const Field &field, const QString &typed)
{
    const bool isText = field.kind == FieldKind::Line || field.kind == FieldKind::Text;
    const QString text = isText ? typed : typed.trimmed();
    if (text.isEmpty())
        return QJsonValue::Undefined;
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
        return wholeNumber(text);
    case FieldKind::Decimal:
        return decimal(text);
    case FieldKind::Date: {
        const auto day = dateFromText(text, newsroomTime(SystemClock().now()).date());
        return day ? day->toString(Qt::ISODate) : text;
    }
    case FieldKind::Moment: {
        const QString hour = text.section(u' ', 0, 0);
        const auto time = hourFromText(hour);
        const auto day = dateFromText(text.section(u' ', 1), newsroomTime(SystemClock().now()).date());
        const auto at = time && day ? instantAt(*day, *time, newsroomZone()) : std::nullopt;
        return at ? QDateTime::fromMSecsSinceEpoch(toMilliseconds(*at), Qt::UTC).toString(Qt::ISODateWithMs) : text;
    }
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Address:
    case FieldKind::Body:
    case FieldKind::Period:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Reference:
    case FieldKind::File:
    case FieldKind::Rows:
        return text;
    }
    Q_UNREACHABLE();
}

// Names may have dots: "entry.own.floor", "entry.own.hours.2.who".
FaultPlace faultPlace(const Register &described, const QString &subject)
{
    if (subject.startsWith(u"entry.key."_s)) {
        const QString name = subject.mid(10);
        for (const UniqueKey &key : described.keys) {
            if (key.name == name && !key.parts.isEmpty())
                return {.field = described.find(key.parts.first())};
        }
        return {};
    }
    FaultPlace place;
    for (const Field &field : described.fields) {
        const QString name = u"entry."_s + field.name;
        if (subject != name && !subject.startsWith(name + u'.'))
            continue;
        if (place.field && place.field->name.size() > field.name.size())
            continue;
        place = {.field = &field};
        const QString within = subject.mid(name.size() + 1);
        if (field.kind != FieldKind::Rows || within.isEmpty())
            continue;
        bool isNumber = false;
        const int row = within.section(u'.', 0, 0).toInt(&isNumber);
        if (!isNumber)
            continue;
        place.row = row;
        const QString cell = within.section(u'.', 1);
        const auto column = std::ranges::find(field.columns, cell, &Field::name);
        place.column = column == field.columns.end() ? nullptr : &*column;
    }
    return place;
}

namespace {

QString outOfRange(const Field &field)
{
    const auto shown = [&field](qint64 number) { return typedText(field, QJsonValue(number)); };
    if (field.limits.least && field.limits.most)
        return RegisterTexts::tr("Enter a number from %1 to %2.")
            .arg(shown(*field.limits.least), shown(*field.limits.most));
    if (field.limits.least)
        return RegisterTexts::tr("Enter %1 or more.").arg(shown(*field.limits.least));
    return RegisterTexts::tr("Enter at most %1.").arg(shown(field.limits.most.value_or(0)));
}

QString emptyText(const Field &field)
{
    switch (field.kind) {
    case FieldKind::Choice:
    case FieldKind::Reference:
        return RegisterTexts::tr("Choose one: this field is required.");
    case FieldKind::File:
        return RegisterTexts::tr("Add a picture: this field is required.");
    case FieldKind::Rows:
        return RegisterTexts::tr("Add at least one row: this field is required.");
    case FieldKind::Flag:
        return RegisterTexts::tr("Tick the box: this field is required.");
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Body:
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Money:
    case FieldKind::Date:
    case FieldKind::Moment:
    case FieldKind::Period:
    case FieldKind::Address:
        return RegisterTexts::tr("Fill this in: this field is required.");
    }
    Q_UNREACHABLE();
}

QString unreadText(const Field &field)
{
    switch (field.kind) {
    case FieldKind::Integer:
        return RegisterTexts::tr("Enter a whole number, as 12.");
    case FieldKind::Money:
        return RegisterTexts::tr("Enter an amount in whole đồng, as %1.").arg(numberText(1'500'000, languageInUse()));
    case FieldKind::Decimal:
        return RegisterTexts::tr("Enter a number, as %1.").arg(isEnglish() ? u"14.5"_s : u"14,5"_s);
    case FieldKind::Date:
        return RegisterTexts::tr("Enter a day, as 30-11-2026.");
    case FieldKind::Moment:
        return RegisterTexts::tr("Enter an hour and a day, as 07:00 30-11-2026.");
    case FieldKind::Period:
        return RegisterTexts::tr("Enter days, as 30-11-2026, the first before the last.");
    case FieldKind::Address:
        return RegisterTexts::tr("Enter an address that begins with https:// or with /.");
    case FieldKind::Line:
    case FieldKind::Text:
        return RegisterTexts::tr("A character in it cannot be stored. Delete it, or type the text anew.");
    case FieldKind::Body:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Reference:
    case FieldKind::File:
    case FieldKind::Rows:
        return RegisterTexts::tr("This cannot be read. Enter it anew.");
    }
    Q_UNREACHABLE();
}

// What is wrong with a chain (checkChain(), checkItemChain()); empty for other details.
QString chainFaultText(const QString &detail)
{
    const QString about = detail.section(u": "_s, 1);
    const QString state = stateFromText(about) ? stateText(*stateFromText(about)) : about;
    const QString step = stepFromText(about) ? stepName(*stepFromText(about)) : about;
    const struct
    {
        QLatin1StringView fault;
        QString text;
    } texts[] = {
        {"begins elsewhere"_L1, RegisterTexts::tr("The first row is to let somebody save a draft.")},
        {"nobody may save what is new"_L1,
         RegisterTexts::tr("Nobody may begin anything: add a row that saves a draft.")},
        {"nothing leads to "_L1,
         RegisterTexts::tr("A row begins where no other row leads to. Add one that leads there, or remove it.")},
        {"twice: "_L1, RegisterTexts::tr("“%1” is there twice for the same role. Remove one of them.").arg(step)},
        {"a dead end: "_L1, RegisterTexts::tr("From “%1” no row leads on. Add one.").arg(state)},
        {"leads elsewhere: "_L1,
         RegisterTexts::tr("“%1” leads to another place than its name says. Choose the right one.").arg(step)},
        {"not for items: "_L1, RegisterTexts::tr("“%1” is no step of items. Remove its row.").arg(step)},
        {"nobody may: "_L1, RegisterTexts::tr("“%1” is left to nobody. Add a row for it.").arg(step)},
        {"without a reason: "_L1, RegisterTexts::tr("“%1” needs a reason. Tick it.").arg(step)},
    };
    for (const auto &each : texts) {
        if (detail.startsWith(each.fault))
            return each.text;
    }
    return {};
}

} // namespace

QString faultText(const Field &field, const Error &error)
{
    if (error.code == ErrorCode::TooLarge) {
        if (field.kind == FieldKind::Rows)
            return RegisterTexts::tr("At most %Ln row(s) fit in.", nullptr, int(mostOf(field)));
        if (longestOf(field) > 0)
            return RegisterTexts::tr("At most %Ln character(s) fit in. Shorten it.", nullptr, int(longestOf(field)));
        return RegisterTexts::tr("This is too long. Shorten it.");
    }
    if (error.detail == u"empty"_s)
        return emptyText(field);
    if (error.detail == u"out of range"_s)
        return outOfRange(field);
    if (const QString text = chainFaultText(error.detail); !text.isEmpty())
        return text;
    if (error.detail == u"not one of the choices"_s || error.detail == u"not one of the nouns"_s)
        return RegisterTexts::tr("This is no longer offered. Choose another.");
    if (error.detail == u"an address of the portal"_s)
        return RegisterTexts::tr("The portal has this address for something else, as a section. Choose another.");
    if (error.detail == u"a ring"_s)
        return RegisterTexts::tr("An entry cannot stand under itself. Choose another.");
    if (error.detail == u"not of the pattern"_s)
        return said(field.help).isEmpty()
            ? RegisterTexts::tr("This is not of the form that is wanted here.")
            : RegisterTexts::tr("This is not of the form that is wanted here: %1.").arg(said(field.help));
    if (error.code == ErrorCode::Conflict)
        return RegisterTexts::tr("Somebody else has changed this meanwhile. Compare, then save again.");
    if (error.code == ErrorCode::NotFound || error.detail.contains(u"not in use"_s))
        return RegisterTexts::tr("What it refers to is no longer in use. Choose another.");
    return unreadText(field);
}

QString entryRefusalText(const Register &described, const Error &error)
{
    const FaultPlace place = faultPlace(described, error.subject);
    if (!place.field)
        return refusalText(error);
    if (error.subject.startsWith(u"entry.key."_s))
        return error.detail.isEmpty()
            ? RegisterTexts::tr("Another entry has the same in “%1”. Change it, then save again.")
                  .arg(said(place.field->label))
            : RegisterTexts::tr("%1 has the same in “%2”. Change it, then save again.")
                  .arg(quotedEntry(error.detail), said(place.field->label));
    return RegisterTexts::tr("%1: %2", "a field, and what is wrong with it")
        .arg(said(place.column ? place.column->label : place.field->label),
             faultText(place.column ? *place.column : *place.field, error));
}

namespace {

QString iconOf(State state)
{
    if (state == State::Unpublished)
        return u"circle-slash"_s;
    if (state == State::Submitted || state == State::AwaitingApproval)
        return u"hourglass"_s;
    return state == State::Approved || state == State::Scheduled ? u"badge-check"_s : u"pen-line"_s;
}

} // namespace

LineNote noteOf(const EntryLine &line)
{
    if (line.isRefused)
        return {.text = RegisterTexts::tr("Refused by the server: open it to see why"),
                .icon = u"triangle-alert"_s,
                .tone = Tone::Bad};
    if (line.isTyped)
        return {.text = RegisterTexts::tr("Unsaved changes on this PC"), .icon = u"pen-line"_s, .tone = Tone::Warning};
    if (line.isWaiting)
        return {.text = RegisterTexts::tr("Waiting to be sent"), .icon = u"hourglass"_s, .tone = Tone::Neutral};
    if (line.state == State::Closed)
        return {.text = line.reason.isEmpty() ? stateText(State::Closed)
                                              : RegisterTexts::tr("Closed: %1").arg(line.reason.simplified()),
                .icon = u"circle-slash"_s,
                .tone = Tone::Neutral};
    // Where nothing is reviewed all is published, and need not be said.
    if (line.state != State::Published)
        return {.text = stateText(line.state), .icon = iconOf(line.state), .tone = Tone::Neutral};
    return {};
}

EntryMark markOf(const EntryView &view, bool isPublic)
{
    const bool isRefused = std::ranges::any_of(
        view.waiting, [](const WaitingCommand &command) { return command.state == WaitingState::Refused; });
    if (view.isTyped)
        return {.text = RegisterTexts::tr("Unsaved changes on this PC"),
                .icon = u"pen-line"_s,
                .explanation =
                    RegisterTexts::tr("What was typed is kept on this PC and goes nowhere until it is saved."),
                .tone = Tone::Warning};
    if (isRefused)
        return {.text = RegisterTexts::tr("Refused by the server"),
                .icon = u"triangle-alert"_s,
                .explanation = RegisterTexts::tr("The server did not take what was saved. It is kept on this PC."),
                .tone = Tone::Bad};
    if (!view.waiting.empty())
        return {.text = RegisterTexts::tr("Saved on this PC, not sent yet"),
                .icon = u"hourglass"_s,
                .explanation = RegisterTexts::tr("It is sent as soon as the server can be reached."),
                .tone = Tone::Neutral};
    if (view.confirmedVersion == 0)
        return {};
    if (isPublic)
        return {.text = RegisterTexts::tr("On the portal"),
                .icon = u"circle-check"_s,
                .explanation = RegisterTexts::tr("Readers see exactly what stands here."),
                .tone = Tone::Good};
    if (view.record.publication && view.record.publication->isLive())
        return {.text = RegisterTexts::tr("Sent; an earlier version is on the portal"),
                .icon = u"circle-check"_s,
                .explanation = RegisterTexts::tr("Readers have the version that was published last, until this one is "
                                                 "approved and published."),
                .tone = Tone::Good};
    return {.text = RegisterTexts::tr("Sent"),
            .icon = u"circle-check"_s,
            .explanation = RegisterTexts::tr("The server has exactly what stands here."),
            .tone = Tone::Good};
}

bool isWithReaders(const Register &described, const EntryView &view, const QDate &today)
{
    if (!described.face || view.isGone || view.stateAtServer != State::Published)
        return false;
    const auto &publication = view.record.publication; // of what is reviewed first
    if (publication && (!publication->isLive() || publication->version != view.confirmedVersion))
        return false;
    const QJsonObject period =
        QJsonDocument::fromJson(view.confirmedContent).object().value(described.period).toObject();
    const QDate from = QDate::fromString(period[u"from"_s].toString(), Qt::ISODate);
    const QDate to = QDate::fromString(period[u"to"_s].toString(), Qt::ISODate);
    return (!from.isValid() || from <= today) && (!to.isValid() || today <= to);
}

std::vector<const Register *> registersOf(const Desk &desk)
{
    std::vector<const Register *> found;
    const Actor actor = desk.user().actor();
    for (const Register &described : desk.rules().registers()) {
        const bool isHis = std::ranges::any_of(described.chain, [&actor](const Transition &row) {
            return std::ranges::find(actor.grants, row.role, &Grant::role) != actor.grants.end();
        });
        if (isHis)
            found.push_back(&described);
    }
    std::ranges::sort(found, VietnameseOrder(), [](const Register *each) { return said(each->many); });
    return found;
}

bool mayAdd(const Desk &desk, const Register &described)
{
    const Kind *kind = desk.rules().find(described.noun);
    if (!kind)
        return false;
    Record fresh;
    fresh.noun = described.noun;
    fresh.author = desk.user().id;
    fresh.state = kind->beginsIn();
    const auto steps = kind->chain().allowedSteps(fresh, desk.user().actor());
    return std::ranges::find(steps, Step::Save) != steps.end();
}

} // namespace toasoan
