// What settings are in force; see domain/DatedSettings.h.
#pragma once

#include "domain/DatedSettings.h"
#include "storage/PublicEntries.h"
#include "storage/RecordStore.h"

namespace toasoan {

/// What the one entry of a single register says; nothing while there is none, or while it is closed.
[[nodiscard]] inline Result<QByteArray> readSingle(Transaction &transaction, const Noun &noun)
{
    auto record = RecordStore(transaction).fullMaybe(RecordId{idOfSingle(noun)});
    if (!record)
        return record.error();
    return *record && (*record)->state == State::Published ? (*record)->content : QByteArray();
}

/// As the board has them.
template <typename T>
[[nodiscard]] Result<T> readSettings(Transaction &transaction, QDate day)
{
    const auto says = readSingle(transaction, nounOf<T>());
    return says ? Result<T>(settingsOn<T>(*says, day)) : Result<T>(says.error());
}

/// As readers have them: those of the public version.
template <typename T>
[[nodiscard]] Result<T> readPublicSettings(Transaction &transaction, QDate day)
{
    const auto rows = PublicEntries(transaction).list(nounOf<T>(), {}, 1, 0);
    if (!rows)
        return rows.error();
    return settingsOn<T>(rows->empty() ? QByteArray() : rows->front().content, day);
}

} // namespace toasoan
