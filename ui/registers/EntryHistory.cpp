#include "ui/registers/EntryHistory.h"

#include "document/Document.h"
#include "domain/EntryMerge.h"
#include "text/Language.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestLink = 210; // pixels of its words, beside the form

void empty(QVBoxLayout &list)
{
    while (QLayoutItem *item = list.takeAt(0)) {
        if (QWidget *widget = item->widget())
            retire(widget);
        delete item;
    }
}

struct BlockCounts
{
    int added = 0;
    int removed = 0;
    int changed = 0;
};

// Of what stands in no other block but lists, tables and quotes; a picture with its caption is one.
void count(const document::DiffBlock &block, BlockCounts &counts)
{
    const bool isWhole = block.children.isEmpty() || block.type == u"figure"_s;
    if (!isWhole || block.type == u"doc"_s) {
        for (const document::DiffBlock &child : block.children)
            count(child, counts);
        return;
    }
    const bool isChangedWithin = std::ranges::any_of(
        block.children, [](const document::DiffBlock &child) { return child.change != document::Change::Same; });
    if (block.change == document::Change::Inserted)
        ++counts.added;
    else if (block.change == document::Change::Deleted)
        ++counts.removed;
    else if (block.change == document::Change::Changed || isChangedWithin)
        ++counts.changed;
}

// How many blocks of a text became others; empty where that cannot be told.
QString bodyChange(const QJsonValue &before, const QJsonValue &after)
{
    const auto read = [](const QJsonValue &value) {
        return value.isObject() ? document::readStored(value.toObject())
                                : Result<document::Node>(document::emptyDocument());
    };
    const auto was = read(before), is = read(after);
    if (!was || !is)
        return {};
    BlockCounts counts;
    count(document::diff(*was, *is), counts);
    QStringList parts;
    if (counts.added > 0)
        parts.append(RegisterTexts::tr("%Ln paragraph(s) added", nullptr, counts.added));
    if (counts.removed > 0)
        parts.append(RegisterTexts::tr("%Ln paragraph(s) removed", nullptr, counts.removed));
    if (counts.changed > 0)
        parts.append(RegisterTexts::tr("%Ln paragraph(s) changed", nullptr, counts.changed));
    return parts.join(u", "_s);
}

// What a version changed of the one before, field by field.
QStringList changesOf(const Register &described, const QByteArray &before, const QByteArray &after)
{
    constexpr std::size_t most = 5;
    constexpr qsizetype longest = 40;
    const bool isEnglish = languageInUse() == Language::English;
    QStringList lines;
    const auto changes = entry::differences(described, before, after);
    for (const entry::FieldChange &change : changes) {
        const Field *field = described.find(change.field);
        if (!field || !field->rule.isEmpty())
            continue;
        const bool isShort = field->kind != FieldKind::Rows && field->kind != FieldKind::Body
            && field->kind != FieldKind::File && field->kind != FieldKind::Reference && field->name != described.order;
        const bool isBody = field->kind == FieldKind::Body;
        const QString now = isBody ? bodyChange(change.before, change.after)
            : isShort              ? entry::shown(*field, change.after, isEnglish).simplified()
                                   : QString();
        lines.append(now.isEmpty() || (!isBody && now.size() > longest) ? said(field->label)
                                                                        : u"%1: %2"_s.arg(said(field->label), now));
    }
    if (std::size_t(lines.size()) <= most)
        return lines;
    const int others = int(lines.size()) - int(most) + 1;
    lines = lines.first(qsizetype(most) - 1);
    lines.append(RegisterTexts::tr("and %Ln more field(s)", nullptr, others));
    return lines;
}

} // namespace

EntryHistory::EntryHistory(QWidget *parent)
    : QFrame(parent)
    , m_historyTitle(new QLabel(tr("History"), this))
    , m_linksTitle(new QLabel(tr("Referred to by"), this))
    , m_stepList(new QWidget(this))
    , m_linkList(new QWidget(this))
{
    makeCard(this);
    for (QLabel *title : {m_historyTitle, m_linksTitle})
        setRole(title, TextRole::Label);
    m_steps = new QVBoxLayout(m_stepList);
    m_links = new QVBoxLayout(m_linkList);
    for (QVBoxLayout *list : {m_steps, m_links})
        list->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(12);
    m_links->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 18);
    layout->setSpacing(10);
    layout->addWidget(m_historyTitle);
    layout->addWidget(m_stepList);
    layout->addSpacing(6);
    layout->addWidget(m_linksTitle);
    layout->addWidget(m_linkList);
    clear();
}

