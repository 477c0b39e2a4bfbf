#include "ui/review/ReadingView.h"

#include "base/Log.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorWebView.h"
#include "ui/widgets/Look.h"

#include <QDeadlineTimer>
#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineScript>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestJob>

#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int endsAllowed = 3; // a page that ends its process each time is not tried for ever
const QUrl pageAddress(u"toasoan://reading/item.html"_s);

class ReadingPage final : public QWebEnginePage
{
public:
    explicit ReadingPage(QWebEngineProfile *profile) : QWebEnginePage(profile)
    {
        confine(*this);
        settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, false);
    }

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override
    {
        if (isMainFrame && url.matches(pageAddress, QUrl::RemoveFragment))
            return true;
        if (type == NavigationTypeLinkClicked && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1))
            QDesktopServices::openUrl(url);
        return false;
    }
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }
};

} // namespace

/// toasoan://reading/…: the page, its style sheets, its type.
class ReadingFiles final : public QWebEngineUrlSchemeHandler
{
public:
    void setPage(const QByteArray &html)
    {
        m_html = html;
        m_isPageGiven = false;
    }
    void setDark(bool isDark) { m_isDark = isDark; }
    [[nodiscard]] bool isPageGiven() const { return m_isPageGiven; }

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        const QUrl url = job->requestUrl();
        const QString name = url.fileName();
        if (url.host() != pageAddress.host()) {
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        } else if (url.path() == pageAddress.path()) {
            m_isPageGiven = true;
            answer(job, "text/html;charset=utf-8", m_html);
        } else if (url.path() == "/brightness.css"_L1 && !m_isDark) {
            answer(job, "text/css", {}); // the portal's own colours
        } else {
            const bool isFont = url.path() == u"/font/"_s + name;
            QFile file((isFont ? u":/desk/fonts/"_s : u":/review/"_s) + name);
            if ((isFont || url.path() == u'/' + name) && file.open(QIODevice::ReadOnly))
                answer(job, isFont ? "font/ttf" : "text/css", file.readAll());
            else
                job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        }
    }

private:
    QByteArray m_html;
    bool m_isPageGiven = false;
    bool m_isDark = false;
};

ReadingView::ReadingView(PictureFile pictureFile, QWidget *parent) : QWidget(parent), m_stay(new QTimer(this))
{
    m_stay->setSingleShot(true);
    m_stay->setInterval(ReadStretches::stay + std::chrono::milliseconds(20));
    connect(m_stay, &QTimer::timeout, this, &ReadingView::measure);
    registerEditorSchemes();
    m_guard = std::make_unique<RequestGuard>();
    m_pictures = std::make_unique<EditorPictures>();
    m_files = std::make_unique<ReadingFiles>();
    m_profile = std::make_unique<QWebEngineProfile>();
    m_profile->setUrlRequestInterceptor(m_guard.get());
    m_profile->installUrlSchemeHandler("toasoan", m_files.get());
    m_profile->installUrlSchemeHandler("media", m_pictures.get());
    m_pictures->setSource(pictureSourceOf(
        [this, pictureFile = std::move(pictureFile)](const Uuid &media, std::function<void(const QString &)> give) {
            pictureFile(MediaId{media}, [guard = QPointer(this), media, give = std::move(give)](const QString &file) {
                if (guard && file.isEmpty())
                    guard->m_missing.insert(media);
                give(file);
            });
        }));
    m_page = std::make_unique<ReadingPage>(m_profile.get());
    m_view = new EditorWebView(this);
    m_view->setAcceptsFiles(false);
    m_view->setPage(m_page.get());
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    connect(m_view, &EditorWebView::zoomWanted, this, &ReadingView::zoomWanted);
    showBrightness();
    m_view->setAccessibleName(tr("The article as it will be read"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, [this](bool isGood) {
        if (!isGood || !m_files->isPageGiven()) // the end of an earlier page is no news of this one
            return;
        m_isShown = true;
        emit shown();
        measure();
    });
    connect(m_page.get(), &QWebEnginePage::scrollPositionChanged, this, &ReadingView::measure);
    connect(m_page.get(), &QWebEnginePage::contentsSizeChanged, this, &ReadingView::measure);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &ReadingView::processEnded);
}

