// What a writer is asked before something is done that others will see, or that cannot be undone. Each opens a dialog
// over `parent` and calls `then` if the person says yes; it never blocks.
#pragma once

#include "domain/Article.h"
#include "sync/Desk.h"
#include "ui/articles/SubmitDialog.h"

#include <QString>

#include <functional>

class QWidget;

namespace toasoan {

/// Why this step is taken, and who reads the reason; the question names the article. `author`: his name.
void askReason(QWidget *parent, Step step, const Article &article, const QString &author,
               std::function<void(const QString &reason)> then);
/// Before submitting: that the article holds no state secret. It is told what the article still lacks; `leadTo` is
/// called, and the question closed, when the person would rather see to one of them first.
void askForTheWord(QWidget *parent, const SubmitQuestion &question, std::function<void()> then,
                   std::function<void(const Finding &)> leadTo);
enum class DraftPlace
{
    ThisPc, ///< and nowhere else
    Server
};
/// Whether to delete a draft; `name` is its title in quotation marks.
void askDeleteDraft(QWidget *parent, const QString &name, DraftPlace place, std::function<void()> then);
/// Whether a field that still says what a merge made of two wordings is to stay so.
void askKeepMerged(QWidget *parent, TextField field, const QString &text, std::function<void()> keep,
                   std::function<void()> edit);
/// Whether to drop what the server did not accept.
void askDiscard(QWidget *parent, std::function<void()> then);

/// Whether to sign out although `waiting` has not reached the server: it is named. Empty: nobody knows what waits.
void askSigningOut(QWidget *parent, const OutboxView &waiting, std::function<void()> then);

enum class LosingAnswer
{
    Stay,
    TryAgain,
    Lose
};
/// Whether to close although a text could not be kept: `title` names it, `why` is a sentence. Calls `then` in any case.
void askLosing(QWidget *parent, const QString &title, const QString &why, std::function<void(LosingAnswer)> then);

} // namespace toasoan
