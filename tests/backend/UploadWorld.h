// A server that takes pictures in, and people who send them by tus.
#pragma once

#include "backend/BlockingClient.h"
#include "backend/MediaServer.h"
#include "protocol/Wire.h"
#include "storage/ChangeStore.h"
#include "support/TemporaryDatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

namespace toasoan {

inline constexpr auto reporterToken = "a-reporter";
inline constexpr auto otherToken = "another-reporter";
inline const RequestFields versionFields{{"Tus-Resumable", "1.0.0"}, {wire::versionField, "1"}};

inline QByteArray hexOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

inline QByteArray metadata(const QByteArray &name, const QString &media, const QByteArray &sha256)
{
    return "filename " + name.toBase64() + ",mediaId " + media.toLatin1().toBase64() + ",sha256 " + sha256.toBase64();
}

inline QByteArray checksum(const QByteArray &name, const QByteArray &bytes)
{
    const auto algorithm = name == "sha1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    return name + ' ' + QCryptographicHash::hash(bytes, algorithm).toBase64();
}

// One person at one server, wherever that is.
class Tus
{
public:
    explicit Tus(quint16 port, const QByteArray &token = reporterToken) : m_client(port), m_token(token) { }

    [[nodiscard]] RequestFields fields(const RequestFields &more = {}) const
    {
        RequestFields all = versionFields;
        all.emplace_back("Authorization", "Bearer " + m_token);
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    ReceivedAnswer create(const QByteArray &picture, MediaId media, const QByteArray &sha256 = {})
    {
        return m_client.send(
            "POST", wire::uploads,
            fields({{"Upload-Length", QByteArray::number(picture.size())},
                    {"Upload-Metadata",
                     metadata("cầu Ái Tử.jpg", media.toText(), sha256.isEmpty() ? hexOf(picture) : sha256)}}));
    }
    [[nodiscard]] RequestFields pieceFields(qint64 offset, const QByteArray &sum = {}) const
    {
        RequestFields all = fields(
            {{"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", QByteArray::number(offset)}});
        if (!sum.isEmpty())
            all.emplace_back("Upload-Checksum", sum);
        return all;
    }
    ReceivedAnswer patch(const QByteArray &place, qint64 offset, const QByteArray &bytes, const QByteArray &sum = {})
    {
        return m_client.send("PATCH", place, pieceFields(offset, sum), bytes);
    }
    void beginPatch(const QByteArray &place, qint64 offset, qsizetype length, const QByteArray &sum = {})
    {
        m_client.begin("PATCH", place, pieceFields(offset, sum), length);
    }
    ReceivedAnswer head(const QByteArray &place) { return m_client.send("HEAD", place, fields()); }
    /// The offset that HEAD tells; -1 without one.
    qint64 offset(const QByteArray &place)
    {
        const auto text = head(place).field("Upload-Offset");
        return text.isEmpty() ? -1 : text.toLongLong();
    }
    ReceivedAnswer remove(const QByteArray &place) { return m_client.send("DELETE", place, fields()); }
    BlockingClient &client() { return m_client; }

private:
    BlockingClient m_client;
    QByteArray m_token;
};

struct World
{
    explicit World(Engine engine = Engine::Sqlite, const UploadLimits &limits = {.keepFree = 0})
        : temporary(engine)
        , server(folder.path(), temporary.location(), limits)
        , reporter(addPerson(temporary.database(), server.clock, QStringLiteral("an"), QLatin1String(reporterToken)))
        , other(addPerson(temporary.database(), server.clock, QStringLiteral("ba"), QLatin1String(otherToken)))
    { }

    QTemporaryDir folder;
    TemporaryDatabase temporary;
    MediaServer server;
    UserId reporter;
    UserId other;

    [[nodiscard]] quint16 port() const { return server.server->port(); }
    MediaId newMedia() { return MediaId::create(server.clock, server.dice); }
    [[nodiscard]] QStringList files(const char *name) const
    {
        return QDir(folder.filePath(QLatin1String(name))).entryList(QDir::Files);
    }
    [[nodiscard]] QString fileOf(const QByteArray &place) const
    {
        return folder.filePath(QStringLiteral("uploads/") + QString::fromLatin1(place.split('/').last()));
    }
    std::optional<Media> media(MediaId id)
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        return MediaStore(*transaction).findMaybe(id).value();
    }
    std::vector<Change> changes()
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        return ChangeStore(*transaction).after(0, 100).value().changes;
    }
    std::vector<AuditLine> audit()
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        return ChangeStore(*transaction).audit(0, 100).value();
    }
};

} // namespace toasoan
