// How long a key takes from the desk to the page, and what was typed from the key to the desk:
//   toasoan-editor-bench [KEYS] [KIB …]     KEYS: 500; KIB: sizes of the document, 25 200
// Prints one line for each size: milliseconds at the median, the 99th percentile and the worst.
//   key   from the key event in the widget to the page's input event
//   frame from the key event to the frame that shows it (the display's own 16 ms included)
//   desk  from the key event to documentJson() having it (at most 80 ms of waiting included)
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"

#include <QApplication>
#include <QEventLoop>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <QWebEnginePage>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace toasoan;

namespace {

// The page's performance.timeOrigin + performance.now() is on the same clock.
double wallMilliseconds()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<double>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()) / 1000.0;
}

QByteArray documentOfSize(int bytes)
{
    const QByteArray words = "Ban Biên tập Cổng thông tin điện tử huyện thường xuyên cập nhật tin, bài, phóng sự; ";
    QByteArray blocks;
    while (blocks.size() < bytes)
        blocks += (blocks.isEmpty() ? "" : ",") + QByteArray("{\"content\":[{\"text\":\"") + words.repeated(5).trimmed()
            + "\",\"type\":\"text\"}],\"type\":\"paragraph\"}";
    return "{\"content\":[" + blocks + "],\"type\":\"doc\"}";
}

QVariant evaluate(EditorView &view, const QString &script)
{
    QEventLoop loop;
    QVariant value;
    view.webView()->page()->runJavaScript(script, [&](const QVariant &result) {
        value = result;
        loop.quit();
    });
    loop.exec();
    return value;
}

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

QString summary(std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return QStringLiteral("%1 / %2 / %3").arg(at(0.5), 6, 'f', 1).arg(at(0.99), 6, 'f', 1).arg(at(1.0), 6, 'f', 1);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = application.arguments();
    const int keys = arguments.value(1, QStringLiteral("500")).toInt();
    QStringList sizes = arguments.mid(2);
    if (sizes.isEmpty())
        sizes = {QStringLiteral("25"), QStringLiteral("200")};

    EditorView view;
    view.resize(1100, 850);
    view.show();
    out << "document      key (p50 / p99 / max)      frame                      desk\n";
    for (const QString &size : sizes) {
        QEventLoop opening;
        QObject::connect(&view, &EditorView::opened, &opening, &QEventLoop::quit);
        view.open(documentOfSize(size.toInt() * 1024));
        opening.exec();
        view.activateWindow();
        view.webView()->setFocus();
        evaluate(view, QStringLiteral(R"js((() => {
            const root = document.querySelector('.article-body');
            root.focus();
            getSelection().collapse(root.children[root.children.length >> 1].firstChild, 3);
            window.keyTimes = [];
            window.frameTimes = [];
            const now = () => performance.timeOrigin + performance.now();
            if (!window.measured) root.addEventListener('input', () => {
                keyTimes.push(now());
                requestAnimationFrame(() => setTimeout(() => frameTimes.push(now()), 0));
            });
            window.measured = true;
            return 0;
        })())js"));

        std::vector<double> pressed;
        std::vector<double> desk;
        qsizetype counted = 0;
        const auto connection = QObject::connect(&view, &EditorView::edited, [&] {
            const double now = wallMilliseconds();
            for (; counted < static_cast<qsizetype>(pressed.size()); ++counted)
                desk.push_back(now - pressed[static_cast<std::size_t>(counted)]);
        });
        for (int i = 0; i < keys; ++i) {
            pressed.push_back(wallMilliseconds());
            QTest::keyClick(view.webView()->focusProxy(), 'a');
            pause(35 + i % 17); // a fast typist
        }
        pause(500);
        QObject::disconnect(connection);
        const auto differences = [&](const QString &name) {
            const QVariantList reached = evaluate(view, name).toList();
            std::vector<double> times;
            for (qsizetype i = 0; i < std::min<qsizetype>(reached.size(), keys); ++i)
                times.push_back(reached[i].toDouble() - pressed[static_cast<std::size_t>(i)]);
            return times;
        };
        const auto key = differences(QStringLiteral("keyTimes"));
        const auto frame = differences(QStringLiteral("frameTimes"));
        if (key.size() != static_cast<std::size_t>(keys) || frame.empty() || desk.empty()) {
            out << "lost keys: " << key.size() << " of " << keys << "\n";
            return 1;
        }
        out << size.rightJustified(5) << " KiB    " << summary(key) << "   " << summary(frame) << "   " << summary(desk)
            << "\n";
        out.flush();
    }
    return 0;
}
