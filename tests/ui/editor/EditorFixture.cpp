#include "EditorFixture.h"

#include "support/Patience.h"
#include "ui/editor/EditorWebView.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QWebEnginePage>

#include <optional>

namespace toasoan {

namespace {

// Waits for a callback in an event loop: a busy wait would starve Chromium.
template <typename Start>
bool waitFor(const Start &start)
{
    QEventLoop loop;
    bool done = false;
    start([&] {
        done = true;
        loop.quit();
    });
    if (!done) {
        QTimer::singleShot(longestWait, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return done;
}

} // namespace

EditorFixture::EditorFixture()
{
    view.resize(1000, 800);
    view.show();
    view.activateWindow();
}

bool EditorFixture::open(const QByteArray &documentJson)
{
    QSignalSpy opened(&view, &EditorView::opened);
    view.open(documentJson);
    if (!opened.wait(longestWait))
        return false;
    view.activateWindow(); // after a dialog nobody else does: there is no window manager
    view.webView()->setFocus();
    return QTest::qWaitForWindowActive(&view, longestWait);
}

QByteArray EditorFixture::flushed()
{
    // The view gives its page two seconds, which may be too few on a busy machine: it is asked again.
    for (QDeadlineTimer deadline(longestWait); !deadline.hasExpired();) {
        QByteArray json;
        std::optional<EditorView::Flushed> outcome;
        waitFor([&](const auto &finished) {
            view.flush([&json, &outcome, finished](const QByteArray &documentJson, EditorView::Flushed how) {
                json = documentJson;
                outcome = how;
                finished();
            });
        });
        if (outcome == EditorView::Flushed::Acknowledged)
            return json;
        if (outcome != EditorView::Flushed::TimedOut)
            break;
    }
    return {};
}

QVariant EditorFixture::evaluate(const QString &script)
{
    QVariant value;
    waitFor([&](const auto &finished) {
        view.webView()->page()->runJavaScript(script, [&value, finished](const QVariant &result) {
            value = result;
            finished();
        });
    });
    return value;
}

void EditorFixture::placeCaret(const QString &selector, int offset)
{
    selectIn(selector, offset, offset);
}

void EditorFixture::selectIn(const QString &selector, int from, int to)
{
    // The editor puts its own selection back 20 ms after the focus came to it, and for 200 ms takes a caret at the
    // beginning, where nobody clicked, for one that the browser put there. That is over when a timer is that began
    // later and takes longer.
    evaluate(QStringLiteral(R"js((() => {
        window.hasSettled = false;
        document.querySelector('.article-body').focus();
        setTimeout(() => { window.hasSettled = true; }, %1);
    })())js")
                 .arg(to == 0 ? 210 : 30));
    QVERIFY(QTest::qWaitFor([this] { return evaluate(QStringLiteral("window.hasSettled")).toBool(); }, longestWait));
    evaluate(QStringLiteral(R"js((() => {
        const root = document.querySelector('.article-body');
        const walker = document.createTreeWalker(root.querySelector('%1'), NodeFilter.SHOW_TEXT);
        const find = (offset) => {
            walker.currentNode = walker.root;
            let node = walker.nextNode();
            while (node && offset > node.length) { offset -= node.length; node = walker.nextNode(); }
            return node ? [node, offset] : [walker.root, 0];
        };
        const [a, b] = [find(%2), find(%3)];
        getSelection().setBaseAndExtent(...a, ...b);
        return getSelection().toString();
    })())js")
                 .arg(selector)
                 .arg(from)
                 .arg(to));
    // The page hears of the selection by an event of its own; its next turn is after that.
    evaluate(QStringLiteral("0"));
}

void EditorFixture::type(const QString &text)
{
    QWidget *page = view.webView()->focusProxy();
    for (const QChar &character : text) {
        if (character.unicode() < 0x80) {
            QTest::keyClick(page, static_cast<char>(character.unicode()));
        } else { // as an input method delivers it
            QInputMethodEvent event;
            event.setCommitString(QString(character));
            QCoreApplication::sendEvent(page, &event);
        }
    }
}

void EditorFixture::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(view.webView()->focusProxy(), key, modifiers);
    evaluate(QStringLiteral("0")); // a key may move the focus, and an input method follows the focus with a delay
}

void EditorFixture::paste(const QString &html, const QString &text)
{
    auto *data = new QMimeData;
    if (!html.isEmpty())
        data->setHtml(html);
    data->setText(text);
    QGuiApplication::clipboard()->setMimeData(data);
    view.webView()->page()->triggerAction(QWebEnginePage::Paste);
    evaluate(QStringLiteral("0"));
}

QByteArray documentOf(const QByteArray &blocks)
{
    return "{\"content\":[" + blocks + "],\"type\":\"doc\"}";
}

QByteArray paragraph(const QString &text)
{
    return textBlock({}, {{text, {}}});
}

QByteArray textBlock(const QJsonObject &attributes, const QList<MarkedText> &texts)
{
    QJsonArray content;
    for (const MarkedText &each : texts) {
        QJsonObject piece{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), each.text}};
        QJsonArray marks;
        for (const QString &mark : each.marks)
            marks.append(QJsonObject{{QStringLiteral("type"), mark}});
        if (!marks.isEmpty())
            piece.insert(QStringLiteral("marks"), marks);
        content.append(piece);
    }
    QJsonObject block{{QStringLiteral("type"), QStringLiteral("paragraph")}, {QStringLiteral("content"), content}};
    if (!attributes.isEmpty())
        block.insert(QStringLiteral("attrs"), attributes);
    return QJsonDocument(block).toJson(QJsonDocument::Compact);
}

QByteArray cell(const char *type, const QByteArray &text)
{
    const QByteArray content =
        text.isEmpty() ? QByteArray("{\"type\":\"paragraph\"}") : paragraph(QString::fromUtf8(text));
    return "{\"content\":[" + content + "],\"type\":\"" + type + "\"}";
}

QString fixtureText(const QString &name)
{
    QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/ui/editor/fixtures/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

QByteArray fixtureJson(const QString &name)
{
    return QJsonDocument::fromJson(fixtureText(name).toUtf8()).toJson(QJsonDocument::Compact);
}

} // namespace toasoan
