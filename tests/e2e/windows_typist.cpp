// Somebody who types and types, for tst_windows, which kills him: a real desk and the real window in a process of their
// own. Each key is told on the standard output, with the time, as soon as the window has it.
#include "e2e/Station.h"

#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/widgets/GrowingTextEdit.h"

#include <QApplication>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <cstdio>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// A PC whose window is drawn by a processor that others use too: each drawing holds the window's thread up.
class SlowDrawing : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        constexpr unsigned long once = 70; // ms
        if (event->type() == QEvent::UpdateRequest && watched->isWidgetType())
            QThread::msleep(once);
        return false;
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments(); // FOLDER SERVER LOGIN PASSWORD title|body|slow body
    if (arguments.size() != 6)
        return 2;
    test::Station station(arguments.at(1));
    station.signIn(arguments.at(2), arguments.at(3), arguments.at(4));
    station.workstation.newArticle();
    std::printf("article %s\n", qPrintable(station.workstation.writingPage().article().toText()));
    const bool isBody = arguments.at(5) != u"title"_s;
    SlowDrawing drawing;
    if (isBody) {
        if (!station.waitForBody())
            return 3;
        station.editor().setFocus();
    }
    if (arguments.at(5) == u"slow body"_s)
        application.installEventFilter(&drawing);

    // Words of four letters, told apart by their number: what is missing shows which.
    int count = 0;
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &station.window, [&] {
        const QString word = QString::number(1000 + count++) + u' ';
        if (isBody)
            station.typeIntoBody(word);
        else
            test::typeInto(station.titleField(), word);
        using namespace std::chrono;
        std::printf(
            "%d %lld\n", count, // steady_clock is the same in all processes of a machine
            static_cast<long long>(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()));
        std::fflush(stdout);
    });
    keys.start(30);
    return QApplication::exec();
}
