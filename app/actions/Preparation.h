// What an action may ask for in prepare(), before the transaction that holds the one writer's place: what takes its
// time, and what the program around it knows.
#pragma once

#include "base/Result.h"

#include <QString>

namespace toasoan {

class Preparation
{
public:
    virtual ~Preparation() = default;

    /// Tens of milliseconds of a processor. StorageFull "memory" if there is not enough memory for it.
    [[nodiscard]] virtual Result<QString> hashPassword(const QString &password) const = 0;
    /// Whether the portal has nothing of its own at this address.
    [[nodiscard]] virtual bool canNameSection(const QString &slug) const = 0;
};

} // namespace toasoan
