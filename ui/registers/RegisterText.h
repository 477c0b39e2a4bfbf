// What registers say on the screen: their own words in the program's language, values as they are typed and read, and
// what is wrong with one, as a sentence.
#pragma once

#include "base/Error.h"
#include "domain/Entry.h"
#include "sync/EntryQuestions.h"
#include "ui/models/ArticleListModel.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QString>

namespace toasoan {

/// The context of what the parts of a form say.
struct RegisterTexts
{
    Q_DECLARE_TR_FUNCTIONS(Registers)
};

/// Words of a description in the program's language.
[[nodiscard]] QString said(const Words &words);
/// What an entry is called; "(no name yet)" while it is called nothing.
[[nodiscard]] QString entryTitle(const Register &described, const QByteArray &content);
/// The same within a sentence.
[[nodiscard]] QString quotedEntry(const QString &title);

/// A value as it stands in a field to be typed over: "30-11-2026", "1.500.000", "1,5". What does not read as its kind
/// as it was typed. For kinds of one line.
[[nodiscard]] QString typedText(const Field &field, const QJsonValue &value);
/// What was typed, as a value of the field; where it does not read as its kind the text itself, to be said at its
/// field. Undefined: nothing.
[[nodiscard]] QJsonValue typedValue(const Field &field, const QString &text);

/// Which place of a form an error is about. Without a field none of it.
struct FaultPlace
{
    const Field *field = nullptr;
    int row = -1; ///< of Rows
    const Field *column = nullptr;
};
[[nodiscard]] FaultPlace faultPlace(const Register &described, const QString &subject);
/// What is wrong with a value, and what to do, as a sentence.
[[nodiscard]] QString faultText(const Field &field, const Error &error);
/// Why the server did not take an entry, in the words of its register, and what to do.
[[nodiscard]] QString entryRefusalText(const Register &described, const Error &error);

/// What has to be known of a line of a list before it is opened.
[[nodiscard]] LineNote noteOf(const EntryLine &line);

/// Where it is safe what is shown of an entry, in one line.
struct EntryMark
{
    QString text;
    QString icon;
    QString explanation;
    Tone tone = Tone::Neutral;
};
[[nodiscard]] EntryMark markOf(const EntryView &view, bool isPublic);
/// Whether readers have the entry as the server has it: its register has a face, it is published, and `today` is within
/// its period.
[[nodiscard]] bool isWithReaders(const Register &described, const EntryView &view, const QDate &today);

/// The registers in which the person has something to do, by their names.
[[nodiscard]] std::vector<const Register *> registersOf(const Desk &desk);
/// Whether he may begin a new entry.
[[nodiscard]] bool mayAdd(const Desk &desk, const Register &described);

} // namespace toasoan
