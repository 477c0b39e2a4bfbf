// Everything that can be read has the room it needs, on every page and in every dialog, on the smallest screen.
#include "support/Patience.h"
#include "ui/articles/ArticleDelegate.h"
#include "ui/articles/ArticleForm.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/support/Tour.h"
#include "ui/support/WidgetWalk.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/TagField.h"
#include "ui/workstation/Translations.h"

#include <QScopeGuard>
#include <QTableView>

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
        tour(office, [&faults](const Sight &sight) { faults += faultsAt(sight, roomFaults(*sight.window)); });
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
    static void look(Brightness brightness)
    {
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), brightness);
    }
};

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
