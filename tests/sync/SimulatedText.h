// Words that people of the simulation put into texts: each is typed once, so that it can be counted where it stands.
#pragma once

#include "base/Dice.h"
#include "domain/Content.h"

#include <QString>

namespace toasoan::test {

/// All that a content says, as plain text.
[[nodiscard]] QString wordsOf(const Content &content);
/// How often the word stands there.
[[nodiscard]] int count(const QString &text, const QString &word);
/// Puts the word somewhere into body or lead, or into a paragraph of its own.
void insertWord(Content &content, const QString &word, SeededDice &dice);
/// Says it in a member that no program of today knows.
void insertWordOfNewerProgram(Content &content, const QString &word, SeededDice &dice);

} // namespace toasoan::test
