// Pictures that the server shows a person no more go from his PC, with their files, as soon as nothing here needs them.
#include "domain/NewsroomJson.h"
#include "storage/MediaStore.h"
#include "sync/EngineSteps.h"
#include "sync/GonePictures.h"
#include "sync/Replica.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace toasoan::test;

namespace {

// Sound PNGs of 8 × 6 pixels; what stands behind the end is not looked at.
QByteArray photo(int number)
{
    return QByteArray::fromBase64(
               "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQEAQQhFQZKgCbEh0Jvky5cCTYgNgSbR3dgxM9w4"
               "xjVklPGMNcwCD05wAwUVvGDjj8STk9xESSUv2fxDuDjiCokST6z+aLw5zW3UVPOa7T8GH85wBw01vGGHD8x/PnGPuaBxAAAAAElF"
               "TkSuQmCC")
        + QByteArray::number(number);
}

// A desk on the disk, to which a server says what a test wants.
class Office
{
public:
    Office() { start(); }

    /// As after a crash: nothing but what is on the disk.
    void start()
    {
        m_replica.reset();
        auto opened = Replica::open(DatabaseLocation::sqlite(m_folder.filePath(u"desk.db"_s)), m_clock, m_dice);
        if (!opened)
            qFatal("no replica");
        m_replica = *std::move(opened);
    }

    /// The server has the picture, and its file is here.
    Media picture(int number)
    {
        const auto stored = pictures.take(photo(number));
        if (!stored)
            qFatal("no picture: %s", qPrintable(stored.error().subject));
        const Media media{.id = MediaId::create(m_clock, m_dice),
                          .sha256 = stored->sha256,
                          .format = u"png"_s,
                          .width = 8,
                          .height = 6,
                          .size = stored->size,
                          .name = u"ảnh.png"_s,
                          .uploadedBy = UserId::create(m_clock, m_dice),
                          .createdAt = m_clock.now()};
        tell(nouns::media, media.id.toText(), toJson(media));
        return media;
    }

    void tell(const Noun &noun, const QString &id, const std::optional<QJsonObject> &value)
    {
        ++m_sequence;
        const auto text = value ? std::optional(jsonText(*value)) : std::nullopt;
        IncomingPage page({.epoch = u"e"_s,
                           .next = m_sequence,
                           .newest = m_sequence,
                           .more = false,
                           .now = 0,
                           .entries = {{.sequence = m_sequence, .noun = toText(noun), .id = id, .value = text}},
                           .view = {}},
                          m_replica->rules());
        std::size_t from = 0;
        const auto changes = m_replica->apply(page, from);
        if (!changes || !changes->problems.empty())
            qFatal("not taken");
        isNeedless = changes->isPictureNeedless;
    }
    void tellGone(const Media &media) { tell(nouns::media, media.id.toText(), {}); }

    ArticleId article(const Media &media)
    {
        Article article;
        article.id = ArticleId::create(m_clock, m_dice);
        article.author = UserId::create(m_clock, m_dice);
        article.version = 1;
        article.content.title = u"Bài"_s;
        article.content.body = bodyWithPicture(media.id);
        article.contentHash = contentHash(article.content);
        article.createdAt = article.updatedAt = m_clock.now();
        RecordSnapshot snapshot;
        snapshot.record = recordOf(article);
        tell(nouns::article, article.id.toText(), toJson(snapshot));
        return article.id;
    }

    [[nodiscard]] bool forget() { return forgetGonePictures(m_replica->database(), {}).ok(); }
    [[nodiscard]] bool removeFiles() { return removeForgottenFiles(m_replica->database(), pictures).ok(); }
    [[nodiscard]] bool knows(const Media &media) { return m_replica->media(media.id).value().has_value(); }
    [[nodiscard]] bool hasFile(const Media &media) const { return pictures.has(media.sha256); }
    [[nodiscard]] qsizetype noted()
    {
        auto transaction = Transaction::begin(m_replica->database(), Access::Read);
        const DeskStore desk(*transaction);
        return std::ssize(desk.gonePictures().value()) + std::ssize(desk.forgottenPictures().value());
    }
    Replica &replica() { return *m_replica; }
    ArticleId newArticle() { return ArticleId::create(m_clock, m_dice); }

private:
    SystemClock m_clock;
    SeededDice m_dice{1};
    QTemporaryDir m_folder;
    std::unique_ptr<Replica> m_replica;
    qint64 m_sequence = 0;

public:
    const PictureStore pictures{m_folder.filePath(u"pictures"_s)};
    bool isNeedless = false; ///< as the last page said
};

} // namespace

