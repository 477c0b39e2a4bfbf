// toasoan-bench-desk: a real desk pulls a newsroom from a real server, then its list of articles is opened, scrolled to
// the end, searched and filtered, as a person does it.
//   toasoan-bench-desk --server URL --login NAME --password TEXT --folder DIR
// Prints one JSON object a line: {"name": …, "value": …}; times in milliseconds.
#include "sync/Desk.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/widgets/Look.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

void print(const QString &name, double value)
{
    const QByteArray line =
        QJsonDocument(QJsonObject{{"name"_L1, name}, {"value"_L1, value}}).toJson(QJsonDocument::Compact);
    std::puts(line.constData());
    std::fflush(stdout);
}

double millisecondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

// Turns of the event loop until `isDone`; the longest that one took, or that passed between two.
template <typename Done>
double turnUntil(Done isDone)
{
    double longest = 0;
    QElapsedTimer turn;
    turn.start();
    QTimer awake; // a turn comes at least each millisecond, whether or not there is news
    awake.start(1);
    while (!isDone()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6);
        turn.start();
    }
    return longest;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

// Sees when rows have been painted.
class PaintWatcher : public QObject
{
public:
    explicit PaintWatcher(QTableView &table) : m_table(table) { table.viewport()->installEventFilter(this); }

    void forget() { m_rows = -1; }
    [[nodiscard]] bool hasPainted() const { return m_rows > 0; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { m_rows = m_table.model()->rowCount(); }); // when it is over
        return false;
    }

private:
    QTableView &m_table;
    int m_rows = -1;
};

int pull(Desk &desk, const QCommandLineParser &options)
{
    bool isDone = false;
    Result<void> outcome;
    int steps = 0;
    QElapsedTimer timer;
    timer.start();
    const auto counted = QObject::connect(&desk, &Desk::connectionChanged, [&steps] { ++steps; });
    double newest = 0; // until a list of articles has something to show
    const auto shown = QObject::connect(&desk, &Desk::articlesChanged, [&] {
        desk.list({}, {}, &desk, [&](const Result<ArticlePage> &page) {
            if (page && !page->lines.isEmpty() && newest == 0)
                newest = millisecondsOf(timer);
        });
    });
    desk.signIn(options.value(u"server"_s), options.value(u"login"_s), options.value(u"password"_s), &desk,
                [&](const Result<User> &user) {
                    if (!user) {
                        outcome = user.error();
                        isDone = true;
                        return;
                    }
                    desk.sync(&desk, [&](const Result<void> &synced) {
                        outcome = synced;
                        isDone = true;
                    });
                });
    const double longest = turnUntil([&] { return isDone; });
    QObject::disconnect(counted);
    QObject::disconnect(shown);
    if (!outcome) {
        std::fprintf(stderr, "the pull failed: %s\n", qPrintable(outcome.error().subject));
        return 1;
    }
    print(u"pull.newest.ms"_s, newest);
    print(u"pull.ms"_s, millisecondsOf(timer));
    print(u"pull.longestTurn.ms"_s, longest);
    print(u"pull.progressSteps"_s, steps);
    print(u"pull.memory.MB"_s, residentMegabytes());
    return 0;
}

void open(Desk &desk, std::unique_ptr<ArticlesPage> &page, std::unique_ptr<PaintWatcher> &watcher)
{
    QElapsedTimer timer;
    timer.start();
    page = std::make_unique<ArticlesPage>(desk);
    page->resize(1280, 800);
    watcher = std::make_unique<PaintWatcher>(*page->findChild<QTableView *>());
    page->show();
    turnUntil([&] { return page->model().phase() == ArticleListModel::Phase::Ready; });
    watcher->forget();
    turnUntil([&] { return watcher->hasPainted(); });
    print(u"list.open.ms"_s, millisecondsOf(timer));
    print(u"list.count"_s, double(page->model().count()));
}

