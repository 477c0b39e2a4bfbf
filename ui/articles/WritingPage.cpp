#include "ui/articles/WritingPage.h"

#include "document/Json.h"
#include "ui/articles/BylinesField.h"
#include "ui/articles/PicturesPanel.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/StateChip.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/editor/EditorView.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/GrowingTextEdit.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/widgets/TagField.h"

#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepAfter = 100; // ms: with the editor's own 100 ms, a crash costs at most 200 ms of typing

// Steps of those who decide about what others wrote: taken on the review page, on the version that was read there.
bool isReviewStep(Step step)
{
    switch (step) {
    case Step::Approve:
    case Step::Refuse:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
    case Step::Unpublish:
        return true;
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Correct:
        return false;
    }
    Q_UNREACHABLE();
}

bool isForward(Step step)
{
    return step == Step::Submit || step == Step::RequestApproval || step == Step::Claim || step == Step::Correct;
}

QByteArray bodyOf(const Content &content)
{
    return content.body.isEmpty() ? document::toJson(document::emptyDocument()) : content.body;
}

QByteArray mimeTypeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xD8"))
        return "image/jpeg";
    if (bytes.startsWith("\x89PNG"))
        return "image/png";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

} // namespace

WritingPage::WritingPage(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    build();
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfter);
    connect(&m_keep, &QTimer::timeout, this, [this] { keepTyped(); });
    connect(&m_desk, &Desk::articleChanged, this, [this](ArticleId id) {
        if (id == m_id)
            refetch();
    });
    connect(&m_desk, &Desk::articlesChanged, this, [this] {
        if (!m_id.isNull())
            refetch();
    });
    connect(&m_desk, &Desk::newsroomChanged, this, &WritingPage::fillSections);
    connect(&m_desk, &Desk::signedIn, this, &WritingPage::fillSections);
    connect(&m_desk, &Desk::uploadProgressed, m_pictures, &PicturesPanel::setProgress);
    connect(&m_desk, &Desk::pictureArrived, this, [this](MediaId media) { m_editor->refreshPicture(media.uuid); });
    fillSections();
}

