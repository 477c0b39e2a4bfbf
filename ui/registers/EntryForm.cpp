#include "ui/registers/EntryForm.h"

#include "domain/EntryMerge.h"
#include "text/Language.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/PressedButton.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenFields = 18;
constexpr qsizetype longestOnButton = 28;

QJsonObject read(const QByteArray &content)
{
    return QJsonDocument::fromJson(content).object();
}

QByteArray written(const QJsonObject &says)
{
    return QJsonDocument(says).toJson(QJsonDocument::Compact);
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestOnButton ? line : QString(line.left(longestOnButton - 1).trimmed() + u'…');
}

} // namespace

EntryForm::EntryForm(const FieldSources &sources, QWidget *parent) : QWidget(parent), m_sources(sources)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(betweenFields);
}

bool EntryForm::hasField(const Field &field) const
{
    return field.rule.isEmpty() && field.name != m_register.order;
}

void EntryForm::setRegister(const Register &described)
{
    if (described == m_register)
        return;
    const QJsonObject says = read(content());
    QString focused;
    for (const FieldBox *box : m_boxes) {
        if (box->isAncestorOf(focusWidget()))
            focused = box->field().name;
    }
    m_register = described;
    build();
    m_says = says;
    takeOver(written(says));
    setReadOnly(m_isReadOnly);
    if (FieldBox *box = boxOf(focused); box && !focused.isEmpty())
        box->setFocus(Qt::OtherFocusReason);
}

void EntryForm::build()
{
    for (FieldBox *box : std::exchange(m_boxes, {})) {
        layout()->removeWidget(box);
        box->disconnect(this);
        retire(box);
    }
    for (const Field &field : m_register.fields) {
        if (!hasField(field))
            continue;
        auto *box = new FieldBox(field, m_sources, this);
        layout()->addWidget(box);
        connect(box, &FieldBox::edited, this, [this] {
            if (!m_isShowing)
                emit edited();
        });
        connect(box, &FieldBox::settled, this, &EntryForm::settle);
        connect(&box->editor(), &FieldEditor::seenChanged, this, &EntryForm::seenChanged);
        m_boxes.push_back(box);
        box->show();
    }
    setFocusProxy(m_boxes.empty() ? nullptr : m_boxes.front());
}

void EntryForm::open(const QByteArray &content)
{
    build();
    m_says = {};
    takeOver(content);
    setReadOnly(m_isReadOnly);
}

void EntryForm::takeOver(const QByteArray &content)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QJsonObject before = read(entry::tidy(m_register, this->content()));
    m_says = read(content);
    for (FieldBox *box : m_boxes) {
        const QString &name = box->field().name;
        if (before.value(name) != m_says.value(name) || m_says.value(name).isUndefined())
            box->editor().setValue(m_says.value(name));
    }
    showOpen();
}

QByteArray EntryForm::content() const
{
    QJsonObject says = m_says;
    for (const FieldBox *box : m_boxes) {
        const QJsonValue value = box->editor().value();
        if (value.isUndefined())
            says.remove(box->field().name);
        else
            says.insert(box->field().name, value);
    }
    return written(says);
}

void EntryForm::flush(const std::function<void(bool isAll)> &done)
{
    // Asked all at once; the last to answer tells.
    struct Answers
    {
        std::size_t missing;
        bool areAll = true;
    };
    const auto answers = std::make_shared<Answers>(Answers{.missing = m_boxes.size() + 1});
    const auto take = [answers, done](bool isAll) {
        answers->areAll = answers->areAll && isAll;
        if (--answers->missing == 0)
            done(answers->areAll);
    };
    for (const FieldBox *box : m_boxes)
        box->editor().flush(take);
    take(true);
}

bool EntryForm::isSeen() const
{
    return std::ranges::all_of(m_boxes, [](const FieldBox *box) { return box->editor().isSeen(); });
}

void EntryForm::setMember(const QString &name, const QJsonValue &value)
{
    m_says.insert(name, value);
}

void EntryForm::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    for (FieldBox *box : m_boxes)
        box->editor().setReadOnly(isReadOnly);
    showOpen();
}

FieldBox *EntryForm::boxOf(const QString &field) const
{
    const auto found = std::ranges::find_if(m_boxes, [&](const FieldBox *box) { return box->field().name == field; });
    return found == m_boxes.end() ? nullptr : *found;
}

std::vector<Error> EntryForm::showFaults(const std::vector<Error> &faults)
{
    clearFaults();
    std::vector<Error> others;
    for (const Error &fault : faults) {
        const FaultPlace place = faultPlace(m_register, fault.subject);
        FieldBox *box = place.field ? boxOf(place.field->name) : nullptr;
        if (!box) {
            others.push_back(fault);
            continue;
        }
        if (!box->fault().isEmpty())
            continue; // the first is said
        const QString text = fault.subject.startsWith(u"entry.key."_s)
            ? entryRefusalText(m_register, fault)
            : faultText(place.column ? *place.column : *place.field, fault);
        box->setFault(place.column ? RegisterTexts::tr("Row %1, %2: %3", "a column, and what is wrong in it")
                                         .arg(QString::number(place.row + 1), said(place.column->label), text)
                                   : text);
    }
    return others;
}

