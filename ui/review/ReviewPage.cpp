#include "ui/review/ReviewPage.h"

#include "domain/ContentMerge.h"
#include "ui/models/NewsroomText.h"
#include "ui/review/ArticleReader.h"
#include "ui/review/ChecklistStrip.h"
#include "ui/review/ReviewQueue.h"
#include "ui/review/ReviewSteps.h"
#include "ui/review/ReviewTexts.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

bool saysTheSame(const ArticleView &left, const ArticleView &right)
{
    return left.article.version == right.article.version && left.article.contentHash == right.article.contentHash
        && left.article.content == right.article.content;
}

} // namespace

ReviewPage::ReviewPage(ReviewSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_queue(new ReviewQueue(m_source, this))
    , m_reader(new ArticleReader(m_source, this))
{
    build();
    showItem();
    reload();
}

void ReviewPage::build()
{
    auto *title = new QLabel(tr("Review"), this);
    setRole(title, TextRole::Title);
    m_count = new QLabel(this);
    setRole(m_count, TextRole::Muted);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(title, 0, Qt::AlignBaseline);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    head->addStretch(1);
    m_result = new Banner(this);
    m_result->hide();
    m_hideResult = new QTimer(this);
    m_hideResult->setSingleShot(true);
    m_hideResult->setInterval(12'000);
    connect(m_hideResult, &QTimer::timeout, m_result, &QWidget::hide);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(m_queue);
    splitter->addWidget(buildItem());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 900});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 20, 14);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_result);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_queue);
    connect(m_queue, &ReviewQueue::chosen, this, &ReviewPage::open);
    connect(m_queue, &ReviewQueue::readingWanted, m_reader, qOverload<>(&QWidget::setFocus));
    connect(m_queue, &ReviewQueue::waitingCountChanged, this, &ReviewPage::waitingCountChanged);
    connect(m_queue, &ReviewQueue::filled, this, [this] {
        const int count = m_queue->waitingCount();
        m_count->setText(count > 0 ? tr("%n article(s) wait for you", nullptr, count) : QString());
        if (m_id.isNull() && !m_queue->model().items().empty())
            open(m_queue->model().items().front().line.id);
    });

    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (QApplication::activeModalWidget())
                return; // the key is meant for the dialog, which may not have become the active window yet
            if (const auto step = primaryStep())
                takeStep(*step);
        });
    }
}

QWidget *ReviewPage::buildItem()
{
    auto *card = new QFrame(this);
    makeCard(card);
    m_itemStack = new QStackedWidget(card);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->addWidget(m_itemStack);

    auto *empty = new EmptyState(u"stamp"_s, card);
    empty->setTexts(tr("Nothing is open"), tr("Choose an article on the left to read it here."));
    m_itemStack->addWidget(empty);

    m_item = new QWidget(card);
    m_itemStack->addWidget(m_item);
    m_title = new QLabel(m_item);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    setRole(m_title, TextRole::Heading);
    m_facts = new QLabel(m_item);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    setRole(m_facts, TextRole::Muted);
    m_stateIcon = new QLabel(m_item);
    m_state = new QLabel(m_item);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_stateIcon, 0, Qt::AlignTop);
    head->addWidget(m_state, 0, Qt::AlignTop);

    m_banner = new Banner(m_item);
    m_banner->hide();
    m_vouched = new QLabel(m_item);
    m_vouched->setTextFormat(Qt::PlainText);
    m_vouched->setWordWrap(true);
    setRole(m_vouched, TextRole::Muted);
    m_steps = new ActionBar(m_item);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(20, 14, 20, 0);
    top->setSpacing(8);
    top->addLayout(head);
    top->addWidget(m_facts);
    top->addWidget(m_banner);
    top->addWidget(m_checklist = new ChecklistStrip(m_item));
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(20, 8, 20, 12);
    bar->setSpacing(6);
    bar->addWidget(m_vouched);
    bar->addWidget(m_steps, 0, Qt::AlignRight);
    auto *layout = new QVBoxLayout(m_item);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_reader, 1);
    layout->addLayout(bar);

    connect(m_reader, &ArticleReader::seenChanged, this, [this] {
        showBanner();
        showSteps();
    });
    connect(m_steps, &ActionBar::focusLost, m_queue, qOverload<>(&QWidget::setFocus));
    return card;
}

// The queue

int ReviewPage::waitingCount() const
{
    return m_queue->waitingCount();
}

ReviewQueueModel &ReviewPage::queue() const
{
    return m_queue->model();
}

