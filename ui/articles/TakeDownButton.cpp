#include "ui/articles/TakeDownButton.h"

#include "ui/articles/RowSteps.h"
#include "ui/models/StepText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"

#include <QTimer>

#include <algorithm>

namespace toasoan {

TakeDownButton::TakeDownButton(Desk &desk, RowSteps &steps, QWidget *parent)
    : QPushButton(toasoan::icon(stepIcon(Step::Unpublish)), tr("Take &down…"), parent)
    , m_desk(desk)
    , m_look(new QTimer(this))
{
    setObjectName(toText(Step::Unpublish));
    hide();
    m_look->setSingleShot(true);
    m_look->setInterval(150);
    connect(m_look, &QTimer::timeout, this, &TakeDownButton::look);
    actAsPressed(
        this, &steps, [this] { return m_id; },
        [this, &steps] {
            if (m_article)
                steps.takeDown(*m_article, this);
        });
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

} // namespace toasoan
