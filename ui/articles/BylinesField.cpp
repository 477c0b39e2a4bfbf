#include "ui/articles/BylinesField.h"

#include "ui/models/NewsroomText.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/LineLimit.h"
#include "ui/widgets/PressedButton.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

BylinesField::BylinesField(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("Add a name"), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_add->setIcon(icon(u"plus"_s));
    makeQuiet(m_add);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] { addRow({}).name->setFocus(); });
    setFocusProxy(m_add);
}

std::vector<Byline> BylinesField::bylines() const
{
    std::vector<Byline> bylines;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().simplified();
        if (!name.isEmpty())
            bylines.push_back({.name = name, .share = Share(row.share->currentData().toInt()), .others = row.others});
    }
    return bylines;
}

void BylinesField::setBylines(const std::vector<Byline> &bylines)
{
    if (bylines == this->bylines())
        return;
    while (!m_rows.empty()) {
        retire(m_rows.back().widget);
        m_rows.pop_back();
    }
    for (const Byline &byline : bylines)
        addRow(byline);
}

void BylinesField::setKnownNames(const QStringList &names)
{
    m_names = names;
}

void BylinesField::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_add->setVisible(!isReadOnly);
    for (const Row &row : m_rows) {
        row.name->setReadOnly(isReadOnly);
        row.share->setEnabled(!isReadOnly);
        row.remove->setVisible(!isReadOnly);
    }
}

BylinesField::Row &BylinesField::addRow(const Byline &byline)
{
    auto *widget = new QWidget(this);
    auto *layout = new QGridLayout(widget); // the whole width for the name
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->setColumnStretch(0, 1);
    Row row{widget, new QLineEdit(byline.name, widget), new QComboBox(widget), new QPushButton(widget), byline.others};
    row.name->setAccessibleName(tr("Name under the article"));
    row.name->setPlaceholderText(tr("Name or pen name"));
    connect(new LineLimit(row.name, ContentLimits::byline), &LineLimit::reached, this, &BylinesField::limitReached);
    row.name->setCursorPosition(0); // a long name is read from its beginning
    auto *completer = new QCompleter(m_names, row.name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    row.name->setCompleter(completer);
    for (const Share share : {Share::Words, Share::Photos, Share::Editing})
        row.share->addItem(shareText(share), int(share));
    row.share->setCurrentIndex(row.share->findData(int(byline.share)));
    row.share->setAccessibleName(tr("What the person did"));
    row.remove->setIcon(icon(u"x"_s));
    row.remove->setAccessibleName(tr("Remove this name"));
    row.remove->setToolTip(tr("Remove this name"));
    makeQuiet(row.remove);
    layout->addWidget(row.name, 0, 0);
    layout->addWidget(row.remove, 0, 1);
    layout->addWidget(row.share, 1, 0);
    m_layout->insertWidget(int(m_rows.size()), widget);
    connect(row.name, &QLineEdit::textEdited, this, &BylinesField::edited);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &BylinesField::edited);
    connect(row.share, &QComboBox::activated, this, &BylinesField::edited);
    connect(row.remove, &QPushButton::clicked, this, [this, widget] { removeRow(widget); });
    m_rows.push_back(row);
    setReadOnly(m_isReadOnly);
    return m_rows.back();
}

void BylinesField::removeRow(QWidget *widget)
{
    const auto row = std::ranges::find(m_rows, widget, &Row::widget);
    if (row == m_rows.end())
        return;
    m_rows.erase(row);
    m_add->setFocus();
    retire(widget);
    emit edited();
}

} // namespace toasoan
