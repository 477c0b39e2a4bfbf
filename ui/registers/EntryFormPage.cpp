#include "ui/registers/EntryFormPage.h"

#include "domain/Rank.h"
#include "ui/models/StateChip.h"
#include "ui/models/StepText.h"
#include "ui/models/TextKeeper.h"
#include "ui/registers/EntryForm.h"
#include "ui/registers/EntryHistory.h"
#include "ui/registers/EntrySteps.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TabOrder.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestForm = 720;
constexpr int widestTable = 1000; // of a form whose rows have many columns
constexpr std::size_t manyColumns = 5;
constexpr int sideWidth = 300;
constexpr int roomForSide = 980; // of the page

int widthFor(const Register &described)
{
    const bool hasTable =
        std::ranges::any_of(described.fields, [](const Field &field) { return field.columns.size() >= manyColumns; });
    return hasTable ? widestTable : widestForm;
}

} // namespace

EntryFormPage::EntryFormPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_titles(new EntryTitles(desk, this))
    , m_keeper(new TextKeeper(
          [this](RecordId id, QObject *context, Callback<void> done) {
              m_desk.act(TypeEntry{{.noun = m_key.noun, .id = id}, m_base, m_form->content()}, context,
                         std::move(done));
          },
          this))
    , m_sameSoon(new QTimer(this))
{
    build();
    connect(m_keeper, &TextKeeper::answered, this, [this] {
        if (m_keeper->error())
            fail(*m_keeper->error());
        else if (!m_view || !m_view->isTyped)
            refetch(); // what may be done with it is known once it is there
        showMark();
        showSteps();
        askAgain();
    });
    connect(&m_desk, &Desk::entriesChanged, this, [this](const Noun &noun, const QList<RecordId> &ids) {
        if (noun == m_key.noun && (ids.isEmpty() || ids.contains(m_key.id)))
            refetch();
        else if (noun == m_key.noun && m_isOpen)
            m_sameSoon->start();
    });
    connect(&m_desk, &Desk::newsroomChanged, this, &EntryFormPage::learnRegister);
    connect(&m_desk, &Desk::connectionChanged, this, &EntryFormPage::showMark);
    m_sameSoon->setSingleShot(true);
    m_sameSoon->setInterval(250);
    connect(m_sameSoon, &QTimer::timeout, this, &EntryFormPage::askSame);
}

void EntryFormPage::build()
{
    m_back = new QPushButton(icon(u"undo-2"_s), QString(), this);
    m_back->setObjectName(u"back"_s);
    m_back->setToolTip(tr("Back to the list"));
    makeQuiet(m_back);
    m_title = new QLabel(this);
    setRole(m_title, TextRole::Title);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_state = new StateChip(this);
    m_markSign = new QLabel(this);
    m_mark = new QLabel(this);
    m_mark->setObjectName(u"mark"_s);
    m_steps = new ActionBar(this);
    connect(m_steps, &ActionBar::focusLost, this, [this] { m_form->setFocus(Qt::OtherFocusReason); });
    auto *bar = new QHBoxLayout;
    bar->setSpacing(10);
    bar->addWidget(m_back);
    bar->addWidget(m_state);
    bar->addWidget(m_markSign);
    bar->addWidget(m_mark, 1);
    bar->addWidget(m_steps);
    m_banner = new Banner(this);

    auto *sheet = new QWidget(this);
    m_card = new QFrame(sheet);
    makeCard(m_card);
    m_card->setMaximumWidth(widestForm);
    m_form = new EntryForm({.desk = m_desk, .titles = *m_titles}, m_card);
    auto *cardLayout = new QVBoxLayout(m_card);
    cardLayout->setContentsMargins(24, 20, 24, 24);
    cardLayout->setSpacing(18);
    cardLayout->addWidget(m_title);
    cardLayout->addWidget(m_form);
    cardLayout->addStretch(1);
    m_history = new EntryHistory(sheet);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, sheet);
    m_columns->setContentsMargins(0, 0, 8, 0);
    m_columns->setSpacing(16);
    m_columns->addWidget(m_card, 100);
    m_columns->addWidget(m_history, 0, Qt::AlignTop);
    m_columns->addStretch(1);
    m_area = new QScrollArea(this);
    makePlain(m_area);
    m_area->setWidget(sheet);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14); // as on the other pages
    layout->setSpacing(10);
    layout->addLayout(bar);
    layout->addWidget(m_banner);
    layout->addWidget(m_area, 1);
    setFocusProxy(m_form);

    connect(m_back, &QPushButton::clicked, this, &EntryFormPage::backWanted);
    connect(m_form, &EntryForm::edited, this, &EntryFormPage::typed);
    connect(m_form, &EntryForm::seenChanged, this, &EntryFormPage::showSteps);
    connect(m_form, &EntryForm::shown, this, [this](QWidget *part) {
        QMetaObject::invokeMethod( // it may have its place only in a moment
            part, [this, part] { m_area->ensureWidgetVisible(part, 0, 40); }, Qt::QueuedConnection);
    });
    connect(m_history, &EntryHistory::entryChosen, this, &EntryFormPage::entryChosen);
    connect(m_history, &EntryHistory::articleChosen, this, &EntryFormPage::articleChosen);
    auto *saveKey = new QShortcut(QKeySequence(QKeySequence::Save), this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &EntryFormPage::save);
}

