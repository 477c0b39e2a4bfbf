#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WritingPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/support/DeskStage.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestWorkstation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        setTheScene();
    }

    void theWindowSpeaksVietnamese()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        QStringList texts;
        for (const auto *button : window.findChildren<QPushButton *>())
            texts.append(button->text());
        QVERIFY2(texts.contains(u"&Bài mới"_s), qPrintable(texts.join(u", "_s)));
        QVERIFY(texts.contains(u"Chờ gửi"_s));
    }

    void aNewArticleOpensWithItsKeyAndIsKeptWhenLeft()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(window.currentPage(), u"writing"_s);
        const ArticleId id = workstation.writingPage().article();
        QVERIFY(!id.isNull());
        QTest::keyClicks(QApplication::focusWidget(), u"Tin moi"_s);
        emit workstation.writingPage().backWanted();
        QTRY_COMPARE_WITH_TIMEOUT(window.currentPage(), u"articles"_s, 20'000);
        QCOMPARE(stageOf(*desk).typed.back().content.title, u"Tin moi"_s);
        QCOMPARE(stageOf(*desk).saves.back(), id);
        QTRY_COMPARE(workstation.articlesPage().model().rowCount(), 1);
    }

    void closingTheWindowKeepsWhatWasJustTyped()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        workstation.newArticle();
        QTRY_COMPARE(window.currentPage(), u"writing"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Het gio"_s);
        window.close();
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 20'000);
        QVERIFY(!stageOf(*desk).typed.empty());
        QCOMPARE(stageOf(*desk).typed.back().content.title, u"Het gio"_s);
    }

    void whoSignsOutSeesOnlyTheDoor()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        QVERIFY(!window.isGated());
        desk->signOut(this, {});
        QVERIFY(window.isGated());
    }

private:
    SystemClock m_clock;
};

QTEST_MAIN(TestWorkstation)
#include "tst_workstation.moc"
