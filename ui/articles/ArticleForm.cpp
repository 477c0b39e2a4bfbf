#include "ui/articles/ArticleForm.h"

#include "document/Json.h"
#include "domain/Posts.h"
#include "ui/articles/BylinesField.h"
#include "ui/articles/ChecklistView.h"
#include "ui/articles/PicturesPanel.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/GrowingTextEdit.h"
#include "ui/widgets/LineLimit.h"
#include "ui/widgets/Preferences.h"
#include "ui/widgets/TagField.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

#include <array>
#include <tuple>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// What the schema of the editor lets a link lead to.
void openLink(const QUrl &url)
{
    for (const auto &scheme : {u"https"_s, u"http"_s, u"mailto"_s, u"tel"_s}) {
        if (url.scheme() == scheme)
            QDesktopServices::openUrl(url);
    }
}

constexpr int sideWidth = 304;
constexpr int gap = 18;
constexpr int narrow = 820; // less, and the text gets the room of the panel

} // namespace

QByteArray bodyOf(const Content &content)
{
    return content.body.isEmpty() ? document::toJson(document::emptyDocument()) : content.body;
}

ArticleForm::ArticleForm(Desk &desk, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_preferences(preferences)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(buildPaper(), 1);
    layout->addWidget(buildPanel());
    setFocusProxy(m_title);
    connectFields();
    addKeys();
    orderTabs();
    connect(m_editor->webView(), &EditorWebView::focusWidgetChanged, this, &ArticleForm::orderTabs);
    showZoom();
    connect(&m_preferences, &Preferences::zoomChanged, this, &ArticleForm::showZoom);
    connect(&m_desk, &Desk::newsroomChanged, this, &ArticleForm::fillPlaces);
    connect(&m_desk, &Desk::signedIn, this, &ArticleForm::fillPlaces);
    connect(&m_desk, &Desk::uploadProgressed, m_pictures, &PicturesPanel::setProgress);
    connect(&m_desk, &Desk::pictureArrived, this, [this](MediaId media) { m_editor->refreshPicture(media.uuid); });
    fillPlaces();
}

void ArticleForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = event->size().width() < narrow;
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow || !event->oldSize().isValid())
        showPanel(m_preferences.isPanelShown(isNarrow));
}

void ArticleForm::setPanelShown(bool isShown)
{
    m_preferences.setPanelShown(m_isNarrow, isShown);
    showPanel(isShown);
}

bool ArticleForm::isPanelShown() const
{
    return !m_side->isHidden();
}

void ArticleForm::showPanel(bool isShown)
{
    m_side->setVisible(isShown);
    emit panelShown(isShown);
}

// By style sheet: the program's own would overrule a font.
void ArticleForm::showZoom()
{
    const double zoom = m_preferences.zoom() / 100.0;
    const auto dress = [zoom](QWidget *field, double points, int weight) {
        field->setStyleSheet(u"font-size: %1pt; font-weight: %2;"_s.arg(points * zoom, 0, 'f', 1).arg(weight));
    };
    dress(m_title, 20, 700);
    dress(m_subtitle, 12, 500);
    dress(m_lead, 11, 600);
    m_editor->setZoom(m_preferences.zoom());
}

void ArticleForm::addKeys()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::CTRL | Qt::Key_F, [this] { m_editor->showFind(FindBar::Kind::Find); });
    add(Qt::CTRL | Qt::Key_H, [this] { m_editor->showFind(FindBar::Kind::Replace); });
    add(Qt::Key_F3, [this] { m_editor->findBar()->next(); });
    add(Qt::SHIFT | Qt::Key_F3, [this] { m_editor->findBar()->previous(); });
    addZoomKeys(this, m_preferences);
    connect(m_editor, &EditorView::zoomWanted, &m_preferences, &Preferences::stepZoom);
}

// As it is read: from the title down to the text, then what stands beside it.
void ArticleForm::orderTabs()
{
    // Widgets stand in the order they were made in; the one that has the page's keys is made when the page is.
    QWidget *page = m_editor->webView()->focusProxy();
    setTabOrder(m_lead, page ? page : m_editor->webView());
}

