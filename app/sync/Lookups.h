// What a window asks for that may lie on this PC or only at the server: older versions, the bytes of pictures. What was
// fetched is kept. Belongs to one account; in the desk's worker thread.
#pragma once

#include "sync/OpenRequests.h"
#include "sync/PictureStore.h"
#include "sync/Replica.h"

#include <map>
#include <set>
#include <utility>

namespace toasoan {

class Lookups
{
public:
    Lookups(Replica &replica, const PictureStore &pictures, Transport &transport)
        : m_replica(replica)
        , m_pictures(pictures)
        , m_transport(transport)
    { }

    /// Empty: the server is not asked.
    void setToken(const QString &token) { m_token = token; }

    /// From the server, or what is known here where it cannot be asked.
    void revisions(ArticleId id, Callback<std::vector<RevisionLine>> done);
    void revision(ArticleId id, Version version, Callback<Content> done);
    /// The versions of a record, with what they say, the oldest first: from the server, or those that are known here.
    void versions(const Key &key, Callback<std::vector<RecordVersion>> done);
    /// A file that shows the picture: the original, or where a window cannot draw that, what readers will see of it.
    /// One that is not at the server yet is the original in any case. NotFound "media" for one that nobody knows.
    void pictureFile(MediaId media, Callback<QString> done);
    /// Pictures that were asked for while the server could not be: to be told of when it can. Each once.
    [[nodiscard]] std::set<MediaId> takeUnreached() { return std::exchange(m_unreached, {}); }

    /// Nobody waits for ever: those who do get `error`, or what is known here.
    void endAll(const Error &error) { m_requests.endAll(error); }

private:
    void get(const QString &path, Transport::Done done, Milliseconds patience = TransportRequest().patience);
    using Keep = std::function<Result<QString>(const QByteArray &bytes)>;
    /// For all who ask for it meanwhile, once; `keep` gives the file that it then lies in.
    void fetchPicture(const char *address, MediaId media, Callback<QString> done, Keep keep);

    Replica &m_replica;
    const PictureStore &m_pictures;
    Transport &m_transport;
    QString m_token;
    OpenRequests m_requests;
    std::map<MediaId, std::vector<Callback<QString>>> m_fetching; ///< who waits for a picture
    std::set<MediaId> m_unreached;
};

} // namespace toasoan
