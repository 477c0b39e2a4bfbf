// Brings the pictures of this desk to the server, piece by piece (tus 1.0.0: core, creation, checksum), one picture at
// a time, beside the outbox. A state machine as SyncEngine: driven by calls and answers.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "sync/BackOff.h"
#include "sync/PictureStore.h"
#include "sync/Replica.h"
#include "sync/Transport.h"

#include <map>

namespace toasoan {

class Uploader
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void onUploadProgress(MediaId media, qint64 sent, qint64 size) = 0;
        /// A picture could not go just now, or goes again: heldUp() says otherwise than before.
        virtual void onUploadTrouble() = 0;
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
    /// Why a picture does not go; nothing if it is on its way, or nobody is signed in.
    [[nodiscard]] std::optional<HeldUp> heldUp(MediaId media) const;
    /// The first that does not go.
    [[nodiscard]] std::optional<HeldUp> heldUp() const;
    /// Nothing under way and nothing that waits.
    [[nodiscard]] bool isIdle();
    /// Whether anything is under way or could be now.
    [[nodiscard]] bool isBusy();

    /// Bytes sent in one request.
    static constexpr qint64 pieceSize = 512 << 10;

private:
    void advance();
    /// What the server said of one picture: others go on meanwhile.
    struct Trouble
    {
        Rest rest;
        int starts = 0; ///< anew, in this run
    };

    /// The next to go; of those that wait, if `all`, also one that rests.
    [[nodiscard]] Result<std::optional<PictureEntry>> next(bool all = false);
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
    /// The server is not there, or wants to be left alone: nothing goes.
    void rest(const Error &error, Milliseconds atLeast = Milliseconds(0));
    /// This picture cannot go just now.
    void restPicture(const Error &error, Milliseconds atLeast = Milliseconds(0));
    void failed(const TransportResponse &response, const Error &error);
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
    int m_failures = 0; ///< in a row, to reach the server
    std::optional<Rest> m_rest;
    std::map<MediaId, Trouble> m_troubles;
};

} // namespace toasoan
