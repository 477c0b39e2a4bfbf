// A row of steps under a hand that is on its way.
#include "support/Patience.h"
#include "ui/widgets/ActionBar.h"

#include <QBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestActionBar : public QObject
{
    Q_OBJECT

private:
    static constexpr int clickOfALetter = 100; // ms, of QAbstractButton::animateClick()

    // A window with a row of steps, each with its letter; what was taken, and of what, is written down.
    struct Desk
    {
        Desk()
        {
            auto *row = new QHBoxLayout(&window);
            row->addWidget(bar);
            window.resize(600, 120);
        }
        [[nodiscard]] BarAction action(const QString &id, const QString &text, const QString &about = {})
        {
            return {.id = id, .text = text, .icon = u"send"_s, .about = about, .act = [this, id, about] {
                        taken.append(id + about);
                    }};
        }
        [[nodiscard]] bool comeForward()
        {
            window.show();
            window.activateWindow();
            return QTest::qWaitForWindowActive(&window, longestWait);
        }
        // The letter is pressed; its click comes later.
        [[nodiscard]] bool pressLetter(Qt::Key letter, const QString &id)
        {
            const QPointer<QPushButton> button = bar->findChild<QPushButton *>(id);
            QTest::keyClick(&window, letter, Qt::AltModifier);
            return button && button->isDown() && taken.isEmpty();
        }

        QWidget window;
        ActionBar *bar = new ActionBar(&window);
        QStringList taken;
    };

private slots:
    void aLetterTakesItsStep()
    {
        Desk desk;
        desk.bar->setActions({desk.action(u"submit"_s, u"&Submit"_s), desk.action(u"withdraw"_s, u"&Withdraw"_s)});
        QVERIFY(desk.comeForward());
        QVERIFY(desk.pressLetter(Qt::Key_S, u"submit"_s));
        desk.bar->setActions({desk.action(u"submit"_s, u"&Submit"_s), desk.action(u"withdraw"_s, u"&Withdraw"_s)});
        QTRY_COMPARE(desk.taken, QStringList{u"submit"_s}); // the same, said again meanwhile
    }

    // Another person's step comes between the press of a letter and its click.
    void aPressedStepThatIsGoneIsNotTakenNorAnotherForIt_data()
    {
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<bool>("isEnabled");
        QTest::addColumn<QString>("about");
        QTest::newRow("none") << QStringList{} << true << u"one"_s;
        QTest::newRow("others") << QStringList{u"&Publish"_s, u"&Revoke"_s} << true << u"one"_s;
        QTest::newRow("one other") << QStringList{u"&Publish"_s} << true << u"one"_s;
        QTest::newRow("the same, not now") << QStringList{u"&Submit"_s, u"&Withdraw"_s} << false << u"one"_s;
        QTest::newRow("the same of another article")
            << QStringList{u"&Submit"_s, u"&Withdraw"_s} << true << u"another"_s;
    }
    void aPressedStepThatIsGoneIsNotTakenNorAnotherForIt()
    {
        QFETCH(QStringList, after);
        QFETCH(bool, isEnabled);
        QFETCH(QString, about);
        Desk desk;
        const auto actions = [&desk](const QStringList &texts, const QString &of, bool areEnabled) {
            std::vector<BarAction> all;
            for (const QString &text : texts) {
                all.push_back(desk.action(QString(text).remove(u'&'), text, of));
                all.back().isEnabled = areEnabled;
            }
            return all;
        };
        desk.bar->setActions(actions({u"&Submit"_s, u"&Withdraw"_s}, u"one"_s, true));
        QVERIFY(desk.comeForward());
        QVERIFY(desk.pressLetter(Qt::Key_W, u"Withdraw"_s));
        desk.bar->setActions(actions(after, about, isEnabled));
        QTest::qWait(3 * clickOfALetter);
        QCOMPARE(desk.taken, QStringList());
    }

    // The row wraps because what stands beside it has grown, and another step lies where the pointer aimed.
    void aStepThatSlidUnderThePointerIsNotTaken()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *beside = new QWidget(&window);
        beside->setFixedWidth(20);
        auto *bar = new ActionBar(&window);
        row->addWidget(beside);
        row->addWidget(bar, 1);
        QStringList taken;
        const auto action = [&taken](const QString &id, const QString &text) {
            return BarAction{.id = id, .text = text, .icon = u"send"_s, .act = [&taken, id] { taken.append(id); }};
        };
        bar->setActions({action(u"takeDown"_s, u"Take down"_s), action(u"send"_s, u"Request approval"_s)});
        auto *takeDown = bar->findChild<QPushButton *>(u"takeDown"_s);
        auto *send = bar->findChild<QPushButton *>(u"send"_s);
        window.resize(beside->width() + takeDown->sizeHint().width() + send->sizeHint().width() + 60, 120);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, longestWait));
        QTRY_COMPARE(takeDown->y(), send->y()); // one row
        QTest::qWait(700);
        const auto placeOf = [&window](const QPushButton *button) {
            return button->mapTo(&window, button->rect().center());
        };
        const QPoint aim = placeOf(send);

        beside->setFixedWidth(120);
        QTRY_VERIFY(takeDown->y() < send->y()); // two
        QWidget *under = window.childAt(aim);
        if (under != takeDown) { // the rows stand otherwise in this type: aim where both were
            const QRect was(aim - QPoint(send->width(), send->height()) / 2, send->size());
            const QRect is(takeDown->mapTo(&window, QPoint()), takeDown->size());
            QVERIFY(was.intersects(is));
            under = takeDown;
            const QPoint both = was.intersected(is).center();
            QTest::mouseClick(takeDown, Qt::LeftButton, {}, takeDown->mapFrom(&window, both));
        } else {
            QTest::mouseClick(takeDown, Qt::LeftButton, {}, takeDown->mapFrom(&window, aim));
        }
        QVERIFY2(taken.isEmpty(), "the press was meant for what stood there");
        QTest::mouseClick(send, Qt::LeftButton); // where it is now
        QCOMPARE(taken, QStringList{u"send"_s});
        QTest::qWait(700); // seen where it is
        QTest::mouseClick(takeDown, Qt::LeftButton);
        QCOMPARE(taken, (QStringList{u"send"_s, u"takeDown"_s}));
    }
};

QTEST_MAIN(TestActionBar)
#include "tst_actionbar.moc"