void WritingPage::build()
{
    m_back = new QPushButton(tr("Articles"), this);
    m_back->setIcon(icon(u"undo-2"_s));
    makeQuiet(m_back);
    m_state = new StateChip(this);
    m_waiting = new QLabel(this);
    setRole(m_waiting, TextRole::Muted);
    m_trail = new SavedTrail(this);
    m_steps = new QHBoxLayout;
    m_steps->setSpacing(8);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addWidget(m_back);
    bar->addWidget(m_state);
    bar->addWidget(m_trail);
    bar->addWidget(m_waiting);
    bar->addStretch(1);
    bar->addLayout(m_steps);

    m_banner = new Banner(this);
    m_reason = new Banner(this);

    // The paper is white as the portal is, in light and dark.
    auto *paper = new QFrame(this);
    m_paper = paper;
    paper->setObjectName(u"paper"_s);
    paper->setStyleSheet(u"QFrame#paper { background: %1; border: 1px solid %2; border-radius: 10px; }"_s.arg(
        palette().color(QPalette::Base).name(), lineColour(palette()).name()));
    m_title = new GrowingTextEdit(GrowingTextEdit::Breaks::None, paper);
    m_subtitle = new GrowingTextEdit(GrowingTextEdit::Breaks::None, paper);
    m_lead = new GrowingTextEdit(GrowingTextEdit::Breaks::Allowed, paper);
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    m_subtitle->setPlaceholderText(tr("Subtitle (if there is one)"));
    m_subtitle->setAccessibleName(tr("Subtitle"));
    m_lead->setPlaceholderText(tr("Lead: the news in two or three sentences"));
    m_lead->setAccessibleName(tr("Lead"));
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead})
        makePlain(field);
    // By style sheet: the program's own would overrule a font.
    m_title->setStyleSheet(u"font-size: 20pt; font-weight: 700;"_s);
    m_subtitle->setStyleSheet(u"font-size: 12pt; font-weight: 500;"_s);
    m_lead->setStyleSheet(u"font-size: 11pt; font-weight: 600;"_s);
    m_editor = new EditorView(paper);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(28, 18, 28, 10);
    fields->setSpacing(8);
    fields->addWidget(m_title);
    fields->addWidget(m_subtitle);
    fields->addWidget(m_lead);
    auto *paperLayout = new QVBoxLayout(paper);
    paperLayout->setContentsMargins(1, 1, 1, 8);
    paperLayout->setSpacing(0);
    paperLayout->addLayout(fields);
    paperLayout->addWidget(m_editor, 1);

    auto *panel = new QFrame;
    panel->setObjectName(u"panel"_s);
    auto *panelLayout = new QVBoxLayout(panel);
    panelLayout->setContentsMargins(4, 0, 12, 12);
    panelLayout->setSpacing(5);
    const auto addField = [&](const QString &name, QWidget *field) {
        auto *label = new QLabel(name, panel);
        setRole(label, TextRole::Label);
        label->setBuddy(field);
        if (panelLayout->count() > 0)
            panelLayout->addSpacing(9);
        panelLayout->addWidget(label);
        panelLayout->addWidget(field);
        return label;
    };
    m_section = new QComboBox(panel);
    m_genre = new QComboBox(panel);
    m_bylines = new BylinesField(panel);
    m_tags = new TagField(panel);
    m_source = new QLineEdit(panel);
    m_pictures = new PicturesPanel(panel);
    m_correction = new GrowingTextEdit(GrowingTextEdit::Breaks::Allowed, panel);
    m_words = new QLabel(panel);
    setRole(m_words, TextRole::Muted);
    m_section->setAccessibleName(tr("Section"));
    m_genre->setAccessibleName(tr("Genre"));
    m_tags->setAccessibleName(tr("Tags"));
    m_source->setAccessibleName(tr("Source"));
    m_correction->setAccessibleName(tr("Correction"));
    m_tags->setPlaceholderText(tr("separated by commas"));
    m_source->setPlaceholderText(tr("author and source of a reused text"));
    m_source->setMaxLength(int(ContentLimits::source));
    for (const Genre genre : allGenres)
        m_genre->addItem(genreText(genre), int(genre));
    addField(tr("Secti&on"), m_section);
    addField(tr("&Genre"), m_genre);
    addField(tr("Names under the article"), m_bylines);
    addField(tr("&Tags"), m_tags);
    addField(tr("Sou&rce"), m_source);
    addField(tr("Pictures"), m_pictures);
    m_correctionLabel = addField(tr("Correction shown on the article"), m_correction);
    panelLayout->addSpacing(10);
    panelLayout->addWidget(m_words);
    panelLayout->addStretch(1);
    m_side = new QScrollArea(this);
    makePlain(m_side);
    m_side->setWidget(panel);
    m_side->setWidgetResizable(true);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFixedWidth(312);
    m_side->setFocusPolicy(Qt::NoFocus);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(18);
    middle->addWidget(paper, 1);
    middle->addWidget(m_side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 12, 12);
    layout->setSpacing(10);
    layout->addLayout(bar);
    layout->addWidget(m_reason);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    setFocusProxy(m_title);

    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead, m_correction})
        connect(field, &QPlainTextEdit::textChanged, this, &WritingPage::fieldEdited);
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_tags), m_source})
        connect(field, &QLineEdit::textEdited, this, &WritingPage::fieldEdited);
    for (QComboBox *field : {m_section, m_genre})
        connect(field, &QComboBox::activated, this, &WritingPage::fieldEdited);
    connect(m_bylines, &BylinesField::edited, this, &WritingPage::fieldEdited);
    connect(m_title, &GrowingTextEdit::leftDownwards, m_subtitle, qOverload<>(&QWidget::setFocus));
    connect(m_subtitle, &GrowingTextEdit::leftDownwards, m_lead, qOverload<>(&QWidget::setFocus));
    connect(m_lead, &GrowingTextEdit::leftDownwards, m_editor, qOverload<>(&QWidget::setFocus));
    connect(m_editor, &EditorView::edited, this, &WritingPage::bodyEdited);
    connect(m_editor, &EditorView::pictureOffered, this, &WritingPage::takePicture);
    connect(m_editor, &EditorView::wordCountChanged, this,
            [this](int words) { m_words->setText(tr("%n word(s)", nullptr, words)); });
    connect(m_editor, &EditorView::documentRefused, this, [this](const Error &error) {
        setWritable(false);
        m_banner->showBanner(Tone::Bad, errorText(error));
    });
    connect(m_pictures, &PicturesPanel::addRequested, m_editor, &EditorView::choosePictures);
    connect(m_back, &QPushButton::clicked, this, &WritingPage::backWanted);
    m_editor->setPictureSource([this](const Uuid &media, std::function<void(std::optional<PictureBytes>)> give) {
        m_desk.pictureFile(MediaId{media}, this, [give = std::move(give)](const Result<QString> &path) {
            QFile file(path ? *path : QString());
            if (!path || !file.open(QIODevice::ReadOnly)) {
                give(std::nullopt);
                return;
            }
            const QByteArray bytes = file.readAll();
            give(PictureBytes{.bytes = bytes, .mimeType = mimeTypeOf(bytes)});
        });
    });
    auto *saveKey = new QShortcut(QKeySequence(QKeySequence::Save), this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, this, &WritingPage::save);
}

