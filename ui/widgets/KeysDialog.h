// The keys of the program, in groups, to be looked up. Closes by Escape.
#pragma once

#include <QDialog>

#include <vector>

namespace toasoan {

struct KeyLine
{
    QString keys; ///< as they are shown: "Ctrl+N"
    QString text;
};

struct KeyGroup
{
    QString title;
    std::vector<KeyLine> lines;
};

class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    KeysDialog(const std::vector<KeyGroup> &groups, QWidget *parent);
};

} // namespace toasoan
