// A text with headings, lists, tables and pictures: the editor of items, within a form.
#include "document/Document.h"
#include "sync/Desk.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"
#include "ui/registers/FieldEditor.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Look.h"

#include <QDesktopServices>
#include <QFrame>
#include <QJsonDocument>
#include <QLabel>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastHeight = 460; // tools and some paragraphs; the text scrolls within

QByteArray bytesOf(const QJsonValue &value)
{
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
                            : document::toJson(document::emptyDocument());
}

// What the schema of the editor lets a link lead to.
void openLink(const QUrl &url)
{
    for (const auto &scheme : {u"https"_s, u"http"_s, u"mailto"_s, u"tel"_s}) {
        if (url.scheme() == scheme)
            QDesktopServices::openUrl(url);
    }
}

// What was typed since `shown`, in what others have made of it. What does not read is left as it was typed.
QByteArray mergedInto(const QByteArray &shown, const QByteArray &theirs, const QByteArray &mine)
{
    if (mine == shown)
        return theirs;
    const auto base = document::readStored(shown);
    const auto left = document::readStored(theirs);
    const auto right = document::readStored(mine);
    return base && left && right ? document::toJson(document::merge(*base, *left, *right)) : mine;
}

// Its page is loaded once there is something to show or to write: a form is made before its entry is there.
class BodyEditor final : public FieldEditor
{
public:
    BodyEditor(const Field &field, const FieldSources &sources, QWidget *parent)
        : FieldEditor(field, parent)
        , m_desk(sources.desk)
        , m_paper(new QFrame(this))
        , m_refusal(new QLabel(this))
    {
        m_paper->setObjectName(u"paper"_s);
        setSheet(m_paper, [](const QPalette &palette) {
            return u"QFrame#paper { background: %1; border: 1px solid %2; border-radius: 8px; }"_s.arg(
                paperColour(palette).name(), lineColour(palette).name());
        });
        auto *within = new QVBoxLayout(m_paper);
        within->setContentsMargins(1, 1, 1, 8);
        m_refusal->setText(
            RegisterTexts::tr("This text was written with a newer version of the program. It stays as it "
                              "is, and can be read and changed there."));
        m_refusal->setWordWrap(true);
        setRole(m_refusal, TextRole::Muted);
        m_refusal->hide();
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_paper);
        layout->addWidget(m_refusal);
        m_paper->hide();
    }

    // While others' text comes in it is that: what is typed in this moment is told once both are one.
    [[nodiscard]] QJsonValue value() const override
    {
        if (!m_editor || m_isComing || m_isRefused)
            return m_value;
        const QByteArray now = m_editor->documentJson();
        if (now == document::toJson(document::emptyDocument()))
            return QJsonValue(QJsonValue::Undefined);
        return QJsonDocument::fromJson(now).object();
    }

    void setValue(const QJsonValue &value) override
    {
        if (value == this->value())
            return;
        m_value = value;
        if (!m_editor)
            return makePage();
        if (m_isRefused)
            return openAnew();
        const QByteArray shown = m_editor->documentJson();
        m_isComing = true;
        m_editor->replaceDocument(
            [shown, theirs = bytesOf(value)](const QByteArray &mine) { return mergedInto(shown, theirs, mine); },
            [this, value](EditorView::Replaced outcome) {
                if (m_value != value)
                    return; // another came meanwhile, and is told by itself
                m_isComing = false;
                if (outcome == EditorView::Replaced::NotIn)
                    openAnew();
                else if (this->value() != m_value)
                    emit edited();
                emit seenChanged();
            });
        emit seenChanged();
    }

    void setReadOnly(bool isReadOnly) override
    {
        m_isReadOnly = isReadOnly;
        if (m_editor)
            m_editor->setReadOnly(isReadOnly);
        else if (!isReadOnly)
            makePage();
    }

    void flush(const std::function<void(bool isAll)> &done) override
    {
        if (!m_editor)
            return done(true);
        m_editor->flush([done](const QByteArray &, EditorView::Flushed outcome) {
            done(outcome != EditorView::Flushed::TimedOut);
        });
    }
    [[nodiscard]] bool isSeen() const override
    {
        return m_editor ? m_isShown && !m_isComing && !m_isRefused : m_value.isUndefined();
    }

private:
    void makePage()
    {
        m_editor = new EditorView(m_paper);
        m_editor->setMinimumHeight(leastHeight);
        m_editor->webView()->setAccessibleName(said(field().label));
        m_paper->layout()->addWidget(m_editor);
        setFocusProxy(m_editor);
        connect(m_editor, &EditorView::edited, this, [this] {
            if (!m_isComing)
                emit edited();
        });
        connect(m_editor, &EditorView::opened, this, [this] {
            m_isShown = true;
            emit seenChanged();
        });
        connect(m_editor, &EditorView::documentRefused, this, [this] { refuse(); });
        connect(m_editor, &EditorView::pictureOffered, this, [this](const PictureOffer &offer) { takePicture(offer); });
        connect(m_editor, &EditorView::linkActivated, this, openLink);
        m_editor->setPictureSource(
            pictureSourceOf([this](const Uuid &media, std::function<void(const QString &)> give) {
                m_desk.pictureFile(MediaId{media}, this, [give = std::move(give)](const Result<QString> &path) {
                    give(path ? *path : QString());
                });
            }));
        connect(&m_desk, &Desk::pictureArrived, this, [this](MediaId media) { m_editor->refreshPicture(media.uuid); });
        m_editor->setReadOnly(m_isReadOnly);
        openAnew();
    }

    void openAnew()
    {
        m_isRefused = m_isShown = m_isComing = false;
        m_paper->show();
        m_refusal->hide();
        m_editor->open(bytesOf(m_value));
        emit seenChanged();
    }

    // It stays as it is: an editor that leaves out what it does not know would lose it.
    void refuse()
    {
        m_isRefused = true;
        m_isComing = false;
        m_paper->hide();
        m_refusal->show();
        emit seenChanged();
    }

    void takePicture(const PictureOffer &offer)
    {
        const auto taken = [this, offer = offer.offer](const Result<AddedPicture> &picture) {
            if (picture)
                m_editor->takePicture(offer, picture->media.uuid, QSize(picture->width, picture->height));
            else
                m_editor->refusePicture(offer, errorText(picture.error()));
        };
        if (offer.path.isEmpty())
            m_desk.addPicture(offer.bytes, RegisterTexts::tr("Pasted picture"), this, taken);
        else
            m_desk.addPicture(offer.path, this, taken);
    }

    Desk &m_desk;
    QFrame *m_paper;
    EditorView *m_editor = nullptr;
    QLabel *m_refusal;
    QJsonValue m_value = QJsonValue::Undefined; ///< as it was put there last
    bool m_isReadOnly = true;
    bool m_isComing = false; ///< what was put there is on its way into the page
    bool m_isRefused = false; ///< it has something that this program does not know
    bool m_isShown = false; ///< in the page
};

} // namespace

FieldEditor *makeBodyEditor(const Field &field, const FieldSources &sources, QWidget *parent)
{
    return new BodyEditor(field, sources, parent);
}

} // namespace toasoan
