#include "ui/models/NewsroomText.h"

#include "text/DateText.h"
#include "text/Language.h"
#include "text/NewsroomZone.h"
#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("NewsroomText", text);
}

} // namespace

QString stateText(State state)
{
    switch (state) {
    case State::Draft:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Draft"));
    case State::Submitted:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Submitted"));
    case State::InEditing:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "In editing"));
    case State::Returned:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Returned"));
    case State::AwaitingApproval:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Awaiting approval"));
    case State::Approved:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Approved"));
    case State::Scheduled:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Scheduled"));
    case State::Published:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Published"));
    case State::Refused:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Rejected"));
    case State::Unpublished:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Taken down"));
    case State::Deleted:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Deleted"));
    case State::Closed:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Closed"));
    }
    Q_UNREACHABLE();
}

QString correctedText()
{
    return word(QT_TRANSLATE_NOOP("NewsroomText", "Being corrected"));
}

QString stateIcon(State state)
{
    switch (state) {
    case State::Draft:
        return u"file-pen"_s;
    case State::Submitted:
        return u"send"_s;
    case State::InEditing:
        return u"pen-line"_s;
    case State::Returned:
        return u"corner-up-left"_s;
    case State::AwaitingApproval:
        return u"hourglass"_s;
    case State::Approved:
        return u"badge-check"_s;
    case State::Scheduled:
        return u"calendar-clock"_s;
    case State::Published:
        return u"globe"_s;
    case State::Refused:
        return u"circle-x"_s;
    case State::Unpublished:
        return u"circle-slash"_s;
    case State::Deleted:
        return u"trash-2"_s;
    case State::Closed:
        return u"circle-slash"_s;
    }
    Q_UNREACHABLE();
}

Tone stateTone(State state)
{
    switch (state) {
    case State::Draft:
    case State::Submitted:
    case State::InEditing:
    case State::Unpublished:
    case State::Deleted:
    case State::Closed:
        return Tone::Neutral;
    case State::Returned:
    case State::AwaitingApproval:
        return Tone::Warning;
    case State::Approved:
    case State::Scheduled:
    case State::Published:
        return Tone::Good;
    case State::Refused:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

QString reasonText(const QString &reason)
{
    // What the server gives as a reason is the subject of an Error.
    static const QRegularExpression subject(u"^[a-z]+\\.[A-Za-z]+$"_s);
    if (!subject.match(reason).hasMatch())
        return reason;
    return word(QT_TRANSLATE_NOOP("NewsroomText", "Could not be published at its hour. %1"))
        .arg(errorText({ErrorCode::Conflict, reason, {}}));
}

QString genreText(const Genres &genres, const QString &code)
{
    return genres.nameOf(code, languageInUse() == Language::English);
}

QString shareText(Share share)
{
    switch (share) {
    case Share::Words:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Text"));
    case Share::Photos:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Photos"));
    case Share::Editing:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Editing"));
    }
    Q_UNREACHABLE();
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Contributor:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Contributor"));
    case Role::Reporter:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Reporter"));
    case Role::Editor:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Editor"));
    case Role::Secretary:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Secretary"));
    case Role::DeputyChair:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Deputy chair"));
    case Role::BoardChair:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Chair of the board"));
    case Role::Administrator:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Administrator"));
    case Role::Accountant:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Accountant"));
    case Role::System:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "System"));
    }
    Q_UNREACHABLE();
}

QString fieldName(TextField field)
{
    switch (field) {
    case TextField::Title:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Title"));
    case TextField::Subtitle:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Subtitle"));
    case TextField::Lead:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Lead"));
    case TextField::Source:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Source"));
    case TextField::Correction:
        return word(QT_TRANSLATE_NOOP("NewsroomText", "Correction"));
    }
    Q_UNREACHABLE();
}

QString fieldConflictText(TextField field)
{
    switch (field) {
    case TextField::Title:
        return word(QT_TRANSLATE_NOOP("NewsroomText",
                                      "Two people changed the title at the same time; both wordings are in it. Keep "
                                      "one, then press “Mark as resolved”."));
    case TextField::Subtitle:
        return word(QT_TRANSLATE_NOOP("NewsroomText",
                                      "Two people changed the subtitle at the same time; both wordings are in it. Keep "
                                      "one, then press “Mark as resolved”."));
    case TextField::Lead:
        return word(QT_TRANSLATE_NOOP("NewsroomText",
                                      "Two people changed the lead at the same time; both wordings are in it. Keep "
                                      "one, then press “Mark as resolved”."));
    case TextField::Source:
        return word(QT_TRANSLATE_NOOP("NewsroomText",
                                      "Two people changed the source at the same time; both wordings are in it. Keep "
                                      "one, then press “Mark as resolved”."));
    case TextField::Correction:
        return word(QT_TRANSLATE_NOOP("NewsroomText",
                                      "Two people changed the correction at the same time; both wordings are in it. "
                                      "Keep one, then press “Mark as resolved”."));
    }
    Q_UNREACHABLE();
}

