// The process of an EditorView's page: when it is silent, hangs or ends, and how the text goes on in a new one.
#include "base/Log.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/PageWatch.h"
#include "ui/widgets/NoticeBar.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>

#include <csignal>

namespace toasoan {

namespace {

constexpr qint64 endsWindow = 60'000; // ms
constexpr std::size_t endsAllowed = 3; // within that window; then the person decides

qint64 monotonicMilliseconds()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

} // namespace

void EditorView::sayOfPage(const QString &text, const QString &action)
{
    m_pageNotice = text;
    m_notice->showNotice(NoticeBar::Kind::Warning, text, action);
}

void EditorView::fallSilent()
{
    writeLog(LogLevel::Warning, "editor.silent");
    sayOfPage(tr("The editor does not answer. What was typed before is kept; what is typed now may be lost. "
                 "It is started again soon."),
              tr("Start it again"));
}

// What it has not sent is lost with it; the rest goes on in a new one (processEnded()).
void EditorView::endProcess()
{
    const qint64 process = m_page->renderProcessPid();
    // Never another's: a number that is no page's process any more may have been given to somebody else.
    QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(process));
    const bool isPage =
        process > 0 && commandLine.open(QIODevice::ReadOnly) && commandLine.readAll().contains("QtWebEngineProcess");
    writeLog(LogLevel::Error, "editor.hung", {{QStringLiteral("ended"), isPage}});
    if (!isPage)
        return;
    m_isHung = true;
    ::kill(pid_t(process), SIGKILL);
}

void EditorView::processEnded()
{
    const bool hasHung = std::exchange(m_isHung, false);
    m_watch->stop();
    m_ready = false;
    m_restoring = true;
    replaceWithoutPage();
    const auto waiting = m_flushes.keys();
    for (const int request : waiting)
        finishFlush(request, Flushed::TimedOut);
    m_toolBar->setState({});

    const qint64 now = monotonicMilliseconds();
    std::erase_if(m_ends, [now](qint64 end) { return now - end > endsWindow; });
    m_ends.push_back(now);
    writeLog(LogLevel::Error, "editor.processEnded", {{QStringLiteral("lately"), static_cast<int>(m_ends.size())}});
    if (m_ends.size() > endsAllowed) {
        sayOfPage(tr("The editor stopped several times. The text is kept as it was written."), tr("Start it again"));
        return;
    }
    sayOfPage(
        hasHung && m_heardAt.isValid()
            ? tr("The editor did not answer and was started again with the text as it was at %1. What was typed after "
                 "that is missing; please check.")
                  .arg(QLocale().toString(m_heardAt.time(), QStringLiteral("HH:mm:ss")))
            : tr("The editor stopped and was started again. The text is as it was; please check the last "
                 "word you typed."));
    // Not from within Chromium's own report of the end.
    QTimer::singleShot(0, this, [this] {
        m_page->load(EditorPage::address());
        emit recovered();
    });
}

} // namespace toasoan