void scroll(ArticlesPage &page)
{
    const ArticleListModel &model = page.model();
    QScrollBar &bar = *page.findChild<QTableView *>()->verticalScrollBar();
    std::vector<double> fetches;
    QElapsedTimer fetch; // runs while rows are on their way
    int rowsBefore = 0;
    QElapsedTimer whole;
    whole.start();
    const double longest = turnUntil([&] {
        if (fetch.isValid() && model.rowCount() > rowsBefore) {
            fetches.push_back(millisecondsOf(fetch));
            fetch.invalidate();
        }
        bar.setValue(bar.value() + bar.pageStep() / 3); // as fast as a wheel can be turned
        if (!fetch.isValid() && !model.canFetchMore({})) {
            fetch.start();
            rowsBefore = model.rowCount();
        }
        return model.rowCount() >= model.count() && bar.value() == bar.maximum();
    });
    std::ranges::sort(fetches);
    print(u"scroll.rows"_s, model.rowCount());
    print(u"scroll.whole.ms"_s, millisecondsOf(whole));
    print(u"scroll.longestTurn.ms"_s, longest);
    if (!fetches.empty()) {
        print(u"scroll.fetch.median.ms"_s, fetches[fetches.size() / 2]);
        print(u"scroll.fetch.worst.ms"_s, fetches.back());
    }
}

// From what the person does to the list that answers it.
template <typename Act>
void ask(ArticlesPage &page, PaintWatcher &watcher, const QString &name, Act act)
{
    bool isAnswered = false;
    const auto answered =
        QObject::connect(&page.model(), &QAbstractItemModel::modelReset, [&isAnswered] { isAnswered = true; });
    QElapsedTimer timer;
    timer.start();
    act();
    const double longest = turnUntil([&] { return isAnswered; });
    watcher.forget();
    page.findChild<QTableView *>()->viewport()->update();
    turnUntil([&] { return watcher.hasPainted() || page.model().rowCount() == 0; });
    print(name + u".ms"_s, millisecondsOf(timer));
    print(name + u".longestTurn.ms"_s, longest);
    print(name + u".count"_s, double(page.model().count()));
    QObject::disconnect(answered);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyLook(application);
    QCommandLineParser options;
    options.addOptions({{u"server"_s, u"Its address."_s, u"url"_s},
                        {u"login"_s, u"Whose desk."_s, u"name"_s},
                        {u"password"_s, u"His."_s, u"text"_s},
                        {u"folder"_s, u"Of the new desk."_s, u"folder"_s}});
    options.process(application);

    const SystemClock clock;
    SystemDice dice;
    Desk desk({.folder = options.value(u"folder"_s), .device = u"bench"_s, .makeTransport = {}}, clock, dice,
              std::make_unique<MemoryVault>());
    if (const int failed = pull(desk, options))
        return failed;

    std::unique_ptr<ArticlesPage> page;
    std::unique_ptr<PaintWatcher> watcher;
    open(desk, page, watcher);
    const auto search = [&](const QString &text) { return [&page, text] { page->setSearch(text); }; };
    ask(*page, *watcher, u"search.common"_s, search(u"triệu phong"_s));
    ask(*page, *watcher, u"search.rare"_s, search(u"tỷ đồng 777"_s));
    ask(*page, *watcher, u"search.cleared"_s, search(QString()));
    const auto filter = [&](State state) {
        return [&page, state] {
            for (QComboBox *box : page->findChildren<QComboBox *>()) {
                const int index = box->findData(int(state));
                if (box->count() != int(seenStates.size()) + 1)
                    continue;
                box->setCurrentIndex(index);
                emit box->activated(index);
            }
        };
    };
    ask(*page, *watcher, u"state.published"_s, filter(State::Published));
    ask(*page, *watcher, u"state.awaitingApproval"_s, filter(State::AwaitingApproval));
    page.reset();
    open(desk, page, watcher);
    scroll(*page);
    print(u"memory.MB"_s, residentMegabytes());
    return 0;
}
