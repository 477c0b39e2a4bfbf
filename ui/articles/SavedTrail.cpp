#include "ui/articles/SavedTrail.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Look.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenPlaces = 12; // pixels

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

Version liveVersion(const Article &article)
{
    return article.publication && article.publication->isLive() ? article.publication->version : 0;
}

SavedTrail::SavedTrail(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(this, Qt::AlignLeft, betweenPlaces); // in a narrow window one below the other
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        auto *pair = new QWidget(this);
        Place &place = m_places.at(i);
        place = {pair, new QLabel(pair), new QLabel(pair), new QLabel(pair)};
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        row->addWidget(place.sign);
        row->addWidget(place.word);
        row->addWidget(place.where);
        setSign(place.where, std::array{u"monitor"_s, u"cloud"_s, u"globe"_s}.at(i), Tone::Neutral, 16);
        layout->addWidget(pair);
    }
    m_reached = Reached::Portal;
    setReached(Reached::Nowhere);
}

void SavedTrail::setReached(Reached reached, Version live)
{
    if (m_reached == reached && m_live == live)
        return;
    m_reached = reached;
    m_live = live;
    const std::array<QString, 3> done{tr("On this PC"), tr("Sent"), tr("On the portal")};
    const bool isUnkept = reached == Reached::Unkept;
    const std::array<QString, 3> open{isUnkept ? tr("Not kept") : tr("Being kept…"), tr("Not sent yet"),
                                      live > 0 ? tr("The portal shows version %1").arg(live) : tr("Not on the portal")};
    QStringList said;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const bool isDone = int(reached) > int(i);
        const bool isTrouble = isUnkept && i == 0;
        const Tone tone = isDone ? Tone::Good : isTrouble ? Tone::Bad : Tone::Neutral;
        setSign(m_places[i].sign,
                isDone          ? u"circle-check"_s
                    : isTrouble ? u"triangle-alert"_s
                                : u"hourglass"_s,
                tone, 16);
        m_places[i].word->setText(isDone ? done[i] : open[i]);
        setSheet(m_places[i].word,
                 [tone](const QPalette &palette) { return u"color: %1;"_s.arg(toneColour(tone, palette).name()); });
        said.append(m_places[i].word->text());
    }
    setAccessibleName(said.join(u", "_s));
    m_explanation = isUnkept ? tr("What you wrote last stands on this page alone.")
        : reached == Reached::Nowhere || reached == Reached::ThisPc
        ? tr("What you wrote is kept on this PC, and sent when the server can be reached.")
        : tr("The server has exactly the text that you see.");
    showWords();
}

void SavedTrail::setRoom(int width)
{
    if (std::exchange(m_room, width) != width)
        showWords();
}

void SavedTrail::showWords()
{
    const auto wanted = [this] {
        int width = betweenPlaces * int(m_places.size() - 1);
        for (const Place &place : m_places)
            width += place.pair->layout()->sizeHint().width();
        return width;
    };
    const auto show = [this](std::size_t i, bool isWord) {
        m_places.at(i).word->setVisible(isWord);
        m_places.at(i).where->setVisible(!isWord);
        m_places.at(i).pair->layout()->invalidate();
    };
    const int frontier = qBound(0, int(m_reached), int(m_places.size()) - 1);
    std::array<std::size_t, 3> order{0, 1, 2};
    std::ranges::stable_sort(order, std::greater(), [frontier](std::size_t i) { return qAbs(int(i) - frontier); });
    for (const std::size_t i : order)
        show(i, true);
    bool fits = true;
    for (const std::size_t i : order) {
        if (wanted() <= m_room)
            break;
        fits = false;
        show(i, false);
    }
    const QString tip = fits ? m_explanation : QString(accessibleName() + u'\n' + m_explanation);
    if (tip != toolTip())
        setToolTip(tip);
}

} // namespace toasoan
