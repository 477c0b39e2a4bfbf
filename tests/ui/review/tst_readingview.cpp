// The page in which an article is read: which text stands there, where it stands, in which light.
#include "support/Patience.h"
#include "ui/review/ReadingHtml.h"
#include "ui/review/ReadingView.h"
#include "ui/widgets/Look.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

QString pageOf(const QString &words, int paragraphs)
{
    return u"<!doctype html><html><head><link rel=\"stylesheet\" href=\"reading.css\">"
           "<link rel=\"stylesheet\" href=\"brightness.css\"></head><body><article class=\"item\">%1</article></body>"
           "</html>"_s.arg((u"<p>"_s + words + u"</p>"_s).repeated(paragraphs));
}

} // namespace

class TestReadingView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ReadingView> m_view;

    QVariant evaluate(const QString &script)
    {
        QVariant result;
        bool isAnswered = false;
        m_view->findChild<QWebEngineView *>()->page()->runJavaScript(script, QWebEngineScript::ApplicationWorld,
                                                                     [&](const QVariant &value) {
                                                                         result = value;
                                                                         isAnswered = true;
                                                                     });
        return QTest::qWaitFor([&] { return isAnswered; }, longestWait) ? result : QVariant();
    }
    void show(const QString &html)
    {
        m_view->showHtml(html);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isShown(), longestWait);
    }

