#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace toasoan {

namespace {

struct Sentence
{
    std::optional<ErrorCode> code; ///< nothing: whatever the code
    const char *subject; ///< the subject, or its beginning up to a dot
    const char *text;
};

constexpr const char *context = "ErrorText";

// %1 is the picture's place in the text, and its caption.
constexpr const char *refusedPicture = QT_TRANSLATE_NOOP("ErrorText",
                                                         "Picture %1 of the text belongs to an article that you may "
                                                         "not open, so it cannot be used here. Take it out, or add "
                                                         "your own file.");
constexpr const char *someRefusedPicture = QT_TRANSLATE_NOOP(
    "ErrorText",
    "A picture of the text belongs to an article that you may not open, so it cannot be used here. Take it out, or add "
    "your own file.");

// The first row that fits wins: exact subjects before the wide ones.
constexpr std::array sentences{
    // Signing in
    Sentence{{},
             "session.password",
             QT_TRANSLATE_NOOP("ErrorText", "The account name or the password is wrong. Check both and try again.")},
    Sentence{ErrorCode::RateLimited, "session",
             QT_TRANSLATE_NOOP("ErrorText", "There were too many attempts. Wait a few minutes, then try again.")},
    Sentence{
        ErrorCode::Unauthenticated, "session",
        QT_TRANSLATE_NOOP("ErrorText", "Your session has ended. Sign in again; what you wrote is saved on this PC.")},
    Sentence{
        {}, "user.disabled", QT_TRANSLATE_NOOP("ErrorText", "This account is disabled. Contact your administrator.")},
    Sentence{{},
             "protocol.version",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "This program and the server have different versions. Update the older one; nothing is lost.")},
    Sentence{ErrorCode::Unsupported, "command.kind",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The server is older than this program and cannot do this yet. Ask the administrator to "
                               "update it, then try again.")},
    Sentence{ErrorCode::Unavailable, "server.address",
             QT_TRANSLATE_NOOP("ErrorText",
                               "Another program on this PC is using the portal's port. If Tòa Soạn is already open, "
                               "use that window; otherwise start it with another port.")},
    Sentence{
        {},
        "server.address",
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "This is not a server address. It looks like https://toasoan.example.vn or http://192.168.1.10:8080.")},
    // The connection
    Sentence{{},
             "network",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The server cannot be reached. Check the network; your work is saved on this PC and "
                               "will be sent automatically.")},
    // Articles
    Sentence{
        {},
        "article.stateSecret",
        QT_TRANSLATE_NOOP("ErrorText", "Confirm that the article contains no state secrets, then submit it again.")},
    Sentence{{},
             "article.title",
             QT_TRANSLATE_NOOP("ErrorText", "The article has no title yet. Write one, then try again.")},
    Sentence{ErrorCode::InvalidInput, "article.section",
             QT_TRANSLATE_NOOP("ErrorText", "No section is chosen yet. Choose one, then try again.")},
    Sentence{ErrorCode::Forbidden, "article.section",
             QT_TRANSLATE_NOOP("ErrorText",
                               "You may not write for this section. Choose another one, or ask the administrator.")},
    Sentence{{},
             "article.checklist",
             QT_TRANSLATE_NOOP("ErrorText",
                               "This article still lacks something that the board wants before approval. Complete it, "
                               "then approve it.")},
    Sentence{{},
             "article.conflict",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "Two people changed the same words. Choose one wording at each marked place, then try again.")},
    Sentence{{},
             "article.pictures",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "A picture of the article has not arrived yet. Wait until all pictures are sent, then try again.")},
    Sentence{{}, "article.picture", refusedPicture},
    Sentence{
        {}, "article.reason", QT_TRANSLATE_NOOP("ErrorText", "This step needs a reason. Write one, then try again.")},
    Sentence{{},
             "article.step",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "The article has moved on, or your role does not allow this step. Check its state, or ask the "
                 "secretary or the chair.")},
    Sentence{{},
             "article.state",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The article has moved on, and this step is no longer possible. Check its new state.")},
    Sentence{ErrorCode::NotFound, "article.version",
             QT_TRANSLATE_NOOP("ErrorText",
                               "That version of the article is not here. Connect to the server, then try again.")},
    Sentence{{},
             "article.version",
             QT_TRANSLATE_NOOP("ErrorText", "There is a newer version of the article. Read it, then decide again.")},
    Sentence{
        {},
        "article.contentHash",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The article is not the one you read: it was changed meanwhile. Read it again, then decide.")},
    Sentence{{},
             "article.approval",
             QT_TRANSLATE_NOOP("ErrorText", "This version has not been approved. Have it approved first.")},
    Sentence{
        ErrorCode::Conflict, "article.scheduledAt",
        QT_TRANSLATE_NOOP("ErrorText",
                          "The hour was set while this PC's clock was wrong, so it was not sent. Look at the hour, and "
                          "schedule the article again.")},
    Sentence{{},
             "article.scheduledAt",
             QT_TRANSLATE_NOOP("ErrorText", "This time is not valid. Choose a time in the future, within ten years.")},
    Sentence{ErrorCode::Gone, "article", QT_TRANSLATE_NOOP("ErrorText", "The article is no longer there.")},
    Sentence{ErrorCode::NotFound, "article",
             QT_TRANSLATE_NOOP("ErrorText", "The article cannot be found, or you no longer have access to it.")},
    Sentence{ErrorCode::TooLarge, "content.title",
             QT_TRANSLATE_NOOP("ErrorText", "The title is too long. Shorten it to 300 characters.")},
    Sentence{ErrorCode::TooLarge, "content.subtitle",
             QT_TRANSLATE_NOOP("ErrorText", "The subtitle is too long. Shorten it to 300 characters.")},
    Sentence{ErrorCode::TooLarge, "content.lead",
             QT_TRANSLATE_NOOP("ErrorText", "The lead is too long. Shorten it to 3,000 characters.")},
    Sentence{ErrorCode::TooLarge, "content.correction",
             QT_TRANSLATE_NOOP("ErrorText", "The correction is too long. Shorten it to 2,000 characters.")},
    Sentence{ErrorCode::TooLarge, "content.tags",
             QT_TRANSLATE_NOOP("ErrorText",
                               "There are too many tags, or one is too long. Keep at most 30, of 60 characters each.")},
    Sentence{ErrorCode::TooLarge, "content.source",
             QT_TRANSLATE_NOOP("ErrorText", "The source is too long. Shorten it to 500 characters.")},
    Sentence{ErrorCode::TooLarge, "content.bylines",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "There are too many authors, or a name is too long. Keep at most 30, of 120 characters each.")},
    Sentence{ErrorCode::Conflict, "content.section",
             QT_TRANSLATE_NOOP("ErrorText",
                               "Somebody else chose another section meanwhile, and that choice stands. Check the "
                               "section, and choose again if needed.")},
    Sentence{ErrorCode::InvalidInput, "content.genre",
             QT_TRANSLATE_NOOP("ErrorText", "This genre is not in use any more. Choose another one.")},
    Sentence{ErrorCode::Conflict, "entry.single",
             QT_TRANSLATE_NOOP("ErrorText", "There is one of these already, and there is only one. Change that one.")},
    Sentence{ErrorCode::Conflict, "content.genre",
             QT_TRANSLATE_NOOP("ErrorText",
                               "Somebody else chose another genre meanwhile, and that choice stands. Check the genre, "
                               "and choose again if needed.")},
    // Entries of registers; a window that knows the register says more
    Sentence{{},
             "entry.key",
             QT_TRANSLATE_NOOP("ErrorText", "Another entry says the same. Change this one, then save it again.")},
    Sentence{{},
             "entry.open",
             QT_TRANSLATE_NOOP("ErrorText", "Two people changed the same field. Choose one value, then save again.")},
    Sentence{ErrorCode::NotFound, "entry",
             QT_TRANSLATE_NOOP("ErrorText", "This entry is not here any more, or this account may no longer see it.")},
    Sentence{
        ErrorCode::Conflict, "entry",
        QT_TRANSLATE_NOOP("ErrorText", "Somebody else has changed this entry meanwhile. Look at it, then try again.")},
    Sentence{ErrorCode::TooLarge, "entry",
             QT_TRANSLATE_NOOP("ErrorText", "This entry is too long. Shorten it, then save it again.")},
    Sentence{ErrorCode::InvalidInput, "entry",
             QT_TRANSLATE_NOOP("ErrorText",
                               "Something in this entry is missing or cannot be taken. Open it, complete it and save "
                               "it again.")},
    Sentence{ErrorCode::Unsupported, "noun",
             QT_TRANSLATE_NOOP("ErrorText",
                               "This register is not known here any more. Ask the administrator; what you wrote is "
                               "kept on this PC.")},
    Sentence{ErrorCode::TooLarge, "content",
             QT_TRANSLATE_NOOP("ErrorText", "The article is too long. Divide it into two, or shorten it.")},
    Sentence{
        ErrorCode::Unsupported, "content.others",
        QT_TRANSLATE_NOOP("ErrorText",
                          "The article has parts that were written with a newer version of this program and cannot "
                          "be shown here. Update this PC, read the article, then approve it.")},
    Sentence{
        ErrorCode::Unsupported, "content",
        QT_TRANSLATE_NOOP("ErrorText",
                          "The article was written with a newer version of this program. Update this PC to edit it.")},
    Sentence{ErrorCode::InvalidInput, "content",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "The text contains something that no article may have. Undo the last change, or paste it as plain "
                 "text.")},
    // Pictures
    Sentence{{},
             "picture.format",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "This file is not a picture, or its format is not supported. Choose a JPEG, PNG or WebP file.")},
    Sentence{{},
             "picture.colours",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The picture's colours cannot be read. Open it in a picture program, save it as a JPEG "
                               "or PNG file, then add that file.")},
    Sentence{{},
             "picture.size",
             QT_TRANSLATE_NOOP("ErrorText", "The picture is too large. Make it smaller, then add it again.")},
    Sentence{
        {},
        "picture.structure",
        QT_TRANSLATE_NOOP("ErrorText",
                          "The picture takes too long to read. Open it in a picture program, save it as a new JPEG "
                          "file, then add that file.")},
    Sentence{
        {},
        "picture.cost",
        QT_TRANSLATE_NOOP("ErrorText",
                          "The picture takes too long to read. Open it in a picture program, save it as a new JPEG "
                          "file, then add that file.")},
    Sentence{{},
             "picture.truncated",
             QT_TRANSLATE_NOOP("ErrorText", "The picture file is damaged or incomplete. Choose another copy of it.")},
    Sentence{ErrorCode::Unavailable, "picture.decoder",
             QT_TRANSLATE_NOOP("ErrorText", "The server is busy. The program will try again automatically.")},
    Sentence{{},
             "upload.open",
             QT_TRANSLATE_NOOP("ErrorText",
                               "Too many pictures of this account are being sent at once. The others follow by "
                               "themselves.")},
    Sentence{
        {}, "picture.file", QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read. Check that it is still there.")},
    Sentence{
        {},
        "picture",
        QT_TRANSLATE_NOOP("ErrorText", "The picture cannot be saved on this PC. Check the disk, then add it again.")},
    Sentence{ErrorCode::ChecksumMismatch, "",
             QT_TRANSLATE_NOOP("ErrorText", "The picture was damaged in transit. Send it again.")},
    Sentence{{}, "media", QT_TRANSLATE_NOOP("ErrorText", "The picture cannot be used. Choose another one.")},
    Sentence{{},
             "editor.size",
             QT_TRANSLATE_NOOP("ErrorText",
                               "This text is larger than any that this program has written, so it cannot be shown "
                               "here. Nothing in it was altered; tell the administrator.")},
    Sentence{{},
             "editor.picture",
             QT_TRANSLATE_NOOP("ErrorText",
                               "A picture is still being taken in and is not in the text yet. Wait until it is there; "
                               "if you leave once more, the article stays without it.")},
    Sentence{{},
             "editor.silent",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The editor does not answer, so nothing was done: what was typed last could be missing. "
                               "Wait a moment, check the text, then try again.")},
    // What waits
    Sentence{{},
             "outbox.refused",
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "The server did not accept an earlier step of this article. Resolve that step in the outbox first.")},
    Sentence{
        {},
        "outbox.offered",
        QT_TRANSLATE_NOOP("ErrorText", "This is being sent and can no longer be withdrawn. Wait until it is done.")},
    Sentence{
        {}, "outbox", QT_TRANSLATE_NOOP("ErrorText", "This is no longer in the outbox; there is nothing to resolve.")},
    // This PC
    Sentence{{},
             "desk.inUse",
             QT_TRANSLATE_NOOP("ErrorText", "Another program is using the data on this PC. Close it, then try again.")},
    Sentence{
        {},
        "desk.inUseElsewhere",
        QT_TRANSLATE_NOOP("ErrorText",
                          "The data lies on a shared disk, and a program on another PC is using it. Close it there, "
                          "then try again. If that PC was switched off, ask an administrator to remove the files "
                          "desk.lock and workstation.lock.")},
    Sentence{{},
             "desk.silent",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The program is open already, but does not answer. Wait a moment; if that "
                               "does not help, end it (or restart this PC) and start it again.")},
    Sentence{{},
             "desk.folder",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The data folder cannot be used. Check that it exists and that you may write to it.")},
    Sentence{ErrorCode::Unavailable, "folder",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The data folder cannot be used. Check that it exists and that you may write to it.")},
    Sentence{{},
             "database.schema",
             QT_TRANSLATE_NOOP("ErrorText",
                               "The data on this PC was last used by a newer version of this program. Install that "
                               "version; nothing was changed.")},
    Sentence{{},
             "database.busy",
             QT_TRANSLATE_NOOP("ErrorText", "Another program is using the data on this PC. Close it, then try again.")},
};

struct Lack
{
    const char *rule; ///< toText(ChecklistRule)
    const char *text;
};

constexpr std::array lacks{
    Lack{"title", QT_TRANSLATE_NOOP("ErrorText", "no title")},
    Lack{"section", QT_TRANSLATE_NOOP("ErrorText", "no section")},
    Lack{"conflict", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln part(s) with two wordings")},
    Lack{"overLimits", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln part(s) over the limits")},
    Lack{"newerParts", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln part(s) of a newer version")},
    Lack{"picture", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln figure(s) without a picture")},
    Lack{"pictureAlt", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln picture(s) without a description")},
    Lack{"pictureCaption", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln picture(s) without a caption")},
    Lack{"pictureCredit", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln picture(s) without a credit")},
    Lack{"lead", QT_TRANSLATE_NOOP("ErrorText", "no lead")},
    Lack{"body", QT_TRANSLATE_NOOP("ErrorText", "no text")},
    Lack{"tags", QT_TRANSLATE_NOOP("ErrorText", "no tags")},
    Lack{"byline", QT_TRANSLATE_NOOP("ErrorText", "no author")},
    Lack{"longTitle", QT_TRANSLATE_NOOP("ErrorText", "a long title")},
    Lack{"longLead", QT_TRANSLATE_NOOP("ErrorText", "a long lead")},
    Lack{"correction", QT_TRANSLATE_NOOP("ErrorText", "no correction text")},
    Lack{"link", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln dead or empty link(s)")},
    Lack{"linkElsewhere", QT_TRANSLATE_N_NOOP("ErrorText", "%Ln link(s) to another site than named")},
};

// "pictureAlt 2, lead 1" (checkApprovable()) in words.
QString lacksOf(const QString &detail)
{
    QStringList words;
    for (const QString &each : detail.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const QString text = lackText(each.section(u' ', 0, 0), each.section(u' ', 1, 1).toInt());
        if (!text.isEmpty())
            words.append(text);
    }
    return words.join(QStringLiteral(", "));
}

// When no subject says more.
const char *general(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QT_TRANSLATE_NOOP("ErrorText", "Something you entered is not valid. Check it and try again.");
    case ErrorCode::Unauthenticated:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "Your session has ended. Sign in again; what you wrote is saved on this PC.");
    case ErrorCode::Forbidden:
        return QT_TRANSLATE_NOOP("ErrorText", "You do not have permission to do this. Contact your administrator.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("ErrorText", "This item cannot be found.");
    case ErrorCode::Gone:
        return QT_TRANSLATE_NOOP("ErrorText", "This item no longer exists.");
    case ErrorCode::Conflict:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "Somebody else has just changed this. Look at the current version, then try again.");
    case ErrorCode::TooLarge:
        return QT_TRANSLATE_NOOP("ErrorText", "This is too large. Make it smaller, then try again.");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("ErrorText", "This version of the program cannot do that. Update it, then try again.");
    case ErrorCode::ChecksumMismatch:
        return QT_TRANSLATE_NOOP("ErrorText", "The data was damaged on its way. Try again.");
    case ErrorCode::RateLimited:
        return QT_TRANSLATE_NOOP("ErrorText", "There were too many attempts. Wait a few minutes, then try again.");
    case ErrorCode::Unavailable:
        return QT_TRANSLATE_NOOP("ErrorText", "The server is busy. The program will try again automatically.");
    case ErrorCode::StorageFull:
        return QT_TRANSLATE_NOOP("ErrorText", "The disk is full. Free some space, then try again.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("ErrorText", "Saved data cannot be read. Tell the administrator before you continue.");
    case ErrorCode::Internal:
        return QT_TRANSLATE_NOOP(
            "ErrorText",
            "Something went wrong in the program. Try again; if it happens again, tell the administrator.");
    }
    Q_UNREACHABLE();
}

bool fits(const Sentence &sentence, const Error &error)
{
    if (sentence.code && *sentence.code != error.code)
        return false;
    const auto subject = QLatin1StringView(sentence.subject);
    return subject.isEmpty() || error.subject == subject
        || (error.subject.startsWith(subject) && error.subject.at(subject.size()) == u'.');
}

} // namespace

QString lackText(const QString &rule, int count)
{
    for (const Lack &lack : lacks) {
        if (rule == QLatin1StringView(lack.rule))
            return QCoreApplication::translate(context, lack.text, nullptr, count);
    }
    return {};
}

QString errorText(const Error &error)
{
    if (error.subject == QLatin1StringView("article.checklist")) {
        const QString missing = lacksOf(error.detail);
        if (!missing.isEmpty())
            return QCoreApplication::translate(context,
                                               "This article cannot be approved yet: %1. Complete it, then approve it.")
                .arg(missing);
    }
    if (error.code == ErrorCode::StorageFull)
        return QCoreApplication::translate(context, general(error.code));
    for (const Sentence &sentence : sentences) {
        if (!fits(sentence, error))
            continue;
        if (sentence.text != refusedPicture)
            return QCoreApplication::translate(context, sentence.text);
        return error.detail.isEmpty() ? QCoreApplication::translate(context, someRefusedPicture)
                                      : QCoreApplication::translate(context, refusedPicture).arg(error.detail);
    }
    return QCoreApplication::translate(context, general(error.code));
}

} // namespace toasoan
