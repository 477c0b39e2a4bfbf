// What the page of an entry says about it: where it is safe, what may be done, why it cannot be changed.
#include "text/NewsroomZone.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/models/StepText.h"
#include "ui/models/TextKeeper.h"
#include "ui/registers/EntryForm.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/registers/EntrySteps.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Question.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

void EntryFormPage::showEntry()
{
    const QString title = this->title();
    const Register &its = m_form->described();
    const bool isUnknown = !m_view || m_view->confirmedVersion == 0;
    m_title->setText(!title.isEmpty()           ? title
                         : m_isNew && isUnknown ? tr("New: %1").arg(said(its.one))
                                                : entryTitle(its, m_form->content()));
    // That it is published is said beside it, of what readers have.
    m_state->setVisible(m_view && !m_isGone && m_view->stateAtServer != State::Published);
    if (m_view)
        m_state->setState(m_view->stateAtServer);
    showMark();
    showSteps();
    showBanner();
}

void EntryFormPage::showMark()
{
    EntryMark mark;
    if (m_view)
        mark = markOf(*m_view, isWithReaders(m_form->described(), *m_view, newsroomTime(m_desk.now()).date()));
    if (isUnsaved() && (!m_view || !m_view->isTyped)) {
        EntryView typed;
        typed.isTyped = true;
        mark = markOf(typed, false);
    }
    if (m_keeper->error())
        mark = {.text = tr("Not kept"),
                .icon = u"triangle-alert"_s,
                .explanation = tr("What was typed last stands on this page alone."),
                .tone = Tone::Bad};
    m_mark->setText(m_isGone ? QString() : mark.text);
    m_mark->setToolTip(mark.explanation);
    m_markSign->setVisible(!m_mark->text().isEmpty());
    if (!mark.icon.isEmpty())
        setSign(m_markSign, mark.icon, mark.tone, 16);
    setSheet(m_mark, [tone = mark.tone](const QPalette &palette) {
        return u"color: %1;"_s.arg(toneColour(tone, palette).name());
    });
    const QString title = this->title();
    if (!title.isEmpty() && title != m_title->text())
        m_title->setText(title);
}

void EntryFormPage::showSteps()
{
    std::vector<BarAction> actions;
    bool goesOn = false;
    const QString about = m_key.id.toText();
    if (m_view && !m_isGone) {
        for (const Step each : m_view->allowedSteps) {
            // What nobody has yet is discarded; but what is saved here can be handed on with it.
            const bool isKnown = m_view->confirmedVersion > 0 || (each == Step::Submit && m_view->record.version > 0);
            if (!isOfferedInForm(each) || !isKnown)
                continue;
            goesOn = goesOn || isOnward(each);
            const bool canGo = canTake(each);
            actions.push_back({.id = toText(each),
                               .text = stepText(each, m_view->record.state),
                               .icon = stepIcon(each),
                               .isPrimary = isOnward(each) && !isUnsaved(),
                               .isEnabled = canGo,
                               .toolTip = canGo                ? QString()
                                   : isUnsaved() || m_isSaving ? tr("Save or discard the changes first")
                                                               : tr("It can be pressed once all of it is shown here"),
                               .about = about,
                               .act = [this, each] { step(each); }});
        }
    }
    if (isUnsaved() && !m_isGone)
        actions.push_back({.id = u"drop"_s,
                           .text = tr("&Discard changes…"),
                           .icon = u"undo-2"_s,
                           .isEnabled = !m_isSaving,
                           .about = about,
                           .act = [this] { askDrop(); }});
    if (mayWrite())
        actions.push_back({.id = u"save"_s,
                           .text = tr("&Save"),
                           .icon = u"save"_s,
                           .isPrimary = isUnsaved() || !goesOn,
                           .isEnabled = isUnsaved() && !m_isSaving,
                           .toolTip = tr("Save and send (Ctrl+S)"),
                           .about = about,
                           .act = [this] { save(); }});
    m_steps->setActions(std::move(actions));
}

QString EntryFormPage::whyReadOnly() const
{
    if (m_isGone)
        return tr("This entry is not here any more, or this account may no longer see it. What stands here can be "
                  "copied.");
    if (!m_view || !m_isOpen)
        return {};
    if (m_view->record.state == State::Closed) {
        QString reason = m_view->record.reason.simplified();
        while (reason.endsWith(u'.')) // it becomes part of a sentence
            reason.chop(1);
        return reason.isEmpty() ? tr("This entry is closed. To change it, open it again.")
                                : tr("This entry is closed: “%1”. To change it, open it again.").arg(reason);
    }
    return mayWrite() ? QString() : tr("This account can read this entry and not change it.");
}

bool EntryFormPage::showRefused()
{
    if (!m_view)
        return false;
    const auto refused = std::ranges::find(m_view->waiting, WaitingState::Refused, &WaitingCommand::state);
    if (refused == m_view->waiting.end() || !refused->refusal)
        return false;
    const RequestId request = refused->request;
    m_banner->showBanner(
        Tone::Bad, tr("The server did not take this: %1").arg(entryRefusalText(m_form->described(), *refused->refusal)),
        {{tr("Try again"),
          [this, request] {
              m_desk.retry(request, this, [this](const Result<void> &result) {
                  if (!result)
                      fail(result.error());
              });
          }},
         {tr("Discard it…"), [this, request] { discardRefused(request); }}});
    return true;
}

void EntryFormPage::showBanner()
{
    if (m_error) {
        m_banner->showBanner(Tone::Bad, errorText(*m_error));
        return;
    }
    if (showRefused())
        return;
    if (const QString why = whyReadOnly(); !why.isEmpty()) {
        m_banner->showBanner(m_isGone ? Tone::Warning : Tone::Neutral, why);
        return;
    }
    m_banner->hide();
}

void EntryFormPage::askDrop()
{
    const bool isWhole = !m_view || (m_view->confirmedVersion == 0 && m_view->waiting.empty());
    const QString name = quotedEntry(title());
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Discard changes"),
                        isWhole ? tr("Discard %1? It was never saved. This cannot be undone.").arg(name)
                                : tr("Discard the unsaved changes to %1? This cannot be undone.").arg(name),
                        QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Keep"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, key = m_key] {
        if (key == m_key)
            drop();
    });
    connect(&m_desk, &Desk::signedOut, question, &QDialog::reject);
    askQuestion(question);
}

void EntryFormPage::discardRefused(RequestId request)
{
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Discard"),
                        tr("Discard what waits here of %1? The server keeps what it has. This cannot be undone.")
                            .arg(quotedEntry(title())),
                        QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("&Keep"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, request, key = m_key] {
        m_desk.discard(request, this, [this, key](const Result<void> &result) {
            if (key != m_key)
                return;
            if (result)
                refetch();
            else
                fail(result.error());
        });
    });
    connect(&m_desk, &Desk::signedOut, question, &QDialog::reject);
    askQuestion(question);
}

} // namespace toasoan
