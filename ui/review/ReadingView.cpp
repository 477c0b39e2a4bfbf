#include "ui/review/ReadingView.h"

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
#include <QWebEngineUrlRequestJob>

#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QUrl pageAddress(u"toasoan://reading/item.html"_s);

} // namespace

/// toasoan://reading/…: the page, its style sheets, its type.
class ReadingFiles final : public QWebEngineUrlSchemeHandler
{
public:
    void setPage(const QUrl &address, const QByteArray &html)
    {
        m_address = address;
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
        } else if (url == m_address) {
            m_isPageGiven = true;
            // By another name in the dark: of one that it knows a page that is loaded again keeps the old sheet. (In
            // texts a quotation mark is an entity.)
            answer(job, "text/html;charset=utf-8",
                   m_isDark ? QByteArray(m_html).replace("href=\"brightness.css\"", "href=\"dark.css\"") : m_html);
        } else if (url.path() == "/brightness.css"_L1) {
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
    QUrl m_address;
    QByteArray m_html;
    bool m_isPageGiven = false;
    bool m_isDark = false;
};

ReadingView::ReadingView(PictureFile pictureFile, QWidget *parent)
    : ReadingView(new ReadingFiles, std::move(pictureFile), parent)
{ }

ReadingView::ReadingView(ReadingFiles *files, PictureFile pictureFile, QWidget *parent)
    : ClosedView(pageAddress, std::unique_ptr<QWebEngineUrlSchemeHandler>(files), u"reading"_s, parent)
    , m_files(*files)
    , m_cover(new QWidget(this))
    , m_stay(new QTimer(this))
{
    m_cover->setAutoFillBackground(true);
    m_cover->setBackgroundRole(QPalette::Base);
    m_cover->hide();
    m_stay->setSingleShot(true);
    m_stay->setInterval(ReadStretches::stay + std::chrono::milliseconds(20));
    connect(m_stay, &QTimer::timeout, this, &ReadingView::measure);
    setPictures(pictureSourceOf(
        [this, pictureFile = std::move(pictureFile)](const Uuid &media, std::function<void(const QString &)> give) {
            pictureFile(MediaId{media}, [guard = QPointer(this), media, give = std::move(give)](const QString &file) {
                if (guard && file.isEmpty())
                    guard->m_missing.insert(media);
                give(file);
            });
        }));
    connect(webView(), &EditorWebView::zoomWanted, this, &ReadingView::zoomWanted);
    showBrightness();
    webView()->setAccessibleName(tr("The article as it will be read"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(webView());
    connect(&page(), &QWebEnginePage::loadFinished, this, [this](bool isGood) {
        if (!isGood || !m_files.isPageGiven()) // the end of an earlier page is no news of this one
            return;
        m_isShown = true;
        m_cover->hide();
        emit shown();
        measure();
    });
    connect(&page(), &QWebEnginePage::scrollPositionChanged, this, &ReadingView::measure);
    connect(&page(), &QWebEnginePage::contentsSizeChanged, this, &ReadingView::measure);
}

void ReadingView::showHtml(const QString &html)
{
    m_html = html;
    m_isShown = false;
    m_isReadToEnd = false;
    m_isAtEnd = false;
    m_read.clear();
    m_seen = {};
    ++m_load;
    forgetEnds();
    m_missing.clear();
    m_undrawn = 0;
    m_files.setPage(address(), html.toUtf8());
    m_cover->setGeometry(rect());
    m_cover->show();
    m_cover->raise();
    page().load(address());
    uncover();
}

// Another address for each: of one that it knows Chromium takes the scroll bar back to where it stood.
QUrl ReadingView::address() const
{
    QUrl address = pageAddress;
    address.setQuery(QString::number(m_load));
    return address;
}

// When the text is there, which may be long before its pictures. Only the page itself knows which one it is.
void ReadingView::uncover()
{
    const auto hear = [this, load = m_load](const QVariant &answer) {
        constexpr int soon = 30; // ms
        if (load != m_load || m_cover->isHidden())
            return;
        if (m_isShown || QUrl(answer.toString()) == address())
            m_cover->hide();
        else
            QTimer::singleShot(soon, this, &ReadingView::uncover);
    };
    run(u"document.readyState === 'loading' ? '' : document.URL"_s, hear);
}

// Asked of the page itself, which knows its own size now; what the view was last told may be the size of another page.
// The page's own scripts stay off: this one runs in a world of its own.
void ReadingView::measure()
{
    if (!m_isShown || m_isReadToEnd || !isVisible() || !m_missing.empty())
        return;
    static const QString question = uR"((() => {
        const page = document.scrollingElement;
        const undrawn = [...document.images].filter(each => !each.complete || each.naturalWidth === 0);
        const inSight = undrawn.some(each => {
            const place = each.getBoundingClientRect();
            return place.bottom > 0 && place.top < page.clientHeight;
        });
        return [page.scrollTop, page.clientHeight, page.scrollHeight, undrawn.length, inSight];
    })())"_s;
    const auto hear = [this, load = m_load](const QVariant &answer) {
        const QVariantList facts = answer.toList();
        if (load != m_load || !m_isShown || m_isReadToEnd || !m_missing.empty() || facts.size() != 5)
            return;
        const int undrawn = facts[3].toInt();
        if (std::exchange(m_undrawn, undrawn) != undrawn)
            emit undrawnChanged();
        if (!facts[4].toBool()) // of a picture that is not there nothing is seen
            take(facts[0].toDouble(), facts[1].toDouble(), facts[2].toDouble());
    };
    run(question, hear);
}

// What fits is read at once. The rest passes by: by keys, wheel or the bar, in whichever order.
void ReadingView::take(double top, double height, double all)
{
    constexpr double line = 40; // that may be missed at an edge
    if (all <= 0)
        return;
    const auto now = std::chrono::milliseconds(QDeadlineTimer::current().deadline());
    m_read.see(now, top / all, (top + height) / all);
    m_isReadToEnd = m_undrawn == 0 && (all <= height + line || m_read.isWhole(line / all));
    if (std::exchange(m_isAtEnd, top + height >= all - line) != m_isAtEnd)
        emit endReached();
    if (m_isReadToEnd)
        emit readToEnd();
    else if (const std::array seen{top, height, all}; std::exchange(m_seen, seen) != seen)
        m_stay->start();
}

void ReadingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_cover->setGeometry(rect());
    measure();
}

void ReadingView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    measure();
}

void ReadingView::leadTo(const QUrl &url)
{
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        QDesktopServices::openUrl(url);
}

void ReadingView::processEnded()
{
    m_isShown = false;
    m_files.setPage(address(), m_html.toUtf8());
    emit lost();
}

void ReadingView::loadAgain()
{
    page().load(address());
}

void ReadingView::setZoom(int percent)
{
    webView()->setZoomFactor(percent / 100.0);
}

void ReadingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_isDark != isDark(palette())) {
        showBrightness();
        refresh();
    }
}

// The page links to a style sheet that is another in the dark; what the page says stays the same.
void ReadingView::showBrightness()
{
    m_isDark = isDark(palette());
    m_files.setDark(m_isDark);
    page().setBackgroundColor(paperColour(palette()));
}

void ReadingView::refresh()
{
    m_missing.clear(); // all are asked for again
    m_undrawn = 0;
    m_isShown = false;
    if (!m_html.isEmpty())
        page().triggerAction(QWebEnginePage::Reload);
}

} // namespace toasoan