// Where nothing is typed there is no caret to be seen: what is read stays where it is. The title's first line is the
// top of the sheet: with the rim over the caret's own it would stand cut in half.
void ArticleForm::showCaret(GrowingTextEdit *field)
{
    if (!field->hasFocus() || field->isReadOnly())
        return;
    const QRect caret = field->cursorRect();
    QRect place(field->viewport()->mapTo(m_head, caret.topLeft()), caret.size());
    if (field == m_title)
        place.setTop(0);
    m_editor->showInHead(place);
}

bool ArticleForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        if (auto *field = qobject_cast<GrowingTextEdit *>(watched))
            showCaret(field);
    return QWidget::eventFilter(watched, event);
}

QWidget *ArticleForm::buildPaper()
{
    auto *paper = new QFrame(this);
    paper->setObjectName(u"paper"_s);
    setSheet(paper, [](const QPalette &palette) {
        return u"QFrame#paper { background: %1; border: 1px solid %2; border-radius: 10px; } QWidget#head { background: %1; }"_s
            .arg(paperColour(palette).name(), lineColour(palette).name());
    });
    m_editor = new EditorView(paper);
    m_head = new QWidget(paper);
    m_head->setObjectName(u"head"_s);
    m_title = new GrowingTextEdit(GrowingTextEdit::Breaks::None, m_head);
    m_subtitle = new GrowingTextEdit(GrowingTextEdit::Breaks::None, m_head);
    m_lead = new GrowingTextEdit(GrowingTextEdit::Breaks::Allowed, m_head);
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    m_subtitle->setPlaceholderText(tr("Subtitle (if there is one)"));
    m_subtitle->setAccessibleName(tr("Subtitle"));
    m_lead->setPlaceholderText(tr("Lead: the news in two or three sentences"));
    m_lead->setAccessibleName(tr("Lead"));
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead})
        makePlain(field);
    auto *head = new QVBoxLayout(m_head);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addWidget(m_lead);
    m_editor->setHead(m_head);
    m_editor->findInSheet()->setFields({m_title, m_subtitle, m_lead});
    connect(m_editor->findInSheet(), &FindInSheet::fieldChosen, this, [this](const GrowingTextEdit *field) {
        const QRect caret = field->cursorRect();
        m_editor->showInHead(QRect(field->viewport()->mapTo(m_head, caret.topLeft()), caret.size()));
    });
    auto *layout = new QVBoxLayout(paper);
    layout->setContentsMargins(1, 1, 1, 8);
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    return paper;
}

