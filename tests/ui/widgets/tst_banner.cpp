// What is said over a page, and how it goes.
#include "support/Patience.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Look.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// A banner over a page whose button slides up when the banner goes.
struct Page
{
    Page()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(banner);
        layout->addWidget(below);
        layout->addStretch(1);
        QObject::connect(below, &QPushButton::clicked, &window, [this] { ++pressed; });
        window.resize(700, 300);
    }
    /// The second half of a double click, at this place of the window: Qt gives it to what stands there by then.
    void clickAgain(const QPoint &at)
    {
        QWidget *under = window.childAt(at);
        const QPointF place = under->mapFrom(&window, at);
        const QPointF global = window.mapToGlobal(at);
        for (const auto type : {QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
            QMouseEvent event(type, place, global, Qt::LeftButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(under, &event);
        }
    }

    QWidget window;
    Banner *banner = new Banner(&window);
    QPushButton *below = new QPushButton(u"Preview"_s, &window);
    int pressed = 0;
};

} // namespace

class TestBanner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), Brightness::Light); }

    // Between the press of a letter and its click the banner says something else, with the same buttons or with others.
    void aPressedButtonDoesWhatItSaidOrNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QString>("done");
        QTest::newRow("said again") << u"one"_s << QStringList{u"&Open"_s, u"&Settle"_s} << u"one &Settle"_s;
        QTest::newRow("the same buttons, of another thing")
            << u"two"_s << QStringList{u"&Open"_s, u"&Settle"_s} << QString();
        QTest::newRow("other buttons") << u"one"_s << QStringList{u"&Keep"_s, u"&Discard"_s} << QString();
        QTest::newRow("no button") << u"one"_s << QStringList() << QString();
    }
    void aPressedButtonDoesWhatItSaidOrNothing()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, labels);
        QFETCH(QString, done);
        Page page;
        QString what;
        const auto say = [&](const QString &said, const QStringList &buttons) {
            std::vector<BannerAction> actions;
            for (const QString &label : buttons)
                actions.push_back({label, [&what, said, label] { what = said + u' ' + label; }});
            page.banner->showBanner(Tone::Warning, said, actions);
        };
        say(u"one"_s, {u"&Open"_s, u"&Settle"_s});
        page.window.show();
        page.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page.window, longestWait));
        QTest::keyClick(&page.window, Qt::Key_S, Qt::AltModifier);
        QVERIFY(page.banner->findChildren<QPushButton *>().at(1)->isDown());
        say(text, labels);
        if (!done.isEmpty())
            QTRY_COMPARE(what, done);
        QTest::qWait(300); // Qt clicks 100 ms after the letter
        QCOMPARE(what, done);
    }

    void theSecondHalfOfADoubleClickPressesNothingThatSlidUp()
    {
        Page page;
        page.below->setFixedSize(680, 80); // wherever the pointer is
        page.banner->showBanner(Tone::Good, u"Đã duyệt."_s, {{u"Close"_s, [&page] { page.banner->hide(); }}});
        page.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page.window, longestWait));
        auto *close = page.banner->findChild<QPushButton *>();
        const QPoint at = close->mapTo(&page.window, close->rect().center());
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(page.banner->isHidden());
        QTRY_COMPARE(page.window.childAt(at), page.below);
        page.clickAgain(at);
        QCOMPARE(page.pressed, 0);
        QTest::qWait(QApplication::doubleClickInterval() + 100);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page.clickAgain(at); // of another double click, which began on it
        QCOMPARE(page.pressed, 1);
    }

    // Who steps from place to place presses one button fast.
    void aButtonThatStaysCanBePressedFast()
    {
        Page page;
        int pressed = 0;
        page.banner->showBanner(Tone::Warning, u"Chọn."_s, {{u"Next"_s, [&pressed] { ++pressed; }}});
        page.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page.window, longestWait));
        auto *next = page.banner->findChild<QPushButton *>();
        QTest::mouseClick(next, Qt::LeftButton);
        page.clickAgain(next->mapTo(&page.window, next->rect().center()));
        QCOMPARE(pressed, 2);
    }

    void theIconStandsBesideItsLine_data()
    {
        QTest::addColumn<int>("buttons");
        QTest::newRow("alone") << 0;
        QTest::newRow("with a button") << 1;
        QTest::newRow("with more than have room beside it") << 12;
    }
    void theIconStandsBesideItsLine()
    {
        QFETCH(const int, buttons);
        Page page;
        const auto middlesAreApart = [&page] {
            const auto labels = page.banner->findChildren<QLabel *>();
            const QLabel *icon = labels.at(0)->pixmap().isNull() ? labels.at(1) : labels.at(0);
            const QLabel *text = icon == labels.at(0) ? labels.at(1) : labels.at(0);
            const QFontMetrics metrics(text->font());
            const int lines = text->heightForWidth(text->width()) / metrics.lineSpacing();
            const bool isAtTop = text->alignment() & Qt::AlignTop;
            const int top = text->y() + (isAtTop ? 0 : (text->height() - lines * metrics.lineSpacing()) / 2);
            return qAbs(icon->geometry().center().y() - (top + metrics.lineSpacing() / 2));
        };
        const std::vector<BannerAction> actions(buttons, BannerAction{u"Đọc bản mới"_s, [] {}});
        page.banner->showBanner(Tone::Warning, u"Bài này còn chờ."_s, actions);
        page.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page.window, longestWait));
        QTRY_VERIFY2(middlesAreApart() <= 2, qPrintable(QString::number(middlesAreApart())));
        page.banner->showBanner(Tone::Warning, QStringList(40, u"Bài này còn chờ."_s).join(u' '), actions);
        QTRY_VERIFY2(middlesAreApart() <= 4, qPrintable(QString::number(middlesAreApart())));
    }
};

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
