// A row of steps under a hand that is on its way.
#include "support/Patience.h"
#include "ui/widgets/ActionBar.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestActionBar : public QObject
{
    Q_OBJECT

private slots:
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