void ReviewPage::reload()
{
    m_queue->reload();
    if (!m_id.isNull())
        fetchItem();
}

void ReviewPage::refresh(ArticleId id)
{
    m_queue->refresh(id);
    if (id == m_id)
        fetchItem();
    if (m_given && m_given->article == id)
        tellWhenSent(id);
}

void ReviewPage::goOnAfter(ArticleId taken, ArticleId next)
{
    if (m_id != taken)
        return; // the person has gone on himself
    if (next.isNull() || !queue().indexOf(next).isValid()) {
        fetchItem();
        return;
    }
    open(next);
    m_queue->setFocus();
}

// The item

void ReviewPage::open(ArticleId id)
{
    if (id != m_id) {
        m_id = id;
        m_view.reset();
        m_newer.reset();
        m_reader->close();
        m_isGone = false;
        m_isStepping = false;
        m_queue->setCurrent(id);
        showItem();
    }
    fetchItem();
}

void ReviewPage::clear()
{
    m_id = {};
    m_view.reset();
    m_newer.reset();
    m_reader->close();
    m_result->hide();
    m_queue->clear();
    showItem();
}

void ReviewPage::fetchItem()
{
    m_source.article(m_id, this, [this, id = m_id](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        if (view) {
            takeItem(*view);
            return;
        }
        const bool isGone = view.error().code == ErrorCode::NotFound;
        m_isGone = m_isGone || isGone;
        if (!m_view || !isGone) // what is open and gone says so itself
            tell(Tone::Bad, errorText(view.error()));
        showBanner();
        showSteps();
    });
}

void ReviewPage::takeItem(const ArticleView &view)
{
    m_isGone = view.isGone;
    if (!m_view) {
        adopt(view);
        return;
    }
    if (!saysTheSame(*m_view, view)) {
        m_newer = view;
    } else {
        m_view = view;
        m_newer.reset();
    }
    m_reader->setNews(*m_view, m_newer);
    showHead();
    showBanner();
    showSteps();
}

void ReviewPage::adopt(const ArticleView &view)
{
    m_view = view;
    m_newer.reset();
    m_reader->open(view);
    showItem();
}

void ReviewPage::readNewer()
{
    if (!m_newer)
        return;
    adopt(ArticleView(*m_newer));
    m_reader->setFocus();
}

void ReviewPage::showItem()
{
    m_itemStack->setCurrentIndex(m_view ? 1 : 0);
    if (!m_view)
        return;
    showHead();
    showBanner();
    showSteps();
}

QString ReviewPage::sectionOf(const Content &content) const
{
    return content.section.isNull() ? QString() : m_source.sectionName(content.section);
}

