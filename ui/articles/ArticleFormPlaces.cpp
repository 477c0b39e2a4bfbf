// Where the article belongs, as its form offers it: the newsroom's sections and genres.
#include "domain/Posts.h"
#include "text/Language.h"
#include "ui/articles/ArticleForm.h"
#include "ui/models/NewsroomText.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QScopedValueRollback>

namespace toasoan {

namespace {

// The list of a box as wide as its longest entry, and as long as it needs to be.
void showWhole(QComboBox *box)
{
    constexpr int beside = 32; // padding and scroll bar
    box->setMaxVisibleItems(24);
    box->view()->setMinimumWidth(qMin(460, box->view()->sizeHintForColumn(0) + beside));
}

} // namespace

// What is chosen stays in the list, whatever became of it.
void ArticleForm::fillPlaces()
{
    fillSections();
    fillGenres();
}

void ArticleForm::fillGenres()
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_genre->clear();
    for (const Genre &genre : m_desk.genres().all()) {
        if (!genre.isClosed || genre.code == m_chosenGenre)
            m_genre->addItem(genreText(m_desk.genres(), genre.code), genre.code);
    }
    if (m_genre->findData(m_chosenGenre) < 0) // of a newer server, or not heard of yet
        m_genre->addItem(m_chosenGenre, m_chosenGenre);
    m_genre->setCurrentIndex(m_genre->findData(m_chosenGenre));
    showWhole(m_genre);
}

void ArticleForm::fillSections()
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_section->clear();
    m_section->addItem(tr("Choose a section"), QString());
    for (const Section &section : m_desk.sections())
        m_section->addItem(nameIn(languageInUse(), section), section.id.toText());
    const QString chosen = m_chosenSection.isNull() ? QString() : m_chosenSection.toText();
    if (m_section->findData(chosen) < 0) // one that is no longer in the menus stays what it is
        m_section->addItem(tr("(unknown section)"), chosen);
    m_section->setCurrentIndex(m_section->findData(chosen));
    showWhole(m_section);
}

QString ArticleForm::sectionName() const
{
    return m_section->currentText();
}

} // namespace toasoan
