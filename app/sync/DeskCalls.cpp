// What Desk asks of its worker for the person: articles, pictures, what waits.
#include "base/Log.h"
#include "sync/DeskParts.h"
#include "sync/GonePictures.h"
#include "sync/ServerAnswer.h"

#include <QFileInfo>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

// Articles

Result<ArticlePage> DeskWorker::list(const ArticleQuery &query, const std::optional<ListCursor> &after)
{
    if (!m_parts)
        return nobody;
    return m_parts->replica->list(query, after, [this] { onPause(); });
}

Result<ArticleView> DeskWorker::article(ArticleId id)
{
    if (!m_parts)
        return nobody;
    auto view = m_parts->replica->article(id);
    if (view)
        markHeldUp(view->waiting);
    return view;
}

Result<std::optional<ArticleLine>> DeskWorker::line(ArticleId id)
{
    if (!m_parts)
        return nobody;
    return m_parts->replica->line(id);
}

Result<void> DeskWorker::type(const TypedText &text)
{
    if (!m_parts)
        return nobody;
    if (auto told = tell(m_parts->replica->type(itemKey(text.article), text.base, canonicalBytes(text.content))); !told)
        return told;
    m_autoSave.typed(text.article);
    settle();
    return {};
}

Result<void> DeskWorker::save(ArticleId id, Sitting sitting)
{
    if (!m_parts)
        return nobody;
    auto told = tell(m_parts->replica->save(itemKey(id), sitting));
    const bool wasKnown = m_autoSave.failures().contains(id);
    m_autoSave.tried(id, told);
    if (wasKnown || !told)
        tellOutbox(); // it says which texts are not even there, and why
    return told;
}

Result<void> DeskWorker::markSeen(ArticleId id)
{
    if (!m_parts)
        return nobody;
    return tell(m_parts->replica->markSeen(id));
}

Result<ArticleView> DeskWorker::submit(const Command &command, std::optional<TextBase> read)
{
    if (!m_parts)
        return nobody;
    // Saved first, and told so, whatever becomes of the step. Only a step that answers for the text depends on it: a
    // take-down or a return goes even beside a text that cannot be saved, which stays here.
    if (auto saved = save(keyOf(command).id); !saved && vouches(stepOf(command)))
        return saved.error();
    if (read) {
        const auto shown = m_parts->replica->article(keyOf(command).id);
        if (shown && shown->base != *read)
            return Error{ErrorCode::Conflict, u"article.contentHash"_s, {}};
    }
    if (auto told = tell(m_parts->replica->submit(command)); !told)
        return told.error();
    return m_parts->replica->article(keyOf(command).id);
}

void DeskWorker::versions(const Key &key, Callback<std::vector<RecordVersion>> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.versions(key, std::move(done));
}

void DeskWorker::revisions(ArticleId id, Callback<std::vector<RevisionLine>> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.revisions(id, std::move(done));
}

void DeskWorker::revision(ArticleId id, Version version, Callback<Content> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.revision(id, version, std::move(done));
}

// Pictures

Result<AddedPicture> DeskWorker::addPicture(const QString &path)
{
    if (!m_parts)
        return nobody;
    return addPicture(m_parts->pictures.takeFile(path), QFileInfo(path).fileName());
}

Result<AddedPicture> DeskWorker::addPicture(const QByteArray &bytes, const QString &name)
{
    if (!m_parts)
        return nobody;
    return addPicture(m_parts->pictures.take(bytes), name);
}

Result<AddedPicture> DeskWorker::addPicture(const Result<StoredPicture> &stored, const QString &name)
{
    if (!stored)
        return stored.error();
    const PictureEntry entry{.media = MediaId::create(m_clock, m_dice),
                             .sha256 = stored->sha256,
                             .name = name,
                             .size = stored->size,
                             .width = stored->shape.width,
                             .height = stored->shape.height,
                             .uploadAddress = {},
                             .sent = 0,
                             .error = {},
                             .addedAt = m_clock.now()};
    if (auto put = m_parts->replica->putPicture(entry); !put)
        return put.error();
    tellOutbox();
    m_parts->uploader.picturesChanged();
    settle();
    return AddedPicture{.media = entry.media, .file = stored->file, .width = entry.width, .height = entry.height};
}

