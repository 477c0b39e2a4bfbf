// Several values of one field: one editor for each, of choices a box to tick for each.
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QJsonValue listed(const QJsonArray &values)
{
    return values.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(values);
}

class TicksEditor final : public FieldEditor
{
public:
    TicksEditor(const Field &field, QWidget *parent) : FieldEditor(field, parent)
    {
        m_layout = new FlowLayout(this, Qt::AlignLeft, 16);
        for (const Choice &choice : field.limits.choices)
            addBox(choice.code, said(choice.label));
    }

    [[nodiscard]] QJsonValue value() const override
    {
        // Those that were there keep their order.
        QJsonArray codes;
        for (const QJsonValue &code : m_before) {
            if (isTicked(code.toString()))
                codes.append(code);
        }
        for (const auto &[code, box] : m_boxes) {
            if (box->isChecked() && !codes.contains(code))
                codes.append(code);
        }
        return listed(codes);
    }
    void setValue(const QJsonValue &value) override
    {
        m_before = value.toArray();
        for (const QJsonValue &code : std::as_const(m_before)) {
            const bool isOffered =
                std::ranges::any_of(m_boxes, [&code](const auto &each) { return each.first == code.toString(); });
            if (!isOffered)
                addBox(code.toString(), RegisterTexts::tr("%1 (no longer offered)").arg(code.toString()));
        }
        for (const auto &[code, box] : m_boxes)
            box->setChecked(m_before.contains(code));
    }
    void setReadOnly(bool isReadOnly) override
    {
        for (const auto &[code, box] : m_boxes)
            box->setEnabled(!isReadOnly);
    }

private:
    [[nodiscard]] bool isTicked(const QString &code) const
    {
        return std::ranges::any_of(
            m_boxes, [&code](const auto &each) { return each.first == code && each.second->isChecked(); });
    }
    void addBox(const QString &code, QString label)
    {
        auto *box = new QCheckBox(label.replace(u'&', u"&&"_s), this);
        connect(box, &QCheckBox::clicked, this, &FieldEditor::edited);
        m_layout->addWidget(box);
        m_boxes.emplace_back(code, box);
        if (m_boxes.size() == 1)
            setFocusProxy(box);
    }

    FlowLayout *m_layout;
    std::vector<std::pair<QString, QCheckBox *>> m_boxes;
    QJsonArray m_before;
};

class ListEditor final : public FieldEditor
{
public:
    ListEditor(const Field &field, const FieldSources &sources, QWidget *parent)
        : FieldEditor(field, parent)
        , m_sources(sources)
        , m_one(field)
        , m_layout(new QVBoxLayout(this))
        , m_add(new QPushButton(icon(u"plus"_s), RegisterTexts::tr("Add"), this))
    {
        m_one.count = Count::One;
        m_layout->setContentsMargins(0, 0, 0, 0);
        m_layout->setSpacing(6);
        m_layout->addWidget(m_add, 0, Qt::AlignLeft);
        makeQuiet(m_add);
        m_add->setAccessibleName(RegisterTexts::tr("%1: add").arg(said(field.label)));
        setFocusProxy(m_add);
        connect(m_add, &QPushButton::clicked, this, [this] { addLine(QJsonValue::Undefined)->setFocus(); });
    }

    [[nodiscard]] QJsonValue value() const override
    {
        QJsonArray values;
        for (const Line &line : m_lines) {
            const QJsonValue value = line.editor->value();
            if (!value.isUndefined() && !values.contains(value))
                values.append(value);
        }
        return listed(values);
    }
    void setValue(const QJsonValue &value) override
    {
        if (value == this->value())
            return;
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray();
        while (m_lines.size() > std::size_t(values.size()))
            drop(m_lines.back().widget);
        for (qsizetype at = 0; at < values.size(); ++at) {
            if (std::size_t(at) < m_lines.size())
                m_lines[std::size_t(at)].editor->setValue(values[at]);
            else
                addLine(values[at]);
        }
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_isReadOnly = isReadOnly;
        m_add->setVisible(!isReadOnly);
        for (const Line &line : m_lines) {
            line.editor->setReadOnly(isReadOnly);
            line.remove->setVisible(!isReadOnly);
        }
    }

private:
    struct Line
    {
        QWidget *widget;
        FieldEditor *editor;
        QPushButton *remove;
    };

    FieldEditor *addLine(const QJsonValue &value)
    {
        auto *widget = new QWidget(this);
        auto *layout = new QHBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        FieldEditor *editor = makeEditor(m_one, m_sources, widget);
        auto *remove = new QPushButton(icon(u"x"_s), QString(), widget);
        makeQuiet(remove);
        remove->setToolTip(RegisterTexts::tr("Remove"));
        remove->setAccessibleName(RegisterTexts::tr("%1: remove").arg(said(m_one.label)));
        remove->setVisible(!m_isReadOnly);
        layout->addWidget(editor, 1);
        layout->addWidget(remove, 0, Qt::AlignTop);
        m_layout->insertWidget(int(m_lines.size()), widget);
        editor->setValue(value);
        editor->setReadOnly(m_isReadOnly);
        connect(editor, &FieldEditor::edited, this, &FieldEditor::edited);
        connect(editor, &FieldEditor::noted, this, &FieldEditor::noted);
        connect(remove, &QPushButton::clicked, this, [this, widget] {
            drop(widget);
            m_add->setFocus();
            emit edited();
        });
        m_lines.push_back({widget, editor, remove});
        return editor;
    }
    void drop(QWidget *widget)
    {
        std::erase_if(m_lines, [widget](const Line &line) { return line.widget == widget; });
        m_layout->removeWidget(widget);
        retire(widget);
    }

    const FieldSources m_sources;
    Field m_one;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
    std::vector<Line> m_lines;
    bool m_isReadOnly = false;
};

} // namespace

FieldEditor *makeListEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
    if (field.kind == FieldKind::Choice)
        return new TicksEditor(field, parent);
    return new ListEditor(field, sources, parent);
}

} // namespace toasoan
