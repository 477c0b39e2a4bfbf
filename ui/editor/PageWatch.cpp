#include "ui/editor/PageWatch.h"

namespace toasoan {

namespace {

constexpr int second = 1000;

} // namespace

PageWatch::PageWatch(std::function<void(int question)> ask, QObject *parent) : QObject(parent), m_ask(std::move(ask))
{
    m_timer.setInterval(second);
    connect(&m_timer, &QTimer::timeout, this, &PageWatch::tick);
}

void PageWatch::start()
{
    m_isAsked = false;
    m_silence = 0;
    m_timer.start();
}

void PageWatch::stop()
{
    m_timer.stop();
    m_isAsked = false;
    m_silence = 0;
}

void PageWatch::answered(int question)
{
    if (question != m_question || !m_isAsked)
        return;
    m_isAsked = false;
    const bool wasSilent = isSilent();
    m_silence = 0;
    if (wasSilent)
        emit spokeAgain();
}

void PageWatch::tick()
{
    if (!m_isAsked) {
        m_isAsked = true;
        m_ask(++m_question);
        return;
    }
    ++m_silence;
    if (m_silence == silentAfter)
        emit fellSilent();
    else if (m_silence == hungAfter)
        emit hung();
}

} // namespace toasoan
