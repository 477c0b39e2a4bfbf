// What refers to an entry, a section or a person: found by words of its title, shown by that.
#include "domain/Posts.h"
#include "sync/EntryQuestions.h"
#include "text/Language.h"
#include "text/Vietnamese.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/Icon.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOffered = 20; // more are found by more words

class ReferenceEditor final : public FieldEditor
{
public:
    ReferenceEditor(const Field &field, const FieldSources &sources, QWidget *parent)
        : FieldEditor(field, parent)
        , m_desk(sources.desk)
        , m_titles(sources.titles)
        , m_line(new QLineEdit(this))
        , m_offered(new QStandardItemModel(this))
        , m_completer(new QCompleter(m_offered, this))
        , m_soon(new QTimer(this))
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_line);
        m_line->setAccessibleName(said(field.label));
        m_line->setPlaceholderText(RegisterTexts::tr("Type words of its name to find it"));
        m_line->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
        m_line->installEventFilter(this);
        setFocusProxy(m_line);
        m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        m_completer->setWidget(m_line);
        m_soon->setSingleShot(true);
        m_soon->setInterval(150);
        connect(m_soon, &QTimer::timeout, this, [this] { offer(); });
        connect(m_line, &QLineEdit::textEdited, this, [this] {
            m_soon->start();
            if (m_line->text().trimmed().isEmpty())
                choose({});
        });
        connect(m_line, &QLineEdit::editingFinished, this, [this] {
            if (!m_completer->popup()->isVisible())
                showChosen(); // words that chose nothing are none
        });
        connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
                [this](const QModelIndex &index) { choose(index.data(Qt::UserRole).toString()); });
        connect(&m_titles, &EntryTitles::changed, this, [this] {
            if (!m_line->isModified())
                showChosen();
        });
    }

    [[nodiscard]] QJsonValue value() const override
    {
        return m_value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_value);
    }
    void setValue(const QJsonValue &value) override
    {
        if (value.toString() == m_value && !m_value.isEmpty())
            return;
        m_value = value.toString();
        if (!m_line->hasFocus() || !m_line->isModified())
            showChosen();
    }
    void setReadOnly(bool isReadOnly) override { m_line->setReadOnly(isReadOnly); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress && !m_line->isReadOnly()
            && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
            offer();
            return true;
        }
        return FieldEditor::eventFilter(watched, event);
    }

private:
    [[nodiscard]] Noun firstNoun() const
    {
        return field().limits.nouns.empty() ? Noun() : field().limits.nouns.front();
    }
    // As the content has it: the noun stands before the id where it is not the first.
    [[nodiscard]] QString valueOf(const Noun &noun, const QString &id) const
    {
        return noun == firstNoun() ? id : toText(noun) + u'/' + id;
    }

    void choose(const QString &value)
    {
        const bool isOther = value != m_value;
        m_value = value;
        if (!value.isEmpty() || !m_line->hasFocus())
            showChosen();
        if (isOther)
            emit edited();
    }

    void showChosen()
    {
        QString title;
        if (!m_value.isEmpty()) {
            title = m_titles.titleOf(firstNoun(), m_value);
            if (title.isEmpty())
                title = m_titles.isUnknown(m_value) ? RegisterTexts::tr("(an entry that is not known here)") : u"…"_s;
        }
        if (title != m_line->text())
            m_line->setText(title);
        m_line->setModified(false);
        m_line->setCursorPosition(0);
    }

    void offer()
    {
        m_offered->clear();
        const QString words = m_line->isModified() ? m_line->text().simplified() : QString();
        ++m_asked;
        for (const Noun &noun : field().limits.nouns) {
            if (noun == nouns::user) {
                for (const User &user : m_desk.users())
                    add(noun, user.id.toText(), user.name, words);
            } else if (noun == nouns::section) {
                for (const Section &section : m_desk.sections())
                    add(noun, section.id.toText(), nameIn(languageInUse(), section), words);
            } else if (const Register *described = m_desk.rules().findRegister(noun)) {
                m_desk.ask(AskEntries{{.noun = noun, .filter = {.words = words}}}, this,
                           [this, noun, described = *described, asked = m_asked](const Result<EntryPage> &page) {
                               if (!page || asked != m_asked)
                                   return;
                               for (const EntryLine &line : page->lines)
                                   add(noun, line.id.toText(), entryTitle(described, line.content), {});
                               show();
                           });
            }
        }
        show();
    }

    void add(const Noun &noun, const QString &id, const QString &title, const QString &words)
    {
        if (m_offered->rowCount() >= mostOffered || (!words.isEmpty() && !fold(title).contains(fold(words))))
            return;
        auto *item = new QStandardItem(title);
        item->setData(valueOf(noun, id), Qt::UserRole);
        m_offered->appendRow(item);
    }

    void show()
    {
        if (m_line->hasFocus() && m_offered->rowCount() > 0)
            m_completer->complete();
    }

    Desk &m_desk;
    EntryTitles &m_titles;
    QLineEdit *m_line;
    QStandardItemModel *m_offered;
    QCompleter *m_completer;
    QTimer *m_soon;
    QString m_value;
    quint64 m_asked = 0; ///< answers to older questions are dropped
};

} // namespace

FieldEditor *makeReferenceEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
    return new ReferenceEditor(field, sources, parent);
}

} // namespace toasoan
