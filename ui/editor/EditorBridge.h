// What the desk and the editor's page say to each other over QWebChannel; resources/editor/src/bridge.ts is its other
// end. Signals go to the page. The page calls the slots, and each of those is passed on to the one listener.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace toasoan {

/// What the tool bar mirrors: which marks and blocks the caret is in, and what could be done now.
struct EditorState
{
    QStringList marks; ///< "bold", "link" …
    QString block; ///< "paragraph", "heading2", "figcaption" …
    QString align; ///< "start", "center", "end", "justify"; empty where there is none
    QStringList inside; ///< of bulletList, orderedList, blockquote, table, figure
    QStringList can; ///< names of commands that would do something
    QString href; ///< of the link the caret is in
    QString linkTitle;
    QString selectedText;
    QString summary; ///< of the table the caret is in
    int anchor = -1; ///< positions of the selection, to put it back
    int head = -1;

    bool operator==(const EditorState &) const = default;
};

/// Hears the page.
class EditorPageListener
{
public:
    virtual ~EditorPageListener() = default;
    virtual void pageReady() = 0;
    virtual void pageRefused(int generation, const QString &reason, const QString &kind) = 0;
    virtual void pageChanged(int generation, int sequence, int from, int removed, const QStringList &blocks,
                             bool byDesk) = 0;
    virtual void pageFlushed(int request) = 0;
    virtual void pageReplaced(int request, bool accepted) = 0;
    virtual void pageStateChanged(const EditorState &state) = 0;
    virtual void pageCounted(int words, int characters) = 0;
    virtual void pageFound(int current, int total) = 0;
    virtual void pageOfferedPicture(const QString &offer, const QString &mimeType, const QByteArray &bytes) = 0;
    virtual void pageOfferedPicturePath(const QString &offer, const QString &path) = 0;
    virtual void pageWantsPicture(const QString &offer) = 0;
    virtual void pageRefusedLargePicture() = 0;
    virtual void pageLeftOutOfPaste(int pictures, int links) = 0;
    virtual void pageReachedLimit(const QString &what) = 0;
    virtual void pageShowedWording(const QString &side, bool isInstead) = 0;
    virtual void pageWantsLink() = 0;
    virtual void pageFollowedLink(const QString &href) = 0;
    virtual void pageWantsPlainPaste() = 0;
};

class EditorBridge : public QObject
{
    Q_OBJECT

public:
    explicit EditorBridge(EditorPageListener &listener, QObject *parent = nullptr);

public slots:
    void ready();
    /// `kind`: "unknown" for what this program does not know, "tooLarge" for more than it reads.
    void loadFailed(int generation, const QString &reason, const QString &kind);
    /// `removed` top-level blocks from `from` on became `blocks`; `removed` -1 stands for all.
    void changed(int generation, int sequence, int from, int removed, const QStringList &blocks, bool byDesk);
    void flushed(int request);
    void replaced(int request, bool accepted);
    void stateChanged(const QJsonObject &state);
    void counted(int words, int characters);
    /// Of what is looked for: the chosen place (1 for the first, 0 for none) and how many there are.
    void found(int current, int total);
    void pictureOffered(const QString &offer, const QString &mimeType, const QString &base64);
    void picturePathOffered(const QString &offer, const QString &path);
    void pictureWanted(const QString &offer);
    void pictureTooLarge();
    /// Of what is pasted: pictures of web pages, and links to what is no address of a link.
    void pasteLeftOut(int pictures, int links);
    /// "depth", "size", "field" (of a picture): what would have grown beyond a limit was refused; "flattened": deep
    /// lists of a paste were raised.
    void limitReached(const QString &what);
    /// The wording of that side ("theirs", which was saved first, or "mine") is selected now; empty: it is not any
    /// more. `isInstead`: it was to be kept, and none was selected.
    void wordingShown(const QString &side, bool isInstead);
    void linkRequested();
    void linkClicked(const QString &href);
    void plainPasteRequested();

signals:
    void load(const QString &json, int generation, int anchor, int head);
    void replace(const QString &json, int generation, int sequence, int request);
    void resend();
    void flush(int request);
    void setReadOnly(bool readOnly);
    void command(const QString &name, const QVariantMap &arguments);
    void find(const QVariantMap &request);
    /// The document in place of what is shown, as one step that can be undone.
    void put(const QString &json);
    void forgetUndo();
    /// How much room the desk's fields over the text take, in CSS pixels.
    void setHead(double height);
    void scrollTo(double y);
    void insertFigure(const QString &media, int width, int height, const QString &alt);
    void offerFigures(const QStringList &offers, int x, int y);
    void takePicture(const QString &offer, const QString &media, int width, int height, const QString &alt);
    void refusePicture(const QString &offer);
    void refreshPicture(const QString &media);
    void setStrings(const QJsonObject &strings);
    void setTheme(const QJsonObject &properties, bool isDark);

private:
    EditorPageListener &m_listener;
};

} // namespace toasoan