SavedMark savedMark(const ArticleLine &line)
{
    if (line.refused)
        return {
            .text = word(QT_TRANSLATE_NOOP("NewsroomText", "Refused by the server")),
            .icon = u"triangle-alert"_s,
            .explanation = word(QT_TRANSLATE_NOOP(
                "NewsroomText", "The server did not accept a change to this article. Open the article to resolve it.")),
            .tone = Tone::Bad};
    if (line.waiting > 0 && line.state == State::Deleted) // that it goes is more than that something goes
        return {.text = word(QT_TRANSLATE_NOOP("NewsroomText", "Waiting to be deleted")),
                .icon = u"trash-2"_s,
                .explanation = word(QT_TRANSLATE_NOOP("NewsroomText",
                                                      "This draft leaves the list as soon as the server has heard "
                                                      "that you deleted it.")),
                .tone = Tone::Warning};
    if (line.waiting > 0)
        return {.text = word(QT_TRANSLATE_NOOP("NewsroomText", "Waiting to be sent")),
                .icon = u"hourglass"_s,
                .explanation =
                    word(QT_TRANSLATE_NOOP("NewsroomText",
                                           "A change to this article is waiting on this PC and will be sent "
                                           "automatically. The state shown is the one at the server until then.")),
                .tone = Tone::Warning};
    switch (line.saved) {
    case SavedState::OnThisPc:
        return {.text = word(QT_TRANSLATE_NOOP("NewsroomText", "On this PC")),
                .icon = u"hard-drive"_s,
                .explanation = word(QT_TRANSLATE_NOOP("NewsroomText",
                                                      "Some of the text is kept on this PC only; the server does not "
                                                      "have it yet.")),
                .tone = Tone::Warning};
    case SavedState::Sent:
        return {.text = word(QT_TRANSLATE_NOOP("NewsroomText", "Sent")),
                .icon = u"cloud"_s,
                .explanation = word(QT_TRANSLATE_NOOP("NewsroomText", "The server has exactly this text.")),
                .tone = Tone::Neutral};
    case SavedState::Published:
        return {.text = word(QT_TRANSLATE_NOOP("NewsroomText", "On the portal")),
                .icon = u"globe"_s,
                .explanation =
                    word(QT_TRANSLATE_NOOP("NewsroomText", "The server has exactly this text, and readers see it.")),
                .tone = Tone::Neutral};
    }
    Q_UNREACHABLE();
}

QString refusalText(const Error &why)
{
    const bool isGone = why.code == ErrorCode::Gone || why.code == ErrorCode::NotFound;
    if (isGone && why.subject == "article"_L1)
        return word(QT_TRANSLATE_NOOP("NewsroomText",
                                      "The server no longer has this article, or this account may no longer see it."));
    return errorText(why);
}

QString heldUpText(const HeldUp &heldUp, Instant now)
{
    const auto why = [&]() -> QString {
        if (heldUp.why.subject.startsWith("outbox."_L1)) // of this PC's own
            return errorText(heldUp.why);
        if (heldUp.why.code == ErrorCode::StorageFull)
            return word(QT_TRANSLATE_NOOP("NewsroomText",
                                          "The server's disk is full. Tell the administrator; this goes out by itself "
                                          "when there is room."));
        if (heldUp.why.code == ErrorCode::RateLimited)
            return word(QT_TRANSLATE_NOOP("NewsroomText", "The server asks this PC to send more slowly."));
        if (heldUp.why.code == ErrorCode::Unavailable && heldUp.why.subject != "network"_L1)
            return errorText(heldUp.why);
        return word(QT_TRANSLATE_NOOP(
            "NewsroomText",
            "The server could not take this in. It is tried again by itself; tell the administrator if it stays so."));
    }();
    if (heldUp.nextTry <= now)
        return why;
    return word(QT_TRANSLATE_NOOP("NewsroomText", "%1 Next try: %2."))
        .arg(why, QLocale().toString(newsroomTime(heldUp.nextTry).time(), u"HH:mm:ss"_s));
}

QString whenText(Instant at, Instant now)
{
    const qint64 minutes = (toMilliseconds(now) - toMilliseconds(at)) / 60'000;
    const QDateTime moment = newsroomTime(at);
    const QDate today = newsroomTime(now).date();
    const QString time = QLocale().toString(moment.time(), u"HH:mm"_s);
    if (minutes >= 0 && minutes < 1)
        return word(QT_TRANSLATE_NOOP("NewsroomText", "just now"));
    if (minutes >= 1 && minutes < 60)
        return QCoreApplication::translate("NewsroomText", "%Ln minute(s) ago", nullptr, int(minutes));
    if (moment.date() == today)
        return word(QT_TRANSLATE_NOOP("NewsroomText", "today %1")).arg(time);
    if (moment.date() == today.addDays(-1))
        return word(QT_TRANSLATE_NOOP("NewsroomText", "yesterday %1")).arg(time);
    return QLocale().toString(moment, u"d-M-yyyy HH:mm"_s);
}

int whenWidth(const QFontMetrics &metrics, Instant now)
{
    using namespace std::chrono;
    int width = 0;
    // Digits are not all of one width, and any may stand there.
    QChar widest = u'0';
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        widest = metrics.horizontalAdvance(digit) > metrics.horizontalAdvance(widest) ? QChar(digit) : widest;
    // The longest of each kind; of a date the one with two digits for the day and for the month.
    for (QString text :
         {whenText(now - minutes(59), now), whenText(now - days(1), now), word("today %1").arg(u"00:00"_s),
          word("yesterday %1").arg(u"00:00"_s), u"00-00-0000 00:00"_s}) {
        std::ranges::replace_if(
            text, [](QChar c) { return c.isDigit(); }, widest);
        width = qMax(width, metrics.horizontalAdvance(text) + 1); // rounded, perhaps down
    }
    return width;
}

QString momentText(Instant at)
{
    return dateLine(at, newsroomZone(), languageInUse());
}

QString momentWords(Instant at)
{
    return dateWords(at, newsroomZone(), languageInUse());
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace toasoan
