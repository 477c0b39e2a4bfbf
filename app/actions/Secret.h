// What is told once and never again: a password, a code. It is born where it is asked for, and stands in no
// fingerprint, outbox, answer, audit line or log: nothing writes it.
#pragma once

#include <QString>

namespace toasoan {

struct Secret
{
    QString text;

    bool operator==(const Secret &) const = default;
};

} // namespace toasoan
