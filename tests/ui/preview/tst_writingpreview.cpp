// The preview beside the writing page: real windows, a real page in Chromium.
#include "support/Patience.h"
#include "ui/articles/WritingFixture.h"
#include "ui/preview/PreviewSight.h"

#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>

using namespace toasoan;

namespace {

/// An article that is open for writing, and its preview.
struct Previewed : Opened
{
    explicit Previewed(const Content &content = sample(), State state = State::Draft) : Opened(content, state)
    {
        page->findChild<QPushButton *>(u"preview"_s)->click();
        window = previewWindow();
    }
    [[nodiscard]] PreviewView &view() const { return *window->view(); }

    QPointer<PreviewWindow> window;
};

Content withPicture()
{
    Content content = sample();
    content.body = R"({"content":[{"content":[
        {"attrs":{"alt":"Cầu mới","height":300,"media":"018af3a1-b2c3-7000-8000-000000000001","width":400},"type":"figimage"},
        {"content":[{"text":"Cầu mới","type":"text"}],"type":"figcaption"}],"type":"figure"}],"type":"doc"})";
    return content;
}

} // namespace

class TestWritingPreview : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setTheScene(); } // rows have sections too
    void init() { setTheScene(); }
    void cleanup() { QTRY_VERIFY(!previewWindow()); }

    void typingShowsUp()
    {
        Content content = sample();
        content.body = bodyWith("Sáng nay xã họp dân.");
        Previewed previewed(content);
        QVERIFY(previewed.isOpen && previewed.window);
        QTRY_VERIFY(previewed.view().isShown());
        QString text = pageText(previewed.view());
        QVERIFY2(text.contains(u"Sáng nay xã họp dân."_s), qPrintable(text));
        QVERIFY(text.contains(u"Tổng kết chín tháng"_s));
        QVERIFY(!previewed.window->isModal());
        QVERIFY(frameSays(*previewed.window, u"Not published yet"_s));

        // Kept as it stands: what is the same stays loaded, and scrolled to where it was.
        asked(previewed.view(), u"document.querySelector('.article-body').dataset.mark = 'here'"_s);
        previewed.title()->setFocus();
        QTest::keyClicks(previewed.title(), u" cua xa"_s);
        previewed.editor().put(bodyWith("Chiều nay xã họp dân."));
        QTRY_VERIFY(previewed.view().html().contains("Chiều nay xã họp dân."));
        QTRY_VERIFY(previewed.view().isShown());
        text = pageText(previewed.view());
        QVERIFY2(text.contains(u"Chiều nay xã họp dân."_s), qPrintable(text));
        QVERIFY2(text.contains(previewed.title()->toPlainText()), qPrintable(text));
        QVERIFY(previewed.window->windowTitle().contains(previewed.title()->toPlainText()));
        previewed.window->close();
    }

    void whatFollowsIsWhatWouldBeLoaded_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto paragraphs = [](const QByteArrayList &texts) {
            QByteArrayList list;
            for (const QByteArray &text : texts)
                list.append(R"({"content":[{"text":")" + text + R"(","type":"text"}],"type":"paragraph"})");
            return QByteArray(R"({"content":[)" + list.join(',') + R"(],"type":"doc"})");
        };
        const auto row = [&](const char *name, const QByteArrayList &before, const QByteArrayList &after) {
            QTest::newRow(name) << paragraphs(before) << paragraphs(after);
        };
        row("one more at the end", {"a", "b"}, {"a", "b", "c"});
        row("one more in front", {"a", "b"}, {"c", "a", "b"});
        row("one more between", {"a", "b"}, {"a", "c", "b"});
        row("one less", {"a", "b", "c"}, {"a", "c"});
        row("all others", {"a", "b", "c"}, {"d", "e"});
        row("twice the same", {"a"}, {"a", "a"});
        QTest::newRow("a paragraph becomes a list")
            << paragraphs({"a", "b"})
            << QByteArray(R"({"content":[{"content":[{"content":[{"content":[{"text":"b","type":"text"}],)"
                          R"("type":"paragraph"}],"type":"listItem"}],"type":"bulletList"}],"type":"doc"})");
        QTest::newRow("a picture") << paragraphs({"a"}) << withPicture().body;
    }
    void whatFollowsIsWhatWouldBeLoaded()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto maker = PreviewMaker::create();
        QVERIFY(maker);
        PreviewSubject subject{.article = {}, .content = sample(), .site = {}, .sections = DeskStage::sections};
        const auto pageOf = [&](const QByteArray &body) {
            subject.content.body = body;
            return maker->page(subject, fromMilliseconds(1'700'000'000'000)).valueOr(QByteArray());
        };
        const QString main = u"document.querySelector('main').outerHTML"_s;
        const auto nowhere = [](MediaId, const std::function<void(const QString &)> &give) { give({}); };

        PreviewView loaded(*maker, nowhere);
        loaded.resize(800, 600);
        loaded.show();
        loaded.showPage(pageOf(after));
        QTRY_VERIFY(loaded.isShown());
        const QString wanted = asked(loaded, main).toString();
        QVERIFY(wanted.size() > 100);

        loaded.showPage(pageOf(before));
        QTRY_VERIFY(loaded.isShown());
        QVERIFY(asked(loaded, main).toString() != wanted);
        loaded.showPage(pageOf(after));
        QTRY_VERIFY(loaded.isShown());
        QCOMPARE(asked(loaded, main).toString(), wanted);
    }

    void eachWidthIsThatOfItsScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1024, 700);
        QTest::newRow("large") << QSize(1600, 900);
        QTest::newRow("narrow") << QSize(767, 500);
        QTest::newRow("odd") << QSize(1111, 633);
    }
    void eachWidthIsThatOfItsScreen()
    {
        QFETCH(const QSize, size);
        Previewed previewed;
        QVERIFY(previewed.window);
        previewed.window->resize(size);
        auto *widths = previewed.window->findChild<QTabBar *>();
        const PreviewView &view = previewed.view();
        QTRY_VERIFY(view.isShown());
        for (const PreviewWidth width : {PreviewWidth::Phone, PreviewWidth::Desktop, PreviewWidth::Phone}) {
            widths->setCurrentIndex(int(width));
            QTRY_COMPARE(asked(view, u"innerWidth"_s).toInt(), PreviewView::widthOf(width));
            QTRY_VERIFY(asked(view, u"document.documentElement.scrollWidth <= innerWidth"_s).toBool());
            // All of it is in the window.
            QVERIFY(view.rect().contains(view.webView()->geometry()));
            QCOMPARE(qRound(PreviewView::widthOf(width) * view.webView()->zoomFactor()), view.webView()->width());
        }
        QTRY_COMPARE(asked(view, u"document.documentElement.clientWidth"_s).toInt(), 360); // no bar takes from a phone
        // The portal's script has folded its menu, as it does for readers.
        QCOMPARE(asked(view, u"document.documentElement.className"_s).toString(), u"js"_s);
        QVERIFY(asked(view, u"!document.querySelector('.menu-button').hidden"_s).toBool());
        press(view, u".menu-button"_s);
        QTRY_COMPARE(asked(view, u"document.querySelector('.menu').className"_s).toString(), u"menu is-unfolded"_s);
    }

    void linksSayWhereTheyLeadAndGoNowhere()
    {
        Content content = sample();
        content.tags = {u"giao thông"_s};
        content.body = R"({"content":[{"content":[{"marks":[{"attrs":{"href":"https://example.vn/a"},"type":"link"}],)"
                       R"("text":"Xem","type":"text"}],"type":"paragraph"}],"type":"doc"})";
        Previewed previewed(content);
        QVERIFY(previewed.window);
        previewed.window->resize(1300, 800);
        const PreviewView &view = previewed.view();
        QTRY_VERIFY(view.isShown());
        const auto pressed = [&](const QString &selector, const QString &words) {
            press(view, selector);
            QTRY_VERIFY(frameSays(*previewed.window, words));
        };
        pressed(u".article-body a"_s,
                u"do not open in the preview. On the portal this one leads to https://example.vn/a"_s);
        pressed(u".tags a"_s, u"this one leads to /tim-kiem?q=giao thông"_s);
        pressed(u".item-tools a[download]"_s, u"its address is known once it is published"_s);
        pressed(u".lockup"_s, u"this one leads to /"_s);
        QCOMPARE(asked(view, u"location.href"_s).toString(), u"toasoan://preview/item.html"_s);
        QVERIFY(view.isShown());
        QCOMPARE(view.requestGuard().refused(), 0); // nothing asked for a network, not even to be refused
        QCOMPARE(asked(view, u"document.cookie"_s).toString(), QString());
    }

    void hostileWordsStayWords()
    {
        Content content = sample();
        content.title = u"<script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"_s;
        content.body = bodyWith("<script>document.title='x'</script>");
        Previewed previewed(content);
        QVERIFY(previewed.window);
        QTRY_VERIFY(previewed.view().isShown());
        QVERIFY(pageText(previewed.view()).contains(content.title));
        QCOMPARE(asked(previewed.view(), u"document.querySelectorAll('main script, main img').length"_s).toInt(), 0);
        // Were there one all the same, by whatever way: it does not run.
        const QString planted =
            u"(() => { const s = document.createElement('img'); s.src = '/none.png';"
            "s.setAttribute('onerror', \"document.body.dataset.ran = 'yes'\");"
            "document.querySelector('main').append(s); const t = document.createElement('script');"
            "t.textContent = \"document.body.dataset.ran = 'yes'\"; document.body.append(t); })()"_s;
        asked(previewed.view(), planted);
        previewed.title()->setFocus();
        QTest::keyClicks(previewed.title(), u" a"_s);
        QTRY_VERIFY(previewed.view().html().contains(" a</h1>"));
        QTRY_VERIFY(previewed.view().isShown());
        QCOMPARE(asked(previewed.view(), u"document.body.dataset.ran ?? 'no'"_s).toString(), u"no"_s);
    }

    void aPictureThatIsNotHereHasASign()
    {
        Previewed previewed(withPicture());
        QVERIFY(previewed.window);
        QTRY_VERIFY(previewed.view().isShown());
        asked(previewed.view(), u"document.querySelector('figure').scrollIntoView()"_s);
        QTRY_COMPARE(previewed.view().missingPictures(), 1);
        QVERIFY(frameSays(*previewed.window, u"1 picture is not on this PC yet"_s)
                || frameSays(*previewed.window, u"1 picture(s) are not on this PC yet"_s));
        const QString loaded = u"document.querySelector('figure img').complete"
                               " && document.querySelector('figure img').naturalWidth"_s;
        QTRY_VERIFY(asked(previewed.view(), loaded).toInt() > 0);

        // It comes.
        const QTemporaryDir folder;
        previewed.stage().pictureFile = folder.filePath(u"cau.png"_s);
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QVERIFY(picture.save(previewed.stage().pictureFile));
        emit previewed.desk->pictureArrived({});
        QTRY_COMPARE(asked(previewed.view(), loaded).toInt(), 400);
        QTRY_COMPARE(previewed.view().missingPictures(), 0);
        QCOMPARE(previewed.view().requestGuard().refused(), 0);
    }

    // It is loaded again, and says so when that is of no use; a person may try once more.
    void whenItsProcessEndsThePageComesBack()
    {
        Previewed previewed;
        QVERIFY(previewed.window);
        QPushButton *again = nullptr;
        for (auto *button : previewed.window->findChildren<QPushButton *>()) {
            if (button->text() == u"Sh&ow it again"_s)
                again = button;
        }
        QVERIFY(again);
        PreviewView &view = previewed.view();
        QSignalSpy lost(&view, &PreviewView::lost);
        for (int time = 1; time <= 4; ++time) {
            QTRY_VERIFY(view.isShown());
            QVERIFY(pageText(view).contains(u"Tổng kết chín tháng"_s));
            QVERIFY(!again->isVisible());
            ::kill(pid_t(view.webView()->page()->renderProcessPid()), SIGKILL);
            QTRY_COMPARE(lost.count(), time);
        }
        QVERIFY(view.hasGivenUp());
        QVERIFY(again->isVisible());
        QVERIFY(frameSays(*previewed.window, u"The preview has stopped several times."_s));
        again->click();
        QTRY_VERIFY(view.isShown());
        QVERIFY(view.isVisible());
        QVERIFY(pageText(view).contains(u"Tổng kết chín tháng"_s));
    }

    void escapeGivesAllOfItBack()
    {
        Previewed previewed;
        QVERIFY(previewed.window);
        QTRY_VERIFY(previewed.view().isShown());
        const auto process = pid_t(previewed.view().webView()->page()->renderProcessPid());
        QVERIFY(process > 0);
        QWidget *focus = previewed.view().webView()->focusProxy();
        QTest::keyClick(focus ? focus : previewed.window, Qt::Key_Escape);
        QTRY_VERIFY(!previewed.window);
        QTRY_VERIFY(::kill(process, 0) != 0 && errno == ESRCH);
        // And once more.
        previewed.page->findChild<QPushButton *>(u"preview"_s)->click();
        QVERIFY(previewWindow());
        previewWindow()->close();
    }

    void aSecondPressBringsTheSameWindow()
    {
        Previewed previewed;
        QVERIFY(previewed.window);
        previewed.page->activateWindow();
        QTRY_VERIFY(previewed.page->isActiveWindow());
        previewed.title()->setFocus();
        QTest::keyClick(previewed.title(), Qt::Key_F2, Qt::ControlModifier);
        QCOMPARE(previewWindow(), previewed.window);
        QCOMPARE(previewed.page->window()->findChildren<PreviewWindow *>().size(), 1);
    }

    // A step that waits here has changed nothing for readers.
    void whatWaitsIsNotToldAsTakenDown()
    {
        Previewed previewed;
        QVERIFY(previewed.window);
        QTRY_VERIFY(frameSays(*previewed.window, u"Not published yet"_s));
        ArticleView &view = previewed.Opened::view();
        const Publication live{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        view.article.state = State::Unpublished;
        view.article.publication = live;
        view.article.publication->takenDownAt = fromMilliseconds(1'700'000'000'000);
        view.article.contentHash = contentHash(view.article.content);
        view.atServer = AtServer{.state = State::Published, .publication = live};
        emit previewed.desk->articleChanged(previewed.id);
        QTRY_VERIFY(frameSays(*previewed.window, u"Published"_s));
        view.atServer.reset();
        emit previewed.desk->articleChanged(previewed.id);
        QTRY_VERIFY(frameSays(*previewed.window, u"Taken down"_s));
        previewed.window->close();
    }

    void itGoesWithItsArticle_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"left", "another", "gone", "page hidden", "page deleted"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void itGoesWithItsArticle()
    {
        QFETCH(const QString, how);
        Previewed previewed;
        QVERIFY(previewed.window);
        QTRY_VERIFY(previewed.view().isShown());
        if (how == u"left"_s) {
            Left left;
            previewed.page->leave(left.callback());
        } else if (how == u"another"_s) {
            previewed.page->openNew();
        } else if (how == u"gone"_s) {
            previewed.Opened::view().isGone = true;
            emit previewed.desk->articleChanged(previewed.id);
        } else if (how == u"page hidden"_s) {
            previewed.page->hide();
        } else {
            previewed.page.reset();
        }
        QTRY_VERIFY(!previewed.window);
    }

    void itsWidthAndSizeAreRemembered()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        const auto noFile = [](MediaId, const std::function<void(const QString &)> &give) { give({}); };
        const auto now = [] { return fromMilliseconds(1'700'000'000'000); };
        {
            Preferences preferences;
            preferences.rememberIn(settings);
            PreviewWindow window(noFile, now, preferences, nullptr);
            window.show();
            window.findChild<QTabBar *>()->setCurrentIndex(int(PreviewWidth::Phone));
            window.resize(640, 512);
            QTRY_COMPARE(preferences.previewSize(), QSize(640, 512));
        }
        Preferences preferences;
        preferences.rememberIn(settings);
        QCOMPARE(preferences.previewWidth(), PreviewWidth::Phone);
        PreviewWindow window(noFile, now, preferences, nullptr);
        QCOMPARE(window.size(), QSize(640, 512).boundedTo(window.screen()->availableGeometry().size()));
        QCOMPARE(window.view()->pageWidth(), PreviewWidth::Phone);
        // A window that is too narrow for the page of a desktop becomes wide enough to read it.
        window.findChild<QTabBar *>()->setCurrentIndex(int(PreviewWidth::Desktop));
        QVERIFY(window.width() > 640);
    }
};

QTEST_MAIN(TestWritingPreview)
#include "tst_writingpreview.moc"
