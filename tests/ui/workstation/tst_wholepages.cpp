// Whole pages, as they stand in the window: keys lead on and back, and nobody is led to what is never his.
#include "support/Patience.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/SubmitDialog.h"
#include "ui/articles/WritingPage.h"
#include "ui/models/NewsroomText.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NavigationButton.h"
#include "ui/support/Office.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/ReasonDialog.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestWholePages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), Brightness::Light);
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        setTheScene();
    }
    void init() { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); }

    void whoNeverReviewsSeesNoReviewPage_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("contributor") << Role::Contributor << false;
        QTest::newRow("reporter") << Role::Reporter << false;
        QTest::newRow("administrator") << Role::Administrator << false;
        QTest::newRow("editor") << Role::Editor << true;
        QTest::newRow("secretary") << Role::Secretary << true;
        QTest::newRow("deputy chair") << Role::DeputyChair << true;
        QTest::newRow("chair") << Role::BoardChair << true;
    }
    void whoNeverReviewsSeesNoReviewPage()
    {
        QFETCH(const Role, role);
        QFETCH(const bool, isOffered);
        Office office(role);
        QVERIFY(office.isReady);
        const auto entry = [&office](const QString &name) {
            for (const auto *button : office.window->findChildren<NavigationButton *>()) {
                if (withoutMnemonic(button->text()) == name)
                    return button->isVisible();
            }
            return false;
        };
        QCOMPARE(entry(u"Duyệt bài"_s), isOffered);
        QVERIFY(entry(u"Chờ gửi"_s));
        QTest::keyClick(office.window.get(), Qt::Key_2, Qt::ControlModifier); // the second that is there
        QCOMPARE(office.window->currentPage(), isOffered ? u"review"_s : u"outbox"_s);
    }

    void theAdministratorIsToldWhatHisAccountIsFor()
    {
        Office office(Role::Administrator);
        QVERIFY(office.isReady);
        const auto says = [&office](const QString &words) {
            const auto labels = office.window->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_VERIFY(says(u"quản lý tài khoản, chuyên mục"_s));
        for (const auto *button : office.window->findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || !button->text().contains(u"bài mới"), qPrintable(button->text()));
    }

    void sectionsAreNamedInTheLanguageOfTheWindow()
    {
        useLanguage(*QCoreApplication::instance(), Language::English);
        Office office(Role::Editor);
        QVERIFY(office.isReady);
        office.add(State::Submitted, false);
        const auto filters = office.workstation->articlesPage().findChildren<QComboBox *>();
        const auto has = [](const QComboBox *box) { return box->findText(u"News"_s) >= 0; };
        QVERIFY(std::ranges::any_of(filters, has));
        const auto &model = office.workstation->articlesPage().model();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, ArticleListModel::Section).data().toString(), u"News"_s);
        const auto fields = office.workstation->writingPage().findChildren<QComboBox *>();
        QVERIFY(std::ranges::any_of(fields, has));
    }

    void altLeftLeadsBackToWhereOneCameFrom()
    {
        Office office(Role::Editor);
        QVERIFY(office.isReady);
        const ArticleId first = office.add(State::Draft, true, u"Bài thứ nhất"_s);
        const ArticleId second = office.add(State::Draft, true, u"Bài thứ hai"_s);
        const auto back = [&office] { QTest::keyClick(office.window.get(), Qt::Key_Left, Qt::AltModifier); };
        back(); // from nowhere
        QCOMPARE(office.window->currentPage(), u"articles"_s);
        office.workstation->openArticle(first);
        QTRY_VERIFY(office.workstation->writingPage().article() == first);
        office.window->showPage(u"outbox"_s);
        office.workstation->openArticle(second);
        QTRY_VERIFY(office.workstation->writingPage().article() == second);
        back();
        QTRY_COMPARE(office.window->currentPage(), u"outbox"_s);
        back();
        QTRY_COMPARE(office.window->currentPage(), u"writing"_s);
        QTRY_VERIFY(office.workstation->writingPage().article() == first);
        back();
        QTRY_COMPARE(office.window->currentPage(), u"articles"_s);
        back();
        QCOMPARE(office.window->currentPage(), u"articles"_s);
    }

    void theSearchFieldLeadsToWhatWasFound()
    {
        Office office(Role::Editor);
        QVERIFY(office.isReady);
        office.add(State::Submitted, false);
        office.window->showPage(u"outbox"_s);
        const auto fields = office.window->findChildren<QLineEdit *>();
        QLineEdit *search = *std::ranges::find_if(fields, &QWidget::isVisible);
        search->setFocus();
        QTest::keyClicks(search, u"hop dan"_s);
        QTRY_COMPARE(office.window->currentPage(), u"articles"_s);
        search->setFocus();
        QTRY_COMPARE(office.workstation->articlesPage().model().rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(office.workstation->articlesPage().isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(search->text(), u"hop dan"_s);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        QVERIFY(office.workstation->articlesPage().isAncestorOf(QApplication::focusWidget()));
    }

    void theFocusStaysOnThePageWhenItsButtonGoes()
    {
        Office office(Role::Reporter);
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::Submitted, true);
        office.workstation->openArticle(id);
        QTRY_VERIFY(office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s));
        auto *step = office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s);
        step->setFocus();
        QVERIFY(step->hasFocus());
        ArticleView &view = stageOf(*office.desk).articles.at(id);
        view.article.state = State::AwaitingApproval; // somebody has acted, and nothing is left to press
        DeskStage::allow(view);
        emit office.desk->articleChanged(id);
        QTRY_VERIFY(!office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s)
                    || !office.workstation->writingPage().findChild<QPushButton *>(u"step-withdraw"_s)->isVisible());
        QTRY_VERIFY(office.workstation->writingPage().isAncestorOf(QApplication::focusWidget()));
    }

    void theSidebarShrinksToIconsWithTheirNamesAsToolTips()
    {
        Office office(Role::Editor, QSize(1440, 900));
        QVERIFY(office.isReady);
        office.window->setBadge(u"outbox"_s, 3, u"3 mục chờ gửi"_s);
        NavigationButton *outbox = nullptr;
        for (auto *button : office.window->findChildren<NavigationButton *>()) {
            if (button->text() == u"Chờ gửi"_s)
                outbox = button;
        }
        QVERIFY(outbox);
        QVERIFY(outbox->width() > 150);
        QPushButton *fresh = nullptr;
        for (auto *button : office.window->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Viết bài mới"_s)
                fresh = button;
        }
        QVERIFY(fresh);
        const auto besideIcon = [fresh] { return fresh->iconSize().width() - fresh->iconSize().height(); };
        QCOMPARE(besideIcon(), 4); // and 4 of Qt's own up to the label
        office.window->resize(1024, 700);
        QTRY_VERIFY(outbox->width() < 60);
        QCOMPARE(besideIcon(), 0); // it stands in the middle
        QCOMPARE(outbox->toolTip(), u"Chờ gửi (Ctrl+3)\n3 mục chờ gửi"_s);
        QCOMPARE(outbox->accessibleName(), u"Chờ gửi, 3 mục chờ gửi"_s);
        office.window->resize(1440, 900);
        QTRY_VERIFY(outbox->width() > 150);
        QCOMPARE(besideIcon(), 4);
        QCOMPARE(outbox->toolTip(), u"3 mục chờ gửi"_s);
    }
};

QTEST_MAIN(TestWholePages)
#include "tst_wholepages.moc"