QWidget *ArticleForm::buildPanel()
{
    auto *panel = new QFrame;
    panel->setObjectName(u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(4, 0, 0, 12); // it ends where banners and cards end
    layout->setSpacing(5);
    const auto addField = [&](const QString &name, QWidget *field) {
        auto *label = new QLabel(name, panel);
        setRole(label, TextRole::Label);
        label->setBuddy(field);
        if (layout->count() > 0)
            layout->addSpacing(9);
        layout->addWidget(label);
        layout->addWidget(field);
        return label;
    };
    m_section = new QComboBox(panel);
    m_genre = new QComboBox(panel);
    m_bylines = new BylinesField(panel);
    m_tags = new TagField(panel);
    m_source = new QLineEdit(panel);
    m_pictures = new PicturesPanel(panel);
    m_checklist = new ChecklistView(40, panel);
    m_correction = new GrowingTextEdit(GrowingTextEdit::Breaks::Allowed, panel);
    m_words = new QLabel(panel);
    setRole(m_words, TextRole::Muted);
    m_section->setAccessibleName(tr("Section"));
    m_genre->setAccessibleName(tr("Genre"));
    m_tags->setAccessibleName(tr("Tags"));
    m_source->setAccessibleName(tr("Source"));
    m_correction->setAccessibleName(tr("Correction"));
    m_tags->setPlaceholderText(tr("separated by commas"));
    m_source->setPlaceholderText(tr("author and source, if reused"));
    m_sourceLimit = new LineLimit(m_source, ContentLimits::source);
    m_tags->setLimits(ContentLimits::tags, ContentLimits::tag);
    addField(tr("Secti&on"), m_section);
    addField(tr("&Genre"), m_genre);
    addField(tr("Authors (bylines)"), m_bylines);
    addField(tr("&Tags"), m_tags);
    addField(tr("Sou&rce"), m_source);
    addField(tr("Pictures"), m_pictures);
    m_checklistLabel = addField(tr("Before approval"), m_checklist);
    m_correctionLabel = addField(tr("Correction shown on the article"), m_correction);
    layout->addSpacing(10);
    layout->addWidget(m_words);
    layout->addStretch(1);
    m_side = new QScrollArea(this);
    makePlain(m_side);
    m_side->setWidget(panel);
    m_side->setWidgetResizable(true);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFixedWidth(sideWidth);
    m_side->setFocusPolicy(Qt::NoFocus);
    return m_side;
}

// Where more than one field is full each is named, as long as that stands there.
void ArticleForm::sayLimit(const QString &text)
{
    if (m_limitsSaid.isEmpty() || m_editor->noticeText() != m_limitsSaid.join(u'\n'))
        m_limitsSaid.clear();
    if (!m_limitsSaid.contains(text))
        m_limitsSaid.append(text);
    m_editor->showNotice(m_limitsSaid.join(u'\n'));
}

void ArticleForm::connectFields()
{
    const auto tell = [this] {
        if (!m_isShowing)
            emit edited();
    };
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead, m_correction})
        connect(field, &QPlainTextEdit::textChanged, this, tell);
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_tags), m_source})
        connect(field, &QLineEdit::textEdited, this, tell);
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead}) {
        field->installEventFilter(this);
        connect(field, &QPlainTextEdit::cursorPositionChanged, this, [this, field] { showCaret(field); });
    }
    const std::array<std::tuple<GrowingTextEdit *, qsizetype, QString>, 4> limits{
        {{m_title, ContentLimits::title, tr("Only 300 characters fit into the title. What goes beyond was left out.")},
         {m_subtitle, ContentLimits::subtitle,
          tr("Only 300 characters fit into the subtitle. What goes beyond was left out.")},
         {m_lead, ContentLimits::lead, tr("Only 3,000 characters fit into the lead. What goes beyond was left out.")},
         {m_correction, ContentLimits::correction,
          tr("Only 2,000 characters fit into the correction. What goes beyond was left out.")}}};
    for (const auto &[field, maximum, text] : limits) {
        field->setMaximum(maximum);
        connect(field, &GrowingTextEdit::limitReached, this, [this, text] { sayLimit(text); });
    }
    connect(m_tags, &TagField::limitReached, this,
            [this] { sayLimit(tr("Only 30 tags of 60 characters each fit in. What goes beyond was left out.")); });
    connect(m_sourceLimit, &LineLimit::reached, this,
            [this] { sayLimit(tr("Only 500 characters fit into the source. What goes beyond was left out.")); });
    connect(m_bylines, &BylinesField::limitReached, this, [this] {
        sayLimit(tr("Only 30 authors, with names of 120 characters, fit in. What goes beyond was left out."));
    });
    for (QComboBox *field : {m_section, m_genre})
        connect(field, &QComboBox::activated, this, tell);
    connect(m_genre, &QComboBox::activated, this, [this] { m_chosenGenre = m_genre->currentData().toString(); });
    connect(m_section, &QComboBox::activated, this, [this] {
        m_chosenSection = SectionId::fromText(m_section->currentData().toString()).value_or(SectionId());
    });
    connect(m_bylines, &BylinesField::edited, this, tell);
    connect(m_title, &GrowingTextEdit::leftDownwards, m_subtitle, qOverload<>(&QWidget::setFocus));
    connect(m_subtitle, &GrowingTextEdit::leftDownwards, m_lead, qOverload<>(&QWidget::setFocus));
    connect(m_lead, &GrowingTextEdit::leftDownwards, m_editor, qOverload<>(&QWidget::setFocus));
    connect(m_editor, &EditorView::pictureOffered, this, &ArticleForm::takePicture);
    connect(m_editor, &EditorView::wordCountChanged, this,
            [this](int words) { m_words->setText(tr("%Ln word(s)", nullptr, words)); });
    connect(m_checklist, &ChecklistView::chosen, this, &ArticleForm::leadWanted);
    connect(m_pictures, &PicturesPanel::addRequested, m_editor, &EditorView::choosePictures);
    connect(m_editor, &EditorView::linkActivated, this, openLink);
    m_editor->setPictureSource(pictureSourceOf([this](const Uuid &media, std::function<void(const QString &)> give) {
        m_desk.pictureFile(MediaId{media}, this,
                           [give = std::move(give)](const Result<QString> &path) { give(path ? *path : QString()); });
    }));
}