void WritingPage::begin(ArticleId id)
{
    m_keep.stop();
    m_id = id;
    m_view.reset();
    m_base = {};
    m_edits = m_keptEdits = m_safeEdits = 0;
    m_isBringingIn = m_isAsking = m_mustAskAgain = false;
    m_stepError.reset();
    m_banner->hide();
    m_reason->hide();
}

void WritingPage::openNew()
{
    begin(m_desk.newArticle());
    Content content;
    if (!m_desk.user().byline().isEmpty())
        content.bylines = {{.name = m_desk.user().byline(), .share = Share::Words}};
    showContent(content);
    m_editor->open(bodyOf(content));
    setWritable(true);
    showStatus();
    showSteps();
    m_title->setFocus();
}

void WritingPage::open(ArticleId id)
{
    begin(id);
    setWritable(false); // until the text is there
    m_desk.article(id, this, [this, id](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        if (!view) {
            m_banner->showBanner(Tone::Bad, errorText(view.error()),
                                 {{tr("Back to the list"), [this] { emit backWanted(); }}});
            return;
        }
        m_view = *view;
        m_base = view->base;
        showContent(view->article.content);
        m_editor->open(bodyOf(view->article.content));
        showStatus();
        showSteps();
        showBanner();
        m_title->setFocus();
    });
}

void WritingPage::leave(std::function<void()> done)
{
    if (m_id.isNull()) {
        done();
        return;
    }
    flushAll([this, id = m_id, done = std::move(done)] {
        if (m_safeEdits > 0)
            m_desk.save(id);
        if (m_id == id)
            m_id = {};
        done();
    });
}

void WritingPage::save()
{
    if (m_id.isNull() || !m_isWritable)
        return;
    flushAll([this, id = m_id] {
        m_desk.save(id, this, [this](const Result<void> &saved) {
            if (!saved)
                m_banner->showBanner(Tone::Bad, errorText(saved.error()));
        });
    });
}

Content WritingPage::contentShown() const
{
    Content content = m_content; // with the body as it was edited last
    content.title = m_title->text();
    content.subtitle = m_subtitle->text();
    content.lead = m_lead->text();
    content.genre = Genre(m_genre->currentData().toInt());
    content.section = SectionId::fromText(m_section->currentData().toString()).value_or(SectionId());
    content.tags = m_tags->tags();
    content.bylines = m_bylines->bylines();
    content.source = m_source->text();
    content.correction = m_correction->text();
    return content;
}

void WritingPage::showContent(const Content &content)
{
    m_isShowing = true;
    m_content = content;
    m_title->replaceText(content.title);
    m_subtitle->replaceText(content.subtitle);
    m_lead->replaceText(content.lead);
    m_genre->setCurrentIndex(m_genre->findData(int(content.genre)));
    fillSections();
    m_tags->setTags(content.tags);
    QStringList names;
    for (const User &user : m_desk.users())
        names.append(user.byline());
    m_bylines->setKnownNames(names);
    m_bylines->setBylines(content.bylines);
    if (m_source->text() != content.source)
        m_source->setText(content.source);
    m_correction->replaceText(content.correction);
    m_pictures->setPictures(picturesIn(content.body));
    m_isShowing = false;
}

void WritingPage::fillSections()
{
    const bool wasShowing = std::exchange(m_isShowing, true);
    m_section->clear();
    m_section->addItem(tr("Choose a section"), QString());
    for (const Section &section : m_desk.sections())
        m_section->addItem(section.name, section.id.toText());
    const QString chosen = m_content.section.isNull() ? QString() : m_content.section.toText();
    if (m_section->findData(chosen) < 0) // one that is no longer in the menus stays what it is
        m_section->addItem(tr("(unknown section)"), chosen);
    m_section->setCurrentIndex(m_section->findData(chosen));
    m_isShowing = wasShowing;
}

