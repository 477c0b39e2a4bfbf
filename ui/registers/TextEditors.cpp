// What is typed as a text: lines, longer texts, addresses, numbers.
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/GrowingTextEdit.h"
#include "ui/widgets/LineLimit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

class LineEditor final : public FieldEditor
{
public:
    LineEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent), m_line(new QLineEdit(this))
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(m_line);
        const bool isNumber =
            field.kind == FieldKind::Integer || field.kind == FieldKind::Decimal || field.kind == FieldKind::Money;
        if (isNumber) {
            m_line->setAlignment(Qt::AlignRight);
            m_line->setFixedWidth(180);
            if (field.kind == FieldKind::Money)
                layout->addWidget(new QLabel(u"đ"_s, this));
            layout->addStretch(1);
        } else if (longestOf(field) > 0) {
            auto *limit = new LineLimit(m_line, longestOf(field));
            connect(limit, &LineLimit::reached, this, [this] {
                emit noted(faultText(this->field(), {ErrorCode::TooLarge, {}, {}}));
            });
        }
        if (field.kind == FieldKind::Address)
            m_line->setPlaceholderText(u"https://"_s);
        m_line->setAccessibleName(said(field.label));
        setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
        // What was meant is seen: "1500000" becomes "1.500.000".
        connect(m_line, &QLineEdit::editingFinished, this, [this, isNumber] {
            if (isNumber && typedText(this->field(), value()) != m_line->text())
                m_line->setText(typedText(this->field(), value()));
        });
    }

    [[nodiscard]] QJsonValue value() const override { return typedValue(field(), m_line->text()); }
    void setValue(const QJsonValue &value) override
    {
        const bool isSame = value == this->value();
        if (isSame || (value.isString() && value.toString() == m_line->text().simplified()))
            return;
        const int caret = m_line->cursorPosition();
        m_line->setText(typedText(field(), value));
        m_line->setCursorPosition(m_line->hasFocus() ? caret : 0);
    }
    void setReadOnly(bool isReadOnly) override { m_line->setReadOnly(isReadOnly); }

private:
    QLineEdit *m_line;
};

class TextEditor final : public FieldEditor
{
public:
    TextEditor(const Field &field, QWidget *parent)
        : FieldEditor(field, parent)
        , m_text(new GrowingTextEdit(GrowingTextEdit::Breaks::Allowed, this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_text);
        m_text->setLeastLines(3);
        m_text->setMaximum(longestOf(field));
        m_text->setAccessibleName(said(field.label));
        setFocusProxy(m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_isShowing)
                emit edited();
        });
        connect(m_text, &GrowingTextEdit::limitReached, this, [this] {
            emit noted(faultText(this->field(), {ErrorCode::TooLarge, {}, {}}));
        });
    }

    [[nodiscard]] QJsonValue value() const override { return typedValue(field(), m_text->text()); }
    void setValue(const QJsonValue &value) override
    {
        if (value.toString() == m_text->text().trimmed())
            return;
        m_isShowing = true;
        m_text->replaceText(value.toString());
        m_isShowing = false;
    }
    void setReadOnly(bool isReadOnly) override { m_text->setReadOnly(isReadOnly); }

private:
    GrowingTextEdit *m_text;
    bool m_isShowing = false;
};

} // namespace

FieldEditor *makeLineEditor(const Field &field, QWidget *parent)
{
    return new LineEditor(field, parent);
}

FieldEditor *makeTextEditor(const Field &field, QWidget *parent)
{
    return new TextEditor(field, parent);
}

} // namespace toasoan
