// The editor of a document as a widget: tools, notices, and the page in which the text is written. Takes and gives the
// document as JSON; knows nothing of what the document belongs to. Lives in the GUI thread.
//
// The text in the page is never more than 100 ms ahead of documentJson(). If the page's process dies, a new one goes on
// with what was received last; if it hangs, its process is ended.
#pragma once

#include "base/Error.h"
#include "ui/editor/DocumentBlocks.h"
#include "ui/editor/EditorBridge.h"
#include "ui/editor/FindBar.h"
#include "ui/editor/FindInSheet.h"
#include "ui/editor/PictureSource.h"

#include <QDateTime>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <deque>
#include <memory>

class QMimeData;
class QWebChannel;
class QWebEngineProfile;

namespace toasoan {

class EditorPage;
class EditorPictures;
class EditorToolBar;
class EditorWebView;
struct EncodedPicture;
class LinkDialog;
class NoticeBar;
class PageWatch;
class RequestGuard;
class SheetHead;

class EditorView final : public QWidget, private EditorPageListener
{
    Q_OBJECT

public:
    enum class Flushed
    {
        Acknowledged, ///< the page said that this is all
        NoPage, ///< nobody can type, so this is all
        TimedOut ///< the page did not answer, or ended: this is what it sent last, and more may have been typed
    };
    enum class Replaced
    {
        In, ///< what `merge` gave is what is shown
        NotIn ///< it could not be shown, or another document was opened meanwhile
    };
    using FlushDone = std::function<void(const QByteArray &documentJson, Flushed outcome)>;
    /// Given what is in the editor now, what shall be in it.
    using Merge = std::function<QByteArray(const QByteArray &mine)>;
    using ReplaceDone = std::function<void(Replaced outcome)>;

    explicit EditorView(QWidget *parent = nullptr);
    ~EditorView() override;

    /// Shows another document; the undo history starts anew. documentRefused() follows if it is outside the schema:
    /// then the sheet is empty and takes no typing.
    void open(const QByteArray &documentJson);

    /// Brings in what came from elsewhere while a person writes: caret, scroll position and undo stay, and edited() is
    /// not emitted for it. `merge` is called, again if somebody typed in between, until nothing typed is missing in its
    /// result; then `done`. While there is no page (its process ended), it comes in at once.
    void replaceDocument(Merge merge, ReplaceDone done = {});

    /// Puts a whole document in place of what is shown, as the person's own change: one step for undo, told by
    /// edited(). Not while it is read-only.
    void put(const QByteArray &documentJson);
    /// What was done last in the text, whatever has the focus; it stays there.
    void undo();
    void redo();
    /// What was done until now can be neither undone nor done again. The text stays.
    void forgetUndo();

    /// What the page sent last, in canonical form where it was edited.
    [[nodiscard]] QByteArray documentJson() const;

    /// Asks the page for what it has not sent yet; calls `done` once, within two seconds, unless the editor is gone by
    /// then. What the page sent is told by edited() before.
    void flush(FlushDone done);

    /// Whether documentJson() has all that was typed: each key that may change the text has been given to the page, and
    /// it has said since then that this is all. Else it is asked, and hearingChanged() follows.
    [[nodiscard]] bool hasHeardAll() const { return m_heard == m_typed; }

    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    void setPictureSource(PictureSource source);
    /// A figure with a picture that is there already, at the caret.
    void insertPicture(const Uuid &media, QSize size, const QString &alt);
    /// Answers a PictureOffer.
    void takePicture(const QString &offer, const Uuid &media, QSize size, const QString &alt = {});
    void refusePicture(const QString &offer, const QString &reason);
    /// A picture that the source did not have has come.
    void refreshPicture(const Uuid &media);

    /// Shows the bar for finding; with what is selected, to look for. Without replacing while it is read-only.
    void showFind(FindBar::Kind kind);
    [[nodiscard]] FindBar *findBar() const { return m_find; }
    /// For the fields over the text in which the bar finds too.
    [[nodiscard]] FindInSheet *findInSheet() const { return m_findInSheet; }
    /// A widget with a layout that stands over the text and scrolls with it. Taken over.
    void setHead(QWidget *head);
    /// Scrolls as far as needed for a place of the head to be seen; in the head's coordinates.
    void showInHead(const QRect &place);
    /// Of the text, in percent; the head is enlarged by its owner.
    void setZoom(int percent);

    [[nodiscard]] EditorToolBar *toolBar() const { return m_toolBar; }
    [[nodiscard]] EditorWebView *webView() const { return m_web; }
    [[nodiscard]] const RequestGuard &requestGuard() const { return *m_guard; }
    [[nodiscard]] const EditorState &state() const { return m_state; }
    [[nodiscard]] QString noticeText() const;
    /// Says something of what is written, in the line over the text, until it is closed, another takes its place, or
    /// nobody writes any more: the text becomes read-only, or another is opened.
    void showNotice(const QString &text);

