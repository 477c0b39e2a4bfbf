// One field of a form: its label, what it is typed into, its help, and what has to be known of what stands there: what
// is wrong, what another entry says too, what two people changed. Lives in the GUI thread.
#pragma once

#include "ui/registers/FieldEditor.h"

#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace toasoan {

class Banner;

class FieldBox final : public QWidget
{
    Q_OBJECT

public:
    FieldBox(const Field &field, const FieldSources &sources, QWidget *parent);

    [[nodiscard]] FieldEditor &editor() const { return *m_editor; }
    [[nodiscard]] const Field &field() const { return m_editor->field(); }

    /// What is wrong, as a sentence; empty: nothing that is known. It stands until the field is changed.
    void setFault(const QString &text);
    [[nodiscard]] QString fault() const;
    /// What may be wrong; it does not hinder.
    void setWarning(const QString &text);
    [[nodiscard]] QString warning() const;

    /// Something that two people changed, each in his way.
    struct Wordings
    {
        QString at; ///< as the content has it
        QString text; ///< what is to be chosen between, as a sentence
        QString keep; ///< of the button that leaves what stands there
        QString take;

        bool operator==(const Wordings &) const = default;
    };
    /// Each with two buttons; settled() says which was pressed.
    void setOpen(const std::vector<Wordings> &open);

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void edited();
    void settled(const QString &at, bool takeOther);

private:
    class Line;
    QVBoxLayout *m_layout;
    FieldEditor *m_editor;
    Line *m_fault;
    Line *m_warning;
    std::vector<Wordings> m_open;
    std::vector<Banner *> m_banners;
};

} // namespace toasoan
