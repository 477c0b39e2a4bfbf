#include "ui/articles/TakeDownButton.h"

#include "ui/articles/WriterQuestions.h"
#include "ui/articles/WriterSteps.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/widgets/Icon.h"

#include <QTimer>

#include <algorithm>

namespace toasoan {

TakeDownButton::TakeDownButton(Desk &desk, QWidget *parent)
    : QPushButton(toasoan::icon(stepIcon(Step::Unpublish)), tr("Take &down…"), parent)
    , m_desk(desk)
    , m_watch(new StepWatch([&desk](ArticleId id, QObject *context,
                                    Callback<ArticleView> done) { desk.article(id, context, std::move(done)); },
                            this))
    , m_look(new QTimer(this))
{
    setObjectName(toText(Step::Unpublish));
    hide();
    m_look->setSingleShot(true);
    m_look->setInterval(150);
    connect(m_look, &QTimer::timeout, this, &TakeDownButton::look);
    connect(this, &QPushButton::clicked, this, &TakeDownButton::ask);
    connect(m_watch, &StepWatch::done, this, &TakeDownButton::done);
    connect(m_watch, &StepWatch::waits, this, &TakeDownButton::waits);
    connect(m_watch, &StepWatch::overtaken, this, &TakeDownButton::overtaken);
    connect(&m_desk, &Desk::articleChanged, m_watch, &StepWatch::refresh);
    connect(&m_desk, &Desk::articleChanged, this, [this](ArticleId id) {
        if (id == m_id)
            m_look->start();
    });
}

void TakeDownButton::setLine(const std::optional<ArticleLine> &line)
{
    const bool wasPublic = line && line->firstPublishedAt && line->state != State::Unpublished;
    const ArticleId id = wasPublic ? line->id : ArticleId();
    if (id == m_id)
        return;
    m_id = id;
    m_article.reset();
    hide();
    if (!id.isNull())
        m_look->start();
    else
        m_look->stop();
}

void TakeDownButton::look()
{
    m_desk.article(m_id, this, [this, id = m_id](const Result<ArticleView> &view) {
        if (id != m_id)
            return;
        const bool may = view && std::ranges::find(view->allowedSteps, Step::Unpublish) != view->allowedSteps.end();
        m_article = may ? std::optional(view->article) : std::nullopt;
        setVisible(may);
    });
}

void TakeDownButton::ask()
{
    if (!m_article)
        return;
    askReason(this, Step::Unpublish, *m_article, m_desk.nameOf(m_article->author),
              [this, id = m_id, before = *m_article](const QString &reason) {
                  m_desk.submit(writerCommand(id, Step::Unpublish, reason), this,
                                [this, before](const Result<ArticleView> &view) {
                                    if (view)
                                        m_watch->follow(Step::Unpublish, before, *view);
                                    else
                                        emit failed(view.error());
                                });
              });
}

} // namespace toasoan
