// The page in its closed world: one profile kept in memory only, our files under "toasoan:", pictures under "media:",
// and nothing else: every other request is refused before it leaves, every other address is no place to go.
#pragma once

#include "ui/editor/PictureSource.h"

#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineUrlSchemeHandler>

namespace toasoan {

/// Makes the schemes known to QtWebEngine. To be called before anything of QtWebEngine is made; EditorView does so
/// itself, a program with other web views calls it first thing in main.
void registerEditorSchemes();

/// Answers with bytes that are here.
void answer(QWebEngineUrlRequestJob *job, const QByteArray &mimeType, const QByteArray &bytes);

/// Takes from a page what it does not need to show our own documents: storage, plugins, files, windows, error pages.
void confine(QWebEnginePage &page);

/// Refuses every request but those for our own schemes, and counts them.
class RequestGuard final : public QWebEngineUrlRequestInterceptor
{
public:
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
    [[nodiscard]] int refused() const { return m_refused; }

private:
    int m_refused = 0;
};

/// toasoan://editor/…: the bundled files, and Qt's own qwebchannel.js.
class EditorFiles final : public QWebEngineUrlSchemeHandler
{
public:
    void requestStarted(QWebEngineUrlRequestJob *job) override;
};

/// media:<id>: the bytes that the picture source gives.
class EditorPictures final : public QWebEngineUrlSchemeHandler
{
public:
    void setSource(PictureSource source) { m_source = std::move(source); }
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    PictureSource m_source;
};

class EditorPage final : public QWebEnginePage
{
    Q_OBJECT

public:
    explicit EditorPage(QWebEngineProfile *profile, QObject *parent = nullptr);

    [[nodiscard]] static QUrl address();

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;
};

} // namespace toasoan
