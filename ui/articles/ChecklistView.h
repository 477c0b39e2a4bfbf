// What an article still lacks, line by line; each line leads to its place.
#pragma once

#include "ui/models/ChecklistText.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace toasoan {

class ChecklistButton;

class ChecklistView final : public QWidget
{
    Q_OBJECT

public:
    /// Shows at most `most` lines and says how many more there are.
    explicit ChecklistView(int most, QWidget *parent = nullptr);

    void setFindings(const std::vector<Finding> &findings);
    [[nodiscard]] const std::vector<ChecklistLine> &lines() const { return m_lines; }

signals:
    void chosen(const toasoan::Finding &finding);

private:
    int m_most;
    std::vector<ChecklistLine> m_lines;
    std::vector<ChecklistButton *> m_buttons; ///< one for each line that was ever shown at once
    QVBoxLayout *m_layout;
    QLabel *m_rest; ///< how many more, or that nothing is missing
};

} // namespace toasoan
