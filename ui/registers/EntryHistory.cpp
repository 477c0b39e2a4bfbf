#include "ui/registers/EntryHistory.h"

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

void empty(QVBoxLayout &list)
{
    while (QLayoutItem *item = list.takeAt(0)) {
        if (QWidget *widget = item->widget())
            retire(widget);
        delete item;
    }
}

// What was done and why; below it who and when.
QWidget *stepOf(const Decision &decision, const QString &person, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *sign = new QLabel(row);
    setSign(sign, stepIcon(decision.step), Tone::Neutral, 16);
    auto *name = new QLabel(stepName(decision.step), row);
    auto *who =
        new QLabel(person.isEmpty() ? momentText(decision.at) : u"%1\n%2"_s.arg(person, momentText(decision.at)), row);
    setRole(who, TextRole::Muted);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(1);
    for (QLabel *label : {name, who}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    layout->addWidget(name);
    if (!decision.reason.isEmpty()) {
        auto *why = new QLabel(u"“%1”"_s.arg(reasonText(decision.reason)), row);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        layout->addWidget(why);
    }
    layout->addWidget(who);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addLayout(layout, 1);
    return row;
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

void EntryHistory::showHistory(const EntryView &view, const std::function<QString(UserId)> &personName)
{
    std::vector<Decision> decisions = view.decisions;
    const bool isVersionTold = std::ranges::any_of(decisions, [&view](const Decision &decision) {
        return decision.step == Step::Save && decision.version == view.confirmedVersion;
    });
    if (view.confirmedVersion > 0 && !isVersionTold)
        decisions.push_back({.record = view.record.id,
                             .version = view.confirmedVersion,
                             .step = Step::Save,
                             .actor = view.savedBy,
                             .at = view.record.updatedAt,
                             .reason = {}});
    std::ranges::stable_sort(decisions, std::ranges::greater(), &Decision::at);
    if (decisions == m_shown)
        return;
    m_shown = decisions;
    empty(*m_steps);
    for (const Decision &decision : decisions)
        m_steps->addWidget(stepOf(decision, personName(decision.actor), m_stepList));
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
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_links->addWidget(button);
    }
    m_linksTitle->setVisible(!records.empty());
    m_linkList->setVisible(!records.empty());
    setVisible(!m_shown.empty() || !m_shownLinks.empty());
}

} // namespace toasoan
