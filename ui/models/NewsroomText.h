// The newsroom's words on the screen: states, genres, shares, roles, times. One place, so that a button, a chip
// and a list say the same. Steps: StepText.h.
#pragma once

#include "domain/Actor.h"
#include "domain/Content.h"
#include "domain/Workflow.h"
#include "sync/Desk.h"
#include "ui/widgets/Look.h"

#include <QFontMetrics>
#include <QString>

namespace toasoan {

[[nodiscard]] QString stateText(State state);
/// Beside the state of what readers have, while another text of it is on its way to them.
[[nodiscard]] QString correctedText();
/// Icon and tone of a state; the word always stands beside them.
[[nodiscard]] QString stateIcon(State state);
[[nodiscard]] Tone stateTone(State state);

/// The reason of a step as it is read: a person's own words, or, where the server could not publish at the hour that
/// was set, the sentence for what stood against it.
[[nodiscard]] QString reasonText(const QString &reason);

[[nodiscard]] QString genreText(const Genres &genres, const QString &code);
[[nodiscard]] QString shareText(Share share);
[[nodiscard]] QString roleText(Role role);

[[nodiscard]] QString fieldName(TextField field);
/// That a merge left two wordings in this field.
[[nodiscard]] QString fieldConflictText(TextField field);

/// Where an article is safe, with all that was done to it: never more than the server has said.
struct SavedMark
{
    QString text; ///< "On this PC", "Waiting to be sent", "Sent", "On the portal", "Refused by the server"
    QString icon;
    QString explanation; ///< what exactly that means, as a sentence
    Tone tone = Tone::Neutral;
};
[[nodiscard]] SavedMark savedMark(const ArticleLine &line);

/// Why the server did not take what had waited here for it: for where nobody is to go back to a list.
[[nodiscard]] QString refusalText(const Error &why);
/// Why something that waits has not gone though the server is there, and when it is tried again.
[[nodiscard]] QString heldUpText(const HeldUp &heldUp, Instant now);

/// "just now", "12 minutes ago", "today 16:20", "2-10-2023 16:20", on the newsroom's clock.
[[nodiscard]] QString whenText(Instant at, Instant now);
/// How wide whenText() gets in lists.
[[nodiscard]] int whenWidth(const QFontMetrics &metrics, Instant now);
/// The full date and time on the newsroom's clock, standing for itself: in tool tips and lines of facts.
[[nodiscard]] QString momentText(Instant at);
/// The same within a sentence.
[[nodiscard]] QString momentWords(Instant at);
/// "2.4 MB"
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace toasoan