void ArticleForm::open(const Content &content)
{
    ++m_opened;
    m_side->verticalScrollBar()->setValue(0); // where somebody was in the article before
    m_tags->setText({});
    m_bylines->setBylines({});
    showFields(content);
    forgetUndoOfFields(); // Ctrl+Z must not bring in the article that was open before
    m_editor->open(bodyOf(content));
}

void ArticleForm::showFields(const Content &content)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_title->replaceText(content.title);
    m_subtitle->replaceText(content.subtitle);
    m_lead->replaceText(content.lead);
    m_chosenGenre = content.genre;
    m_chosenSection = content.section;
    fillPlaces();
    m_tags->setTags(content.tags);
    QStringList names;
    for (const User &user : m_desk.users())
        names.append(user.byline());
    m_bylines->setKnownNames(names);
    m_bylines->setBylines(content.bylines);
    if (m_source->text() != content.source)
        m_source->setText(content.source);
    m_correction->replaceText(content.correction);
    showPictures(content.body);
    hideEmptyFields();
}

void ArticleForm::put(const Content &content)
{
    showFields(content);
    m_editor->put(bodyOf(content));
    forgetUndo();
    emit edited();
}

void ArticleForm::forgetUndo()
{
    forgetUndoOfFields();
    m_editor->forgetUndo();
}

void ArticleForm::forgetUndoOfFields()
{
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead, m_correction})
        field->document()->clearUndoRedoStacks();
    const auto lines = m_side->findChildren<QLineEdit *>(); // also of the names under the article
    for (QLineEdit *line : lines) {
        const int caret = line->cursorPosition();
        line->setText(line->text()); // takes its undo along, which clear() would leave
        line->setCursorPosition(caret);
    }
}

Content ArticleForm::withFields(const Content &under) const
{
    Content content = under;
    content.title = m_title->text();
    content.subtitle = m_subtitle->text();
    content.lead = m_lead->text();
    content.genre = m_genre->currentData().toString();
    content.section = SectionId::fromText(m_section->currentData().toString()).value_or(SectionId());
    content.tags = m_tags->tags();
    content.bylines = m_bylines->bylines();
    content.source = m_source->text();
    content.correction = m_correction->text();
    return content;
}

void ArticleForm::showPictures(const QByteArray &body)
{
    m_pictures->setPictures(picturesIn(body));
}

void ArticleForm::setWritable(bool isWritable)
{
    for (GrowingTextEdit *field : {m_title, m_subtitle, m_lead, m_correction})
        field->setReadOnly(!isWritable);
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_tags), m_source})
        field->setReadOnly(!isWritable);
    m_isWritable = isWritable;
    hideEmptyFields();
    m_section->setEnabled(isWritable);
    m_genre->setEnabled(isWritable);
    m_bylines->setReadOnly(!isWritable);
    m_pictures->setReadOnly(!isWritable);
    m_editor->setReadOnly(!isWritable);
}

// Who reads needs no invitation to write.
void ArticleForm::hideEmptyFields()
{
    for (GrowingTextEdit *field : {m_subtitle, m_lead})
        field->setVisible(m_isWritable || !field->text().isEmpty());
}

void ArticleForm::setCorrectionVisible(bool isVisible)
{
    m_correction->setVisible(isVisible);
    m_correctionLabel->setVisible(isVisible);
}

void ArticleForm::setChecklistVisible(bool isVisible)
{
    m_checklist->setVisible(isVisible);
    m_checklistLabel->setVisible(isVisible);
}

void ArticleForm::focusField(TextField field)
{
    switch (field) {
    case TextField::Title:
        m_title->setFocus();
        return;
    case TextField::Subtitle:
        m_subtitle->setFocus();
        return;
    case TextField::Lead:
        m_lead->setFocus();
        return;
    case TextField::Source:
        focusInPanel(m_source);
        return;
    case TextField::Correction:
        focusInPanel(m_correction);
        return;
    }
    Q_UNREACHABLE();
}

