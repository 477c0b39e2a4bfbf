// Writes items for benches: Vietnamese prose put together from runs of words of the board's own item, with numbers and
// dates between them. The same dice give the same items.
#pragma once

#include "base/Dice.h"
#include "domain/Content.h"

#include <QStringList>

#include <vector>

namespace toasoan {

class ItemWriter
{
public:
    /// Takes its words from the seed item of the editor's fixtures. NotFound "seed" if it is not there.
    [[nodiscard]] static Result<ItemWriter> create(SeededDice &dice);

    /// An item of that section: most are short (tin), one in five is long (bài), some show a picture of `pictures`.
    [[nodiscard]] Content write(SectionId section, const std::vector<MediaId> &pictures);
    /// What an editor makes of it: one paragraph is other.
    [[nodiscard]] Content edit(const Content &content);

private:
    ItemWriter(SeededDice &dice, std::vector<QStringList> sentences);

    /// The sentences of the seed that an item is mostly about, so that not all items hold all words.
    void chooseTheme();
    [[nodiscard]] QString fragment(int words);
    [[nodiscard]] QString sentence();
    [[nodiscard]] QString paragraph();
    [[nodiscard]] QString number();
    [[nodiscard]] int between(int least, int most);

    SeededDice &m_dice;
    std::vector<QStringList> m_sentences;
    std::vector<std::size_t> m_theme;
};

} // namespace toasoan
