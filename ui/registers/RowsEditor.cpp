// A table within an entry: cells are typed into where they stand, Tab and Enter go on, the last Enter begins a new row.
#include "sync/Desk.h"
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/registers/RowsModel.h"
#include "ui/widgets/Icon.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellHeight = 38;

// Cells are typed into by the same editors as fields. What is typed is in the model at once: it is kept as what stands
// in fields is.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(const FieldSources &sources, QTableView *table, QObject *keys)
        : QStyledItemDelegate(table)
        , m_sources(sources)
        , m_keys(keys)
    { }

    [[nodiscard]] FieldEditor *editor() const { return m_editor; }

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const override
    {
        const auto *model = static_cast<const RowsModel *>(index.model());
        FieldEditor *editor = makeEditor(model->columnAt(index.column()), m_sources, parent);
        editor->setAutoFillBackground(true);
        editor->setBackgroundRole(QPalette::Base);
        auto *self = const_cast<CellDelegate *>(this); // as Qt has it: editors are made by a const function
        connect(editor, &FieldEditor::edited, self, [self, editor] { emit self->commitData(editor); });
        QWidget *typed = editor;
        while (typed->focusProxy())
            typed = typed->focusProxy();
        typed->installEventFilter(m_keys);
        m_editor = editor;
        return editor;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<FieldEditor *>(editor)->setValue(index.data(RowsModel::ValueRole).value<QJsonValue>());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        const QJsonValue value = static_cast<FieldEditor *>(editor)->value();
        model->setData(index, QVariant::fromValue(value), RowsModel::ValueRole);
    }
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        // It may need more room than its cell has, and stays within the table.
        const QSize wanted = editor->sizeHint().expandedTo(editor->minimumSizeHint());
        QRect place(option.rect.topLeft(),
                    option.rect.size().expandedTo({editor->minimumSizeHint().width(), wanted.height()}));
        if (const int over = place.right() - editor->parentWidget()->rect().right(); over > 0)
            place.translate(-qMin(over, place.left()), 0);
        editor->setGeometry(place);
    }

private:
    const FieldSources m_sources;
    QObject *m_keys; ///< hears the keys of what is typed into
    mutable QPointer<FieldEditor> m_editor;
};

