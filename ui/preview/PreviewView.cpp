#include "ui/preview/PreviewView.h"

#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorWebView.h"
#include "ui/preview/PreviewFiles.h"
#include "ui/widgets/Look.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QPointer>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

#include <functional>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16; // around the page of a phone

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

PreviewView::PreviewView(const PreviewMaker &maker, PictureFile pictureFile, QWidget *parent)
    : PreviewView(new PreviewFiles(maker.assets()), maker, std::move(pictureFile), parent)
{ }

PreviewView::PreviewView(PreviewFiles *files, const PreviewMaker &maker, PictureFile pictureFile, QWidget *parent)
    : ClosedView(PreviewFiles::address(), std::unique_ptr<QWebEngineUrlSchemeHandler>(files), u"preview"_s, parent)
    , m_files(*files)
{
    setPictures(previewPictures(
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
    profile().scripts()->insert(scriptOf(
        u"portal"_s, "document.addEventListener('readystatechange', () => {" + maker.script() + "}, { once: true });"));
    profile().scripts()->insert(scriptOf(u"follow"_s, follows.readAll()));
    page().setBackgroundColor(QColor(0xfb, 0xf8, 0xf2)); // the portal's paper, until the page is there
    webView()->setAccessibleName(tr("The article as readers will see it"));
    connect(&page(), &QWebEnginePage::linkHovered, this, [this](const QString &address) {
        emit linkHovered(address.isEmpty() ? QString() : shownAddress(QUrl(address)));
    });
    connect(&page(), &QWebEnginePage::loadFinished, this, [this](bool isGood) {
        if (!isGood || !m_files.isPageGiven()) // the end of an earlier page is no news of this one
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
    place();
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
    forgetEnds();
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
    m_files.setPage(m_html);
    if (isFirst)
        page().load(PreviewFiles::address());
    else
        page().triggerAction(QWebEnginePage::WebAction(reload)); // stays where it is scrolled to
}

void PreviewView::follow()
{
    m_isShown = false;
    const QByteArray argument = QJsonDocument(QJsonArray{QString::fromUtf8(m_html)}).toJson(QJsonDocument::Compact);
    const auto hear = [this, asked = ++m_asked, html = m_html](const QVariant &isIn) {
        if (asked != m_asked)
            return;
        if (!isIn.toBool()) {
            load(QWebEnginePage::Reload);
            return;
        }
        m_loaded = html;
        m_files.setPage(html); // for the next time it is asked for
        m_isShown = true;
        emit shown();
    };
    run(u"showPage(%1[0])"_s.arg(QString::fromUtf8(argument)), hear);
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
    run(u"globalThis.showAsOn?.('%1')"_s.arg(screen));
    webView()->setGeometry((width() - taken) / 2, above, taken, qMax(1, height() - 2 * above));
    webView()->setZoomFactor(double(taken) / wanted);
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
    if (webView()->width() >= width())
        return;
    QPainter painter(this);
    painter.setPen(lineColour(palette()));
    painter.drawRect(webView()->geometry().adjusted(-1, -1, 0, 0));
}

void PreviewView::leadTo(const QUrl &url)
{
    emit linkPressed(shownAddress(url));
}

void PreviewView::showAgain()
{
    forgetEnds();
    if (m_loaded.isEmpty() && !m_html.isEmpty())
        load(QWebEnginePage::Reload);
}

void PreviewView::processEnded()
{
    m_isShown = false;
    m_isLoading = false;
    m_isRefreshWanted = false; // all are asked for again
    ++m_asked;
    m_loaded.clear();
    emit lost();
}

void PreviewView::loadAgain()
{
    if (m_loaded.isEmpty())
        load(QWebEnginePage::Reload);
}

} // namespace toasoan
