// The whole program by the keyboard: Tab meets everything once, in the order of reading, what has the focus shows one
// frame, and each letter leads to one thing.
#include "ui/support/Tour.h"
#include "ui/support/WidgetWalk.h"
#include "ui/widgets/Look.h"
#include "ui/workstation/Translations.h"

using namespace toasoan;

class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setTheScene();
        applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), Brightness::Light);
    }
    void init() { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); }

    void tabMeetsEverythingOnceInTheOrderOfReading()
    {
        Office office({Role::Reporter, Role::BoardChair}, QSize(1440, 900));
        QVERIFY(office.isReady);
        furnish(office);
        QStringList faults;
        tour(office, [&faults](const Scene &sight) { faults += faultsAt(sight, tabFaults(*sight.window)); });
        QCOMPARE(faults.join(u'\n'), QString());
    }

    void whatHasTheFocusShowsOneFrame()
    {
        Office office({Role::Reporter, Role::BoardChair}, QSize(1440, 900));
        QVERIFY(office.isReady);
        furnish(office);
        QStringList faults;
        tour(office, [&faults](const Scene &sight) { faults += faultsAt(sight, frameFaults(*sight.window)); });
        QCOMPARE(faults.join(u'\n'), QString());
    }

    void eachLetterLeadsToOneThing_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Vietnamese") << Language::Vietnamese;
        QTest::newRow("English") << Language::English;
    }
    void eachLetterLeadsToOneThing()
    {
        QFETCH(const Language, language);
        useLanguage(*QCoreApplication::instance(), language);
        // All that anybody is ever offered, at once.
        Office office({Role::Reporter, Role::Editor, Role::Secretary, Role::DeputyChair, Role::BoardChair});
        QVERIFY(office.isReady);
        furnish(office);
        QStringList faults;
        const auto look = [&faults](const Scene &sight) { faults += faultsAt(sight, letterFaults(*sight.window)); };
        tour(office, look);
        tourItems(office, look);
        tourTroubles(office, look);
        QCOMPARE(faults.join(u'\n'), QString());
    }
};

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
