// A chair at his desk, with the review page before him and items of others in the newsroom; for the tests of that page.
#pragma once

#include "document/Document.h"
#include "support/Patience.h"
#include "ui/review/ArticleReader.h"
#include "ui/review/ReadingView.h"
#include "ui/review/ReviewPage.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/Banner.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <QWebEngineView>

#include <csignal>

namespace toasoan {

using namespace Qt::StringLiterals;

inline Content sample(const QString &title, const QString &text = u"Sáng nay xã họp dân."_s)
{
    Content content;
    content.title = title;
    content.lead = u"Sapo của bài"_s;
    content.bylines = {{.name = u"Thu Hiền"_s, .share = Share::Words}};
    content.section = DeskStage::sections[0].id;
    content.body = document::toJson(document::fromPlainText(text));
    return content;
}

// A chair at his desk with items of a reporter.
struct Chair
{
    std::unique_ptr<Desk> desk = makeStageDesk();
    std::unique_ptr<ReviewPage> page;

    DeskStage &stage() { return stageOf(*desk); }
    ArticleId add(const QString &title, State state, const QString &text = u"Sáng nay xã họp dân."_s)
    {
        ArticleView &view = stage().add(sample(title, text), state, UserId{DeskStage::newId().uuid});
        view.article.version = 3;
        view.article.contentHash = contentHash(view.article.content);
        return view.article.id;
    }
    ArticleId addWithTwoTitles(State state)
    {
        const ArticleId id = add(u"Tổng kết / Họp"_s, state);
        Article &article = view(id).article;
        article.content.conflicts = {TextField::Title};
        article.contentHash = contentHash(article.content);
        return id;
    }
    ArticleView &view(ArticleId id) { return stage().articles.at(id); }
    enum class By
    {
        Another,
        Himself ///< on another PC, or in the writing page
    };
    void change(ArticleId id, const QString &text, By who = By::Another)
    {
        Article &article = view(id).article;
        article.setContent(sample(article.content.title, text));
        article.contentHash = contentHash(article.content);
        ++article.version;
        view(id).confirmedVersion = article.version;
        if (who == By::Another)
            view(id).othersVersion = article.version;
        emit desk->articleChanged(id);
    }
    void sit() { sit(sourceForReview(*desk)); }
    void sit(const ReviewSource &source)
    {
        ReviewSource withChain = source;
        withChain.workflow = [] { return Workflow::standard(); }; // the stage's desk has none
        page = std::make_unique<ReviewPage>(withChain);
        QObject::connect(desk.get(), &Desk::articleChanged, page.get(), &ReviewPage::refresh);
        page->resize(1200, 720);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get(), longestWait));
    }
    [[nodiscard]] QPushButton *button(Step step) const
    {
        for (auto *button : page->findChildren<QPushButton *>(toText(step))) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        for (const auto *banner : page->findChildren<Banner *>()) {
            if (banner->isVisible() && banner->text().contains(words))
                return true;
        }
        return false;
    }
    [[nodiscard]] QPushButton *bannerButton(const QString &label) const
    {
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == label)
                return button;
        }
        return nullptr;
    }
    /// Texts and buttons above the text that is read and below it that have less than their height.
    [[nodiscard]] QStringList cutOnes() const
    {
        QStringList cut;
        for (const auto *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty()
                && label->height() < label->heightForWidth(label->width()))
                cut.append(label->text());
        }
        for (const auto *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible() && (button->height() < button->sizeHint().height() || !isWholeOnItsPage(*button)))
                cut.append(button->text());
        }
        return cut;
    }
    static bool isWholeOnItsPage(const QWidget &widget)
    {
        return widget.visibleRegion().boundingRect() == widget.rect();
    }
    /// The answer of the question that is open, by the name of its button.
    [[nodiscard]] QPushButton *publishNow() const { return page->findChild<QPushButton *>(u"publishNow"_s); }
    void pressCtrlEnter() const
    {
        QTest::keyClick(page->findChild<QTreeView *>(u"queue"_s), Qt::Key_Return, Qt::ControlModifier);
    }
    /// As a key that is held: one more press that nobody made.
    void repeatCtrlEnter() const
    {
        auto *tree = page->findChild<QTreeView *>(u"queue"_s);
        QTest::simulateEvent(tree, true, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, true);
        QTest::simulateEvent(tree, false, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, true);
    }
    /// A text of several screens.
    ArticleId addLong(const QString &title, State state)
    {
        return add(title, state, QStringList(200, u"Sáng nay xã họp dân, bàn việc làm đường."_s).join(u'\n'));
    }
    /// Whether the text that is open has been drawn.
    [[nodiscard]] bool isSeen() const { return page->findChild<ArticleReader *>()->isSeen(); }
    [[nodiscard]] QString html() const { return page->findChild<ReadingView *>()->html(); }
    void endThePage() const
    {
        const qint64 process = page->findChild<QWebEngineView *>()->page()->renderProcessPid();
        QVERIFY(process > 0);
        QCOMPARE(::kill(pid_t(process), SIGKILL), 0);
    }
};

} // namespace toasoan