void DeskWorker::pictureFile(MediaId media, Callback<QString> done)
{
    if (!m_parts)
        return done(nobody);
    m_parts->lookups.pictureFile(media, std::move(done));
}

void DeskWorker::forgetPicturesLater()
{
    m_forgetting.start();
}

void DeskWorker::forgetPictures()
{
    if (!m_parts)
        return;
    if (!m_parts->replica->pulls().empty())
        return forgetPicturesLater(); // the records that show them are still to be told of
    Database &database = m_parts->replica->database();
    auto done = forgetGonePictures(database, [this] { onPause(); });
    if (done)
        done = removeForgottenFiles(database, m_parts->pictures);
    if (!done)
        writeLog(LogLevel::Warning, "pictures.notForgotten",
                 {{"code"_L1, toText(done.error().code)}, {"subject"_L1, done.error().subject}});
}

// What waits

Result<OutboxView> DeskWorker::outbox()
{
    if (!m_parts)
        return nobody;
    auto outbox = m_parts->replica->outbox();
    if (!outbox)
        return outbox;
    markHeldUp(outbox->commands);
    auto texts = unsavedTexts();
    if (!texts)
        return texts.error();
    outbox->texts = *std::move(texts);
    const bool isOnline = m_parts->engine.connection().connection == Connection::Online;
    for (WaitingPicture &picture : outbox->pictures) {
        if (isOnline && !picture.refusal)
            picture.heldUp = m_parts->uploader.heldUp(picture.media);
    }
    return outbox;
}

Result<std::vector<UnsavedText>> DeskWorker::unsavedTexts()
{
    auto typed = m_parts->replica->articlesWithTypedText();
    if (!typed)
        return typed.error();
    std::vector<UnsavedText> texts;
    for (const auto &[id, failure] : m_autoSave.failures()) {
        if (std::ranges::find(*typed, id) == typed->end())
            continue; // it has gone with its article, or another way
        const auto line = m_parts->replica->line(id);
        if (!line)
            return line.error();
        texts.push_back({.article = id,
                         .title = *line ? (*line)->title : QString(),
                         .why = failure.why,
                         .since = failure.since,
                         .isTriedAgain = mayGoBetterLater(failure.why)});
    }
    return texts;
}

Result<void> DeskWorker::retry(RequestId request)
{
    if (!m_parts)
        return nobody;
    return tell(m_parts->replica->retry(request));
}

Result<void> DeskWorker::discard(RequestId request)
{
    if (!m_parts)
        return nobody;
    return tell(m_parts->replica->discard(request));
}

Result<void> DeskWorker::retryPicture(MediaId media)
{
    if (!m_parts)
        return nobody;
    auto picture = m_parts->replica->picture(media);
    if (!picture)
        return picture.error();
    if (!*picture)
        return Error{ErrorCode::NotFound, u"media"_s, media.toText()};
    PictureEntry entry = **picture;
    entry.error.clear();
    entry.uploadAddress.clear();
    entry.sent = 0;
    if (auto put = m_parts->replica->putPicture(entry); !put)
        return put;
    tellOutbox();
    m_parts->uploader.picturesChanged();
    settle();
    return {};
}

Result<void> DeskWorker::discardPicture(MediaId media)
{
    if (!m_parts)
        return nobody;
    if (auto removed = m_parts->replica->removePicture(media); !removed)
        return removed;
    tellOutbox();
    m_parts->engine.outboxChanged();
    settle();
    return {};
}

Result<void> DeskWorker::deleteDraft(ArticleId id)
{
    if (!m_parts)
        return nobody;
    return tell(m_parts->replica->deleteDraft(itemKey(id)));
}

Result<ArticleId> DeskWorker::keepAsNewDraft(ArticleId id)
{
    if (!m_parts)
        return nobody;
    Changes changes;
    auto draft = m_parts->replica->keepAsNewDraft(id, changes);
    if (!draft)
        return draft;
    if (auto told = tell(changes); !told)
        return told.error();
    return draft;
}

} // namespace toasoan