bool EntryFormPage::focusNextPrevChild(bool next)
{
    if (isFocusLeftBehind(*this)) {
        m_form->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

const Register *EntryFormPage::described() const
{
    return m_desk.rules().findRegister(m_key.noun);
}

QString EntryFormPage::title() const
{
    return entry::titleOf(m_form->described(), m_form->content());
}

void EntryFormPage::begin(const Key &key)
{
    m_keeper->begin({}); // what was typed is kept as that entry's, before all else
    m_key = key;
    m_keeper->begin(key.id);
    m_view.reset();
    m_base = {};
    m_viewEdits = m_savedEdits = 0;
    m_isOpen = m_isNew = m_isAsking = m_mustAskAgain = m_isSaving = m_isGone = false;
    m_error.reset();
    m_rank.clear();
    m_history->clear();
    m_versions.clear();
    m_versionsAt = 0;
    m_area->verticalScrollBar()->setValue(0);
    if (const Register *its = described()) {
        m_form->setRegister(*its);
        m_card->setMaximumWidth(widthFor(*its));
        m_back->setText(said(its->many).replace(u'&', u"&&"_s));
        m_back->setAccessibleName(said(its->many));
    }
    m_form->setReadOnly(true);
    m_form->open({});
}

void EntryFormPage::open(const Key &key)
{
    if (key == m_key && !m_isGone)
        return;
    begin(key);
    showEntry();
    refetch();
}

void EntryFormPage::openNew(const Noun &noun)
{
    begin({.noun = noun, .id = m_desk.newEntry()});
    m_isNew = m_isOpen = true;
    m_form->setReadOnly(!mayWrite());
    showEntry();
    m_form->setFocus(Qt::OtherFocusReason);
    const Register *its = described();
    if (!its || its->order.isEmpty())
        return;
    // Behind all others; whoever arranges it puts it elsewhere.
    m_desk.ask(AskLastRank{noun}, this, [this, key = m_key, order = its->order](const Result<QString> &last) {
        if (!last || key != m_key)
            return;
        m_rank = rankBetween(*last, {});
        m_form->setMember(order, m_rank);
        if (m_keeper->edits() > 0) // what was typed before has none
            m_keeper->typed();
    });
}

// What was typed last may not have been told yet. Of an editor that does not answer what it sent last is kept, and
// nothing goes on: nobody knows whether that is all.
void EntryFormPage::keep(Callback<void> done)
{
    m_form->flush([this, key = m_key, done = std::move(done)](bool isAll) {
        if (key != m_key || isAll)
            return m_keeper->keep(done);
        m_keeper->keep();
        const Error silent{ErrorCode::Unavailable, u"editor.silent"_s, {}};
        fail(silent);
        if (done)
            done(silent);
    });
}

void EntryFormPage::typed()
{
    if (!m_isOpen || m_isGone)
        return;
    m_keeper->typed();
    m_error.reset();
    m_sameSoon->start();
    showMark();
    showSteps();
    showBanner();
}

// What the desk tells of it while somebody types: what was typed is given first, then the entry is asked for; where
// nothing was typed meanwhile its values are shown in place of those that are other.
void EntryFormPage::refetch()
{
    if (m_key.id.isNull())
        return;
    if (m_isAsking) {
        m_mustAskAgain = true;
        return;
    }
    m_isAsking = true;
    m_mustAskAgain = false;
    m_keeper->give();
    m_desk.ask(AskEntry{m_key}, this, [this, key = m_key, edits = m_keeper->edits()](const Result<EntryView> &view) {
        if (key != m_key)
            return;
        m_isAsking = false;
        if (view)
            hear(*view, edits);
        else if (view.error().code != ErrorCode::NotFound)
            fail(view.error());
        else if (!m_isNew || m_view)
            lose();
        askAgain();
    });
}

void EntryFormPage::askAgain()
{
    if (m_mustAskAgain && !m_keeper->error()) // what cannot be kept has to wait for that
        refetch();
}

void EntryFormPage::hear(const EntryView &view, quint64 editsWhenAsked)
{
    const bool isFirst = !m_isOpen;
    m_isGone = false; // it may have come back
    m_view = view;
    m_viewEdits = qMin(editsWhenAsked, m_keeper->safeEdits()); // what could not be kept is not in it
    if (isFirst || view.base != m_base) {
        if (m_viewEdits == m_keeper->edits()) {
            m_base = view.base;
            if (isFirst)
                m_form->open(view.record.content);
            else
                m_form->takeOver(view.record.content);
            const Register *its = described();
            const auto rank =
                its ? QJsonDocument::fromJson(view.record.content).object().value(its->order) : QJsonValue();
            if (!m_rank.isEmpty() && its && rank.toString().isEmpty())
                m_form->setMember(its->order, m_rank);
        } else {
            m_mustAskAgain = true;
        }
    }
    m_isOpen = true;
    m_form->setReadOnly(!mayWrite());
    showEntry();
    showHistory();
    askVersions();
    askLinks();
    m_sameSoon->start();
    if (isFirst && isVisible() && !m_form->isReadOnly() && (!focusWidget() || m_back->hasFocus()))
        m_form->setFocus(Qt::OtherFocusReason);
}

// It was put away elsewhere, or is not this person's to see any more, and nothing of his waits: what stands there can
// be read and copied.
void EntryFormPage::lose()
{
    m_isGone = true;
    m_form->setReadOnly(true);
    showEntry();
    emit lost(m_key);
}

void EntryFormPage::learnRegister()
{
    if (m_key.id.isNull())
        return;
    if (const Register *its = described(); its && *its != m_form->described()) {
        m_form->setRegister(*its);
        m_card->setMaximumWidth(widthFor(*its));
        m_back->setText(said(its->many).replace(u'&', u"&&"_s));
        refetch();
    }
    m_form->setReadOnly(!mayWrite());
    showEntry();
}

void EntryFormPage::askSame()
{
    const Register *its = described();
    if (!m_isOpen || !its || its->keys.empty() || m_form->isReadOnly())
        return m_form->showSame({});
    m_desk.ask(AskSameKeys{m_key, m_form->content()}, this,
               [this, key = m_key, edits = m_keeper->edits()](const Result<std::map<QString, QString>> &same) {
                   if (same && key == m_key && edits == m_keeper->edits())
                       m_form->showSame(*same);
               });
}

void EntryFormPage::askLinks()
{
    m_desk.ask(AskLinksTo{m_key}, this, [this, key = m_key](const Result<std::vector<Record>> &records) {
        if (records && key == m_key)
            m_history->showLinks(*records, m_desk.rules());
    });
}

// From the server where it can be reached, else those that are known here.
void EntryFormPage::askVersions()
{
    if (!m_view || m_view->confirmedVersion == m_versionsAt)
        return;
    m_versionsAt = m_view->confirmedVersion;
    m_desk.versions(m_key, this, [this, key = m_key](const Result<std::vector<RecordVersion>> &versions) {
        if (!versions || key != m_key)
            return;
        m_versions = *versions;
        showHistory();
    });
}

void EntryFormPage::showHistory()
{
    if (m_view)
        m_history->showHistory(m_form->described(), *m_view, m_versions,
                               [this](UserId user) { return m_desk.nameOf(user); });
}

bool EntryFormPage::mayWrite() const
{
    const Register *its = described();
    if (!m_isOpen || m_isGone || !its)
        return false;
    if (!m_view)
        return m_isNew && mayAdd(m_desk, *its);
    return std::ranges::find(m_view->allowedSteps, Step::Save) != m_view->allowedSteps.end();
}

bool EntryFormPage::isUnsaved() const
{
    const bool isTypedSince = m_keeper->edits() > m_viewEdits && m_keeper->edits() > m_savedEdits;
    return isTypedSince || (m_view && m_view->isTyped);
}

// Steps

void EntryFormPage::save()
{
    if (m_isSaving || !m_isOpen || !mayWrite() || !isUnsaved())
        return;
    const auto faults =
        entry::faults(m_form->described(), m_form->content(), m_view ? m_view->confirmedContent : QByteArray());
    const std::vector<Error> others = m_form->showFaults(faults);
    if (!faults.empty()) {
        m_form->focusFault(faults.front());
        if (others.size() == faults.size())
            fail(others.front());
        return;
    }
    m_isSaving = true;
    m_error.reset();
    showSteps();
    keep([this, key = m_key](const Result<void> &kept) {
        if (key != m_key)
            return;
        if (kept)
            return saveKept();
        m_isSaving = false;
        showSteps();
        fail(kept.error());
    });
}

void EntryFormPage::saveKept()
{
    m_desk.act(SaveEntry{m_key}, this, [this, key = m_key, edits = m_keeper->safeEdits()](const Result<void> &saved) {
        if (key != m_key)
            return;
        m_isSaving = false;
        if (saved) {
            m_savedEdits = qMax(m_savedEdits, edits);
        } else if (!m_form->showFaults({saved.error()}).empty()) {
            fail(saved.error());
        } else {
            m_form->focusFault(saved.error());
        }
        showSteps();
        refetch();
    });
}

// A step that vouches is of what stands here: where the server has that already by its version, else by what waits.
void EntryFormPage::step(Step step)
{
    if (!m_view || !canTake(step))
        return;
    const QString title = this->title();
    const FullRecord &record = m_view->record;
    const State from = record.state;
    const bool wantsReason = std::ranges::find(m_view->stepsWithReason, step) != m_view->stepsWithReason.end();
    const bool isAtServer = m_view->waiting.empty() && record.version == m_view->confirmedVersion;
    takeEntryStep(m_desk,
                  {.key = m_key,
                   .title = title,
                   .from = from,
                   .step = step,
                   .needsReason = wantsReason,
                   .version = vouches(step) && isAtServer ? record.version : 0,
                   .contentHash = record.contentHash},
                  this, [this, key = m_key, step, from, title](const Result<void> &taken) {
                      if (taken)
                          emit done(doneText(step, from, title));
                      else if (key == m_key)
                          fail(taken.error());
                  });
}

// Nothing goes beside what was typed and not saved, and nobody answers for what he has not before him.
bool EntryFormPage::canTake(Step step) const
{
    const bool isShown = m_form->isSeen() && m_base == m_view->base;
    return !isUnsaved() && !m_isSaving && (!vouches(step) || isShown);
}

void EntryFormPage::drop()
{
    m_keeper->keep([this, key = m_key](const Result<void> &) {
        if (key != m_key)
            return;
        m_desk.act(DropTyped{m_key}, this, [this, key](const Result<void> &dropped) {
            if (key != m_key)
                return;
            if (!dropped)
                return fail(dropped.error());
            if (m_view && (m_view->confirmedVersion > 0 || !m_view->waiting.empty())) {
                begin(key);
                showEntry();
                refetch();
                return;
            }
            m_keeper->begin({});
            m_key = {};
            emit lost(key);
            emit backWanted();
        });
    });
}

void EntryFormPage::fail(const Error &error)
{
    m_error = error;
    showBanner();
}

void EntryFormPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Beside the form where there is room, else below it.
void EntryFormPage::arrange()
{
    const bool isBeside = width() >= roomForSide;
    m_columns->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_history->setFixedWidth(isBeside ? sideWidth : qMin(widestForm, qMax(300, width() - 40)));
}

} // namespace toasoan
