// What a server of a later version says beside all that desks of today know: nouns, members and values of enumerations
// that they do not. By the rules of openapi.md all of it is passed over, and the rest taken as it is. Not in the
// content of an article, which is hashed and sent back: of that a newer desk says more (insertWordOfNewerProgram()).
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Noun.h"
#include "protocol/Feed.h"
#include "storage/Transaction.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace toasoan::test {

class NewerServer
{
public:
    explicit NewerServer(SeededDice &dice) : m_dice(dice) { }

    /// Something changes that no desk knows of: a noun, or an article of a state.
    void change(Transaction &transaction, Instant now);
    /// How many articles of such a state there are: a desk asks for them again when it starts, once.
    [[nodiscard]] int unreadable() const { return m_unreadable; }

    /// Whether it has something to tell between two sequences.
    [[nodiscard]] bool tells(qint64 after, qint64 last) const;
    /// With what it has to tell after `after`.
    [[nodiscard]] QByteArray page(const FeedPage &page, qint64 after);
    /// The same of a page of a noun's pull, of what is before `before`.
    [[nodiscard]] QByteArray pull(const FeedPage &page, const Noun &noun, qint64 before);
    /// The same with members and values that nobody knows here and there.
    [[nodiscard]] QJsonObject said(const QJsonObject &json);

private:
    [[nodiscard]] bool happens(quint64 oneIn) { return m_dice.below(oneIn) == 0; }
    [[nodiscard]] static std::map<qint64, QJsonValue> ofPage(const FeedPage &page);
    [[nodiscard]] QByteArray told(const FeedPage &page, const QJsonArray &entries);
    [[nodiscard]] QJsonValue something();
    [[nodiscard]] QJsonValue enriched(const QJsonValue &value);

    SeededDice &m_dice;
    std::map<qint64, QJsonObject> m_entries; ///< by their sequence
    int m_unreadable = 0;
};

} // namespace toasoan::test