// It may be scrolled away; and the panel may come only now, and have its places a moment later.
void ArticleForm::focusInPanel(QWidget *field)
{
    field->setFocus();
    QMetaObject::invokeMethod(
        field, [this, field] { m_side->ensureWidgetVisible(field); }, Qt::QueuedConnection);
}

std::vector<KeyGroup> ArticleForm::keys() const
{
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    KeyGroup writing{.title = tr("Writing"), .lines = {}};
    writing.lines.push_back({native(QKeySequence::Save), tr("Send what you typed now (it is saved automatically)")});
    writing.lines.push_back({u"↓"_s, tr("From title to lead, and on into the text")});
    writing.lines.push_back({native(Qt::CTRL | Qt::SHIFT | Qt::Key_V), tr("Paste as plain text")});
    writing.lines.push_back({u"Ctrl+F"_s, tr("Find in the text")});
    writing.lines.push_back({u"Ctrl+H"_s, tr("Find and replace")});
    writing.lines.push_back({u"F3, Shift+F3"_s, tr("Next place, previous place")});
    writing.lines.push_back({u"Ctrl++, Ctrl+−, Ctrl+0"_s, tr("Larger text, smaller text, usual size")});
    writing.lines.push_back({u"Ctrl+F2"_s, tr("Preview: the article as readers will see it")});
    writing.lines.push_back({u"Tab"_s, tr("From a caption to the description of its picture")});
    writing.lines.push_back({u"Esc, Tab"_s, tr("Leave the text")});
    writing.lines.push_back({u"Shift+Tab"_s, tr("Back to the lead, where nothing can be moved out")});
    return {writing, {.title = tr("Formatting"), .lines = m_editor->toolBar()->keys()}};
}

void ArticleForm::showFindings(const std::vector<Finding> &findings)
{
    m_checklist->setFindings(findings);
}

void ArticleForm::leadTo(const Finding &finding)
{
    const bool isInPanel = finding.place == ContentPlace::Source || finding.place == ContentPlace::Correction
        || finding.place == ContentPlace::Section || finding.place == ContentPlace::Tags
        || finding.place == ContentPlace::Bylines;
    if (isInPanel && !isPanelShown())
        showPanel(true);
    switch (finding.place) {
    case ContentPlace::Title:
        focusField(TextField::Title);
        return;
    case ContentPlace::Subtitle:
        focusField(TextField::Subtitle);
        return;
    case ContentPlace::Lead:
        focusField(TextField::Lead);
        return;
    case ContentPlace::Source:
        focusField(TextField::Source);
        return;
    case ContentPlace::Correction:
        focusField(TextField::Correction);
        return;
    case ContentPlace::Section:
        focusInPanel(m_section);
        return;
    case ContentPlace::Tags:
        focusInPanel(m_tags);
        return;
    case ContentPlace::Bylines:
        focusInPanel(m_bylines);
        return;
    case ContentPlace::Body:
        if (finding.rule == ChecklistRule::Conflict)
            m_editor->command(u"nextWording"_s);
        else
            m_editor->setFocus();
        return;
    case ContentPlace::Figure: {
        const QString field = finding.rule == ChecklistRule::PictureAlt ? u"alt"_s
            : finding.rule == ChecklistRule::PictureCredit              ? u"credit"_s
            : finding.rule == ChecklistRule::PictureCaption             ? u"caption"_s
                                                                        : QString();
        m_editor->command(u"showFigure"_s, {{u"index"_s, finding.index}, {u"field"_s, field}});
        return;
    }
    case ContentPlace::Link:
        m_editor->command(u"showLink"_s, {{u"index"_s, finding.index}});
        return;
    }
    Q_UNREACHABLE();
}

void ArticleForm::takePicture(const PictureOffer &offer)
{
    const auto taken = [this, opened = m_opened, offer = offer.offer](const Result<AddedPicture> &picture) {
        if (opened != m_opened)
            return;
        if (picture)
            m_editor->takePicture(offer, picture->media.uuid, QSize(picture->width, picture->height));
        else
            m_editor->refusePicture(offer, errorText(picture.error()));
    };
    if (offer.path.isEmpty())
        m_desk.addPicture(offer.bytes, tr("Pasted picture"), this, taken);
    else
        m_desk.addPicture(offer.path, this, taken);
}

} // namespace toasoan
