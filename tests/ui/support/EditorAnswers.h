// For tests that go on when an editor's page is there.
#pragma once

#include "support/Patience.h"
#include "ui/editor/EditorView.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace toasoan {

/// Waits until the page answers within the two seconds that it is given. One that was just loaded may be slower on a
/// busy machine, and who left the text then would be told that the editor is silent. False if it never does.
[[nodiscard]] inline bool answers(EditorView &editor)
{
    std::optional<EditorView::Flushed> outcome;
    for (const QDeadlineTimer deadline(longestWait); outcome != EditorView::Flushed::Acknowledged;) {
        if (deadline.hasExpired())
            return false;
        QEventLoop loop; // a busy wait would starve Chromium
        if (outcome == EditorView::Flushed::NoPage) { // it is still being loaded
            QTimer::singleShot(50, &loop, &QEventLoop::quit);
            loop.exec();
        }
        outcome.reset();
        editor.flush([&outcome, &loop](const QByteArray &, EditorView::Flushed how) {
            outcome = how;
            loop.quit();
        });
        if (!outcome)
            loop.exec();
    }
    return true;
}

} // namespace toasoan
