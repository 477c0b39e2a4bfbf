// What registers of settings have in common.
#pragma once

#include "domain/Register.h"

namespace toasoan::registers {

/// A register of one entry with rows of these settings, each from its day on; kept by those who run the newsroom.
[[nodiscard]] Register settingsOf(Noun noun, Words name, Words about, std::vector<Field> settings);

/// A number within bounds; `usual` is what is so until somebody sets it.
[[nodiscard]] Field numberSetting(const QString &name, const Words &label, qint64 least, qint64 most, qint64 usual);

} // namespace toasoan::registers
