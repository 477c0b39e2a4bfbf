// Brings the pictures of this desk to the server, piece by piece (tus 1.0.0: core, creation, checksum), one picture at
// a time, beside the outbox. A state machine as SyncEngine: driven by calls and answers.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "sync/PictureStore.h"
#include "sync/Replica.h"
#include "sync/Transport.h"

namespace toasoan {

class Uploader
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void onUploadProgress(MediaId media, qint64 sent, qint64 size) = 0;
        /// The server has all of it, or has refused it.
        virtual void onUploadEnd(MediaId media, const std::optional<Error> &refusal) = 0;
        virtual void onTokenRefused() = 0;
    };

    Uploader(Replica &replica, const PictureStore &store, Transport &transport, const Clock &clock, Dice &dice,
             Listener &listener);

    /// Goes on while it has a sign-in; stops when it is empty (also when working offline).
    void setToken(const QString &token);
    /// A picture was added, or is to be tried again.
    void picturesChanged() { advance(); }
    void tryNow();
    void wake() { advance(); }
    [[nodiscard]] std::optional<Instant> wakeAt() const;
    /// Nothing under way and nothing that could be.
    [[nodiscard]] bool isIdle();

    /// Bytes sent in one request.
    static constexpr qint64 pieceSize = 512 << 10;

private:
    void advance();
    [[nodiscard]] Result<std::optional<PictureEntry>> next();
    void send(TransportRequest request, void (Uploader::*answered)(const TransportResponse &));
    void create();
    void created(const TransportResponse &response);
    void askOffset();
    void offsetTold(const TransportResponse &response);
    void sendPiece();
    void pieceAnswered(const TransportResponse &response);
    void reached(qint64 offset);
    void startAnew();
    void refuse(const Error &error);
    void failed(const Error &error, Milliseconds atLeast = Milliseconds(0));
    void endSession();
    void keep();

    Replica &m_replica;
    const PictureStore &m_store;
    Transport &m_transport;
    const Clock &m_clock;
    Dice &m_dice;
    Listener &m_listener;

    QString m_token;
    std::optional<PictureEntry> m_picture; ///< the one under way
    bool m_isOffsetKnown = false; ///< the server has said it in this run
    std::unique_ptr<PendingRequest> m_pending;
    int m_failures = 0; ///< in a row
    int m_starts = 0; ///< anew, of this picture, in this run
    std::optional<Instant> m_restUntil;
};

} // namespace toasoan
