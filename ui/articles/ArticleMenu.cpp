#include "ui/articles/ArticleMenu.h"

#include "domain/Posts.h"
#include "ui/articles/RowSteps.h"
#include "ui/articles/WriterQuestions.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/PortalLink.h"
#include "ui/models/StepText.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"

#include <QMenu>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &title)
{
    return title.isEmpty() ? ArticleMenu::tr("the article without a title") : u"“%1”"_s.arg(title);
}

} // namespace

ArticleMenu::ArticleMenu(Desk &desk, RowSteps &steps, QWidget *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_steps(steps)
    , m_parent(parent)
{ }

void ArticleMenu::popup(ArticleId id, const QPoint &at, QMenu *more)
{
    m_desk.article(id, this, [this, at, more](const Result<ArticleView> &view) {
        if (!view) {
            emit failed([error = view.error()] { return errorText(error); });
            return;
        }
        if (!m_parent->isVisible()) // the person has gone on
            return;
        auto *menu = new QMenu(m_parent);
        menu->setObjectName(u"articleMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fill(*menu, *view);
        if (more) {
            menu->addSeparator();
            menu->addMenu(more);
        }
        menu->popup(at);
    });
}

void ArticleMenu::fill(QMenu &menu, const ArticleView &view)
{
    const Article &article = view.article;
    QAction *open =
        menu.addAction(icon(u"pen-line"_s), tr("&Open"), this, [this, id = article.id] { emit openWanted(id); });
    menu.setDefaultAction(open);

    const QUrl address = portalAddress(m_desk, view.articleAtServer());
    QAction *look =
        menu.addAction(icon(u"globe"_s), tr("&View on the portal"), this, [address] { showOnPortal(address); });
    QAction *copy = menu.addAction(icon(u"copy"_s), tr("&Copy the address"), this, [this, address] {
        copyAddress(address);
        emit done(tr("The address is copied: %1").arg(address.toString()));
    });
    for (QAction *action : {look, copy})
        action->setEnabled(!address.isEmpty());

    menu.addSeparator();
    if (writes(m_desk.workflow(), m_desk.user().actor()))
        menu.addAction(icon(u"file-plus"_s), tr("&Duplicate as a new draft"), this,
                       [this, content = article.content] { duplicate(content); });
    const auto may = [&view](Step step) {
        return std::ranges::find(view.allowedSteps, step) != view.allowedSteps.end();
    };
    if (may(Step::Withdraw))
        menu.addAction(icon(stepIcon(Step::Withdraw)), stepText(Step::Withdraw, article.state), this,
                       [this, article] { m_steps.take(Step::Withdraw, article); });
    if (may(Step::Unpublish))
        menu.addAction(icon(stepIcon(Step::Unpublish)), tr("&Take down…"), this,
                       [this, article] { m_steps.takeDown(article, m_parent); });
    const bool isOnlyHere = view.confirmedVersion == 0 && !view.isGone;
    if ((isOnlyHere && article.author == m_desk.user().id) || may(Step::Delete)) {
        menu.addAction(icon(stepIcon(Step::Delete)), stepText(Step::Delete, article.state), this,
                       [this, article, isOnlyHere] { askDelete(article, isOnlyHere); });
    }
}

// What it says, and nothing of what was done with it: neither its number, nor its correction.
void ArticleMenu::duplicate(const Content &content)
{
    Content copy = content;
    const QString title = tr("%1 (copy)");
    copy.title = title.arg(content.title.left(ContentLimits::title - title.size()).trimmed());
    copy.correction.clear();
    std::erase(copy.conflicts, TextField::Correction);
    const ArticleId id = m_desk.newArticle();
    m_desk.type(id, {}, copy, this,
                [this, id, was = content.title, name = quoted(content.title)](const Result<void> &kept) {
                    if (!kept) {
                        emit failed([was, error = kept.error()] { return aboutArticle(was, errorText(error)); });
                        return;
                    }
                    m_desk.save(id);
                    emit done(tr("A new draft holds the same as %1.").arg(name));
                    emit openWanted(id);
                });
}

// One that the server has is deleted there, and stays here until it has heard of it.
void ArticleMenu::askDelete(const Article &article, bool isOnlyHere)
{
    const QString name = quoted(article.content.title);
    if (!isOnlyHere) {
        askDeleteDraft(m_parent, name, DraftPlace::Server, [this, article] { m_steps.take(Step::Delete, article); });
        return;
    }
    askDeleteDraft(m_parent, name, DraftPlace::ThisPc, [this, id = article.id, title = article.content.title, name] {
        m_desk.deleteDraft(id, this, [this, title, name](const Result<void> &deleted) {
            if (deleted)
                emit done(tr("Deleted: %1.").arg(name));
            else
                emit failed([title, error = deleted.error()] { return aboutArticle(title, errorText(error)); });
        });
    });
}

} // namespace toasoan
