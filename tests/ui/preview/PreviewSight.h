// What tests ask of an open preview: what stands in its page, and pressing what is there.
#pragma once

#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorWebView.h"
#include "ui/preview/PreviewWindow.h"
#include "ui/support/PageAnswer.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <algorithm>

namespace toasoan {

/// The only one that is open; null if none is.
inline PreviewWindow *previewWindow()
{
    PreviewWindow *found = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<PreviewWindow *>(widget);
        if (window && window->isVisible() && !found)
            found = window;
    }
    return found;
}

/// The value of an expression in the page, in the world that its own scripts do not see; invalid if none answers.
inline QVariant asked(const PreviewView &view, const QString &script)
{
    return answerOf(*view.webView()->page(), script, QWebEngineScript::ApplicationWorld);
}

/// What the page says of the item.
inline QString pageText(const PreviewView &view)
{
    return asked(view, QStringLiteral("document.querySelector('main .item').innerText")).toString();
}

/// Presses the first element that fits `selector`, where it stands on the screen.
inline void press(const PreviewView &view, const QString &selector)
{
    const QVariantList place = asked(view,
                                     QStringLiteral("(() => { const e = document.querySelector('%1');"
                                                    "e.scrollIntoView({block: 'center'});"
                                                    "const r = e.getClientRects()[0];"
                                                    "return [r.left + r.width / 2, r.top + r.height / 2]; })()")
                                         .arg(selector))
                                   .toList();
    const qreal zoom = view.webView()->zoomFactor();
    QTest::mouseClick(view.webView()->focusProxy(), Qt::LeftButton, {},
                      QPointF(place.value(0).toDouble() * zoom, place.value(1).toDouble() * zoom).toPoint());
}

/// Whether the window's frame says so.
inline bool frameSays(const PreviewWindow &window, const QString &words)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace toasoan