void EntryForm::clearFaults()
{
    for (FieldBox *box : m_boxes)
        box->setFault({});
}

void EntryForm::focusFault(const Error &fault)
{
    const FaultPlace place = faultPlace(m_register, fault.subject);
    FieldBox *box = place.field ? boxOf(place.field->name) : nullptr;
    if (!box)
        return;
    if (place.row >= 0)
        box->editor().focusPlace(place.row, place.column ? place.column->name : QString());
    else
        box->setFocus(Qt::OtherFocusReason);
    emit shown(box);
}

void EntryForm::showSame(const std::map<QString, QString> &same)
{
    std::map<QString, QString> texts;
    for (const UniqueKey &key : m_register.keys) {
        const auto other = same.find(key.name);
        if (other == same.end() || key.parts.isEmpty() || key.during == UniqueKey::During::InForce)
            continue;
        texts.emplace(
            key.parts.last(),
            key.breach == UniqueKey::Breach::Warn
                ? RegisterTexts::tr("%1 says the same. It can be saved all the same.").arg(quotedEntry(other->second))
                : RegisterTexts::tr("%1 says the same. The server takes each only once.")
                      .arg(quotedEntry(other->second)));
    }
    for (FieldBox *box : m_boxes) {
        const auto text = texts.find(box->field().name);
        box->setWarning(text == texts.end() ? QString() : text->second);
    }
}

// What two people changed

QString EntryForm::shownValue(const Field &field, const QJsonValue &value) const
{
    if (value.isUndefined() || value.isNull())
        return RegisterTexts::tr("(empty)");
    if (field.kind == FieldKind::Reference && !field.limits.nouns.empty()) {
        const QString title = m_sources.titles.titleOf(field.limits.nouns.front(), value.toString());
        return title.isEmpty() ? u"…"_s : title;
    }
    if (field.kind == FieldKind::File)
        return RegisterTexts::tr("another picture");
    return entry::shown(field, value, languageInUse() == Language::English);
}

FieldBox::Wordings EntryForm::wordings(const QJsonObject &open) const
{
    const QString at = open[u"at"_s].toString();
    const QStringList path = at.split(u'/');
    const Field *field = m_register.find(path.value(0));
    if (!field)
        return {};
    const QJsonValue other = open.contains(u"mine"_s) ? open[u"mine"_s] : QJsonValue(QJsonValue::Undefined);
    if (path.size() == 2) { // a row that one took out and another changed
        return {.at = at,
                .text = RegisterTexts::tr("One person removed a row that another changed. It still stands here."),
                .keep = RegisterTexts::tr("Keep the row"),
                .take = RegisterTexts::tr("Remove the row")};
    }
    const Field *place = field;
    QJsonValue value = m_says.value(field->name);
    QString where;
    if (path.size() == 3) {
        const auto column = std::ranges::find(field->columns, path.at(2), &Field::name);
        if (column == field->columns.end())
            return {};
        place = &*column;
        const QJsonArray rows = value.toArray();
        value = QJsonValue::Undefined;
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (rows[row][u"row"_s].toString() != path.at(1))
                continue;
            value = rows[row].toObject().value(place->name);
            where = RegisterTexts::tr("Row %1, %2: ", "a column").arg(row + 1).arg(said(place->label));
        }
    }
    const QString kept = shownValue(*place, value);
    const QString taken = shownValue(*place, other);
    return {.at = at,
            .text = where
                + RegisterTexts::tr("Two people entered different values: “%1”, which stands here, and “%2”. Choose "
                                    "one.")
                      .arg(kept, taken),
            .keep = value.isUndefined() ? RegisterTexts::tr("Leave it empty")
                                        : RegisterTexts::tr("Keep “%1”").arg(shortened(kept).replace(u'&', u"&&"_s)),
            .take = other.isUndefined() ? RegisterTexts::tr("Leave it empty")
                                        : RegisterTexts::tr("Take “%1”").arg(shortened(taken).replace(u'&', u"&&"_s))};
}

void EntryForm::showOpen()
{
    std::map<QString, std::vector<FieldBox::Wordings>> open;
    const QJsonArray all = m_says.value(u"open"_s).toArray();
    for (const QJsonValue &each : all) {
        const FieldBox::Wordings words = wordings(each.toObject());
        if (!words.at.isEmpty())
            open[words.at.section(u'/', 0, 0)].push_back(words);
    }
    for (FieldBox *box : m_boxes)
        box->setOpen(m_isReadOnly ? std::vector<FieldBox::Wordings>() : open[box->field().name]);
}

// Choosing is typing: it is kept at once, and sent when it is saved.
void EntryForm::settle(const QString &at, bool takeOther)
{
    if (m_isReadOnly)
        return;
    QJsonObject chosen = read(entry::settled(m_register, content(), at, takeOther));
    if (chosen.value(u"open"_s).toArray().isEmpty())
        chosen.remove(u"open"_s);
    takeOver(written(chosen));
    if (FieldBox *box = boxOf(at.section(u'/', 0, 0)))
        box->setFocus(Qt::OtherFocusReason);
    emit edited();
}

} // namespace toasoan
