#include "ui/outbox/OutboxModel.h"

#include "ui/models/DeskClock.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

OutboxModel::OutboxModel(const Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) { }

void OutboxModel::setOutbox(const OutboxView &outbox)
{
    const auto sameCommand = [](const WaitingCommand &a, const WaitingCommand &b) { return a.request == b.request; };
    const auto samePicture = [](const WaitingPicture &a, const WaitingPicture &b) { return a.media == b.media; };
    const auto sameText = [](const UnsavedText &a, const UnsavedText &b) { return a.article == b.article; };
    const bool sameRows = std::ranges::equal(m_outbox.commands, outbox.commands, sameCommand)
        && std::ranges::equal(m_outbox.texts, outbox.texts, sameText)
        && std::ranges::equal(m_outbox.pictures, outbox.pictures, samePicture);
    if (sameRows) {
        m_outbox = outbox;
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_outbox = outbox;
    endResetModel();
}

void OutboxModel::setConnection(const ConnectionView &connection)
{
    if (std::exchange(m_connection, connection).clockAhead != connection.clockAhead)
        repaint();
}

void OutboxModel::repaint()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void OutboxModel::setProgress(MediaId media, qint64 sent)
{
    const auto picture = std::ranges::find(m_outbox.pictures, media, &WaitingPicture::media);
    if (picture == m_outbox.pictures.end())
        return;
    picture->sent = sent;
    const int row = rowOf(media);
    emit dataChanged(index(row, Standing), index(row, Standing));
}

const WaitingCommand *OutboxModel::command(int row) const
{
    return row >= 0 && row < int(m_outbox.commands.size()) ? &m_outbox.commands[std::size_t(row)] : nullptr;
}

int OutboxModel::behind(int row) const
{
    const WaitingCommand *given = command(row);
    if (!given)
        return 0;
    return int(std::ranges::count(m_outbox.commands.begin() + row + 1, m_outbox.commands.end(), given->article,
                                  &WaitingCommand::article));
}

bool OutboxModel::canBeTakenBack(int row) const
{
    const WaitingCommand *given = command(row);
    const auto isText = [given](const WaitingCommand &each) {
        return each.article == given->article && each.step == Step::Save;
    };
    return given && given->step != Step::Save
        && (given->state == WaitingState::Waiting || given->state == WaitingState::WaitingForPictures)
        && std::none_of(m_outbox.commands.begin() + row + 1, m_outbox.commands.end(), isText);
}

const UnsavedText *OutboxModel::unsaved(int row) const
{
    const int place = row - int(m_outbox.commands.size());
    return place >= 0 && place < int(m_outbox.texts.size()) ? &m_outbox.texts[std::size_t(place)] : nullptr;
}

const WaitingPicture *OutboxModel::picture(int row) const
{
    const int place = row - int(m_outbox.commands.size() + m_outbox.texts.size());
    return place >= 0 && place < int(m_outbox.pictures.size()) ? &m_outbox.pictures[std::size_t(place)] : nullptr;
}

std::optional<Key> OutboxModel::recordOf(int row) const
{
    if (const WaitingCommand *waiting = command(row))
        return Key{.noun = waiting->noun, .id = waiting->article};
    if (const UnsavedText *waiting = unsaved(row))
        return itemKey(waiting->article);
    return std::nullopt;
}

std::optional<WaitingId> OutboxModel::idAt(int row) const
{
    if (const WaitingCommand *waiting = command(row))
        return waiting->request;
    if (const UnsavedText *waiting = unsaved(row))
        return waiting->article;
    if (const WaitingPicture *waiting = picture(row))
        return waiting->media;
    return std::nullopt;
}

int OutboxModel::rowOf(const WaitingId &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

OutboxCounts OutboxModel::counts() const
{
    const auto isRefused = [](const auto &waiting) { return waiting.refusal.has_value(); };
    return {.waiting = rowCount(),
            .refused = int(std::ranges::count_if(m_outbox.commands, isRefused)
                           + std::ranges::count_if(m_outbox.pictures, isRefused)),
            .stopped = int(std::ranges::count(m_outbox.texts, false, &UnsavedText::isTriedAgain))};
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_outbox.commands.size() + m_outbox.texts.size() + m_outbox.pictures.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OutboxModel::since(Instant here) const
{
    return whenText(byServer(here, m_connection), byServer(m_clock.now(), m_connection));
}

QString OutboxModel::whyHeldUp(const HeldUp &here) const
{
    return heldUpText(byServer(here, m_connection), byServer(m_clock.now(), m_connection));
}

QString OutboxModel::text(int row, Column column) const
{
    if (const WaitingCommand *waiting = command(row)) {
        switch (column) {
        case What:
            return stepName(waiting->step);
        case Of:
            return waiting->title.isEmpty() ? tr("(no title yet)") : waiting->title;
        case Since:
            return since(waiting->givenAt);
        case Standing:
            switch (waiting->state) {
            case WaitingState::Waiting:
                return tr("Waiting to be sent");
            case WaitingState::WaitingForPictures:
                return tr("Waiting for its pictures");
            case WaitingState::Sending:
                return tr("Being sent…");
            case WaitingState::HeldUp:
                return waiting->heldUp ? whyHeldUp(*waiting->heldUp) : tr("Waiting to be sent");
            case WaitingState::Refused:
                return tr("Refused by the server");
            case WaitingState::Behind:
                return tr("Waiting for an earlier step to be resolved");
            }
            Q_UNREACHABLE();
        case ColumnCount:
            return {};
        }
    }
    if (const UnsavedText *text = unsaved(row)) {
        switch (column) {
        case What:
            return stepName(Step::Save);
        case Of:
            return text->title.isEmpty() ? tr("(no title yet)") : text->title;
        case Since:
            return since(text->since);
        case Standing:
            return tr("Cannot be sent yet");
        case ColumnCount:
            return {};
        }
    }
    const WaitingPicture *waiting = picture(row);
    if (!waiting)
        return {};
    switch (column) {
    case What:
        return tr("Picture");
    case Of:
        return waiting->name;
    case Since:
        return since(waiting->addedAt);
    case Standing:
        if (waiting->refusal)
            return tr("Refused by the server");
        if (waiting->heldUp)
            return whyHeldUp(*waiting->heldUp);
        return waiting->sent == 0 ? tr("Waiting to be sent (%1)").arg(sizeText(waiting->size))
                                  : tr("%1 of %2 sent").arg(sizeText(waiting->sent), sizeText(waiting->size));
    case ColumnCount:
        break;
    }
    return {};
}

QString OutboxModel::reason(int row) const
{
    if (const UnsavedText *text = unsaved(row))
        return errorText(text->why);
    if (const WaitingCommand *waiting = command(row))
        return waiting->refusal && waiting->state == WaitingState::Refused ? refusalText(*waiting->refusal) : QString();
    const WaitingPicture *sent = picture(row);
    return sent && sent->refusal ? refusalText(*sent->refusal) : QString();
}

Tone OutboxModel::tone(int row) const
{
    if (const UnsavedText *text = unsaved(row))
        return text->isTriedAgain ? Tone::Warning : Tone::Bad;
    const auto toneOf = [](const auto &waiting) {
        return waiting.refusal ? Tone::Bad : waiting.heldUp ? Tone::Warning : Tone::Neutral;
    };
    const WaitingCommand *waiting = command(row);
    return waiting ? toneOf(*waiting) : toneOf(*picture(row));
}

QString OutboxModel::whatIcon(int row) const
{
    const WaitingCommand *waiting = command(row);
    return waiting ? stepIcon(waiting->step) : unsaved(row) ? stepIcon(Step::Save) : u"image"_s;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), Column(index.column()));
    case Qt::ToolTipRole:
        if (const QString why = reason(index.row()); index.column() == Standing && !why.isEmpty())
            return why;
        return text(index.row(), Column(index.column())); // mostly longer than its column
    case Qt::DecorationRole:
        if (const Tone standing = tone(index.row()); index.column() == Standing && standing != Tone::Neutral)
            return icon(u"triangle-alert"_s, standing);
        if (index.column() == What)
            return icon(whatIcon(index.row()));
        return {};
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What:
        return tr("Step");
    case Of:
        return tr("Article, entry or picture");
    case Standing:
        return tr("Status");
    case Since:
        return tr("Since");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace toasoan
