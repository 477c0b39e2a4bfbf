#include "ui/articles/SavedTrail.h"

#include "ui/widgets/Look.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenPlaces = 12; // pixels
constexpr int besideSign = 5;
constexpr int signSize = 16;
// What comes and goes while somebody types, and what lies still. Within one of them no word comes or goes.
constexpr std::array underWay{Reached::Unkept, Reached::Nowhere, Reached::ThisPc, Reached::Server};
constexpr std::array arrived{Reached::Portal};

std::span<const Reached> alike(Reached reached)
{
    return reached == Reached::Portal ? std::span<const Reached>(arrived) : std::span<const Reached>(underWay);
}

// Those that are nearest to the first place that the text has not reached come first.
std::array<std::size_t, 3> byNearness(Reached reached)
{
    std::array<std::size_t, 3> order{0, 1, 2};
    const int frontier = qBound(0, int(reached), int(order.size()) - 1);
    std::ranges::stable_sort(order, std::less(), [frontier](std::size_t i) { return qAbs(int(i) - frontier); });
    return order;
}

} // namespace

Reached reachedBy(SavedState saved)
{
    switch (saved) {
    case SavedState::OnThisPc:
        return Reached::ThisPc;
    case SavedState::Sent:
        return Reached::Server;
    case SavedState::Published:
        return Reached::Portal;
    }
    Q_UNREACHABLE();
}

SavedTrail::SavedTrail(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(betweenPlaces);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        auto *pair = new QWidget(this);
        Place &place = m_places.at(i);
        place = {pair, new QLabel(pair), new QLabel(pair), new QLabel(pair)};
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(besideSign);
        row->addWidget(place.sign);
        row->addWidget(place.word);
        row->addWidget(place.where);
        setSign(place.where, std::array{u"monitor"_s, u"cloud"_s, u"globe"_s}.at(i), Tone::Neutral, signSize);
        layout->addWidget(pair);
    }
    layout->addStretch(1);
    m_reached = Reached::Portal;
    setReached(Reached::Nowhere);
}

void SavedTrail::setReached(Reached reached, Version live)
{
    if (m_reached == reached && m_live == live)
        return;
    m_reached = reached;
    m_live = live;
    say();
}

void SavedTrail::setPast(Past past)
{
    if (std::exchange(m_past, past) != past)
        say();
}

void SavedTrail::say()
{
    const Reached reached = m_reached;
    const Version live = m_live;
    const bool isUnkept = reached == Reached::Unkept;
    QStringList said;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const bool isDone = int(reached) > int(i);
        const bool isTrouble = isUnkept && i == 0;
        const Tone tone = isDone ? Tone::Good : isTrouble ? Tone::Bad : Tone::Neutral;
        setSign(m_places[i].sign,
                isDone          ? u"circle-check"_s
                    : isTrouble ? u"triangle-alert"_s
                                : u"hourglass"_s,
                tone, signSize);
        m_places[i].word->setText(word(i, reached));
        setSheet(m_places[i].word,
                 [tone](const QPalette &palette) { return u"color: %1;"_s.arg(toneColour(tone, palette).name()); });
        said.append(m_places[i].word->text());
    }
    setAccessibleName(said.join(u", "_s));
    m_explanation = isUnkept          ? tr("What you wrote last stands on this page alone.")
        : reached == Reached::Nowhere ? tr("What you wrote last is being kept on this PC.")
        : reached == Reached::ThisPc ? tr("What you wrote is kept on this PC, and sent when the server can be reached.")
                                     : tr("The server has exactly the text that you see.");
    if (live > 0 && reached != Reached::Portal)
        m_explanation += u'\n' + tr("Readers see version %1 on the portal.").arg(live);
    showWords();
}

QString SavedTrail::word(std::size_t place, Reached reached) const
{
    const bool isDone = int(reached) > int(place);
    switch (place) {
    case 0:
        return isDone ? tr("On this PC") : reached == Reached::Unkept ? tr("Not kept") : tr("Being kept…");
    case 1:
        return isDone ? tr("Sent") : tr("Not sent yet");
    default:
        return isDone                   ? tr("On the portal")
            : m_live > 0                ? tr("Portal: version %1").arg(m_live)
            : m_past == Past::TakenDown ? tr("No longer on the portal")
                                        : tr("Not on the portal");
    }
}

int SavedTrail::width(std::size_t words, Reached reached) const
{
    const auto order = byNearness(reached);
    int width = betweenPlaces * int(m_places.size() - 1);
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::size_t place = order.at(at);
        const QFontMetrics metrics = m_places.at(place).word->fontMetrics();
        const int said = at < words ? metrics.size(Qt::TextSingleLine, word(place, reached)).width() + 1 : signSize;
        width += signSize + besideSign + said;
    }
    return width;
}

int SavedTrail::widestWidth(std::size_t words, Reached reached) const
{
    int widest = 0;
    for (const Reached each : alike(reached))
        widest = qMax(widest, width(words, each));
    return widest;
}

std::size_t SavedTrail::wordsWithRoom(Reached reached) const
{
    std::size_t words = m_places.size();
    while (words > 0 && widestWidth(words, reached) > m_room)
        --words;
    return words;
}

int SavedTrail::wantedWidth() const
{
    const std::size_t all = m_places.size();
    const std::size_t most = m_live > 0 ? all - 1 : all;
    return qMax(widestWidth(all, Reached::Portal), widestWidth(most, Reached::Nowhere));
}

QSize SavedTrail::sizeHint() const
{
    const int width = qMax(widestWidth(wordsWithRoom(Reached::Portal), Reached::Portal),
                           widestWidth(wordsWithRoom(Reached::Nowhere), Reached::Nowhere));
    return {width, layout()->sizeHint().height()};
}

QSize SavedTrail::minimumSizeHint() const
{
    const int width = qMax(widestWidth(0, Reached::Portal), widestWidth(0, Reached::Nowhere));
    return {width, layout()->sizeHint().height()};
}

void SavedTrail::setRoom(int width)
{
    if (std::exchange(m_room, width) != width)
        showWords();
}

void SavedTrail::showWords()
{
    const std::size_t words = wordsWithRoom(m_reached);
    const auto order = byNearness(m_reached);
    for (std::size_t at = 0; at < order.size(); ++at) {
        const Place &place = m_places.at(order.at(at));
        place.word->setVisible(at < words);
        place.where->setVisible(at >= words);
    }
    updateGeometry();
    const bool saysAll = words == m_places.size();
    const QString tip = saysAll ? m_explanation : QString(accessibleName() + u'\n' + m_explanation);
    if (tip != toolTip())
        setToolTip(tip);
}

} // namespace toasoan