private slots:
    void init()
    {
        m_view =
            std::make_unique<ReadingView>([](MediaId, const std::function<void(const QString &)> &give) { give({}); });
        m_view->resize(600, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        applyLook(*qApp, Brightness::Light);
    }

    void anArticleBeginsAtItsTop()
    {
        show(pageOf(u"một"_s, 200));
        evaluate(u"window.scrollTo(0, 3000)"_s);
        QTRY_VERIFY(evaluate(u"document.scrollingElement.scrollTop"_s).toDouble() > 1000);
        show(pageOf(u"hai"_s, 200));
        QVERIFY(evaluate(u"document.body.textContent"_s).toString().startsWith(u"hai"_s));
        for (int look = 0; look < 5; ++look) { // Chromium may put it back somewhat later
            QCOMPARE(evaluate(u"document.scrollingElement.scrollTop"_s).toDouble(), 0.0);
            QTest::qWait(50);
        }
        // The same page again stays where it stood.
        evaluate(u"window.scrollTo(0, 3000)"_s);
        QTRY_VERIFY(evaluate(u"document.scrollingElement.scrollTop"_s).toDouble() > 1000);
        m_view->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isShown(), longestWait);
        QTRY_VERIFY(evaluate(u"document.scrollingElement.scrollTop"_s).toDouble() > 1000);
    }

    // Nobody reads one article under the title of another.
    void theArticleBeforeIsOutOfSightAtOnce()
    {
        show(pageOf(u"một"_s, 3));
        QTRY_VERIFY(!m_view->isCovered());
        m_view->showHtml(pageOf(u"hai"_s, 3));
        QVERIFY(m_view->isCovered());
        while (m_view->isCovered()) {
            QCOMPARE(m_view->grab().toImage().pixelColor(300, 200), m_view->palette().color(QPalette::Base));
            QTest::qWait(5);
        }
        QVERIFY(evaluate(u"document.body.textContent"_s).toString().startsWith(u"hai"_s));
    }

    // Chromium answers what is open when a page goes: to a view of which only the base is left it was a crash, now and
    // then.
    void aViewThatGoesHearsNoAnswers()
    {
        for (int round = 0; round < 20; ++round) {
            m_view->showHtml(pageOf(u"một"_s, 3));
            if (round % 2 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(m_view->isShown(), longestWait);
            m_view->resize(600 + round, 400); // it asks the page where it stands
            m_view.reset();
            init();
        }
    }

    // What covers the shade of an edge where a table goes no further has the ground of the sheet: on another it is seen
    // as a smudge.
    void aTableThatDoesNotScrollHasNoShadeAtItsEdges_data()
    {
        QTest::addColumn<Brightness>("brightness");
        QTest::newRow("light") << Brightness::Light;
        QTest::newRow("dark") << Brightness::Dark;
    }
    void aTableThatDoesNotScrollHasNoShadeAtItsEdges()
    {
        QFETCH(const Brightness, brightness);
        applyLook(*qApp, brightness);
        const auto back = qScopeGuard([] { applyLook(*qApp, Brightness::Light); });
        Content content;
        content.title = u"Bảng"_s;
        content.body =
            R"({"content":[{"content":[{"content":[{"content":[{"content":[{"text":"một","type":"text"}],"type":"paragraph"}],"type":"tableCell"}],"type":"tableRow"}],"type":"table"}],"type":"doc"})";
        const auto html = readingHtml(content, {});
        QVERIFY(html);
        show(*html);
        const QString grounds =
            u"(() => { const box = document.querySelector('.table-wrapper');"
            "const probe = document.createElement('i'); box.append(probe); probe.style.color = 'var(--paper)';"
            "const cover = getComputedStyle(probe).color; probe.remove();"
            "return cover === getComputedStyle(document.body).backgroundColor ? '' : cover; })()"_s;
        QTRY_COMPARE_WITH_TIMEOUT(evaluate(grounds).toString(), QString(), longestWait);
        QVERIFY(evaluate(u"document.querySelector('.table-wrapper') !== null"_s).toBool());
    }

    // What an approval is for has to be seen by who gives it: where links lead, what pictures are said to show, and
    // that either was changed.
    void whatReadersGetUnseenIsRead()
    {
        const auto written = [](const QString &address, const QString &alt, const QString &width) {
            Content content;
            content.title = u"Họp dân"_s;
            content.body =
                QString(
                    uR"({"content":[{"content":[{"text":"Xem ","type":"text"},{"marks":[{"attrs":{"href":"%1"},"type":"link"}],"text":"chinhphu.vn","type":"text"}],"type":"paragraph"},{"attrs":{"placement":"%3"},"content":[{"attrs":{"alt":"%2","media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0002"},"type":"figimage"},{"type":"figcaption"}],"type":"figure"}],"type":"doc"})"_s)
                    .arg(address, alt, width)
                    .toUtf8();
            return content;
        };
        const Content casino = written(u"https://casino.example.com/win"_s, u"Hai người bắt tay"_s, u"column"_s);
        const auto read = readingHtml(casino, {});
        QVERIFY(read);
        const auto words = [](QString html) {
            static const QRegularExpression tags(u"<span class=\"visually-hidden\">[^<]*</span>|<[^>]*>"_s);
            return html.remove(tags);
        };
        QVERIFY(words(*read).contains(u"chinhphu.vn →\u00a0https://casino.example.com/win"_s));
        QVERIFY(words(*read).contains(u"Alt text: Hai người bắt tay"_s));

        const auto difference =
            differenceHtml({.content = casino, .name = u"1"_s, .place = {}},
                           {.content = written(u"https://chinhphu-vn.example.net/a"_s, u"Hai người"_s, u"wide"_s),
                            .name = u"2"_s,
                            .place = {}});
        QVERIFY(difference);
        const QString changes = words(*difference);
        QVERIFY(changes.contains(u"→\u00a0https://casino.example.com/win https://chinhphu-vn.example.net/a"_s));
        QVERIFY(changes.contains(u"Alt text: "_s));
        QVERIFY(changes.contains(u"Picture width: as wide as the text wider than the text"_s));
    }

    void itDarkensWithTheRest()
    {
        applyLook(*qApp, Brightness::Light);
        show(pageOf(u"một"_s, 3));
        // Nothing while a page comes: that is no other colour.
        const auto ground = [this] {
            return evaluate(u"document.body ? getComputedStyle(document.body).color : ''"_s).toString();
        };
        const QString light = ground();
        for (int round = 0; round < 2; ++round) {
            applyLook(*qApp, Brightness::Dark);
            const auto isOther = [&](const QString &now) { return !now.isEmpty() && now != light; };
            QTRY_VERIFY_WITH_TIMEOUT(isOther(ground()), longestWait);
            applyLook(*qApp, Brightness::Light);
            QTRY_COMPARE_WITH_TIMEOUT(ground(), light, longestWait);
        }
    }
};

QTEST_MAIN(TestReadingView)
#include "tst_readingview.moc"