void WritingPage::fieldEdited()
{
    if (m_isShowing || m_id.isNull())
        return;
    m_content = contentShown();
    ++m_edits;
    showStatus();
    if (!m_keep.isActive()) // not started anew by each key: the delay has a limit
        m_keep.start();
}

void WritingPage::bodyEdited(const QByteArray &body)
{
    if (m_id.isNull())
        return;
    m_content.body = body;
    m_pictures->setPictures(picturesIn(body));
    ++m_edits;
    showStatus();
    keepTyped(); // the editor has waited already
}

void WritingPage::keepTyped(std::function<void()> done)
{
    m_keep.stop();
    if (m_isBringingIn) { // the text that is shown is between two bases; it is kept right after
        m_keep.start();
        return;
    }
    if (m_keptEdits == m_edits && m_safeEdits == m_edits) {
        if (done)
            done();
        return;
    }
    m_keptEdits = m_edits;
    m_desk.type(m_id, m_base, m_content, this,
                [this, id = m_id, edits = m_edits, done = std::move(done)](const Result<void> &typed) {
                    if (id == m_id && !typed) {
                        m_banner->showBanner(Tone::Bad, errorText(typed.error()), {{tr("&Try again"), [this] {
                                                                                        m_keptEdits = m_safeEdits;
                                                                                        keepTyped();
                                                                                    }}});
                        return;
                    }
                    if (id == m_id) {
                        m_safeEdits = qMax(m_safeEdits, edits);
                        showStatus();
                    }
                    if (done)
                        done();
                });
}

void WritingPage::flushAll(std::function<void()> done)
{
    m_editor->flush([this, id = m_id, done = std::move(done)](const QByteArray &body, EditorView::Flushed) {
        if (id == m_id && m_isWritable && body != m_content.body && body != bodyOf(m_content) && !body.isEmpty())
            bodyEdited(body);
        keepTyped(done);
    });
}

void WritingPage::refetch()
{
    if (m_isAsking || m_isBringingIn) {
        m_mustAskAgain = true;
        return;
    }
    if (m_keptEdits != m_edits)
        keepTyped();
    m_isAsking = true;
    m_mustAskAgain = false;
    m_desk.article(m_id, this, [this, id = m_id, edits = m_edits](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        m_isAsking = false;
        if (view)
            hear(*view, edits);
        else if (view.error().code != ErrorCode::NotFound || m_view)
            m_banner->showBanner(Tone::Bad, errorText(view.error()));
        if (m_mustAskAgain && !m_isBringingIn)
            refetch();
    });
}

void WritingPage::hear(const ArticleView &view, quint64 editsWhenAsked)
{
    m_view = view;
    if (view.base != m_base) {
        if (editsWhenAsked == m_edits)
            bringIn(view);
        else
            m_mustAskAgain = true;
    }
    showStatus();
    showSteps();
    showBanner();
}

void WritingPage::bringIn(const ArticleView &view)
{
    m_isBringingIn = true;
    const Content before = m_content;
    const QByteArray shown = m_editor->documentJson();
    const QByteArray theirs = bodyOf(view.article.content);
    auto isIn = std::make_shared<bool>(false);
    m_editor->replaceDocument(
        [shown, theirs, isIn](const QByteArray &mine) {
            *isIn = mine == shown; // what was typed meanwhile goes to the desk first, on the base it was typed on
            return *isIn ? theirs : mine;
        },
        [this, id = m_id, view, before, isIn] {
            if (id != m_id)
                return;
            m_isBringingIn = false;
            if (*isIn) {
                Content content = view.article.content;
                const Content mine = m_content; // a field typed into in these milliseconds stays as typed
                if (mine.title != before.title)
                    content.title = mine.title;
                if (mine.subtitle != before.subtitle)
                    content.subtitle = mine.subtitle;
                if (mine.lead != before.lead)
                    content.lead = mine.lead;
                m_base = view.base;
                showContent(content);
            } else {
                m_mustAskAgain = true;
            }
            if (m_keptEdits != m_edits)
                keepTyped();
            showStatus();
            if (m_mustAskAgain)
                refetch();
        });
}

