// How long a key takes from the desk to the page, and what was typed from the key to the desk, while a desk pulls a
// newsroom from a server:
//   toasoan-bench-editor [--keys 500] [--sizes 25,200] [--server URL --login NAME --password TEXT --folder DIR]
// Without a server nothing is pulled. Prints one JSON object for each size of the document (in KiB), with milliseconds
// at the median, the 99th percentile and the worst, and how much of the time a pull was under way:
//   key   from the key event in the widget to the page's input event
//   frame from the key event to the frame that shows it (the display's own 16 ms included)
//   desk  from the key event to documentJson() having it (at most 80 ms of waiting included)
#include "sync/Desk.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <QWebEnginePage>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace toasoan;
using namespace Qt::StringLiterals;

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

QJsonArray summary(std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {at(0.5), at(0.99), at(1.0)};
}

// A new desk pulls everything; when it has, the next one does, so that a sync is always under way.
class EndlessPull
{
public:
    explicit EndlessPull(const QCommandLineParser &options) : m_options(options) { }

    bool begin()
    {
        if (!m_options.isSet(u"server"_s))
            return true;
        const QString folder = m_options.value(u"folder"_s) + u"/%1"_s.arg(++m_desks);
        m_desk = std::make_unique<Desk>(DeskOptions{.folder = folder, .device = u"bench"_s, .makeTransport = {}},
                                        m_clock, m_dice, std::make_unique<MemoryVault>());
        QEventLoop signingIn;
        bool isIn = false;
        m_desk->signIn(m_options.value(u"server"_s), m_options.value(u"login"_s), m_options.value(u"password"_s),
                       m_desk.get(), [&](const Result<User> &user) {
                           isIn = user.ok();
                           signingIn.quit();
                       });
        signingIn.exec();
        m_isPulling = isIn;
        if (isIn)
            m_desk->sync(m_desk.get(), [this](const Result<void> &) { m_isPulling = false; });
        return isIn;
    }
    /// Asked with each key: whether a pull is under way; if it has ended, the next begins.
    bool goOn()
    {
        if (m_isPulling || !m_desk)
            return m_isPulling;
        m_desk.reset();
        begin();
        return false;
    }

private:
    const QCommandLineParser &m_options;
    SystemClock m_clock;
    SystemDice m_dice;
    std::unique_ptr<Desk> m_desk;
    int m_desks = 0;
    bool m_isPulling = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    QCommandLineParser options;
    options.addOptions({{u"keys"_s, u"How many are pressed."_s, u"number"_s, u"500"_s},
                        {u"sizes"_s, u"Of documents, in KiB."_s, u"numbers"_s, u"25,200"_s},
                        {u"server"_s, u"To pull from."_s, u"url"_s},
                        {u"login"_s, u"Whose desk."_s, u"name"_s},
                        {u"password"_s, u"His."_s, u"text"_s},
                        {u"folder"_s, u"For the desks."_s, u"folder"_s}});
    options.process(application);
    const int keys = options.value(u"keys"_s).toInt();
    const QStringList sizes = options.value(u"sizes"_s).split(u',');

    EndlessPull pull(options);
    if (!pull.begin()) {
        out << "the desk cannot sign in\n";
        return 1;
    }
    EditorView view;
    view.resize(1100, 850);
    view.show();
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
        int keysInPull = 0;
        for (int i = 0; i < keys; ++i) {
            keysInPull += pull.goOn() ? 1 : 0;
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
        const QJsonObject line{{"name"_L1, u"key"_s},      {"KiB"_L1, size.toInt()},
                               {"key"_L1, summary(key)},   {"frame"_L1, summary(frame)},
                               {"desk"_L1, summary(desk)}, {"keysInPull"_L1, double(keysInPull) / keys}};
        out << QJsonDocument(line).toJson(QJsonDocument::Compact) << "\n";
        out.flush();
    }
    return 0;
}
