// A list of short words typed one after another, with commas.
#pragma once

#include <QLineEdit>
#include <QStringList>

namespace toasoan {

class TagField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TagField(QWidget *parent = nullptr);

    /// Without blanks at the ends, without empty or repeated ones.
    [[nodiscard]] QStringList tags() const;
    /// Leaves what is typed alone when it says the same.
    void setTags(const QStringList &tags);
};

} // namespace toasoan
