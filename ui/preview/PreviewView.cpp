#include "ui/preview/PreviewView.h"

#include "base/Log.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorWebView.h"
#include "ui/preview/PreviewFiles.h"
#include "ui/widgets/Look.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QPointer>
#include <QTimer>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

#include <functional>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int endsAllowed = 3; // a page that ends its process each time is not tried for ever
constexpr int margin = 16; // around the page of a phone

class ClosedPage final : public QWebEnginePage
{
public:
    ClosedPage(QWebEngineProfile *profile, std::function<void(const QUrl &)> pressed)
        : QWebEnginePage(profile)
        , m_pressed(std::move(pressed))
    {
        confine(*this);
        settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, false);
    }

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override
    {
        const bool isOwn = url.matches(PreviewFiles::address(), QUrl::RemoveFragment | QUrl::RemoveQuery);
        if (isMainFrame && isOwn && !url.hasQuery())
            return true;
        if (type == NavigationTypeLinkClicked || type == NavigationTypeFormSubmitted)
            m_pressed(url);
        return false;
    }
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }

private:
    std::function<void(const QUrl &)> m_pressed;
};

/// As the portal's readers know it: a path of the site, or a whole address elsewhere.
QString shownAddress(const QUrl &url)
{
    if (url.host() != PreviewFiles::address().host())
        return url.toString();
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    return url.path() + (query.isEmpty() ? QString() : u'?' + QUrl::fromPercentEncoding(query));
}

/// What stands outside of the item: another menu entry, another day. The head, which nobody sees, does not count.
QByteArray around(const QByteArray &html)
{
    const qsizetype body = html.indexOf("<body");
    const qsizetype from = html.indexOf("<main", body);
    const qsizetype to = html.indexOf("</main>", from);
    return html.mid(body, from - body) + html.mid(to);
}

QWebEngineScript scriptOf(const QString &name, const QByteArray &source)
{
    QWebEngineScript script;
    script.setName(name);
    script.setSourceCode(QString::fromUtf8(source));
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    return script;
}

} // namespace

PreviewView::PreviewView(const PreviewMaker &maker, PictureFile pictureFile, QWidget *parent) : QWidget(parent)
{
    registerEditorSchemes();
    m_guard = std::make_unique<RequestGuard>();
    m_pictures = std::make_unique<EditorPictures>();
    m_files = std::make_unique<PreviewFiles>(maker.assets());
    m_profile = std::make_unique<QWebEngineProfile>();
    m_profile->setUrlRequestInterceptor(m_guard.get());
    m_profile->installUrlSchemeHandler("toasoan", m_files.get());
    m_profile->installUrlSchemeHandler("media", m_pictures.get());
    m_pictures->setSource(previewPictures(
        [this, pictureFile = std::move(pictureFile)](const Uuid &media, std::function<void(const QString &)> give) {
            pictureFile(MediaId{media}, [guard = QPointer(this), give = std::move(give)](const QString &file) {
                if (guard)
                    give(file);
            });
        },
        [this](const Uuid &media) {
            m_missing.insert(media);
            emit missingChanged();
        }));
    // The portal's script folds its menu; it runs where the page's own would not reach it.
    QFile follows(u":/preview/follow.js"_s);
    const bool isThere = follows.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    // It begins when the page has been read, before it is told so, as the script waits to be: sooner there is no page.
    m_profile->scripts()->insert(scriptOf(
        u"portal"_s, "document.addEventListener('readystatechange', () => {" + maker.script() + "}, { once: true });"));
    m_profile->scripts()->insert(scriptOf(u"follow"_s, follows.readAll()));
    m_page =
        std::make_unique<ClosedPage>(m_profile.get(), [this](const QUrl &url) { emit linkPressed(shownAddress(url)); });
    m_page->setBackgroundColor(QColor(0xfb, 0xf8, 0xf2)); // the portal's paper, until the page is there
    m_view = new EditorWebView(this);
    m_view->setAcceptsFiles(false);
    m_view->setPage(m_page.get());
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAccessibleName(tr("The article as readers will see it"));
    setFocusProxy(m_view);
    connect(m_page.get(), &QWebEnginePage::linkHovered, this, [this](const QString &address) {
        emit linkHovered(address.isEmpty() ? QString() : shownAddress(QUrl(address)));
    });
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, [this](bool isGood) {
        if (!isGood || !m_files->isPageGiven()) // the end of an earlier page is no news of this one
            return;
        m_isLoading = false;
        place();
        if (std::exchange(m_isRefreshWanted, false) && !m_missing.empty()) {
            load(QWebEnginePage::ReloadAndBypassCache);
            return;
        }
        if (m_html != m_loaded) {
            follow();
            return;
        }
        m_isShown = true;
        emit shown();
    });
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &PreviewView::processEnded);
    place();
}

