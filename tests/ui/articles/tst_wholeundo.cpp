// What changed the whole sheet in one act is undone, and done again, as a whole or not at all.
#include "support/Patience.h"
#include "ui/articles/VersionsFixture.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/FindBar.h"
#include "ui/widgets/Look.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace toasoan;

namespace {

const QString now = u"Tổng kết chín tháng|Sapo|"_s + QString::fromUtf8(bodyWith("Nội dung nay"));

QString sheetOf(const Opened &opened)
{
    return opened.title()->text() + u'|' + field(*opened.page, u"Lead"_s)->text() + u'|'
        + QString::fromUtf8(opened.editor().documentJson());
}

bool putBack(const InThirdVersion &opened)
{
    VersionsDialog *dialog = opened.versions();
    const auto *restore = dialog ? buttonOf(*dialog, u"&Restore this version"_s) : nullptr;
    if (!restore || !QTest::qWaitFor([&] { return restore->isEnabled(); }, longestWait))
        return false;
    buttonOf(*dialog, u"&Restore this version"_s)->click();
    return QTest::qWaitFor([&] { return bannerButton(*opened.page, u"Undo restoring"_s) != nullptr; }, longestWait);
}

QLineEdit *searched(const Opened &opened)
{
    return opened.editor().findBar()->findChildren<QLineEdit *>().at(0);
}

bool replaceAll(const Opened &opened, const QString &text, const QString &replacement)
{
    const QString before = sheetOf(opened);
    opened.editor().showFind(FindBar::Kind::Replace);
    searched(opened)->setText(text);
    opened.editor().findBar()->findChildren<QLineEdit *>().at(1)->setText(replacement);
    QPushButton *all = opened.editor().findBar()->findChildren<QPushButton *>().last();
    // The page says where it has the words.
    if (!answers(opened.editor()) || !QTest::qWaitFor([&] { return all->isEnabled(); }, longestWait))
        return false;
    all->click();
    return answers(opened.editor()) && sheetOf(opened) != before;
}

bool act(const InThirdVersion &opened, const QString &name)
{
    return name == u"put back"_s ? putBack(opened) : replaceAll(opened, u"n"_s, u"M"_s);
}

QWidget *placeOf(const Opened &opened, const QString &name)
{
    if (name == u"text"_s)
        return opened.editor().webView()->focusProxy();
    if (name == u"find"_s)
        return searched(opened);
    return field(*opened.page, name);
}

void press(const Opened &opened, const QString &place, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QApplication::setActiveWindow(opened.page.get()); // as a window manager does when a dialog is gone
    QWidget *widget = placeOf(opened, place);
    widget->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), widget);
    QTest::keyClick(widget, key, modifiers);
}

void undo(const Opened &opened, const QString &place)
{
    press(opened, place, Qt::Key_Z, Qt::ControlModifier);
}

// Long enough for the page to have told what should not come.
void letItCome(const Opened &opened)
{
    QTest::qWait(300);
    QVERIFY(answers(opened.editor()));
}

// The sheet may show all of it before all of it is heard.
bool canBeDone(const Opened &opened, const QString &tool)
{
    return opened.editor().toolBar()->findAction(tool)->isEnabled();
}

// With the act of the test's row done, which says at what place it goes on.
struct Acted final : InThirdVersion
{
    Acted()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, place);
        where = place;
        isDone = isOpen && act(*this, name);
        after = sheetOf(*this);
    }

    QString where;
    bool isDone = false;
    QString after; ///< what the sheet said then
};

void addActsAndPlaces()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("place");
    for (const QString &name : {u"put back"_s, u"replaced"_s}) {
        for (const QString &place : {u"Title"_s, u"Lead"_s, u"text"_s})
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(place)) << name << place;
    }
}

} // namespace