void WritingPage::showStatus()
{
    const State state = m_view ? m_view->article.state : State::Draft;
    m_state->setState(state);
    const bool isSafe = m_safeEdits == m_edits;
    const bool isShown = m_view && m_view->base == m_base;
    if (!isSafe)
        m_trail->setReached(Reached::Nowhere);
    else if (!m_view)
        m_trail->setReached(m_edits > 0 ? Reached::ThisPc : Reached::Nowhere);
    else
        m_trail->setReached(isShown ? reachedBy(m_view->saved) : Reached::ThisPc);
    m_trail->setVisible(m_view || m_edits > 0);
    const auto waiting = m_view
        ? std::ranges::count_if(m_view->waiting,
                                [](const WaitingCommand &command) {
                                    return command.step != Step::Save && command.state != WaitingState::Refused;
                                })
        : 0;
    m_waiting->setText(waiting > 0 ? tr("%n step(s) waiting to be sent", nullptr, int(waiting)) : QString());
    const bool hasCorrection = state == State::Published || state == State::Unpublished
        || !m_content.correction.isEmpty() || (m_view && m_view->article.publication);
    m_correction->setVisible(hasCorrection);
    m_correctionLabel->setVisible(hasCorrection);
}

void WritingPage::showSteps()
{
    for (QPushButton *button : m_stepButtons)
        button->deleteLater();
    m_stepButtons.clear();
    std::vector<Step> steps;
    bool mayReview = false;
    bool mayWrite = true;
    if (m_view) {
        const auto &allowed = m_view->allowedSteps;
        mayWrite = std::ranges::find(allowed, Step::Save) != allowed.end() && !m_view->isGone;
        if (!m_view->isGone) {
            for (const Step step : allowed) {
                mayReview = mayReview || isReviewStep(step);
                if (step != Step::Save && !isReviewStep(step))
                    steps.push_back(step);
            }
        }
    } else if (m_edits == 0) {
        steps = {}; // a new draft: nothing can be done with nothing
    }
    std::ranges::stable_sort(steps, {}, isForward); // the way forward stands last, at the edge
    const auto addButton = [this](const QString &text, const QString &iconName, bool isPrimary) {
        auto *button = new QPushButton(text, this);
        button->setIcon(isPrimary ? whiteIcon(iconName) : icon(iconName));
        makePrimary(button, isPrimary);
        m_steps->addWidget(button);
        m_stepButtons.push_back(button);
        return button;
    };
    if (mayReview) {
        auto *button = addButton(tr("Re&view…"), u"stamp"_s, steps.empty());
        connect(button, &QPushButton::clicked, this, [this] { leave([this, id = m_id] { emit reviewWanted(id); }); });
    }
    for (const Step step : steps) {
        const bool isPrimary = isForward(step) && step == steps.back();
        auto *button = addButton(stepText(step), stepIcon(step), isPrimary);
        button->setObjectName(u"step-"_s + toText(step));
        connect(button, &QPushButton::clicked, this, [this, step] { takeStep(step); });
    }
    setWritable(mayWrite);
}

void WritingPage::showBanner()
{
    if (!m_view)
        return;
    const Article &article = m_view->article;
    const bool hasReason = !article.reason.isEmpty()
        && (article.state == State::Returned || article.state == State::Refused || article.state == State::Unpublished
            || article.state == State::InEditing);
    if (hasReason)
        m_reason->showBanner(Tone::Warning, tr("%1: %2").arg(stateText(article.state), article.reason));
    else
        m_reason->hide();

    if (m_view->isGone) {
        m_banner->showBanner(Tone::Bad,
                             tr("This article is no longer at the server, or no longer yours to see. What you wrote is "
                                "still on this PC."),
                             {{tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }}});
        return;
    }
    if (const WaitingCommand *refused = m_view->refused()) {
        const RequestId request = refused->request;
        const QString why = refused->refusal ? errorText(*refused->refusal) : QString();
        m_banner->showBanner(Tone::Bad, tr("The server did not accept “%1”. %2").arg(stepName(refused->step), why),
                             {{tr("&Try again"),
                               [this, request] {
                                   flushAll([this, request] {
                                       m_desk.retry(request, this, [this](const Result<void> &retried) {
                                           if (!retried)
                                               m_banner->showBanner(Tone::Bad, errorText(retried.error()));
                                       });
                                   });
                               }},
                              {tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }},
                              {tr("&Discard"), [this, request] { askDiscard(request); }}});
        return;
    }
    if (m_stepError) {
        m_banner->showBanner(Tone::Bad, errorText(*m_stepError));
        return;
    }
    m_banner->hide();
}