class RowsEditor final : public FieldEditor
{
public:
    RowsEditor(const Field &field, const FieldSources &sources, QWidget *parent)
        : FieldEditor(field, parent)
        , m_model(new RowsModel(
              field, sources.titles, [&desk = sources.desk] { return desk.newRow(); }, this))
        , m_table(new QTableView(this))
        , m_delegate(new CellDelegate(sources, m_table, this))
        , m_add(new QPushButton(icon(u"plus"_s), RegisterTexts::tr("Add a row"), this))
        , m_remove(new QPushButton(icon(u"trash-2"_s), RegisterTexts::tr("Remove the row"), this))
        , m_up(new QPushButton(icon(u"arrow-up"_s), QString(), this))
        , m_down(new QPushButton(icon(u"arrow-down"_s), QString(), this))
    {
        buildTable(said(field.label));
        auto *buttons = new QHBoxLayout;
        buttons->setSpacing(4);
        for (QPushButton *button : {m_add, m_remove, m_up, m_down}) {
            makeQuiet(button);
            buttons->addWidget(button);
        }
        buttons->addStretch(1);
        m_up->setToolTip(RegisterTexts::tr("Move the row up (Alt+Up)"));
        m_down->setToolTip(RegisterTexts::tr("Move the row down (Alt+Down)"));
        for (QPushButton *button : {m_up, m_down})
            button->setAccessibleName(button->toolTip());
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(m_table);
        layout->addLayout(buttons);
        setFocusProxy(m_table);

        connect(m_add, &QPushButton::clicked, this, [this] { beginRow(m_model->rowCount()); });
        connect(m_remove, &QPushButton::clicked, this, [this] { removeRow(); });
        connect(m_up, &QPushButton::clicked, this, [this] { moveRow(-1); });
        connect(m_down, &QPushButton::clicked, this, [this] { moveRow(1); });
        connect(m_model, &RowsModel::edited, this, [this] {
            if (!m_isShowing)
                emit edited();
        });
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(m_model, signal, this, [this] { fit(); });
        connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showButtons(); });
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
            if (now && !isAncestorOf(now) && !QApplication::activePopupWidget())
                closeCell();
        });
        fit();
    }

    [[nodiscard]] QJsonValue value() const override
    {
        const QJsonArray rows = m_model->rows();
        return rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rows);
    }
    void setValue(const QJsonValue &value) override
    {
        m_isShowing = true;
        m_model->setRows(value.toArray());
        m_isShowing = false;
        fit();
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_isReadOnly = isReadOnly;
        m_model->setReadOnly(isReadOnly);
        if (isReadOnly)
            closeCell();
        showButtons();
    }
    void focusPlace(int row, const QString &column) override
    {
        const int place = qMax(0, m_model->columnOf(column));
        if (row >= 0 && row < m_model->rowCount())
            editCell(m_model->index(row, place));
        else
            m_add->setFocus(Qt::OtherFocusReason);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress || m_isReadOnly)
            return FieldEditor::eventFilter(watched, event);
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isInCell = watched != m_table;
        if (key.matches(QKeySequence::Paste)) {
            const QString text = QApplication::clipboard()->text();
            if (!isInCell || text.contains(u'\t') || text.trimmed().contains(u'\n')) {
                pasteCells(text);
                return true;
            }
        }
        if (key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)) {
            moveRow(key.key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (isInCell && (key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab))
            return goOn(key.key() == Qt::Key_Tab ? 1 : -1, AtEnd::Leaves);
        const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (isInCell && isEnter && key.modifiers() == Qt::NoModifier)
            return goOn(1, AtEnd::BeginsRow);
        if (isInCell && key.key() == Qt::Key_Escape) {
            closeCell();
            return true;
        }
        if (!isInCell && isEnter && m_table->currentIndex().isValid()) {
            editCell(m_table->currentIndex());
            return true;
        }
        if (!isInCell && key.key() == Qt::Key_Delete) {
            m_model->setData(m_table->currentIndex(), QVariant::fromValue(QJsonValue(QJsonValue::Undefined)),
                             RowsModel::ValueRole);
            return true;
        }
        return FieldEditor::eventFilter(watched, event);
    }

private:
    enum class AtEnd
    {
        Leaves,
        BeginsRow
    };

    void buildTable(const QString &name)
    {
        m_table->setModel(m_model);
        m_table->setItemDelegate(m_delegate);
        m_table->setAccessibleName(name);
        m_table->setTabKeyNavigation(false);
        m_table->setSelectionMode(QAbstractItemView::SingleSelection);
        m_table->setWordWrap(false);
        m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                 | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked
                                 | QAbstractItemView::CurrentChanged);
        m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_table->verticalHeader()->setDefaultSectionSize(cellHeight);
        m_table->verticalHeader()->hide();
        fitColumns();
        m_table->horizontalHeader()->setHighlightSections(false);
        m_table->horizontalHeader()->setSectionsClickable(false);
        m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
        m_table->installEventFilter(this);
        setSheet(m_table, [](const QPalette &palette) {
            return u"QTableView { border: 1px solid %1; border-radius: 6px; background: %2; gridline-color: %1; } "
                   "QTableView::item { border: none; padding: 0 8px; } QTableView::item:selected { background: %3; color: %4; }"_s
                       .arg(lineColour(palette).name(), palette.color(QPalette::Base).name(),
                            toneGround(Tone::Accent, palette).name(), palette.color(QPalette::Text).name());
        });
    }

    // Of a choice: its longest word.
    [[nodiscard]] int widthOf(const Field &column) const
    {
        constexpr int beside = 26, most = 220;
        int width = 100;
        for (const Choice &choice : column.limits.choices)
            width = qMax(width, m_table->fontMetrics().horizontalAdvance(said(choice.label)) + beside);
        return qMin(width, most);
    }

    // Texts share what the rest leaves; that has the room that its editors need.
    void fitColumns()
    {
        QHeaderView *header = m_table->horizontalHeader();
        header->setStretchLastSection(false);
        for (int column = 0; column < m_model->columnCount(); ++column) {
            int width = 0;
            switch (m_model->columnAt(column).kind) {
            case FieldKind::Integer:
            case FieldKind::Decimal:
            case FieldKind::Flag:
                width = 100;
                break;
            case FieldKind::Choice:
                width = widthOf(m_model->columnAt(column));
                break;
            case FieldKind::Money:
                width = 150;
                break;
            case FieldKind::Date:
                width = 120;
                break;
            case FieldKind::Moment:
                width = 150;
                break;
            case FieldKind::Period:
                width = 200;
                break;
            case FieldKind::Line:
            case FieldKind::Text:
            case FieldKind::Body:
            case FieldKind::Address:
            case FieldKind::Reference:
            case FieldKind::File:
            case FieldKind::Rows:
                break;
            }
            header->setSectionResizeMode(column, width > 0 ? QHeaderView::Fixed : QHeaderView::Stretch);
            if (width > 0)
                header->resizeSection(column, qMax(width, header->sectionSizeHint(column)));
        }
    }

    // As high as its rows: what is scrolled is the form.
    void fit()
    {
        const int header = m_table->horizontalHeader()->sizeHint().height();
        m_table->setVisible(m_model->rowCount() > 0);
        m_table->setFixedHeight(header + m_model->rowCount() * cellHeight + 2 * m_table->frameWidth() + 2);
        showButtons();
    }

    void showButtons()
    {
        const int row = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
        for (QPushButton *button : {m_add, m_remove, m_up, m_down})
            button->setVisible(!m_isReadOnly && (button == m_add || m_model->rowCount() > 0));
        m_remove->setEnabled(row >= 0);
        m_up->setEnabled(row > 0);
        m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    }

    void editCell(const QModelIndex &index)
    {
        m_table->setFocus(Qt::OtherFocusReason);
        m_table->setCurrentIndex(index);
        if (!m_delegate->editor() || !m_delegate->editor()->isVisible())
            m_table->edit(index);
    }

    void closeCell()
    {
        FieldEditor *editor = m_delegate->editor();
        if (!editor)
            return;
        emit m_delegate->commitData(editor);
        emit m_delegate->closeEditor(editor, QAbstractItemDelegate::NoHint);
    }

    bool goOn(int by, AtEnd atEnd)
    {
        const QModelIndex at = m_table->currentIndex();
        const int columns = m_model->columnCount();
        const int next = at.row() * columns + at.column() + by;
        closeCell();
        if (next >= 0 && next < m_model->rowCount() * columns) {
            editCell(m_model->index(next / columns, next % columns));
            return true;
        }
        if (atEnd == AtEnd::BeginsRow) {
            beginRow(m_model->rowCount());
            return true;
        }
        m_table->setFocus();
        if (by > 0)
            m_add->setFocus(Qt::TabFocusReason);
        else
            focusPreviousChild();
        return true;
    }

    void beginRow(int before)
    {
        closeCell();
        m_model->addRow(before);
        editCell(m_model->index(before, 0));
    }

    void removeRow()
    {
        const int row = m_table->currentIndex().row();
        closeCell();
        m_model->removeRow(row);
        const int rows = m_model->rowCount();
        if (rows > 0)
            m_table->selectionModel()->setCurrentIndex(m_model->index(qMin(row, rows - 1), 0),
                                                       QItemSelectionModel::ClearAndSelect);
        closeCell(); // choosing a row is not typing into it
        (rows > 0 ? m_remove : m_add)->setFocus();
    }

    void moveRow(int by)
    {
        const QModelIndex at = m_table->currentIndex();
        m_model->moveRow(at.row(), at.row() + by);
        showButtons();
    }

    void pasteCells(const QString &text)
    {
        const QModelIndex at = m_table->currentIndex();
        const int row = at.isValid() ? at.row() : m_model->rowCount() - 1;
        closeCell();
        const int last = m_model->paste(text, row, at.isValid() ? at.column() : 0);
        m_table->setFocus();
        if (last >= 0)
            m_table->selectionModel()->setCurrentIndex(m_model->index(last, 0), QItemSelectionModel::ClearAndSelect);
    }

    RowsModel *m_model;
    QTableView *m_table;
    CellDelegate *m_delegate;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    bool m_isReadOnly = false;
    bool m_isShowing = false;
};

} // namespace

FieldEditor *makeRowsEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
    return new RowsEditor(field, sources, parent);
}

} // namespace toasoan
