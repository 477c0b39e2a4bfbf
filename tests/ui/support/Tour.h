// Leads through every page and dialog of the window, filled as on a working day, for tests that look at all of them.
#pragma once

#include "ui/support/Office.h"

namespace toasoan {

/// Puts items of every state, with long titles and names, on the desk of an office; and what waits in its outbox.
void furnish(Office &office);

struct Scene
{
    QString name; ///< "writing page, returned"
    QWidget *window; ///< the window, or the dialog over it
};

/// What was found there, each line with its place; also written to the test's output, which cuts long comparisons.
[[nodiscard]] QStringList faultsAt(const Scene &sight, const QStringList &faults);

/// Calls `look` at each page and dialog when it stands there. Ends early when a check of QTest fails in between.
void tour(Office &office, const std::function<void(const Scene &)> &look);

/// Calls `look` at each item of the desk, on the writing page and on the review page.
void tourItems(Office &office, const std::function<void(const Scene &)> &look);

/// The same with each thing that may have gone wrong with it, of which a banner says what to do.
void tourTroubles(Office &office, const std::function<void(const Scene &)> &look);

/// Lets what was asked for come in, and layouts settle.
void settle();

} // namespace toasoan
