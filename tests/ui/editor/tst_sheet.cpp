// The sheet of the editor: what is looked for in it, the head that scrolls with it, its size and its brightness.
#include "EditorFixture.h"
#include "support/Patience.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/FindBar.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/TabOrder.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray threeTimes =
    documentOf(paragraph(u"Xã Bình Minh họp."_s) + ',' + paragraph(u"Đảng ủy xã và Ủy ban nhân dân xã."_s));

QByteArray withPicture(const QByteArray &place)
{
    const QByteArray figure =
        R"({"attrs":{"credit":"Đài ?"},"content":[{"attrs":{"alt":"Họp ?"},"type":"figimage"},{"content":[{"text":"Ở ?","type":"text"}],"type":"figcaption"}],"type":"figure"})";
    return documentOf(paragraph(u"?"_s) + ',' + figure + ',' + paragraph(u"?"_s)).replace('?', place);
}

QByteArray longText()
{
    QByteArrayList blocks;
    for (int i = 0; i < 60; ++i)
        blocks.append(paragraph(u"Đoạn văn thứ %1 của một bài dài, để trang phải cuộn."_s.arg(i)));
    return documentOf(blocks.join(','));
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorFixture> m_editor;

    FindBar &bar() { return *m_editor->view.findBar(); }
    QLineEdit *text() { return bar().findChildren<QLineEdit *>().at(0); }
    QLineEdit *replacement() { return bar().findChildren<QLineEdit *>().at(1); }
    QString count() { return bar().findChildren<QLabel *>().at(0)->text(); }
    QPushButton *button(const QString &label)
    {
        const auto buttons = bar().findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, label, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }
    int marks() { return m_editor->evaluate(u"document.querySelectorAll('.found').length"_s).toInt(); }

private slots:
    void initTestCase()
    {
        applyLook(*qApp, Brightness::Light);
        m_editor = std::make_unique<EditorFixture>();
    }
    void cleanupTestCase() { m_editor.reset(); }
    void cleanup()
    {
        text()->clear();
        bar().close();
        m_editor->view.setZoom(100);
        m_editor->view.setReadOnly(false);
    }

    void tabLeadsFromWhatIsLookedForToWhatIsPutInItsPlace()
    {
        m_editor->view.showFind(FindBar::Kind::Replace);
        QTRY_VERIFY(text()->hasFocus());
        QTRY_VERIFY(replacement()->isVisible());
        QVERIFY(moveFocus(*m_editor->view.window(), TabWay::Forward)); // as the program's window does
        QCOMPARE(QApplication::focusWidget(), replacement());
        QVERIFY(moveFocus(*m_editor->view.window(), TabWay::Back));
        QCOMPARE(QApplication::focusWidget(), text());
        QCOMPARE(replacement()->width(), text()->width());
    }

    // One row of one height: the box is as high as the tools beside it, framed as the fields of the desk are.
    void theToolsAreOfOneLook()
    {
        QVERIFY(m_editor->open(threeTimes));
        const auto *bar = m_editor->view.findChild<EditorToolBar *>();
        const auto *style = bar->findChild<QPushButton *>();
        QVERIFY(style && style->isVisible() && style->isEnabled());
        const auto *bold = bar->widgetForAction(bar->findAction(u"bold"_s));
        QCOMPARE(style->height(), bold->height());
        QCOMPARE(style->y(), bold->y());
        QLineEdit *field = text();
        QCOMPARE(style->font(), field->font());
        m_editor->view.showFind(FindBar::Kind::Find);
        QTRY_VERIFY(field->isVisible());
        const auto edge = [](const QWidget *widget) {
            return const_cast<QWidget *>(widget)->grab().toImage().pixelColor(0, widget->height() / 2);
        };
        m_editor->view.setFocus();
        QTRY_VERIFY(!field->hasFocus());
        QCOMPARE(edge(style), edge(field));
        // A click on it leaves the caret in the text.
        QCOMPARE(style->focusPolicy(), Qt::TabFocus);
    }

    void wordsAreFoundAndCounted()
    {
        QVERIFY(m_editor->open(threeTimes));
        m_editor->view.showFind(FindBar::Kind::Find);
        QTRY_VERIFY(text()->hasFocus());
        QTest::keyClicks(text(), u"x"_s);
        text()->setText(u"xã"_s);
        QTRY_COMPARE(count(), u"1/3"_s);
        QCOMPARE(marks(), 3);
        QTest::keyClick(text(), Qt::Key_Return);
        QTRY_COMPARE(count(), u"2/3"_s);
        bar().next(); // F3
        bar().next();
        QTRY_COMPARE(count(), u"1/3"_s); // round the end
        QTest::keyClick(text(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(count(), u"3/3"_s);
        QVERIFY(text()->hasFocus());
        bar().findChild<QCheckBox *>()->click();
        QTRY_COMPARE(count().section(u'/', 1), u"2"_s); // "Xã" is another word now
        bar().findChild<QCheckBox *>()->click();
        text()->setText(u"huyện"_s);
        QTRY_VERIFY(count() != u"3/3"_s && !count().contains(u'/'));
        QCOMPARE(m_editor->flushed(), threeTimes); // nothing of it is in the text
    }

    void whatDoesNotFitIntoTheBarIsSaidToBeLeftOut()
    {
        QVERIFY(m_editor->open(threeTimes));
        m_editor->view.showFind(FindBar::Kind::Replace);
        QGuiApplication::clipboard()->setText(QString(3000, u'ă'));
        text()->paste();
        QCOMPARE(text()->text(), QString(200, u'ă'));
        QCOMPARE(m_editor->view.noticeText(),
                 u"Only 200 characters can be looked for. What goes beyond was left out."_s);
        replacement()->paste();
        QCOMPARE(replacement()->text(), QString(2000, u'ă'));
        QCOMPARE(m_editor->view.noticeText(),
                 u"Only 2,000 characters fit in as a replacement. What goes beyond was left out."_s);
        replacement()->clear();
    }

    void escapeGoesBackToTheText()
    {
        QVERIFY(m_editor->open(threeTimes));
        m_editor->view.showFind(FindBar::Kind::Find);
        text()->setText(u"họp"_s);
        QTRY_COMPARE(count(), u"1/1"_s);
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(bar().isHidden());
        QTRY_VERIFY(m_editor->view.webView()->focusProxy()->hasFocus());
        QTRY_COMPARE(marks(), 0);
        m_editor->type(u"h"_s); // over what was found
        QTRY_COMPARE(
            m_editor->flushed(),
            documentOf(paragraph(u"Xã Bình Minh h."_s) + ',' + paragraph(u"Đảng ủy xã và Ủy ban nhân dân xã."_s)));
    }

    void allAreReplacedInOneStep()
    {
        QVERIFY(m_editor->open(threeTimes));
        m_editor->view.showFind(FindBar::Kind::Replace);
        QVERIFY(replacement()->isVisible());
        text()->setText(u"xã"_s);
        replacement()->setText(u"phường"_s);
        QTRY_COMPARE(count(), u"1/3"_s);
        QTest::keyClick(replacement(), Qt::Key_Return); // one
        const QByteArray one =
            documentOf(paragraph(u"phường Bình Minh họp."_s) + ',' + paragraph(u"Đảng ủy xã và Ủy ban nhân dân xã."_s));
        QTRY_COMPARE(m_editor->flushed(), one);
        QTRY_COMPARE(count(), u"1/2"_s);
        auto *all = bar().findChildren<QPushButton *>().last();
        all->setFocus();
        all->click(); // all that are left
        QTRY_COMPARE(m_editor->flushed(),
                     documentOf(paragraph(u"phường Bình Minh họp."_s) + ','
                                + paragraph(u"Đảng ủy phường và Ủy ban nhân dân phường."_s)));
        QTRY_VERIFY(!all->isEnabled());
        QCOMPARE(QApplication::focusWidget(), text()); // not what stands next, which is the article's
        m_editor->view.command(u"undo"_s);
        QCOMPARE(m_editor->flushed(), one);
        m_editor->view.command(u"undo"_s);
        QCOMPARE(m_editor->flushed(), threeTimes);
    }

    void whatStandsAtAPictureIsFoundAndReplacedToo()
    {
        QVERIFY(m_editor->open(withPicture("xã")));
        m_editor->view.showFind(FindBar::Kind::Replace);
        text()->setText(u"xã"_s);
        QTRY_COMPARE(count(), u"1/5"_s);
        QTRY_COMPARE(marks(), 3); // the letters of a field cannot be marked, so it is marked whole
        const auto marked = [this](const QString &selector) {
            return m_editor->evaluate(u"document.querySelectorAll('%1').length"_s.arg(selector)).toInt();
        };
        QCOMPARE(marked(u".found-alt .figure-alt, .found-credit .figure-credit"_s), 2);
        bar().next();
        bar().next();
        QTRY_COMPARE(count(), u"3/5"_s);
        QTRY_COMPARE(marked(u".is-current-alt .figure-alt"_s), 1);
        replacement()->setText(u"phường"_s);
        bar().findChildren<QPushButton *>().last()->click(); // all
        QTRY_COMPARE(m_editor->flushed(), withPicture("phường"));
        QTRY_COMPARE(marked(u".found-alt, .found-credit, .is-current-alt"_s), 0);
        QCOMPARE(m_editor->evaluate(u"document.querySelector('.figure-alt').value"_s).toString(), u"Họp phường"_s);
        m_editor->view.command(u"undo"_s);
        QCOMPARE(m_editor->flushed(), withPicture("xã"));

        text()->setText(u"Đài"_s);
        replacement()->setText(QString(400, u'ă'));
        QTRY_COMPARE(count(), u"1/1"_s);
        bar().findChildren<QPushButton *>().last()->click();
        QTRY_VERIFY(m_editor->view.noticeText().contains(u"nothing was replaced"_s));
        QCOMPARE(m_editor->flushed(), withPicture("xã"));
    }

    // Who reads has no form under the picture, but what is found is shown.
    void whatIsFoundAtAPictureIsSeenByWhoReads()
    {
        QVERIFY(m_editor->open(withPicture("xã")));
        m_editor->view.setReadOnly(true);
        const auto display = [this] {
            return m_editor->evaluate(u"getComputedStyle(document.querySelector('.figure-form')).display"_s).toString();
        };
        QTRY_COMPARE(display(), u"none"_s);
        m_editor->view.showFind(FindBar::Kind::Find);
        text()->setText(u"Họp"_s);
        QTRY_COMPARE(count(), u"1/1"_s);
        QTRY_COMPARE(display(), u"grid"_s);
        bar().close();
        QTRY_COMPARE(display(), u"none"_s);
    }

    void whoReadsMayFindAndNotReplace()
    {
        QVERIFY(m_editor->open(threeTimes));
        m_editor->view.setReadOnly(true);
        m_editor->view.showFind(FindBar::Kind::Replace);
        QVERIFY(!replacement()->isVisible());
        text()->setText(u"xã"_s);
        QTRY_COMPARE(count(), u"1/3"_s);
    }

    void theHeadScrollsWithTheTextAndTheToolsStay_data()
    {
        QTest::addColumn<int>("zoom");
        QTest::newRow("as it is") << 100;
        QTest::newRow("larger") << 150;
        QTest::newRow("smaller") << 80;
    }
    void theHeadScrollsWithTheTextAndTheToolsStay()
    {
        QFETCH(int, zoom);
        auto *head = new QWidget;
        auto *layout = new QVBoxLayout(head);
        auto *field = new QLineEdit(head);
        field->setFixedHeight(180);
        layout->addWidget(field);
        m_editor->view.setHead(head);
        m_editor->view.setZoom(zoom);
        QVERIFY(m_editor->open(longText()));
        const double factor = zoom / 100.0;
        const auto bodyTop = [this] {
            return m_editor->evaluate(u"document.querySelector('.article-body').getBoundingClientRect().top"_s)
                .toDouble();
        };
        QTRY_VERIFY2(qAbs(bodyTop() * factor - head->height()) < 2,
                     qPrintable(u"%1 %2"_s.arg(bodyTop()).arg(head->height())));
        QTRY_COMPARE(head->y(), 0);
        const QPoint tools = m_editor->view.toolBar()->mapTo(&m_editor->view, QPoint());
        m_editor->evaluate(u"window.scrollTo(0, 100)"_s);
        QTRY_VERIFY2(qAbs(head->y() + 100 * factor) < 2, qPrintable(QString::number(head->y())));
        QCOMPARE(m_editor->view.toolBar()->mapTo(&m_editor->view, QPoint()), tools);
        // A taller head, while its end is not in sight, does not move what is read.
        m_editor->evaluate(u"window.scrollTo(0, 900)"_s);
        QTRY_VERIFY(head->y() < -head->height());
        const double before = bodyTop();
        const auto scrolled = [this] { return m_editor->evaluate(u"window.scrollY"_s).toDouble(); };
        const double scrolledBefore = scrolled();
        const int headBefore = head->height();
        field->setFixedHeight(260);
        QTRY_COMPARE(head->height(), headBefore + 80);
        QTRY_VERIFY2(scrolled() > scrolledBefore + 1,
                     qPrintable(QString::number(scrolledBefore))); // it has heard of it
        QVERIFY2(qAbs(bodyTop() - before) < 2, qPrintable(u"%1 %2"_s.arg(before).arg(bodyTop())));
        // A place of the head that is asked for comes into sight.
        m_editor->view.showInHead(QRect(10, 20, 2, 20));
        QTRY_VERIFY2(head->y() + 20 >= 0, qPrintable(QString::number(head->y())));
        QWheelEvent wheel(QPointF(20, 20), field->mapToGlobal(QPointF(20, 20)), {}, QPoint(0, -240), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        const int shown = head->y();
        QApplication::sendEvent(field, &wheel);
        QTRY_VERIFY2(head->y() < shown, "the wheel over the head scrolls the page");
        // It is drawn before the page's scripts hear of it, and would be added to where the next row scrolls to.
        QTRY_VERIFY2(qAbs(head->y() + scrolled() * factor) < 2, qPrintable(QString::number(scrolled())));
        delete head;
    }

    void ctrlAndTheWheelAskForAnotherSize()
    {
        QVERIFY(m_editor->open(threeTimes));
        QSignalSpy wanted(&m_editor->view, &EditorView::zoomWanted);
        QWidget *page = m_editor->view.webView()->focusProxy();
        QWheelEvent wheel(QPointF(20, 20), page->mapToGlobal(QPointF(20, 20)), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(page, &wheel);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toInt(), 1);
    }

    void aWholeTextIsPutInAsOneStep()
    {
        QVERIFY(m_editor->open(threeTimes));
        m_editor->placeCaret(u"p"_s, 0);
        m_editor->type(u"A"_s);
        const QByteArray typed =
            documentOf(paragraph(u"AXã Bình Minh họp."_s) + ',' + paragraph(u"Đảng ủy xã và Ủy ban nhân dân xã."_s));
        QTRY_COMPARE(m_editor->flushed(), typed);
        QSignalSpy edited(&m_editor->view, &EditorView::edited);
        const QByteArray earlier = documentOf(paragraph(u"Bản trước."_s));
        m_editor->view.put(earlier);
        QTRY_COMPARE(edited.size(), 1); // as the person's own change
        QCOMPARE(m_editor->view.documentJson(), earlier);
        m_editor->view.command(u"undo"_s);
        QCOMPARE(m_editor->flushed(), typed);
        m_editor->view.setReadOnly(true);
        m_editor->view.put(earlier);
        QCOMPARE(m_editor->flushed(), typed);
    }

    void theSheetIsAsBrightAsTheDesk()
    {
        QVERIFY(m_editor->open(threeTimes));
        const auto ground = [this] {
            return m_editor->evaluate(u"getComputedStyle(document.querySelector('.article-body')).backgroundColor"_s)
                .toString();
        };
        QTRY_COMPARE(ground(), u"rgb(255, 254, 251)"_s);
        applyLook(*qApp, Brightness::Dark);
        QTRY_COMPARE(ground(), u"rgb(36, 35, 33)"_s);
        const QColor paper = paperColour(QApplication::palette());
        QCOMPARE(paper, QColor(36, 35, 33)); // the desk's own sheet round it is of the same colour
        applyLook(*qApp, Brightness::Light);
        QTRY_COMPARE(ground(), u"rgb(255, 254, 251)"_s);
    }
};

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