PreviewView::~PreviewView()
{
    m_page->disconnect(this); // nothing calls back into a widget that is half gone
    delete m_view; // before its page
}

void PreviewView::setPageWidth(PreviewWidth width)
{
    m_width = width;
    place();
}

void PreviewView::showPage(const QByteArray &html)
{
    if (m_html == html)
        return;
    m_html = html;
    m_ends = 0;
    if (m_missing.removeIf([&html](const Uuid &media) { return !html.contains(media.toText().toLatin1()); }) > 0)
        emit missingChanged();
    if (m_isLoading)
        return; // what is here by then follows
    if (m_loaded.isEmpty() || around(m_loaded) != around(html))
        load(QWebEnginePage::Reload);
    else
        follow();
}

void PreviewView::load(int reload)
{
    const bool isFirst = m_loaded.isEmpty();
    m_isShown = false;
    m_isLoading = true;
    ++m_asked;
    m_missing.clear(); // all are asked for again
    m_loaded = m_html;
    m_files->setPage(m_html);
    if (isFirst)
        m_page->load(PreviewFiles::address());
    else
        m_page->triggerAction(QWebEnginePage::WebAction(reload)); // stays where it is scrolled to
}

void PreviewView::follow()
{
    m_isShown = false;
    const QByteArray argument = QJsonDocument(QJsonArray{QString::fromUtf8(m_html)}).toJson(QJsonDocument::Compact);
    const auto hear = [this, guard = QPointer(this), asked = ++m_asked, html = m_html](const QVariant &isIn) {
        if (!guard || asked != m_asked)
            return;
        if (!isIn.toBool()) {
            load(QWebEnginePage::Reload);
            return;
        }
        m_loaded = html;
        m_files->setPage(html); // for the next time it is asked for
        m_isShown = true;
        emit shown();
    };
    m_page->runJavaScript(u"showPage(%1[0])"_s.arg(QString::fromUtf8(argument)), QWebEngineScript::ApplicationWorld,
                          hear);
}

void PreviewView::refreshPictures()
{
    if (m_isLoading)
        m_isRefreshWanted = true; // some of its pictures may have been asked for already
    else if (!m_missing.empty())
        load(QWebEnginePage::ReloadAndBypassCache); // where the signs that stood in their place are
}

// The width of the page is the one that was chosen, to the pixel; what changes is how large a pixel is drawn.
void PreviewView::place()
{
    const int wanted = widthOf(m_width);
    const bool isPhone = m_width == PreviewWidth::Phone;
    const int room = qMax(1, width() - (isPhone ? 2 * margin : 0));
    const int taken = qMin(wanted, room);
    const int above = isPhone ? margin : 0;
    const QString screen = isPhone ? u"phone"_s : u"desktop"_s; // before there is a page nobody listens
    m_page->runJavaScript(u"globalThis.showAsOn?.('%1')"_s.arg(screen), QWebEngineScript::ApplicationWorld);
    m_view->setGeometry((width() - taken) / 2, above, taken, qMax(1, height() - 2 * above));
    m_view->setZoomFactor(double(taken) / wanted);
    update();
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void PreviewView::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_view->width() >= width())
        return;
    QPainter painter(this);
    painter.setPen(lineColour(palette()));
    painter.drawRect(m_view->geometry().adjusted(-1, -1, 0, 0));
}

bool PreviewView::hasGivenUp() const
{
    return m_ends > endsAllowed;
}

void PreviewView::showAgain()
{
    m_ends = 0;
    if (m_loaded.isEmpty() && !m_html.isEmpty())
        load(QWebEnginePage::Reload);
}

void PreviewView::processEnded()
{
    m_isShown = false;
    m_isLoading = false;
    m_isRefreshWanted = false; // all are asked for again
    ++m_ends;
    ++m_asked;
    m_loaded.clear();
    writeLog(LogLevel::Error, "preview.processEnded", {{u"times"_s, m_ends}});
    emit lost();
    if (!hasGivenUp()) // not from within Chromium's own report of the end
        QTimer::singleShot(0, this, [this] {
            if (m_loaded.isEmpty())
                load(QWebEnginePage::Reload);
        });
}

} // namespace toasoan
