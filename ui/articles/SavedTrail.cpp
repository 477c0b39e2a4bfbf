#include "ui/articles/SavedTrail.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Look.h"

#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

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
    auto *layout = new FlowLayout(this, Qt::AlignLeft, 12); // in a narrow window one below the other
    for (Place &place : m_places) {
        auto *pair = new QWidget(this);
        place = {new QLabel(pair), new QLabel(pair)};
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        row->addWidget(place.sign);
        row->addWidget(place.word);
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
    const std::array<QString, 3> open{tr("Being kept…"), tr("Not sent yet"),
                                      live > 0 ? tr("The portal shows version %1").arg(live) : tr("Not on the portal")};
    QStringList said;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const bool isDone = int(reached) > int(i);
        const Tone tone = isDone ? Tone::Good : Tone::Neutral;
        setSign(m_places[i].sign, isDone ? u"circle-check"_s : u"hourglass"_s, tone, 16);
        m_places[i].word->setText(isDone ? done[i] : open[i]);
        setSheet(m_places[i].word,
                 [tone](const QPalette &palette) { return u"color: %1;"_s.arg(toneColour(tone, palette).name()); });
        said.append(m_places[i].word->text());
    }
    setAccessibleName(said.join(u", "_s));
    m_explanation = reached == Reached::Nowhere || reached == Reached::ThisPc
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
    int wanted = 0;
    for (const Place &place : m_places)
        wanted += place.sign->sizeHint().width() + place.word->sizeHint().width() + 18;
    const bool fits = wanted <= m_room;
    for (const Place &place : m_places)
        place.word->setVisible(fits);
    const QString tip = fits ? m_explanation : QString(accessibleName() + u'\n' + m_explanation);
    if (tip != toolTip())
        setToolTip(tip);
}

} // namespace toasoan
