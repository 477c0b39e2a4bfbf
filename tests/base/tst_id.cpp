#include "base/Id.h"

#include <QTest>

#include <set>

using namespace toasoan;

struct ThingTag;
using ThingId = Id<ThingTag>;

class TestId : public QObject
{
    Q_OBJECT

private slots:
    void textGoesThereAndBack()
    {
        SeededDice dice(1);
        const Uuid uuid = Uuid::version7(fromMilliseconds(1696238414349), dice);
        const QString text = uuid.toText();
        QCOMPARE(text.size(), 36);
        QVERIFY(Uuid::fromText(text) == uuid);
        QVERIFY(Uuid::fromText(text.toUpper()) == uuid);
    }

    void versionAndVariantAreThoseOfRfc9562()
    {
        SeededDice dice(2);
        const QString text = Uuid::version7(fromMilliseconds(0x018AF3A1B2C3), dice).toText();
        QVERIFY(text.startsWith(QStringLiteral("018af3a1-b2c3-7")));
        QVERIFY(QStringLiteral("89ab").contains(text[19]));
    }

    void laterIdsSortAfterEarlierOnes()
    {
        SeededDice dice(3);
        const Uuid early = Uuid::version7(fromMilliseconds(1000), dice);
        const Uuid late = Uuid::version7(fromMilliseconds(1001), dice);
        QVERIFY(early < late);
        QVERIFY(early.toText() < late.toText());
    }

    void otherTextsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << QStringLiteral("018af3a1-b2c3-7000-8000-00000000000");
        QTest::newRow("braces") << QStringLiteral("{18af3a1-b2c3-7000-8000-000000000000}");
        QTest::newRow("no dash") << QStringLiteral("018af3a1+b2c3-7000-8000-000000000000");
        QTest::newRow("letter") << QStringLiteral("018af3a1-b2c3-7000-8000-00000000000g");
    }
    void otherTextsAreRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!Uuid::fromText(text));
    }

    void theNullIdIsNoId() { QVERIFY(!ThingId::fromText(Uuid().toText())); }

    void systemDiceDoNotRepeat()
    {
        SystemDice dice;
        SystemClock clock;
        std::set<ThingId> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(ThingId::create(clock, dice));
        QCOMPARE(seen.size(), std::size_t(1000));
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