void EntryHistory::clear()
{
    m_shown.clear();
    m_shownLinks.clear();
    empty(*m_steps);
    empty(*m_links);
    m_linksTitle->hide();
    m_linkList->hide();
    hide();
}

// What was done and what it says; below it who and when.
QWidget *EntryHistory::widgetOf(const Line &line, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *sign = new QLabel(row);
    setSign(sign, line.sign, Tone::Neutral, 16);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(2);
    const auto add = [&](const QString &text, bool isMuted) {
        auto *label = new QLabel(text, row);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        if (isMuted)
            setRole(label, TextRole::Muted);
        layout->addWidget(label);
    };
    add(line.step, false);
    if (!line.says.isEmpty())
        add(line.says.join(u'\n'), false);
    add(line.person.isEmpty() ? momentText(line.at) : u"%1\n%2"_s.arg(line.person, momentText(line.at)), true);
    auto *all = new QHBoxLayout(row);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addWidget(sign, 0, Qt::AlignTop);
    all->addLayout(layout, 1);
    return row;
}

void EntryHistory::showHistory(const Register &described, const EntryView &view,
                               const std::vector<RecordVersion> &versions,
                               const std::function<QString(UserId)> &personName)
{
    std::vector<Line> lines;
    for (const Decision &decision : view.decisions) {
        if (decision.step == Step::Save)
            continue; // the versions say it
        const QString reason = reasonText(decision.reason);
        lines.push_back({.at = decision.at,
                         .step = stepName(decision.step),
                         .sign = stepIcon(decision.step),
                         .person = personName(decision.actor),
                         .says = reason.isEmpty() ? QStringList() : QStringList{u"“%1”"_s.arg(reason)}});
    }
    const RecordVersion *before = nullptr;
    for (const RecordVersion &version : versions) {
        const bool isFirst = version.version == 1;
        lines.push_back({.at = version.savedAt,
                         .step = isFirst ? tr("Added") : stepName(Step::Save),
                         .sign = isFirst ? u"plus"_s : stepIcon(Step::Save),
                         .person = personName(version.savedBy),
                         .says = before ? changesOf(described, before->content, version.content) : QStringList()});
        before = &version;
    }
    if (versions.empty() && view.confirmedVersion > 0)
        lines.push_back({.at = view.record.updatedAt,
                         .step = stepName(Step::Save),
                         .sign = stepIcon(Step::Save),
                         .person = personName(view.savedBy),
                         .says = {}});
    std::ranges::stable_sort(lines, std::ranges::greater(), &Line::at);
    if (lines == m_shown)
        return;
    m_shown = lines;
    empty(*m_steps);
    for (const Line &line : lines)
        m_steps->addWidget(widgetOf(line, m_stepList));
    setVisible(!m_shown.empty() || !m_shownLinks.empty());
}

void EntryHistory::showLinks(const std::vector<Record> &records, const NewsroomRules &rules)
{
    if (records == m_shownLinks)
        return;
    m_shownLinks = records;
    empty(*m_links);
    for (const Record &record : records) {
        const Register *its = rules.findRegister(record.noun);
        auto *button = new QPushButton(icon(its ? u"library"_s : u"file-text"_s),
                                       QString(record.title).replace(u'&', u"&&"_s), m_linkList);
        makeQuiet(button);
        button->setToolTip(its ? u"%1: %2"_s.arg(said(its->one), record.title) : record.title);
        connect(button, &QPushButton::clicked, this, [this, key = Key{.noun = record.noun, .id = record.id}] {
            if (key.noun == nouns::article)
                emit articleChosen(key.id);
            else
                emit entryChosen(key);
        });
        button->setText(button->fontMetrics().elidedText(button->text(), Qt::ElideRight, widestLink));
        m_links->addWidget(button, 0, Qt::AlignLeft);
    }
    m_linksTitle->setVisible(!records.empty());
    m_linkList->setVisible(!records.empty());
    setVisible(!m_shown.empty() || !m_shownLinks.empty());
}

} // namespace toasoan
