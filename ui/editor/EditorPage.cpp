#include "ui/editor/EditorPage.h"

#include "base/Log.h"

#include <QBuffer>
#include <QFile>
#include <QPointer>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

static void initEditorResource()
{
    Q_INIT_RESOURCE(editor); // in a static library nothing else pulls it in; may not stand in a namespace
}

namespace toasoan {

namespace {

constexpr char editorScheme[] = "toasoan";
constexpr char mediaScheme[] = "media";

QByteArray mimeTypeOf(const QString &name)
{
    if (name.endsWith(QLatin1String(".html")))
        return "text/html";
    if (name.endsWith(QLatin1String(".js")))
        return "text/javascript";
    if (name.endsWith(QLatin1String(".css")))
        return "text/css";
    if (name.endsWith(QLatin1String(".woff2")))
        return "font/woff2";
    return "application/octet-stream";
}

} // namespace

void registerEditorSchemes()
{
    static const bool once = [] {
        initEditorResource();
        QWebEngineUrlScheme files(editorScheme);
        files.setSyntax(QWebEngineUrlScheme::Syntax::Host);
        files.setFlags(QWebEngineUrlScheme::SecureScheme);
        QWebEngineUrlScheme::registerScheme(files);
        QWebEngineUrlScheme media(mediaScheme);
        media.setSyntax(QWebEngineUrlScheme::Syntax::Path);
        media.setFlags(QWebEngineUrlScheme::SecureScheme);
        QWebEngineUrlScheme::registerScheme(media);
        return true;
    }();
    Q_UNUSED(once);
}

void answer(QWebEngineUrlRequestJob *job, const QByteArray &mimeType, const QByteArray &bytes)
{
    auto *buffer = new QBuffer(job);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    job->reply(mimeType, buffer);
}

void confine(QWebEnginePage &page)
{
    QWebEngineSettings *settings = page.settings();
    for (const auto attribute :
         {QWebEngineSettings::LocalStorageEnabled, QWebEngineSettings::PluginsEnabled,
          QWebEngineSettings::LocalContentCanAccessFileUrls, QWebEngineSettings::LocalContentCanAccessRemoteUrls,
          QWebEngineSettings::JavascriptCanOpenWindows, QWebEngineSettings::NavigateOnDropEnabled,
          QWebEngineSettings::ErrorPageEnabled, QWebEngineSettings::HyperlinkAuditingEnabled,
          QWebEngineSettings::WebGLEnabled, QWebEngineSettings::PdfViewerEnabled,
          QWebEngineSettings::FocusOnNavigationEnabled})
        settings->setAttribute(attribute, false);
}

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    const QString scheme = info.requestUrl().scheme();
    if (scheme == QLatin1String(editorScheme) || scheme == QLatin1String(mediaScheme))
        return;
    ++m_refused;
    writeLog(LogLevel::Warning, "editor.requestRefused", {{QStringLiteral("scheme"), scheme}});
    info.block(true);
}

void EditorFiles::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    const QString name = url.fileName();
    if (url.host() != EditorPage::address().host() || url.path() != QLatin1Char('/') + name || name.isEmpty()) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    QFile file(name == QLatin1String("qwebchannel.js") ? QStringLiteral(":/qtwebchannel/qwebchannel.js")
                                                       : QStringLiteral(":/editor/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    answer(job, mimeTypeOf(name), file.readAll());
}

void EditorPictures::requestStarted(QWebEngineUrlRequestJob *job)
{
    const auto media = Uuid::fromText(job->requestUrl().path());
    if (!media || media->isNull() || !m_source) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    // The picture may come after the page has turned away from it.
    m_source(*media, [guard = QPointer(job)](const std::optional<PictureBytes> &picture) {
        if (!guard)
            return;
        if (picture)
            answer(guard, picture->mimeType, picture->bytes);
        else
            guard->fail(QWebEngineUrlRequestJob::UrlNotFound);
    });
}

EditorPage::EditorPage(QWebEngineProfile *profile, QObject *parent) : QWebEnginePage(profile, parent)
{
    confine(*this);
}

QUrl EditorPage::address()
{
    return QUrl(QStringLiteral("toasoan://editor/editor.html"));
}

bool EditorPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    Q_UNUSED(type);
    return isMainFrame && url == address();
}

QWebEnginePage *EditorPage::createWindow(WebWindowType type)
{
    Q_UNUSED(type);
    return nullptr;
}

void EditorPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                          const QString &source)
{
    if (level == InfoMessageLevel)
        return;
    writeLog(level == ErrorMessageLevel ? LogLevel::Error : LogLevel::Warning, "editor.page",
             {{QStringLiteral("message"), message.left(500)},
              {QStringLiteral("line"), line},
              {QStringLiteral("source"), QUrl(source).fileName()}});
}

} // namespace toasoan