void WritingPage::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead, m_correction})
        field->setReadOnly(!isWritable);
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_tags), m_source})
        field->setReadOnly(!isWritable);
    m_section->setEnabled(isWritable);
    m_genre->setEnabled(isWritable);
    m_bylines->setReadOnly(!isWritable);
    m_pictures->setReadOnly(!isWritable);
    m_editor->setReadOnly(!isWritable);
}

void WritingPage::takeStep(Step step)
{
    m_stepError.reset();
    flushAll([this, step] {
        if (step == Step::Submit) {
            askSubmit();
            return;
        }
        const auto &reasoned = m_view->stepsWithReason;
        if (std::ranges::find(reasoned, step) != reasoned.end())
            askReason(step);
        else
            submitCommand(MoveArticle{.article = m_id, .version = 0, .step = step, .reason = {}});
    });
}

void WritingPage::askReason(Step step)
{
    auto *dialog = new ReasonDialog({.title = stepName(step),
                                     .explanation = tr("The reason is shown to the author and kept with the article."),
                                     .confirm = stepName(step)},
                                    this);
    connect(dialog, &ReasonDialog::reasonGiven, this, [this, step, id = m_id](const QString &reason) {
        submitCommand(MoveArticle{.article = id, .version = 0, .step = step, .reason = reason});
    });
    dialog->open();
}

void WritingPage::askSubmit()
{
    // What is surely missing is said before the person gives his word.
    const std::optional<Error> missing = m_content.title.trimmed().isEmpty()
        ? std::optional(Error{ErrorCode::InvalidInput, u"article.title"_s, {}})
        : m_content.section.isNull() ? std::optional(Error{ErrorCode::InvalidInput, u"article.section"_s, {}})
                                     : std::nullopt;
    if (missing) {
        m_stepError = missing;
        showBanner();
        if (m_content.title.trimmed().isEmpty())
            m_title->setFocus();
        else
            m_section->setFocus();
        return;
    }
    auto *dialog = new SubmitDialog(m_content.title, m_section->currentText(), this);
    connect(dialog, &SubmitDialog::confirmed, this, [this, id = m_id] {
        submitCommand(SubmitArticle{.article = id, .version = 0, .stateSecret = StateSecret::ConfirmedNone});
    });
    dialog->open();
}

void WritingPage::submitCommand(const Command &command)
{
    m_desk.submit(
        command, this, [this, id = articleOf(command), step = stepOf(command)](const Result<ArticleView> &view) {
            if (id != m_id)
                return;
            if (!view) {
                m_stepError = view.error();
                showBanner();
                return;
            }
            m_stepError.reset();
            hear(*view, m_edits);
            const bool isOnline = m_desk.connection().connection == Connection::Online;
            emit done(isOnline
                          ? tr("%1: done.").arg(stepName(step))
                          : tr("%1: kept on this PC. It is sent when the server can be reached.").arg(stepName(step)));
        });
}

void WritingPage::askDiscard(RequestId request)
{
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Discard"),
                                     tr("Discard what the server did not accept? Text and steps that wait behind it go "
                                        "too, and cannot be brought back."),
                                     QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, request] {
        m_desk.discard(request, this, [this](const Result<void> &discarded) {
            if (!discarded)
                m_banner->showBanner(Tone::Bad, errorText(discarded.error()));
        });
    });
    question->open();
}

void WritingPage::keepAsNewDraft()
{
    flushAll([this, id = m_id] {
        m_desk.keepAsNewDraft(id, this, [this, id](const Result<ArticleId> &draft) {
            if (!draft) {
                m_banner->showBanner(Tone::Bad, errorText(draft.error()));
                return;
            }
            if (id == m_id)
                m_id = {};
            emit done(tr("Your text is now a new draft."));
            emit openWanted(*draft);
        });
    });
}

void WritingPage::takePicture(const PictureOffer &offer)
{
    const auto taken = [this, id = m_id, offer = offer.offer](const Result<AddedPicture> &picture) {
        if (id != m_id)
            return;
        if (picture)
            m_editor->takePicture(offer, picture->media.uuid, QSize(picture->width, picture->height));
        else
            m_editor->refusePicture(offer, errorText(picture.error()));
    };
    if (offer.path.isEmpty())
        m_desk.addPicture(offer.bytes, tr("Pasted picture"), this, taken);
    else
        m_desk.addPicture(offer.path, this, taken);
}

} // namespace toasoan
