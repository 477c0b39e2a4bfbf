// A page of ours that is looked at and not written in, in a world of its own: no network, no cookies, none of the
// page's own scripts, pictures from this PC. Its links go nowhere by themselves. What such views have in common. GUI
// thread.
#pragma once

#include "ui/editor/PictureSource.h"

#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>

class QWebEnginePage;
class QWebEngineProfile;
class QWebEngineUrlSchemeHandler;

namespace toasoan {

class EditorPictures;
class EditorWebView;
class RequestGuard;

class ClosedView : public QWidget
{
public:
    ~ClosedView() override;

    /// Its process ended so often that it is not loaded again until it is asked for.
    [[nodiscard]] bool hasGivenUp() const;
    [[nodiscard]] EditorWebView *webView() const { return m_view; }
    [[nodiscard]] const RequestGuard &requestGuard() const { return *m_guard; }

protected:
    /// `address` is the only one that the page may be at; `files` answers what is under "toasoan:". `name` is what the
    /// log calls it.
    ClosedView(const QUrl &address, std::unique_ptr<QWebEngineUrlSchemeHandler> files, const QString &name,
               QWidget *parent);

    void setPictures(PictureSource source);
    [[nodiscard]] QWebEnginePage &page() const { return *m_page; }
    /// Runs it in a world of its own: the page's scripts stay off. `hear` gets its value, and nothing once the view
    /// ends: a page that goes answers whatever it was asked, to a view that is half gone.
    void run(const QString &script, std::function<void(const QVariant &value)> hear = {});
    [[nodiscard]] QWebEngineProfile &profile() const { return *m_profile; }
    /// Another page was asked for: it is tried anew.
    void forgetEnds() { m_ends = 0; }

    /// The person pressed a link, or sent a form.
    virtual void leadTo(const QUrl &url) = 0;
    /// Chromium's process ended, and the page with it; loadAgain() follows, unless the view has given up.
    virtual void processEnded() = 0;
    virtual void loadAgain() = 0;

private:
    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<EditorPictures> m_pictures;
    std::unique_ptr<QWebEngineUrlSchemeHandler> m_files;
    std::unique_ptr<QWebEngineProfile> m_profile; // after its guard and handlers, which it uses
    std::unique_ptr<QWebEnginePage> m_page; // after its profile, which has to outlive it
    EditorWebView *m_view;
    std::shared_ptr<bool> m_isEnding = std::make_shared<bool>(false);
    int m_ends = 0; ///< of the process, since a page was asked for
};

} // namespace toasoan