class TestGonePictures : public QObject
{
    Q_OBJECT

private slots:
    void whatNothingNeedsGoesWithItsFile()
    {
        Office office;
        const Media gone = office.picture(1), stays = office.picture(2);
        QFile shown(office.pictures.shownPath(gone.sha256));
        QVERIFY(shown.open(QIODevice::WriteOnly));
        shown.close();
        office.tellGone(gone);
        QVERIFY(office.isNeedless);
        QVERIFY(office.knows(gone)); // not before all is looked at
        QVERIFY(office.forget());
        QVERIFY(!office.knows(gone));
        QVERIFY(office.hasFile(gone)); // not before the row is gone for good
        QVERIFY(office.removeFiles());
        QVERIFY(!office.hasFile(gone));
        QVERIFY(!office.pictures.hasShown(gone.sha256));
        QVERIFY(office.knows(stays));
        QVERIFY(office.hasFile(stays));
        QCOMPARE(office.noted(), qsizetype(0));
        // What never was here is no news.
        office.tell(nouns::media, office.newArticle().toText(), {});
        QVERIFY(!office.isNeedless);
        QCOMPARE(office.noted(), qsizetype(0));
    }

    void whatARecordHereShowsStaysAsLongAsThat()
    {
        Office office;
        const Media media = office.picture(1);
        const ArticleId id = office.article(media);
        office.tellGone(media);
        QVERIFY(office.forget() && office.removeFiles());
        QVERIFY(office.knows(media));
        QVERIFY(office.hasFile(media));
        office.start();
        QVERIFY(office.replica().hasGonePictures());
        // The record goes out of sight by another page, later.
        office.tell(nouns::article, id.toText(), {});
        QVERIFY(office.isNeedless);
        QVERIFY(office.forget() && office.removeFiles());
        QVERIFY(!office.knows(media));
        QVERIFY(!office.hasFile(media));
    }

    void whatWaitsOrIsTypedHereNeedsItsPictures()
    {
        Office office;
        const Media typed = office.picture(1), waiting = office.picture(2), coming = office.picture(3);
        const ArticleId first = office.newArticle(), second = office.newArticle();
        Content content;
        content.title = u"Bài"_s;
        content.body = bodyWithPicture(typed.id);
        QVERIFY(office.replica().type(itemKey(first), {}, canonicalBytes(content)));
        content.body = bodyWithPicture(waiting.id);
        QVERIFY(office.replica().type(itemKey(second), {}, canonicalBytes(content))
                && office.replica().save(itemKey(second)));
        QVERIFY(office.replica().putPicture({.media = coming.id,
                                             .sha256 = coming.sha256,
                                             .name = {},
                                             .size = 9,
                                             .width = 8,
                                             .height = 6,
                                             .uploadAddress = {},
                                             .sent = 0,
                                             .error = {},
                                             .addedAt = {}}));
        for (const Media &media : {typed, waiting, coming})
            office.tellGone(media);
        QVERIFY(office.forget() && office.removeFiles());
        for (const Media &media : {typed, waiting, coming}) {
            QVERIFY(office.knows(media));
            QVERIFY(office.hasFile(media));
        }
        const auto dropped = office.replica().deleteDraft(itemKey(second));
        QVERIFY(dropped);
        QVERIFY(dropped->isPictureNeedless);
        QVERIFY(office.forget() && office.removeFiles());
        QVERIFY(office.knows(typed) && !office.knows(waiting) && office.knows(coming));
        QVERIFY(office.hasFile(typed) && !office.hasFile(waiting) && office.hasFile(coming));
    }

