#include "ui/models/TextKeeper.h"

namespace toasoan {

namespace {

constexpr qint64 keepEvery = 100; // ms: of the 200 ms of typing that a crash costs at most; the rest is the disk's

} // namespace

TextKeeper::TextKeeper(Give giveText, QObject *parent) : QObject(parent), m_giveText(std::move(giveText))
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, [this] { keep(); });
}

void TextKeeper::begin(RecordId id)
{
    release();
    give();
    m_delay.stop();
    m_id = id;
    ++m_begun;
    m_edits = m_givenEdits = m_safeEdits = 0;
    m_error.reset();
}

void TextKeeper::typed()
{
    ++m_edits;
    if (m_delay.isActive()) // not started anew by each key: the delay has a limit
        return;
    // The first key after a while is given at once, when all of it is done.
    const qint64 since = m_sinceGiven.isValid() ? m_sinceGiven.elapsed() : keepEvery;
    m_delay.start(int(qMax<qint64>(0, keepEvery - since)));
}

void TextKeeper::keep(Callback<void> done)
{
    m_delay.stop();
    if (m_isHeld) {
        if (done)
            m_waiting.push_back(std::move(done));
        return;
    }
    if (m_id.isNull() || (m_givenEdits == m_edits && m_safeEdits == m_edits)) {
        if (done)
            done({});
        return;
    }
    m_givenEdits = m_edits;
    m_sinceGiven.start();
    m_giveText(m_id, this, [this, begun = m_begun, edits = m_edits, done = std::move(done)](const Result<void> &kept) {
        if (begun == m_begun) {
            if (kept) {
                m_safeEdits = qMax(m_safeEdits, edits);
                m_error.reset();
            } else {
                m_givenEdits = m_safeEdits;
                m_error = kept.error();
            }
            emit answered();
        }
        if (done)
            done(kept);
    });
}

void TextKeeper::give()
{
    if (m_givenEdits != m_edits)
        keep();
}

void TextKeeper::release()
{
    if (!std::exchange(m_isHeld, false))
        return;
    for (Callback<void> &done : std::exchange(m_waiting, {}))
        keep(std::move(done));
    give();
}

} // namespace toasoan
