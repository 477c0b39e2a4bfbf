// What a value of one field is typed into, chosen by its kind. Lives in the GUI thread.
#pragma once

#include "domain/Register.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>

namespace toasoan {

class Desk;
class EntryTitles;

/// What editors ask of the newsroom; all of it outlives them.
struct FieldSources
{
    Desk &desk;
    EntryTitles &titles;
};

class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const Field &field, QWidget *parent) : QWidget(parent), m_field(field) { }

    [[nodiscard]] const Field &field() const { return m_field; }
    /// What stands there, as the content has it; where it does not read as its kind the text as it was typed.
    /// Undefined: nothing.
    [[nodiscard]] virtual QJsonValue value() const = 0;
    /// Puts it there. What says the same already stays as it was typed, with the caret where it is.
    virtual void setValue(const QJsonValue &value) = 0;
    virtual void setReadOnly(bool isReadOnly) = 0;
    /// Gives the focus to a cell, where the field has cells; else to itself.
    virtual void focusPlace(int /*row*/, const QString & /*column*/) { setFocus(Qt::OtherFocusReason); }
    /// Calls back once value() has all that was typed, at once where it always has; false: nobody knows whether it
    /// does.
    virtual void flush(const std::function<void(bool isAll)> &done) { done(true); }
    /// Whether what value() says stands before the eyes.
    [[nodiscard]] virtual bool isSeen() const { return true; }
    /// Whether it says the field's label by itself.
    [[nodiscard]] virtual bool saysLabel() const { return false; }

signals:
    /// By the person.
    void edited();
    /// Something did not fit in and was left out, or could not be taken: a sentence.
    void noted(const QString &sentence);
    /// isSeen() may be another.
    void seenChanged();

private:
    const Field m_field;
};

/// Never null.
[[nodiscard]] FieldEditor *makeEditor(const Field &field, const FieldSources &sources, QWidget *parent);

// The parts of makeEditor(), each in a file of its own.
[[nodiscard]] FieldEditor *makeLineEditor(const Field &field, QWidget *parent);
[[nodiscard]] FieldEditor *makeTextEditor(const Field &field, QWidget *parent);
[[nodiscard]] FieldEditor *makeBodyEditor(const Field &field, const FieldSources &sources, QWidget *parent);
[[nodiscard]] FieldEditor *makeDayEditor(const Field &field, QWidget *parent);
[[nodiscard]] FieldEditor *makeChoiceEditor(const Field &field, QWidget *parent);
[[nodiscard]] FieldEditor *makeReferenceEditor(const Field &field, const FieldSources &sources, QWidget *parent);
[[nodiscard]] FieldEditor *makePictureEditor(const Field &field, const FieldSources &sources, QWidget *parent);
[[nodiscard]] FieldEditor *makeRowsEditor(const Field &field, const FieldSources &sources, QWidget *parent);
[[nodiscard]] FieldEditor *makeListEditor(const Field &field, const FieldSources &sources, QWidget *parent);

} // namespace toasoan
