#include "ui/articles/RowSteps.h"

#include "ui/articles/WriterQuestions.h"
#include "ui/articles/WriterSteps.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/widgets/ErrorText.h"

namespace toasoan {

RowSteps::RowSteps(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_watch(new StepWatch([&desk](ArticleId id, QObject *context,
                                    Callback<ArticleView> done) { desk.article(id, context, std::move(done)); },
                            [&desk] { return desk.user().actor(); },
                            [&desk] { return sendingOver(desk.connection(), desk.signInState()); }, this))
{
    connect(&m_desk, &Desk::connectionChanged, m_watch, &StepWatch::tellLine);
    connect(m_watch, &StepWatch::done, this, &RowSteps::done);
    connect(m_watch, &StepWatch::waits, this, &RowSteps::waits);
    connect(m_watch, &StepWatch::overtaken, this, &RowSteps::overtaken);
    connect(m_watch, &StepWatch::reworded, this, &RowSteps::reworded);
    connect(&m_desk, &Desk::articleChanged, m_watch, &StepWatch::refresh);
}

void RowSteps::take(Step step, const Article &article, const QString &reason)
{
    m_desk.submit(writerCommand(article.id, step, reason), this,
                  [this, step, article](const Result<ArticleView> &view) {
                      if (view)
                          m_watch->follow(step, article, *view);
                      else
                          emit failed([title = article.content.title, error = view.error()] {
                              return aboutArticle(title, errorText(error));
                          });
                  });
}

void RowSteps::takeDown(const Article &article, QWidget *parent)
{
    askReason(parent, Step::Unpublish, article, m_desk.nameOf(article.author),
              [this, article](const QString &reason) { take(Step::Unpublish, article, reason); });
}

} // namespace toasoan