void ReviewPage::showHead()
{
    const Article &article = m_view->article;
    m_checklist->setContent(article.content, m_source.checklist ? m_source.checklist() : ChecklistPolicy());
    m_title->setText(article.content.title.isEmpty() ? tr("Without a title") : article.content.title);
    QStringList facts;
    for (const QString &fact : {sectionOf(article.content), genreText(article.content.genre),
                                m_source.personName(article.author), momentText(article.updatedAt)}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    m_facts->setText(facts.join(u" · "_s));
    const State state = m_newer ? m_newer->article.state : article.state;
    const QColor ink = toneColour(stateTone(state), palette());
    m_stateIcon->setPixmap(iconPixmap(stateIcon(state), ink, 18, devicePixelRatioF()));
    m_state->setText(stateText(state));
    m_state->setAccessibleName(tr("State: %1").arg(stateText(state)));
}

void ReviewPage::showBanner()
{
    if (!m_view) {
        m_banner->hide();
        return;
    }
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    if (m_isGone) {
        m_banner->showBanner(Tone::Warning, tr("This article is no longer on the server, or no longer yours to see."));
    } else if (m_newer) {
        m_banner->showBanner(Tone::Warning,
                             tr("A newer text has arrived while you were reading: %1. Read it before you decide.")
                                 .arg(versionName(m_newer->article.version)),
                             {{tr("&Show what changed"), [this] { m_reader->showDifference(); }},
                              {tr("Read the &newer text"), [this] { readNewer(); }}});
    } else if (m_reader->unreadable()) {
        m_banner->showBanner(Tone::Bad, errorText(*m_reader->unreadable()));
    } else if (m_reader->hasGivenUp()) {
        m_banner->showBanner(Tone::Bad, tr("The page that shows the text stopped several times."),
                             {{tr("Show it a&gain"), [this] { m_reader->showAgain(); }}});
    } else if (hasConflict(m_view->article.content)) {
        const std::vector<TextField> &fields = m_view->article.content.conflicts;
        const bool mayWrite = contains(now.allowedSteps, Step::Save);
        const QString what = fields.empty() || !mayWrite // who may not write is not told how to settle it
            ? tr("Two people changed the same words of the text, and nobody has chosen between them yet.")
            : fieldConflictText(fields.front());
        std::vector<BannerAction> actions;
        if (mayWrite)
            actions.push_back({tr("Open for &writing"), [this] { emit editWanted(m_id); }});
        m_banner->showBanner(Tone::Bad, tr("%1 Until then it goes no further.").arg(what), actions);
    } else if (const WaitingCommand *refused = now.refused()) {
        m_banner->showBanner(Tone::Bad,
                             tr("%1 was refused. %2 Settle it in the outbox.")
                                 .arg(stepName(refused->step),
                                      errorText(refused->refusal.value_or(Error{ErrorCode::Internal, {}, {}}))));
    } else if (!now.waiting.empty()) {
        m_banner->showBanner(Tone::Warning,
                             tr("“%1” waits on this PC and goes to the server by itself as soon as it can be reached.")
                                 .arg(stepName(now.waiting.back().step)));
    } else if (!now.article.reason.isEmpty()) {
        m_banner->showBanner(Tone::Neutral, tr("Reason given last: %1").arg(reasonText(now.article.reason)));
    } else {
        m_banner->hide();
    }
}

bool ReviewPage::canVouch() const
{
    // The hash names the stored text; where something typed on this PC is not saved yet, they are not the same.
    return m_view && !m_newer && m_reader->isSeen() && !m_isGone && !hasConflict(m_view->article.content)
        && contentHash(m_view->article.content) == m_view->article.contentHash;
}

std::optional<Step> ReviewPage::primaryStep() const
{
    if (!m_view)
        return std::nullopt;
    return primaryStepOf((m_newer ? *m_newer : *m_view).allowedSteps);
}

void ReviewPage::showSteps()
{
    std::vector<BarAction> actions;
    if (m_view) {
        const std::vector<Step> &allowed = (m_newer ? *m_newer : *m_view).allowedSteps;
        const bool isOpen = !m_isGone && !m_isStepping;
        const auto primary = primaryStep();
        if (contains(allowed, Step::Save)) // the writing page saves; from here it is opened
            actions.push_back({.id = toText(Step::Save),
                               .text = tr("Open for &writing"),
                               .icon = u"pen-line"_s,
                               .isEnabled = isOpen,
                               .act = [this] { emit editWanted(m_id); }});
        for (const Step step : reviewSteps) {
            if (contains(allowed, step))
                actions.push_back({.id = toText(step),
                                   .text = stepText(step),
                                   .icon = stepIcon(step),
                                   .isPrimary = step == primary,
                                   .isEnabled = isOpen && (!vouches(step) || canVouch()),
                                   .toolTip = step == primary ? tr("Ctrl+Enter") : QString(),
                                   .act = [this, step] { takeStep(step); }});
        }
    }
    const bool mayNothing = actions.empty();
    m_steps->setActions(std::move(actions));
    if (!m_view)
        return;
    const Article &article = m_view->article;
    if (mayNothing)
        m_vouched->setText(tr("There is nothing for you to decide here."));
    else if (m_newer)
        m_vouched->setText(tr("You are reading version %1, which is no longer the newest.").arg(article.version));
    else if (contentHash(article.content) != article.contentHash)
        m_vouched->setText(tr("This text is being saved; it can be approved as soon as that is done."));
    else if (hasConflict(article.content))
        m_vouched->setText(tr("Somebody has to choose between two wordings first."));
    else if (m_reader->unreadable())
        m_vouched->setText(tr("A text that cannot be shown cannot be decided on."));
    else if (!m_reader->isSeen())
        m_vouched->setText(tr("You can decide as soon as the text stands here to be read."));
    else
        m_vouched->setText(tr("You decide on exactly this text: version %1, mark %2.")
                               .arg(QString::number(article.version), article.contentHash.left(8)));
    m_vouched->setToolTip(article.contentHash);
}

void ReviewPage::refreshPictures()
{
    m_reader->refreshPictures();
}

// Steps

void ReviewPage::takeStep(Step step)
{
    if (!m_view || m_isStepping || m_isGone || (vouches(step) && !canVouch()))
        return;
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    if (!contains(now.allowedSteps, step))
        return;
    const Article &article = now.article;
    if (contains(now.stepsWithReason, step) || step == Step::Unpublish) {
        askReason(step);
        return;
    }
    switch (step) {
    case Step::Approve: // what is shown, never what has arrived
        submit(ApproveArticle{.article = m_id,
                              .version = m_view->article.version,
                              .contentHash = m_view->article.contentHash,
                              .note = {}});
        return;
    case Step::Publish:
        askPublish();
        return;
    case Step::Schedule:
        askHour();
        return;
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Refuse:
    case Step::Unschedule:
    case Step::Correct:
        submit(MoveArticle{.article = m_id, .version = article.version, .step = step, .reason = {}});
        return;
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Unpublish:
        return; // the author's, on the writing page; taking down asks why
    }
}

void ReviewPage::askReason(Step step)
{
    const Article &article = (m_newer ? *m_newer : *m_view).article;
    auto *dialog = new ReasonDialog({.title = u"%1: %2"_s.arg(stepName(step), quotedTitle(article.content.title)),
                                     .explanation = reasonExplanation(step),
                                     .confirm = stepText(step)},
                                    this);
    connect(dialog, &ReasonDialog::reasonGiven, this,
            [this, step, id = m_id, version = article.version](const QString &reason) {
                if (id != m_id)
                    return;
                if (step == Step::Unpublish)
                    submit(UnpublishArticle{.article = id, .version = version, .reason = reason});
                else if (step == Step::Approve)
                    submit(ApproveArticle{.article = id,
                                          .version = m_view->article.version,
                                          .contentHash = m_view->article.contentHash,
                                          .note = reason});
                else
                    submit(MoveArticle{.article = id, .version = version, .step = step, .reason = reason});
            });
    askQuestion(dialog);
}

void ReviewPage::askPublish()
{
    const Article &article = m_view->article;
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Publish now"),
                        tr("Publish %1 now? Everybody can read it at once.").arg(quotedTitle(article.content.title)),
                        QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(stepText(Step::Publish), QMessageBox::AcceptRole);
    question->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    makePrimary(yes);
    question->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, [this, id = m_id, version = article.version] {
        if (id == m_id)
            submit(PublishArticle{.article = id, .version = version});
    });
    askQuestion(question);
}

