// The fields of an entry, made of its register's description. Knows values and what is wrong with them, and nothing of
// where they are kept. Lives in the GUI thread.
#pragma once

#include "ui/registers/FieldBox.h"

#include <QJsonObject>

#include <map>

namespace toasoan {

class EntryForm final : public QWidget
{
    Q_OBJECT

public:
    EntryForm(const FieldSources &sources, QWidget *parent = nullptr);

    /// Fields are made anew where the description is another; what stands in them stays.
    void setRegister(const Register &described);
    [[nodiscard]] const Register &described() const { return m_register; }

    /// Another entry: nothing of the one before stays, nor can be brought back by undoing.
    void open(const QByteArray &content);
    /// The same entry as others, or the desk, have made it: fields that say the same already stay as they are, with
    /// focus and caret.
    void takeOver(const QByteArray &content);
    /// All that it says, what has no field here included.
    [[nodiscard]] QByteArray content() const;
    /// Calls back once content() has all that was typed; false: nobody knows whether it does.
    void flush(const std::function<void(bool isAll)> &done);
    /// Whether all that content() says stands before the eyes, or is one scroll away.
    [[nodiscard]] bool isSeen() const;
    void setReadOnly(bool isReadOnly);
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    /// Gives a member that has no field here another value, as the place in an order.
    void setMember(const QString &name, const QJsonValue &value);

    /// Says each at its field. Those that are no field's are returned.
    std::vector<Error> showFaults(const std::vector<Error> &faults);
    void clearFaults();
    /// Gives the focus to the place of the error; nothing happens if it is no field's.
    void focusFault(const Error &fault);
    /// Who says the same: what he is called, by the name of a key. Only those keys are said anew.
    void showSame(const std::map<QString, QString> &same);
    [[nodiscard]] FieldBox *boxOf(const QString &field) const;

signals:
    /// By the person.
    void edited();
    /// isSeen() may be another.
    void seenChanged();
    /// A field that may be too long to be seen whole has the focus now.
    void shown(QWidget *part);

private:
    void build();
    void showOpen();
    [[nodiscard]] FieldBox::Wordings wordings(const QJsonObject &open) const;
    void settle(const QString &at, bool takeOther);
    [[nodiscard]] bool hasField(const Field &field) const;
    [[nodiscard]] QString shownValue(const Field &field, const QJsonValue &value) const;

    const FieldSources m_sources;
    Register m_register;
    QJsonObject m_says; ///< as it was put there; what has a field is that field's to say
    std::vector<FieldBox *> m_boxes;
    bool m_isReadOnly = false;
    bool m_isShowing = false;
};

} // namespace toasoan
