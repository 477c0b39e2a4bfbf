// An EditorView on the screen with its page loaded, and what tests do to it.
#pragma once

#include "ui/editor/EditorView.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QVariant>

namespace toasoan {

class EditorFixture
{
public:
    EditorFixture();

    /// Shows `documentJson` and waits until the page has it. False if it does not come.
    [[nodiscard]] bool open(const QByteArray &documentJson);
    /// What the page has after an acknowledged flush; empty if it does not answer.
    [[nodiscard]] QByteArray flushed();
    /// The value of an expression in the page.
    QVariant evaluate(const QString &script);
    /// Puts the caret: DOM position `offset` in the text of the first element that fits `selector`.
    void placeCaret(const QString &selector, int offset);
    void selectIn(const QString &selector, int from, int to);
    void type(const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Pastes as a person does, from the clipboard.
    void paste(const QString &html, const QString &text);

    EditorView view;
};

/// {"content":[blocks],"type":"doc"}
[[nodiscard]] QByteArray documentOf(const QByteArray &blocks);
/// A paragraph of plain text.
[[nodiscard]] QByteArray paragraph(const QString &text);
struct MarkedText
{
    QString text;
    QStringList marks;
};
/// A paragraph of those attributes and texts.
[[nodiscard]] QByteArray textBlock(const QJsonObject &attributes, const QList<MarkedText> &texts);
/// A table cell with a paragraph of `text`.
[[nodiscard]] QByteArray cell(const char *type, const QByteArray &text = {});
/// The fixture file's bytes, compact and with sorted keys.
[[nodiscard]] QByteArray fixtureJson(const QString &name);
[[nodiscard]] QString fixtureText(const QString &name);

} // namespace toasoan
