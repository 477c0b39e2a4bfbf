// The fields of an article and the editor of its body: what it says, as it can be typed. It keeps nothing and decides
// nothing; WritingPage does. Lives in the GUI thread.
#pragma once

#include "domain/Checklist.h"
#include "sync/Desk.h"
#include "ui/widgets/KeysDialog.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace toasoan {

class BylinesField;
class ChecklistView;
class EditorView;
class GrowingTextEdit;
class LineLimit;
class PicturesPanel;
class Preferences;
class TagField;
struct PictureOffer;

class ArticleForm final : public QWidget
{
    Q_OBJECT

public:
    /// `preferences` must outlive it.
    ArticleForm(Desk &desk, Preferences &preferences, QWidget *parent = nullptr);

    /// Another article: fields and editor, its undo history anew. Pictures that are still being taken in for the one
    /// before are dropped.
    void open(const Content &content);
    /// The fields; what stands in the editor is its own affair (EditorView::replaceDocument()). Around the caret,
    /// without edited().
    void showFields(const Content &content);
    /// `under` with what the fields say; what it has that has no field here stays.
    [[nodiscard]] Content withFields(const Content &under) const;
    void showPictures(const QByteArray &body);
    /// A content in place of what is shown, as the person's own change: edited() and EditorView::edited() follow. It is
    /// undone by another one: forgetUndo().
    void put(const Content &content);
    /// What was done in the fields and the text until now can be neither undone nor done again there.
    void forgetUndo();
    void setWritable(bool isWritable);
    void setCorrectionVisible(bool isVisible);
    void setChecklistVisible(bool isVisible);

    [[nodiscard]] EditorView &editor() const { return *m_editor; }
    [[nodiscard]] QString sectionName() const;
    /// For the overview of keys.
    [[nodiscard]] std::vector<KeyGroup> keys() const;
    void focusField(TextField field);
    /// What the article lacks by now.
    void showFindings(const std::vector<Finding> &findings);
    /// Puts the caret, or the selection, where this can be mended.
    void leadTo(const Finding &finding);
    /// Whether what belongs to the article stands beside its text; remembered.
    void setPanelShown(bool isShown);
    [[nodiscard]] bool isPanelShown() const;

signals:
    /// A field, by the person; the body tells by EditorView::edited().
    void edited();
    /// The person would mend this: a line of what the article lacks was chosen.
    void leadWanted(const toasoan::Finding &finding);
    void panelShown(bool isShown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildPaper();
    [[nodiscard]] QWidget *buildPanel();
    void connectFields();
    void forgetUndoOfFields();
    void sayLimit(const QString &text);
    void addKeys();
    void orderTabs();
    void showZoom();
    void showPanel(bool isShown);
    void showCaret(GrowingTextEdit *field);
    void focusInPanel(QWidget *field);
    void fillPlaces();
    void fillSections();
    void fillGenres();
    void hideEmptyFields();
    void takePicture(const PictureOffer &offer);

    Desk &m_desk;
    Preferences &m_preferences;
    quint64 m_opened = 0; ///< counts the articles
    QString m_chosenGenre = newsBrief();
    SectionId m_chosenSection; ///< of the content that is shown
    bool m_isShowing = false; ///< fields change because of us
    bool m_isWritable = true;
    QStringList m_limitsSaid; ///< in the editor's notice

    bool m_isNarrow = false; ///< the last time the panel was looked after
    QWidget *m_head = nullptr; ///< title, subtitle, lead; over the text
    QScrollArea *m_side = nullptr;
    GrowingTextEdit *m_title = nullptr;
    GrowingTextEdit *m_subtitle = nullptr;
    GrowingTextEdit *m_lead = nullptr;
    EditorView *m_editor = nullptr;
    QComboBox *m_section = nullptr;
    QComboBox *m_genre = nullptr;
    BylinesField *m_bylines = nullptr;
    TagField *m_tags = nullptr;
    QLineEdit *m_source = nullptr;
    LineLimit *m_sourceLimit = nullptr;
    QLabel *m_correctionLabel = nullptr;
    GrowingTextEdit *m_correction = nullptr;
    PicturesPanel *m_pictures = nullptr;
    QLabel *m_checklistLabel = nullptr;
    ChecklistView *m_checklist = nullptr;
    QLabel *m_words = nullptr;
};

/// The body of a content as the editor wants it: never empty.
[[nodiscard]] QByteArray bodyOf(const Content &content);

} // namespace toasoan
