#include "ui/editor/ClosedView.h"

#include "base/Log.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorWebView.h"

#include <QTimer>
#include <QWebEngineScript>
#include <QWebEngineSettings>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int endsAllowed = 3; // a page that ends its process each time is not tried for ever

class ClosedPage final : public QWebEnginePage
{
public:
    ClosedPage(QWebEngineProfile *profile, const QUrl &address, std::function<void(const QUrl &)> pressed)
        : QWebEnginePage(profile)
        , m_address(address)
        , m_pressed(std::move(pressed))
    {
        confine(*this);
        settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, false);
    }

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override
    {
        if (isMainFrame && url.matches(m_address, QUrl::RemoveFragment | QUrl::RemoveQuery))
            return true;
        if (type == NavigationTypeLinkClicked || type == NavigationTypeFormSubmitted)
            m_pressed(url);
        return false;
    }
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }

private:
    const QUrl m_address;
    std::function<void(const QUrl &)> m_pressed;
};

} // namespace

ClosedView::ClosedView(const QUrl &address, std::unique_ptr<QWebEngineUrlSchemeHandler> files, const QString &name,
                       QWidget *parent)
    : QWidget(parent)
    , m_files(std::move(files))
{
    registerEditorSchemes();
    m_guard = std::make_unique<RequestGuard>();
    m_pictures = std::make_unique<EditorPictures>();
    m_profile = std::make_unique<QWebEngineProfile>();
    m_profile->setUrlRequestInterceptor(m_guard.get());
    m_profile->installUrlSchemeHandler("toasoan", m_files.get());
    m_profile->installUrlSchemeHandler("media", m_pictures.get());
    m_page = std::make_unique<ClosedPage>(m_profile.get(), address, [this](const QUrl &url) { leadTo(url); });
    m_view = new EditorWebView(this);
    m_view->setAcceptsFiles(false);
    m_view->setPage(m_page.get());
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    setFocusProxy(m_view);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, [this, name] {
        ++m_ends;
        writeLog(LogLevel::Error, "page.processEnded", {{u"page"_s, name}, {u"times"_s, m_ends}});
        processEnded();
        if (!hasGivenUp()) // not from within Chromium's own report of the end
            QTimer::singleShot(0, this, [this] { loadAgain(); });
    });
}

ClosedView::~ClosedView()
{
    *m_isEnding = true;
    m_page->disconnect(this); // nothing calls back into a widget that is half gone
    delete m_view; // before its page
}

void ClosedView::run(const QString &script, std::function<void(const QVariant &)> hear)
{
    m_page->runJavaScript(script, QWebEngineScript::ApplicationWorld,
                          [isEnding = m_isEnding, hear = std::move(hear)](const QVariant &value) {
                              if (!*isEnding && hear)
                                  hear(value);
                          });
}

bool ClosedView::hasGivenUp() const
{
    return m_ends > endsAllowed;
}

void ClosedView::setPictures(PictureSource source)
{
    m_pictures->setSource(std::move(source));
}

} // namespace toasoan