ReadingView::~ReadingView()
{
    m_page->disconnect(this); // nothing calls back into a widget that is half gone
    delete m_view; // before its page
}

void ReadingView::showHtml(const QString &html)
{
    m_html = html;
    m_isShown = false;
    m_isReadToEnd = false;
    m_read.clear();
    m_seen = {};
    ++m_load;
    m_ends = 0;
    m_missing.clear();
    m_undrawn = 0;
    m_files->setPage(html.toUtf8());
    m_page->load(pageAddress);
}

// Asked of the page itself, which knows its own size now; what the view was last told may be the size of another page.
// The page's own scripts stay off: this one runs in a world of its own.
void ReadingView::measure()
{
    if (!m_isShown || m_isReadToEnd || !isVisible() || !m_missing.empty())
        return;
    static const QString question = uR"((() => {
        const page = document.scrollingElement;
        const undrawn = [...document.images].filter(each => !each.complete || each.naturalWidth === 0).length;
        return [page.scrollTop, page.clientHeight, page.scrollHeight, undrawn];
    })())"_s;
    const auto hear = [this, guard = QPointer(this), load = m_load](const QVariant &answer) {
        const QVariantList facts = answer.toList();
        if (!guard || load != m_load || !m_isShown || m_isReadToEnd || !m_missing.empty() || facts.size() != 4)
            return;
        const int undrawn = facts[3].toInt();
        if (std::exchange(m_undrawn, undrawn) != undrawn)
            emit undrawnChanged();
        if (undrawn > 0)
            return;
        take(facts[0].toDouble(), facts[1].toDouble(), facts[2].toDouble());
    };
    m_page->runJavaScript(question, QWebEngineScript::ApplicationWorld, hear);
}

// What fits is read at once. The rest passes by: by keys, wheel or the bar, in whichever order.
void ReadingView::take(double top, double height, double all)
{
    constexpr double line = 40; // that may be missed at an edge
    if (all <= 0)
        return;
    const auto now = std::chrono::milliseconds(QDeadlineTimer::current().deadline());
    m_read.see(now, top / all, (top + height) / all);
    m_isReadToEnd = all <= height + line || m_read.isWhole(line / all);
    if (m_isReadToEnd)
        emit readToEnd();
    else if (const std::array seen{top, height, all}; std::exchange(m_seen, seen) != seen)
        m_stay->start();
}

void ReadingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    measure();
}

void ReadingView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    measure();
}

bool ReadingView::hasGivenUp() const
{
    return m_ends > endsAllowed;
}

void ReadingView::processEnded()
{
    m_isShown = false;
    m_files->setPage(m_html.toUtf8());
    ++m_ends;
    writeLog(LogLevel::Error, "reading.processEnded", {{u"times"_s, m_ends}});
    emit lost();
    if (!hasGivenUp()) // not from within Chromium's own report of the end
        QTimer::singleShot(0, this, [this] { m_page->load(pageAddress); });
}

void ReadingView::setZoom(int percent)
{
    m_view->setZoomFactor(percent / 100.0);
}

void ReadingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_isDark != isDark(QGuiApplication::palette())) {
        showBrightness();
        refresh();
    }
}

// The page links to a style sheet that is another in the dark; what the page says stays the same.
void ReadingView::showBrightness()
{
    m_isDark = isDark(QGuiApplication::palette());
    m_files->setDark(m_isDark);
    m_page->setBackgroundColor(paperColour(QGuiApplication::palette()));
}

void ReadingView::refresh()
{
    m_missing.clear(); // all are asked for again
    m_undrawn = 0;
    m_isShown = false;
    if (!m_html.isEmpty())
        m_page->triggerAction(QWebEnginePage::Reload);
}

} // namespace toasoan
