// Everything that can be read has the room it needs, on every page and in every dialog, on the smallest screen.
#include "support/Patience.h"
#include "ui/articles/ArticleDelegate.h"
#include "ui/articles/ArticleForm.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/review/ArticleReader.h"
#include "ui/shell/Notifications.h"
#include "ui/support/Tour.h"
#include "ui/support/WidgetWalk.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/TagField.h"
#include "ui/workstation/Translations.h"

#include <QComboBox>
#include <QLabel>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace toasoan;

class TestRoom : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setTheScene(); }
    void cleanup() { look(Brightness::Light); }

    void nothingIsCutOffOnASmallScreen_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<Brightness>("brightness");
        QTest::addColumn<int>("zoom");
        QTest::newRow("Vietnamese") << Language::Vietnamese << Brightness::Light << 100;
        QTest::newRow("Vietnamese, dark, large") << Language::Vietnamese << Brightness::Dark << 150;
        QTest::newRow("English, large") << Language::English << Brightness::Light << 150;
        QTest::newRow("English, dark") << Language::English << Brightness::Dark << 100;
    }
    void nothingIsCutOffOnASmallScreen()
    {
        QFETCH(const Language, language);
        QFETCH(const Brightness, brightness);
        QFETCH(const int, zoom);
        look(brightness);
        useLanguage(*QCoreApplication::instance(), language);
        Office office({Role::Reporter, Role::BoardChair}, QSize(1024, 700));
        QVERIFY(office.isReady);
        while (office.preferences.zoom() < zoom)
            office.preferences.stepZoom(1);
        furnish(office);
        QStringList faults;
        tour(office, [&faults](const Scene &sight) { faults += faultsAt(sight, roomFaults(*sight.window)); });
        QCOMPARE(faults.join(u'\n'), QString());
    }

    void bannersEndWhereWhatStandsBelowEnds()
    {
        look(Brightness::Light);
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        Office office(Role::Reporter, QSize(1440, 900));
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::Returned, true);
        stageOf(*office.desk).articles.at(id).article.reason = u"Sapo quá dài."_s;
        office.workstation->openArticle(id);
        WritingPage &page = office.workstation->writingPage();
        const auto banner = [&page]() -> const Banner * {
            const auto banners = page.findChildren<Banner *>();
            const auto found = std::ranges::find_if(banners, &Banner::isVisible);
            return found == banners.end() ? nullptr : *found;
        };
        QTRY_VERIFY(banner());
        const auto end = [&page](const QWidget *widget) { return widget->mapTo(&page, widget->rect().topRight()).x(); };
        for (const bool isPanelShown : {true, false}) {
            page.findChild<ArticleForm *>()->setPanelShown(isPanelShown);
            settle();
            const QWidget *below = isPanelShown ? static_cast<QWidget *>(page.findChild<TagField *>())
                                                : page.findChild<QWidget *>(u"paper"_s);
            QVERIFY(below->isVisible());
            QCOMPARE(end(banner()), end(below));
        }
    }

    void theTabsOfAnArticleStandWholeBesideWhatIsComparedWith_data() { languagesAndWidths(); }
    void theTabsOfAnArticleStandWholeBesideWhatIsComparedWith()
    {
        QFETCH(const Language, language);
        QFETCH(const int, width);
        look(Brightness::Light);
        useLanguage(*QCoreApplication::instance(), language);
        Office office(Role::BoardChair, QSize(width, 700));
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::AwaitingApproval, false);
        ArticleView &view = stageOf(*office.desk).articles.at(id);
        view.article.version = 4;
        for (const Version version : {1, 2, 3})
            stageOf(*office.desk)
                .versions.push_back({.line = {.version = version,
                                              .savedBy = DeskStage::user.id,
                                              .savedAt = office.clock.now(),
                                              .contentHash = {}},
                                     .content = sample(u"Bài"_s)});
        office.window->showPage(u"review"_s);
        office.workstation->reviewPage().open(id);
        auto *reader = office.workstation->reviewPage().findChild<ArticleReader *>();
        QTRY_VERIFY(reader->isVisible());
        reader->showDifference();
        auto *versions = reader->findChild<QComboBox *>();
        QTRY_VERIFY(versions->isVisible());
        settle();
        const auto *tabs = reader->findChild<QTabBar *>();
        for (int i = 0; i < tabs->count(); ++i)
            QVERIFY2(tabs->rect().contains(tabs->tabRect(i)), qPrintable(tabs->tabText(i)));
        for (const auto *arrow : tabs->findChildren<QToolButton *>())
            QVERIFY(!arrow->isVisible());
        QVERIFY(versions->mapTo(reader, versions->rect().bottomRight()).x() < reader->width());
        QVERIFY(versions->width() >= 100);
        QVERIFY(!QRect(tabs->mapTo(reader, QPoint()), tabs->size())
                     .intersects(QRect(versions->mapTo(reader, QPoint()), versions->size())));
    }

    void theHeadOfAnArticleSaysWhatItIsAboveNotices_data() { languagesAndWidths(); }
    void theHeadOfAnArticleSaysWhatItIsAboveNotices()
    {
        QFETCH(const Language, language);
        QFETCH(const int, width);
        look(Brightness::Light);
        useLanguage(*QCoreApplication::instance(), language);
        Office office(Role::BoardChair, QSize(width, 700));
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::AwaitingApproval, false,
                                        u"Hội nghị trực tuyến toàn tỉnh về đẩy mạnh cải cách hành chính, nâng cao "
                                        "chất lượng phục vụ người dân và doanh nghiệp"_s);
        office.window->showPage(u"review"_s);
        ReviewPage &page = office.workstation->reviewPage();
        page.open(id);
        QTRY_COMPARE(page.article(), id);
        for (const QString &what : {u"Không lưu được ảnh trên máy này."_s, u"Không gửi được bài."_s})
            office.window->notifications().notify(
                {.tone = Tone::Bad, .text = what, .action = u"Mở bài"_s, .act = [] {}, .about = {}});
        settle();
        const auto *area = page.findChild<QScrollArea *>();
        QCOMPARE(area->verticalScrollBar()->maximum(), 0);
        // Why it was returned stands below the name; that may scroll.
        ArticleView &view = stageOf(*office.desk).articles.at(id);
        view.article.reason = QStringList(12, u"Sapo quá dài, ảnh thứ hai thiếu chú thích."_s).join(u' ');
        emit office.desk->articleChanged(id);
        settle();
        const auto labels = area->findChildren<QLabel *>();
        const auto facts =
            std::ranges::find_if(labels, [](const QLabel *label) { return label->text().contains(u" · "_s); });
        QVERIFY(facts != labels.end());
        const QRect place((*facts)->mapTo(area->viewport(), QPoint()), (*facts)->size());
        QVERIFY(area->viewport()->rect().contains(place));
        QVERIFY(place.height() >= (*facts)->heightForWidth(place.width()));
    }

    void whatTheProgramSaysHasRoomInItsColumn_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<qreal>("points");
        QTest::newRow("Vietnamese") << Language::Vietnamese << 10.0;
        QTest::newRow("English") << Language::English << 10.0;
        QTest::newRow("Vietnamese, large") << Language::Vietnamese << 15.0;
        QTest::newRow("English, large") << Language::English << 15.0;
    }
    void whatTheProgramSaysHasRoomInItsColumn()
    {
        QFETCH(const Language, language);
        QFETCH(const qreal, points);
        look(Brightness::Light);
        useLanguage(*QCoreApplication::instance(), language);
        const QScopeGuard back([usual = QApplication::font()] { QApplication::setFont(usual); });
        QFont font = QApplication::font();
        font.setPointSizeF(points);
        QApplication::setFont(font);
        const auto desk = makeStageDesk();
        ArticlesPage page(*desk);
        page.resize(1400, 700); // all columns are there
        page.show();
        const auto *table = page.findChild<QTableView *>();
        QCOMPARE(table->font().pointSizeF(), points);
        for (const State state : seenStates)
            QVERIFY2(table->columnWidth(ArticleListModel::StateColumn)
                         >= stateChipWidth(state, table->font()) + ArticleDelegate::besideContent,
                     qPrintable(stateText(state)));
    }

private:
    static void languagesAndWidths()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("width");
        for (const int width : {900, 1024, 1366}) {
            QTest::addRow("Vietnamese, %d", width) << Language::Vietnamese << width;
            QTest::addRow("English, %d", width) << Language::English << width;
        }
    }

    static void look(Brightness brightness)
    {
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), brightness);
    }
};

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
