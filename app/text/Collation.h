// The order of Vietnamese words: da dà dả dã dá dạ đa.
#pragma once

#include <QCollator>
#include <QString>

namespace toasoan {

/// Compares Vietnamese texts for lists that people read. Not shared between threads (QCollator is not).
class VietnameseOrder
{
public:
    VietnameseOrder();

    /// Whether `left` stands before `right`.
    [[nodiscard]] bool operator()(const QString &left, const QString &right) const;

    /// The same for names of persons: by the last word, the given name, then by the whole.
    [[nodiscard]] bool byGivenName(const QString &left, const QString &right) const;

    /// For sorting many: keys compare as the texts do.
    [[nodiscard]] QCollatorSortKey key(const QString &text) const;

private:
    QCollator m_collator;
};

} // namespace toasoan