    // Two pictures of the same bytes have one file.
    void aFileStaysWhileOneOfTwoNeedsIt()
    {
        Office office;
        const Media one = office.picture(1), other = office.picture(1);
        QCOMPARE(one.sha256, other.sha256);
        office.tellGone(one);
        QVERIFY(office.forget() && office.removeFiles());
        QVERIFY(!office.knows(one) && office.knows(other));
        QVERIFY(office.hasFile(other));
        QCOMPARE(office.noted(), qsizetype(0));
        office.tellGone(other);
        QVERIFY(office.forget() && office.removeFiles());
        QVERIFY(!office.hasFile(other));
    }

    void whatIsShownAgainIsNotForgotten()
    {
        Office office;
        const Media media = office.picture(1);
        office.tellGone(media);
        office.tell(nouns::media, media.id.toText(), toJson(media));
        QVERIFY(office.forget() && office.removeFiles());
        QVERIFY(office.knows(media) && office.hasFile(media));
        QCOMPARE(office.noted(), qsizetype(0));
        // Nor is one that comes again between the two halves: its file is the one that was to go.
        office.tellGone(media);
        QVERIFY(office.forget());
        office.tell(nouns::media, media.id.toText(), toJson(media));
        QVERIFY(office.removeFiles());
        QVERIFY(office.knows(media) && office.hasFile(media));
    }

    // Killed at each place between what is said and the last that is done.
    void aCrashLeavesAtMostAFileThatTheNextStartRemoves()
    {
        for (int reached = 0; reached < 3; ++reached) {
            Office office;
            const Media media = office.picture(1);
            office.tellGone(media);
            if (reached > 0)
                QVERIFY(office.forget());
            if (reached > 1)
                QVERIFY(QFile::remove(office.pictures.path(media.sha256))); // and the note of it not yet
            office.start();
            QCOMPARE(office.knows(media), reached == 0);
            QVERIFY(!office.knows(media) || office.hasFile(media)); // never a row without its file
            QVERIFY(office.replica().hasGonePictures());
            QVERIFY(office.forget() && office.removeFiles());
            QVERIFY(!office.knows(media));
            QVERIFY(!office.hasFile(media));
            QCOMPARE(office.noted(), qsizetype(0));
            office.start();
            QVERIFY(!office.replica().hasGonePictures());
        }
    }

    // A folder in which nothing can be removed just now.
    void whatCannotBeRemovedStaysNoted()
    {
        Office office;
        const Media media = office.picture(1);
        office.tellGone(media);
        QVERIFY(office.forget());
        // In the place of the file, so that root cannot remove it either.
        const QString file = office.pictures.path(media.sha256);
        QVERIFY(QFile::remove(file) && QDir().mkpath(file + u"/x"_s));
        QVERIFY(office.removeFiles());
        QCOMPARE(office.noted(), qsizetype(1));
        QVERIFY(QDir(file).removeRecursively());
        QVERIFY(office.removeFiles());
        QCOMPARE(office.noted(), qsizetype(0));
    }

    // More versions than are looked at at once, and what is typed between the pieces.
    void whatIsTypedWhileAllIsLookedAtIsSeen()
    {
        Office office;
        const Media needed = office.picture(1), typed = office.picture(2), gone = office.picture(3);
        for (int i = 0; i < 1100; ++i)
            office.article(i == 1050 ? needed : office.picture(4));
        for (const Media &media : {needed, typed, gone})
            office.tellGone(media);
        int pauses = 0;
        const auto done = forgetGonePictures(office.replica().database(), [&] {
            if (++pauses != 2)
                return;
            Content content;
            content.title = u"Bài"_s;
            content.body = bodyWithPicture(typed.id);
            QVERIFY(office.replica().type(itemKey(office.newArticle()), {}, canonicalBytes(content)));
        });
        QVERIFY(done);
        QCOMPARE(pauses, 3);
        QVERIFY(office.knows(needed) && office.knows(typed) && !office.knows(gone));
    }
};

QTEST_GUILESS_MAIN(TestGonePictures)
#include "tst_gonepictures.moc"