    /// Asked when a tool was pressed, by its name, before the page is: true if it was taken.
    void setToolTaker(std::function<bool(const QString &tool)> taker) { m_takesTool = std::move(taker); }
    /// Does what a tool does, by its name in resources/editor/src/commands.ts.
    void command(const QString &name, const QVariantMap &arguments = {});
    /// Whether a picture that the person brought in is not in the text yet: it is being read, encoded or taken in.
    [[nodiscard]] bool isTakingPictures() const { return !m_coming.isEmpty(); }
    /// Says so in the line over the text, as long as it is so.
    void sayPicturesAreComing();
    void showLinkDialog();
    void choosePictures();

signals:
    /// The page shows the document that was opened.
    void opened();
    /// The person changed the text.
    void edited(const QByteArray &documentJson);
    void hearingChanged(); ///< hasHeardAll() has
    /// What was opened, or came in by replaceDocument(), is outside the schema. In the second case the text stays what
    /// it was, and its user has to close it: what is typed on would be typed on an old text.
    void documentRefused(const toasoan::Error &error);
    void stateChanged(const toasoan::EditorState &state);
    void wordCountChanged(int words, int characters);
    void pictureOffered(const toasoan::PictureOffer &offer);
    /// isTakingPictures() is no longer so. The text follows: flush().
    void picturesSettled();
    void linkActivated(const QUrl &url);
    /// By Ctrl and the wheel: larger (1) or smaller (-1).
    void zoomWanted(int step);
    /// The page's process ended, by itself or because it hung, and a new one has taken over.
    void recovered();

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int largestPasteMiB = 64; ///< of a picture that comes as bytes

    struct Replacement
    {
        Merge merge;
        ReplaceDone done;
    };

    void settlePicture(const QString &offer);
    void losePictures();
    void pageReady() override;
    void pageRefused(int generation, const QString &reason, const QString &kind) override;
    void pageChanged(int generation, int sequence, int from, int removed, const QStringList &blocks,
                     bool byDesk) override;
    void pageFlushed(int request) override;
    void pageReplaced(int request, bool accepted) override;
    void pageStateChanged(const EditorState &state) override;
    void pageCounted(int words, int characters) override;
    void pageFound(int current, int total) override;
    void pageOfferedPicture(const QString &offer, const QString &mimeType, const QByteArray &bytes) override;
    void pageOfferedPicturePath(const QString &offer, const QString &path) override;
    void pageWantsPicture(const QString &offer) override;
    void pageRefusedLargePicture() override;
    void pageLeftOutOfPaste(int pictures, int links) override;
    void pageReachedLimit(const QString &what) override;
    void pageShowedWording(const QString &side, bool isInstead) override;
    void pageWantsLink() override;
    void pageFollowedLink(const QString &href) override;
    void pageWantsPlainPaste() override;

    void load();
    void sendReplacement();
    void replaceWithoutPage();
    void giveUpReplacements();
    void finishFlush(int request, Flushed outcome);
    void noteTyping();
    void askWhetherAll();
    void processEnded();
    void paste();
    bool takePictureOf(const QMimeData &offered, std::optional<QPoint> position);
    void offerEncoded(const QString &offer, int generation, const EncodedPicture &picture);
    QString offerFigure(QPoint position);
    void sayOfPage(const QString &text, const QString &action = {});
    void fallSilent();
    void endProcess();
    void offerFiles(const QStringList &files, QPoint position);
    void tellRefused(const QString &name, const QString &reason);
    void chooseFiles(const QString &offer);
    void showTableSummary();
    void showMenu(QPoint globalPosition);
    void sendTheme();
    void sendHead();

    EditorToolBar *m_toolBar;
    NoticeBar *m_notice;
    QString m_pageNotice; ///< what was last said of the page itself: true whatever is written
    QString m_wordingNotice; ///< what was last said of a selected wording
    QSet<QString> m_coming; ///< offers that have no answer yet
    QHash<QString, QString> m_offeredNames; ///< of files, by offer
    QStringList m_refusals; ///< sentences of files that could not be taken
    QString m_refusalsShown;
    FindBar *m_find;
    FindInSheet *m_findInSheet;
    std::function<bool(const QString &)> m_takesTool = [](const QString &) { return false; };
    QWidget *m_sheet; ///< the page, and the head over it
    EditorWebView *m_web;
    SheetHead *m_head;
    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<EditorPictures> m_pictures;
    std::unique_ptr<QWebEngineProfile> m_profile; // after its guard and handlers, which it uses
    std::unique_ptr<EditorPage> m_page; // after its profile, which has to outlive it
    EditorBridge *m_bridge;
    QWebChannel *m_channel;
    QPointer<LinkDialog> m_linkDialog;
    QString m_pictureFolder; ///< where the last pictures were chosen

    std::optional<DocumentBlocks> m_blocks;
    EditorState m_state;
    quint64 m_typed = 0; ///< how often something was typed into the page
    quint64 m_heard = 0; ///< how much of it the page has answered for
    bool m_isAskingForAll = false;
    QTimer *m_askForAll = new QTimer(this);
    bool m_ready = false;
    bool m_readOnly = false;
    bool m_restoring = false; // the next load goes on where the caret was
    int m_generation = 0;
    int m_sequence = 0; // of the last change received
    int m_nextRequest = 1;
    QHash<int, FlushDone> m_flushes;
    std::deque<Replacement> m_replacements;
    int m_replaceRequest = 0; // the one that the page has; 0 for none
    PageWatch *m_watch;
    bool m_isHung = false; ///< its process is ended for that
    QDateTime m_heardAt; ///< when the page sent last what was typed
    std::deque<qint64> m_ends; // when the page's process ended lately, in ms of a monotonic clock
};

} // namespace toasoan
