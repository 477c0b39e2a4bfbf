#include "sync/Lookups.h"

#include "base/Log.h"
#include "protocol/RecordJson.h"
#include "protocol/Wire.h"
#include "sync/ServerAnswer.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Error notReachable{ErrorCode::Unavailable, QStringLiteral("network"), {}};

QString pathOf(const char *pattern, std::initializer_list<std::pair<QLatin1StringView, QString>> values)
{
    QString path = QString::fromLatin1(pattern);
    for (const auto &[name, value] : values)
        path.replace(u'{' + name + u'}', value);
    return path;
}

} // namespace

void Lookups::get(const QString &path, Transport::Done done, Milliseconds patience)
{
    m_requests.send(m_transport,
                    {.method = "GET", .path = path, .fields = apiFields(m_token), .body = {}, .patience = patience},
                    std::move(done));
}

void Lookups::revisions(ArticleId id, Callback<std::vector<RevisionLine>> done)
{
    if (m_token.isEmpty())
        return done(m_replica.revisions(id));
    get(pathOf(wire::revisions, {{"article"_L1, id.toText()}}),
        [this, id, done](const Result<TransportResponse> &response) {
            const auto json = answerObject(response);
            if (!json)
                return done(m_replica.revisions(id));
            std::vector<RevisionLine> lines;
            for (const QJsonValue &value : json->value("revisions"_L1).toArray()) {
                const auto revision = revisionFromJson(value.toObject(), id);
                if (!revision)
                    return done(revision.error());
                lines.push_back(lineOf(*revision));
                lines.back().isSuperseded = value["superseded"_L1].toBool();
            }
            done(lines);
        });
}

void Lookups::revision(ArticleId id, Version version, Callback<Content> done)
{
    const auto known = m_replica.revision(id, version);
    if (!known)
        return done(known.error());
    if (*known)
        return done(**known);
    if (m_token.isEmpty())
        return done(notReachable);
    get(pathOf(wire::revision, {{"article"_L1, id.toText()}, {"version"_L1, QString::number(version)}}),
        [this, id, done](const Result<TransportResponse> &response) {
            const auto json = answerObject(response);
            if (!json)
                return done(json.error());
            const auto revision = revisionFromJson(*json, id);
            if (!revision)
                return done(revision.error());
            if (const auto kept = m_replica.keepRevision(*revision); !kept)
                writeLog(LogLevel::Warning, "revision.notKept", {{"subject"_L1, kept.error().subject}});
            done(revision->content);
        });
}

void Lookups::versions(const Key &key, Callback<std::vector<RecordVersion>> done)
{
    if (m_token.isEmpty())
        return done(m_replica.entries().versions(key));
    get(pathOf(wire::versions, {{"noun"_L1, toText(key.noun)}, {"record"_L1, key.id.toText()}}),
        [this, key, done](const Result<TransportResponse> &response) {
            const auto json = answerObject(response);
            done(json ? versionsFromJson(*json, key.id) : m_replica.entries().versions(key));
        });
}

void Lookups::pictureFile(MediaId media, Callback<QString> done)
{
    const auto waiting = m_replica.picture(media);
    if (!waiting)
        return done(waiting.error());
    const auto known = m_replica.media(media);
    if (!known)
        return done(known.error());
    if (!*waiting && !*known)
        return done(Error{ErrorCode::NotFound, u"media"_s, media.toText()});
    const QString sha256 = *waiting ? (*waiting)->sha256 : (*known)->sha256;
    if (!*waiting && !browsersDraw((*known)->format)) {
        if (m_pictures.hasShown(sha256))
            return done(m_pictures.shownPath(sha256));
        return fetchPicture(wire::rendition, media, std::move(done),
                            [this, sha256](const QByteArray &bytes) { return m_pictures.keepShown(sha256, bytes); });
    }
    if (m_pictures.has(sha256))
        return done(m_pictures.path(sha256));
    fetchPicture(wire::media, media, std::move(done),
                 [this, media, sha256](const QByteArray &bytes) -> Result<QString> {
                     const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
                     if (QString::fromLatin1(hash) != sha256)
                         return Error{ErrorCode::ChecksumMismatch, u"media"_s, media.toText()};
                     const auto stored = m_pictures.take(bytes);
                     if (!stored)
                         return stored.error();
                     return stored->file;
                 });
}

void Lookups::fetchPicture(const char *address, MediaId media, Callback<QString> done, Keep keep)
{
    if (m_token.isEmpty()) {
        m_unreached.insert(media);
        return done(notReachable);
    }
    auto &askers = m_fetching[media];
    askers.push_back(std::move(done));
    if (askers.size() > 1)
        return;
    get(
        pathOf(address, {{"media"_L1, media.toText()}}),
        [this, media, keep = std::move(keep)](const Result<TransportResponse> &response) {
            const auto file = [&]() -> Result<QString> {
                if (!response)
                    return response.error();
                if (response->status != 200)
                    return answerError(*response);
                return keep(response->body);
            }();
            if (!file && file.error().code == ErrorCode::Unavailable)
                m_unreached.insert(media);
            const auto fetched = m_fetching.extract(media);
            for (const Callback<QString> &asker : fetched.mapped())
                asker(file);
        },
        120s);
}

} // namespace toasoan