class TestWholeUndo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setTheScene();
        applyLook(*qApp, Brightness::Light); // with the keys that all fields have
    }

    // Title, lead and text have an undo of their own each: one of them alone would give back a part.
    void itIsUndoneAsAWholeAndNothingOfItComesBack_data() { addActsAndPlaces(); }
    void itIsUndoneAsAWholeAndNothingOfItComesBack()
    {
        const Acted opened;
        QVERIFY(opened.isDone);
        const QString &place = opened.where;
        undo(opened, place);
        QTRY_COMPARE(sheetOf(opened), now);
        QTRY_COMPARE(opened.typed().body, bodyWith("Nội dung nay"));
        QCOMPARE(opened.typed().title, opened.title()->text());
        QVERIFY(!bannerButton(*opened.page, u"Undo restoring"_s));
        for (const QString &each : {place, u"Title"_s, u"Lead"_s, u"text"_s}) {
            undo(opened, each);
            letItCome(opened);
            QCOMPARE(sheetOf(opened), now);
        }
    }

    void whatWasTypedSinceIsUndoneBeforeIt_data() { addActsAndPlaces(); }
    void whatWasTypedSinceIsUndoneBeforeIt()
    {
        const Acted opened;
        QVERIFY(opened.isDone);
        const QString &place = opened.where;
        press(opened, place, Qt::Key_X, Qt::NoModifier);
        QTRY_VERIFY(sheetOf(opened) != opened.after);
        undo(opened, place);
        QTRY_COMPARE(sheetOf(opened), opened.after);
        undo(opened, place); // the page may not have told of it yet
        QTRY_COMPARE(sheetOf(opened), now);
    }

    // As everywhere, what is typed after undoing is the end of doing again.
    void nothingOfWhatWasUndoneComesBackByUndoingMore_data() { addActsAndPlaces(); }
    void nothingOfWhatWasUndoneComesBackByUndoingMore()
    {
        const Acted opened;
        QVERIFY(opened.isDone);
        const QString &place = opened.where;
        undo(opened, place);
        QTRY_COMPARE(sheetOf(opened), now);
        QTRY_VERIFY(canBeDone(opened, u"redo"_s));
        press(opened, place, Qt::Key_X, Qt::NoModifier);
        QTRY_VERIFY(sheetOf(opened) != now);
        const QString typed = sheetOf(opened);
        undo(opened, place);
        QTRY_COMPARE(sheetOf(opened), now);
        undo(opened, place);
        letItCome(opened);
        QCOMPARE(sheetOf(opened), now);
        press(opened, place, Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(sheetOf(opened), typed);
    }

    void itIsDoneAgainAsAWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("by");
        for (const QString &name : {u"put back"_s, u"replaced"_s}) {
            for (const QString &place : {u"Title"_s, u"text"_s}) {
                for (const QString &by : {u"Ctrl+Y"_s, u"Ctrl+Shift+Z"_s, u"tool"_s})
                    QTest::addRow("%s, %s, %s", qPrintable(name), qPrintable(place), qPrintable(by))
                        << name << place << by;
            }
        }
    }
    void itIsDoneAgainAsAWhole()
    {
        QFETCH(const QString, by);
        const Acted opened;
        QVERIFY(opened.isDone);
        const QString &place = opened.where;
        const EditorToolBar &tools = *opened.editor().toolBar();
        QAction *undoing = tools.findAction(u"undo"_s);
        QAction *again = tools.findAction(u"redo"_s);
        const auto redo = [&] {
            if (by == u"tool"_s)
                again->trigger();
            else if (by == u"Ctrl+Y"_s)
                press(opened, place, Qt::Key_Y, Qt::ControlModifier);
            else
                press(opened, place, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        };
        QTRY_VERIFY(undoing->isEnabled() && !again->isEnabled());
        if (by == u"tool"_s)
            undoing->trigger();
        else
            undo(opened, place);
        QTRY_COMPARE(sheetOf(opened), now);
        QTRY_VERIFY(!undoing->isEnabled() && again->isEnabled());
        redo();
        QTRY_COMPARE(sheetOf(opened), opened.after);
        QTRY_VERIFY(undoing->isEnabled() && !again->isEnabled());
        redo();
        letItCome(opened);
        QCOMPARE(sheetOf(opened), opened.after);
        undo(opened, place);
        QTRY_COMPARE(sheetOf(opened), now);
    }

    // The program leaves the focus where the words are looked for.
    void whatWasReplacedIsUndoneFromTheFieldOfFinding_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("body");
        const auto figure = [](const QByteArray &alt, const QByteArray &credit) {
            QByteArray body = "{'content':[{'attrs':{'credit':'" + credit + "'},'content':[{'attrs':{'alt':'" + alt
                + "'},'type':'figimage'},{'type':'figcaption'}],'type':'figure'}],'type':'doc'}";
            return body.replace('\'', '"');
        };
        QTest::newRow("in the text alone") << u"Họp"_s << bodyWith("Xã Bình Minh, xã Triệu Phong");
        QTest::newRow("in the title alone") << u"Xã họp, xã vui"_s << bodyWith("Họp");
        QTest::newRow("in both") << u"Xã họp"_s << bodyWith("Xã Bình Minh");
        QTest::newRow("in a description") << u"Họp"_s << figure("Họp xã", "Đài");
        QTest::newRow("in a credit") << u"Họp"_s << figure("Họp", "Đài xã");
    }
    void whatWasReplacedIsUndoneFromTheFieldOfFinding()
    {
        QFETCH(const QString, title);
        QFETCH(const QByteArray, body);
        Content content = sample();
        content.title = title;
        content.body = body;
        const Opened opened(content);
        QVERIFY(opened.isOpen);
        const QString before = sheetOf(opened);
        QVERIFY(replaceAll(opened, u"xã"_s, u"phường"_s));
        const QString after = sheetOf(opened);
        undo(opened, u"find"_s);
        QTRY_COMPARE(sheetOf(opened), before);
        QCOMPARE(searched(opened)->text(), u"xã"_s);
        QCOMPARE(QApplication::focusWidget(), searched(opened));
        QTRY_VERIFY(canBeDone(opened, u"redo"_s));
        press(opened, u"find"_s, Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(sheetOf(opened), after);
        QTRY_VERIFY(canBeDone(opened, u"undo"_s) && !canBeDone(opened, u"redo"_s));
        undo(opened, u"Title"_s);
        QTRY_COMPARE(sheetOf(opened), before);
        QCOMPARE(QApplication::focusWidget(), opened.title());
    }

    // Nothing else has part in it: what was done there before can be undone as well.
    void whatWasTypedBeforeReplacingInOnePlaceAloneCanStillBeUndone_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("word");
        QTest::newRow("in the title") << u"Title"_s << u"tháng"_s;
        QTest::newRow("in the text") << u"text"_s << u"nay"_s;
    }
    void whatWasTypedBeforeReplacingInOnePlaceAloneCanStillBeUndone()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, word);
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        press(opened, place, Qt::Key_End, Qt::ControlModifier);
        press(opened, place, Qt::Key_X, Qt::NoModifier);
        QTRY_VERIFY(sheetOf(opened).contains(word + u'x'));
        const QString typed = sheetOf(opened);
        QVERIFY(replaceAll(opened, word + u'x', word + u"xx"_s)); // beside what was typed
        const QString after = sheetOf(opened);
        press(opened, place, Qt::Key_End, Qt::ControlModifier);
        press(opened, place, Qt::Key_Y, Qt::NoModifier); // at once, and none of the act
        QTRY_VERIFY(sheetOf(opened) != after);
        for (const QString &each : {after, typed, now}) {
            undo(opened, place);
            QTRY_COMPARE(sheetOf(opened), each);
        }
    }

    void whatIsLookedForNextIsUndoneWhereItWasTyped()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        QVERIFY(replaceAll(opened, u"n"_s, u"M"_s));
        const QString after = sheetOf(opened);
        searched(opened)->selectAll();
        press(opened, u"find"_s, Qt::Key_A, Qt::NoModifier);
        undo(opened, u"find"_s);
        letItCome(opened);
        QCOMPARE(searched(opened)->text(), u"n"_s);
        QCOMPARE(sheetOf(opened), after);
        undo(opened, u"find"_s);
        QTRY_COMPARE(sheetOf(opened), now);
    }

    // The page had not told of it when the places were replaced.
    void whatWasJustDoneInTheTextStaysWhenTheReplacingIsUndone()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        opened.editor().showFind(FindBar::Kind::Replace);
        searched(opened)->setText(u"n"_s);
        opened.editor().findBar()->findChildren<QLineEdit *>().at(1)->setText(u"M"_s);
        QPushButton *all = opened.editor().findBar()->findChildren<QPushButton *>().last();
        QTRY_VERIFY(all->isEnabled());
        opened.editor().command(u"bulletList"_s);
        all->click();
        QTRY_VERIFY(opened.editor().documentJson().contains("Mội duMg"));
        undo(opened, u"Title"_s);
        QTRY_VERIFY(opened.editor().documentJson().contains("Nội dung"));
        QVERIFY(opened.editor().documentJson().contains("bulletList"));
        QCOMPARE(opened.title()->text(), InThirdVersion::now().title);
    }

    // Undone as a whole it would take away what was typed since: the banner goes with the first change.
    void whatIsTypedAfterARestorationIsNotUndoneWithIt_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("typed in the title") << u"title"_s;
        QTest::newRow("a colleague's words") << u"colleague"_s;
    }
    void whatIsTypedAfterARestorationIsNotUndoneWithIt()
    {
        QFETCH(const QString, change);
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        QVERIFY(putBack(opened));
        if (change == u"title"_s) {
            QTest::keyClick(opened.title(), Qt::Key_End);
            QTest::keyClick(opened.title(), Qt::Key_X);
        } else {
            Content theirs = opened.typed();
            theirs.lead = u"Sapo của đồng nghiệp"_s;
            opened.hearOf(theirs);
        }
        QTRY_VERIFY(!bannerButton(*opened.page, u"Undo restoring"_s));
        QCOMPARE(opened.stage().putBack, std::vector{opened.id});
    }

    // Its words are still in the editor, which tells them in a moment, when the button is pressed.
    void whatWasJustTypedIsHeardBeforeARestorationIsUndone()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        QVERIFY(putBack(opened));
        const QPointer<QPushButton> undo = bannerButton(*opened.page, u"Undo restoring"_s);
        opened.editor().command(u"bulletList"_s);
        undo->click();
        QTRY_VERIFY(!bannerButton(*opened.page, u"Undo restoring"_s));
        QTRY_VERIFY(opened.typed().body.contains("bulletList"));
        QCOMPARE(opened.title()->text(), u"Tựa đề trước"_s);
        QCOMPARE(opened.stage().putBack, std::vector{opened.id});
    }

    // It would take theirs away with it.
    void itIsOutOfReachWhenAColleagueHasWritten()
    {
        const InThirdVersion opened;
        QVERIFY(opened.isOpen);
        QVERIFY(putBack(opened));
        Content theirs = opened.typed();
        theirs.lead = u"Sapo của đồng nghiệp"_s;
        opened.hearOf(theirs);
        QTRY_VERIFY(sheetOf(opened).contains(theirs.lead));
        const QString merged = sheetOf(opened);
        for (const QString &place : {u"Title"_s, u"text"_s}) {
            undo(opened, place);
            letItCome(opened);
            QCOMPARE(sheetOf(opened), merged);
        }
    }
};

QTEST_MAIN(TestWholeUndo)
#include "tst_wholeundo.moc"
