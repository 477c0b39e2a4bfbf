#include "ui/articles/TextKeeper.h"

namespace toasoan {

namespace {

constexpr int keepAfter = 100; // ms: with the editor's own 100 ms, a crash costs at most 200 ms of typing

} // namespace

TextKeeper::TextKeeper(Desk &desk, std::function<Text()> text, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_text(std::move(text))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(keepAfter);
    connect(&m_delay, &QTimer::timeout, this, [this] { keep(); });
}

void TextKeeper::begin(ArticleId id)
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
    if (!m_delay.isActive()) // not started anew by each key: the delay has a limit
        m_delay.start();
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
    const Text text = m_text();
    m_desk.type(m_id, text.base, text.content, this,
                [this, begun = m_begun, edits = m_edits, done = std::move(done)](const Result<void> &kept) {
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
