#include "backend/MediaShapes.h"

#include "base/Log.h"
#include "pictures/PictureFile.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"

#include <QFile>

#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Those of which a version before has said another shape than this one does.
constexpr std::array formatsInQuestion{"png"_L1};

std::optional<pictures::Shape> shapeOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const uchar *bytes = file.map(0, file.size());
    if (!bytes)
        return std::nullopt;
    const auto shape = pictures::readShape(QByteArrayView(bytes, file.size()));
    return shape ? std::optional(*shape) : std::nullopt;
}

struct Correction
{
    MediaId media;
    pictures::Shape shape;
};

std::vector<Correction> correctionsOf(const std::vector<Media> &all, const MediaFiles &files)
{
    std::vector<Correction> corrections;
    for (const Media &media : all) {
        if (!std::ranges::count(formatsInQuestion, media.format))
            continue;
        const auto shape = shapeOf(files.originalPath(media.sha256));
        if (shape && (shape->width != media.width || shape->height != media.height))
            corrections.push_back({.media = media.id, .shape = *shape});
    }
    return corrections;
}

} // namespace

Result<int> correctMediaShapes(Database &database, const MediaFiles &files, const Clock &clock)
{
    const QString fact = u"mediaShapes"_s;
    const QString form = QString::number(pictures::renditionForm);
    auto known = readIn(database, [&](Transaction &transaction) -> Result<std::optional<std::vector<Media>>> {
        auto done = NewsroomStore(transaction).fact(fact);
        if (!done)
            return done.error();
        if (*done == form)
            return std::optional<std::vector<Media>>();
        auto all = MediaStore(transaction).all();
        return all ? Result(std::optional(*std::move(all))) : Result<std::optional<std::vector<Media>>>(all.error());
    });
    if (!known)
        return known.error();
    if (!*known)
        return 0;
    // Thousands of files are read with no transaction open.
    const std::vector<Correction> corrections = correctionsOf(**known, files);
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    MediaStore store(*transaction);
    ChangeStore changes(*transaction);
    for (const Correction &each : corrections) {
        if (auto set = store.setShape(each.media, each.shape.width, each.shape.height); !set)
            return set.error();
        if (auto told = changes.add(nouns::media, each.media.toText(), clock.now()); !told)
            return told.error();
    }
    if (auto set = NewsroomStore(*transaction).setFact(fact, form); !set)
        return set.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    if (!corrections.empty())
        writeLog(LogLevel::Info, "media.shapesCorrected", {{"pictures"_L1, qint64(corrections.size())}});
    return int(corrections.size());
}

} // namespace toasoan