void ReviewPage::askHour()
{
    const Article &article = m_view->article;
    auto *dialog =
        new ScheduleDialog(article.content.title, m_source.now(), article.scheduledAt, m_source.timeZone(), this);
    connect(dialog, &ScheduleDialog::hourChosen, this, [this, id = m_id, version = article.version](Instant at) {
        if (id == m_id)
            submit(ScheduleArticle{.article = id, .version = version, .at = at});
    });
    askQuestion(dialog);
}

void ReviewPage::submit(const Command &command)
{
    const Step step = stepOf(command);
    if (vouches(step) && !canVouch())
        return; // a newer text came while a dialog was open: the banner says so
    const ArticleId id = articleOf(command);
    const ArticleId next = queue().neighbourOf(id);
    const QString title = quotedTitle(m_view->article.content.title);
    m_isStepping = true;
    showSteps();
    m_source.submit(command, this, [this, id, next, step, title](const Result<ArticleView> &view) {
        if (id == m_id)
            m_isStepping = false;
        if (!view) {
            tell(Tone::Bad, errorText(view.error()));
            if (id == m_id) {
                showSteps();
                fetchItem();
            }
            return;
        }
        const QString sentence = doneText(step, title);
        if (view->waiting.empty()) {
            tell(Tone::Good, sentence);
        } else {
            tell(Tone::Good,
                 tr("%1 It is kept on this PC and goes to the server as soon as it can be reached.").arg(sentence));
            m_given = Given{.article = id, .sentence = sentence};
        }
        if (id == m_id)
            takeItem(*view);
        refresh(id);
        if (step != Step::Claim) // who takes an article in wants to go on with it
            goOnAfter(id, next);
    });
}

void ReviewPage::tellWhenSent(ArticleId id)
{
    m_source.line(id, this, [this, id](const Result<std::optional<ArticleLine>> &line) {
        if (line && *line && (*line)->waiting == 0 && m_given && m_given->article == id)
            tell(Tone::Good, QString(m_given->sentence));
    });
}

void ReviewPage::tell(Tone tone, const QString &text)
{
    m_given.reset();
    m_result->showBanner(tone, text, {{tr("Close"), [this] { m_result->hide(); }}});
    if (tone == Tone::Good)
        m_hideResult->start();
    else
        m_hideResult->stop(); // what went wrong stays until it is read
}

} // namespace toasoan
