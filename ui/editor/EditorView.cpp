#include "ui/editor/EditorView.h"

#include "base/Log.h"
#include "text/NewsroomZone.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorStrings.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"
#include "ui/editor/LinkDialog.h"
#include "ui/editor/PageTurns.h"
#include "ui/editor/PageWatch.h"
#include "ui/editor/SheetHead.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/Question.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>
#include <QVBoxLayout>
#include <QWebChannel>

#include <chrono>

namespace toasoan {

namespace {

using namespace std::chrono_literals;

constexpr auto flushLimit = 2s;
constexpr auto askedAfter = 120ms; // the page tells by itself within 80 ms

} // namespace

EditorView::EditorView(QWidget *parent)
    : QWidget(parent)
    , m_toolBar(new EditorToolBar(this))
    , m_notice(new NoticeBar(this))
    , m_find(new FindBar(this))
    , m_findInSheet(new FindInSheet(*m_find, this))
    , m_sheet(new QWidget(this))
    , m_bridge(new EditorBridge(*this, this))
    , m_channel(new QWebChannel(this))
    , m_watch(new PageWatch([this](int question) { emit m_bridge->flush(-question); }, this))
{
    registerEditorSchemes();
    PageTurns::keep();
    m_web = new EditorWebView(m_sheet);
    m_head = new SheetHead(m_web, m_sheet);
    m_guard = std::make_unique<RequestGuard>();
    m_pictures = std::make_unique<EditorPictures>();
    m_profile = std::make_unique<QWebEngineProfile>(); // without a name: nothing is written to disk
    m_profile->setHttpCacheType(QWebEngineProfile::NoCache);
    m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    m_profile->setSpellCheckEnabled(false);
    m_profile->setUrlRequestInterceptor(m_guard.get());
    auto *files = new EditorFiles;
    files->setParent(m_profile.get());
    m_profile->installUrlSchemeHandler(EditorPage::address().scheme().toLatin1(), files);
    m_profile->installUrlSchemeHandler("media", m_pictures.get());
    m_page = std::make_unique<EditorPage>(m_profile.get());
    m_channel->registerObject(QStringLiteral("bridge"), m_bridge);
    m_page->setWebChannel(m_channel);
    m_web->setPage(m_page.get());
    setFocusProxy(m_web);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_find);
    layout->addWidget(m_sheet, 1);
    auto *sheet = new QVBoxLayout(m_sheet);
    sheet->setContentsMargins(0, 0, 0, 0);
    sheet->addWidget(m_web);

    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &EditorView::processEnded);
    connect(m_toolBar, &EditorToolBar::commandWanted, this, [this](const QString &name, const QVariantMap &arguments) {
        if (!m_takesTool(name))
            command(name, arguments);
    });
    connect(m_toolBar, &EditorToolBar::linkWanted, this, &EditorView::showLinkDialog);
    connect(m_toolBar, &EditorToolBar::pictureWanted, this, &EditorView::choosePictures);
    connect(m_toolBar, &EditorToolBar::tableSummaryWanted, this, &EditorView::showTableSummary);
    connect(m_findInSheet, &FindInSheet::pageAsked, m_bridge, &EditorBridge::find);
    connect(m_find, &FindBar::limitReached, this, &EditorView::showNotice);
    connect(m_find, &FindBar::closed, m_web, qOverload<>(&QWidget::setFocus));
    connect(m_page.get(), &QWebEnginePage::scrollPositionChanged, m_head,
            [this](const QPointF &position) { m_head->setScrolled(position.y()); });
    connect(m_head, &SheetHead::heightChanged, this, &EditorView::sendHead);
    connect(m_head, &SheetHead::scrollWanted, m_bridge, &EditorBridge::scrollTo);
    connect(m_web, &EditorWebView::zoomWanted, this, &EditorView::zoomWanted);
    connect(m_web, &EditorWebView::filesDropped, this, &EditorView::offerFiles);
    m_web->setPictureTaker(
        [this](const QMimeData &offered, std::optional<QPoint> position) { return takePictureOf(offered, position); });
    connect(m_web, &EditorWebView::menuRequested, this, &EditorView::showMenu);
    connect(m_web, &EditorWebView::typing, this, &EditorView::noteTyping);
    m_askForAll->setSingleShot(true);
    m_askForAll->setInterval(askedAfter);
    connect(m_askForAll, &QTimer::timeout, this, &EditorView::askWhetherAll);
    connect(m_watch, &PageWatch::fellSilent, this, &EditorView::fallSilent);
    connect(m_watch, &PageWatch::spokeAgain, m_notice, &QWidget::hide);
    connect(m_watch, &PageWatch::hung, this, &EditorView::endProcess);
    connect(m_notice, &NoticeBar::activated, this, [this] {
        m_notice->hide();
        m_ends.clear();
        if (m_watch->isSilent()) {
            endProcess();
            return;
        }
        m_page->load(EditorPage::address());
    });
    sendTheme();
    m_page->load(EditorPage::address());
}

EditorView::~EditorView()
{
    // Nothing may call back into a widget that is half gone.
    m_page->disconnect(this);
    m_channel->deregisterObject(m_bridge);
}

void EditorView::open(const QByteArray &documentJson)
{
    giveUpReplacements(); // they were for the document before
    if (m_ready && !m_watch->isSilent())
        m_notice->hide(); // so was what it says
    m_restoring = false;
    m_coming.clear();
    m_heardAt = {};
    m_heard = m_typed; // into what was shown before
    auto blocks = DocumentBlocks::fromJson(documentJson);
    m_blocks = blocks ? std::optional(*blocks) : std::nullopt;
    if (m_ready)
        load();
    if (!blocks)
        emit documentRefused(blocks.error());
}

void EditorView::load()
{
    ++m_generation;
    m_sequence = 0;
    const bool restoring = std::exchange(m_restoring, false);
    if (restoring)
        losePictures();
    // Nothing: the page cannot read it either, and shows an empty sheet.
    emit m_bridge->load(QString::fromUtf8(documentJson()), m_generation, restoring ? m_state.anchor : -1,
                        restoring ? m_state.head : -1);
    emit m_bridge->flush(0); // its answer says that the page shows the document
}

void EditorView::replaceDocument(Merge merge, ReplaceDone done)
{
    m_replacements.push_back({std::move(merge), std::move(done)});
    if (!m_ready || !m_blocks)
        replaceWithoutPage();
    else if (m_replaceRequest == 0)
        sendReplacement();
}

// Nobody can type: what comes in is what the next page starts with.
void EditorView::replaceWithoutPage()
{
    m_replaceRequest = 0;
    for (const Replacement &each : std::exchange(m_replacements, {})) {
        auto blocks = DocumentBlocks::fromJson(m_blocks ? each.merge(m_blocks->json()) : QByteArray());
        if (blocks)
            m_blocks = *blocks;
        if (each.done)
            each.done(blocks ? Replaced::In : Replaced::NotIn);
    }
}

void EditorView::giveUpReplacements()
{
    m_replaceRequest = 0;
    for (const Replacement &each : std::exchange(m_replacements, {})) {
        if (each.done)
            each.done(Replaced::NotIn);
    }
}

void EditorView::sendReplacement()
{
    if (!m_ready || m_replacements.empty() || !m_blocks)
        return;
    // The page takes it only if it has had nothing typed since `m_sequence`.
    m_replaceRequest = m_nextRequest++;
    const QByteArray merged = m_replacements.front().merge(m_blocks->json());
    emit m_bridge->replace(QString::fromUtf8(merged), m_generation, m_sequence, m_replaceRequest);
}

QByteArray EditorView::documentJson() const
{
    return m_blocks ? m_blocks->json() : QByteArray();
}

void EditorView::flush(FlushDone done)
{
    if (!m_ready || !m_blocks) {
        done(documentJson(), Flushed::NoPage);
        return;
    }
    const int request = m_nextRequest++;
    m_flushes.insert(request, std::move(done));
    QTimer::singleShot(flushLimit, this, [this, request] { finishFlush(request, Flushed::TimedOut); });
    emit m_bridge->flush(request);
}

void EditorView::noteTyping()
{
    if (m_readOnly || !m_ready || !m_blocks)
        return;
    const bool hadHeardAll = hasHeardAll();
    ++m_typed;
    if (!m_isAskingForAll && !m_askForAll->isActive())
        m_askForAll->start();
    if (hadHeardAll)
        emit hearingChanged();
}

// A key that changed nothing is not told by the page.
void EditorView::askWhetherAll()
{
    m_isAskingForAll = true;
    flush([this, typed = m_typed](const QByteArray &, Flushed outcome) {
        m_isAskingForAll = false;
        if (outcome != Flushed::TimedOut)
            m_heard = qMax(m_heard, typed);
        if (!hasHeardAll())
            m_askForAll->start();
        else
            emit hearingChanged();
    });
}

void EditorView::finishFlush(int request, Flushed outcome)
{
    const auto found = m_flushes.constFind(request);
    if (found == m_flushes.constEnd())
        return;
    const FlushDone done = *found;
    m_flushes.erase(found);
    done(documentJson(), outcome);
}

void EditorView::setReadOnly(bool readOnly)
{
    if (readOnly && !m_readOnly && m_notice->text() != m_pageNotice)
        m_notice->hide();
    m_readOnly = readOnly;
    m_web->setAcceptsFiles(!readOnly);
    m_toolBar->setVisible(!readOnly);
    m_find->setReadOnly(readOnly);
    if (m_ready)
        emit m_bridge->setReadOnly(readOnly);
}

void EditorView::setPictureSource(PictureSource source)
{
    m_pictures->setSource(std::move(source));
}

void EditorView::insertPicture(const Uuid &media, QSize size, const QString &alt)
{
    emit m_bridge->insertFigure(media.toText(), size.width(), size.height(), alt);
}

void EditorView::takePicture(const QString &offer, const Uuid &media, QSize size, const QString &alt)
{
    if (!m_ready)
        return; // the page that knew its place has ended: losePictures()
    m_offeredNames.remove(offer);
    settlePicture(offer);
    emit m_bridge->takePicture(offer, media.toText(), size.width(), size.height(), alt);
}

void EditorView::refreshPicture(const Uuid &media)
{
    emit m_bridge->refreshPicture(media.toText());
}

QString EditorView::noticeText() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void EditorView::showNotice(const QString &text)
{
    m_notice->showNotice(NoticeBar::Kind::Warning, text);
}

void EditorView::command(const QString &name, const QVariantMap &arguments)
{
    m_web->setFocus();
    emit m_bridge->command(name, arguments);
}

// ---- what the page says ----

void EditorView::pageReady()
{
    m_ready = true;
    m_watch->start();
    sendTheme();
    sendHead();
    emit m_bridge->setStrings(editorStrings());
    emit m_bridge->setReadOnly(m_readOnly);
    if (m_blocks)
        load();
}

void EditorView::pageRefused(int generation, const QString &reason, const QString &kind)
{
    if (generation != m_generation || !m_blocks) // what has no blocks was refused here already
        return;
    writeLog(LogLevel::Warning, "editor.documentRefused");
    const bool isTooLarge = kind == QLatin1String("tooLarge");
    emit documentRefused({.code = isTooLarge ? ErrorCode::TooLarge : ErrorCode::Unsupported,
                          .subject = isTooLarge ? QStringLiteral("editor.size") : QStringLiteral("content.body"),
                          .detail = reason});
    giveUpReplacements();
}

void EditorView::pageChanged(int generation, int sequence, int from, int removed, const QStringList &blocks,
                             bool byDesk)
{
    if (generation != m_generation || !m_blocks)
        return; // of a document that is no longer shown
    const bool whole = removed < 0;
    if (!whole && sequence != m_sequence + 1) {
        writeLog(LogLevel::Error, "editor.sequence",
                 {{QStringLiteral("expected"), m_sequence + 1}, {QStringLiteral("received"), sequence}});
        emit m_bridge->resend();
        return;
    }
    const auto result = m_blocks->replace(whole ? 0 : from, whole ? m_blocks->count() : removed, blocks);
    if (!result) {
        writeLog(LogLevel::Error, "editor.blocks", {{QStringLiteral("detail"), result.error().detail}});
        emit m_bridge->resend();
        return;
    }
    m_sequence = sequence;
    m_heardAt = newsroomTime(SystemClock().now());
    if (!byDesk)
        emit edited(m_blocks->json());
}

void EditorView::pageFlushed(int request)
{
    if (request < 0) {
        m_watch->answered(-request);
        return;
    }
    if (request == 0) {
        if (m_blocks)
            emit opened();
        m_find->askAgain();
        if (m_replaceRequest == 0)
            sendReplacement();
        return;
    }
    finishFlush(request, Flushed::Acknowledged);
}

void EditorView::pageReplaced(int request, bool accepted)
{
    if (request != m_replaceRequest)
        return;
    m_replaceRequest = 0;
    if (accepted) {
        const Replacement finished = std::move(m_replacements.front());
        m_replacements.pop_front();
        if (finished.done)
            finished.done(Replaced::In);
    }
    if (m_replaceRequest == 0)
        sendReplacement();
}

void EditorView::pageStateChanged(const EditorState &state)
{
    m_state = state;
    m_toolBar->setState(state);
    emit stateChanged(state);
}

void EditorView::pageCounted(int words, int characters)
{
    emit wordCountChanged(words, characters);
}

void EditorView::pageOfferedPicture(const QString &offer, const QString &mimeType, const QByteArray &bytes)
{
    m_coming.insert(offer);
    emit pictureOffered({.offer = offer, .path = {}, .bytes = bytes, .mimeType = mimeType});
}

void EditorView::pageOfferedPicturePath(const QString &offer, const QString &path)
{
    m_coming.insert(offer);
    emit pictureOffered({.offer = offer, .path = path, .bytes = {}, .mimeType = {}});
}

void EditorView::pageWantsPicture(const QString &offer)
{
    chooseFiles(offer);
}

void EditorView::pageRefusedLargePicture()
{
    m_notice->showNotice(NoticeBar::Kind::Information,
                         tr("This picture is larger than %1 MiB; insert it as a file.").arg(largestPasteMiB));
}

void EditorView::pageLeftOutOfPaste(int pictures, int links)
{
    QStringList lines;
    if (pictures > 0)
        lines.append(tr("Pictures from web pages were left out. Check their licence, save them on this PC and insert "
                        "them as files."));
    if (links > 0)
        lines.append(tr("%Ln link(s) stayed plain words: a link leads to a web address, an e-mail address or a "
                        "telephone number.",
                        nullptr, links));
    m_notice->showNotice(NoticeBar::Kind::Information, lines.join(u'\n'));
}

void EditorView::pageReachedLimit(const QString &what)
{
    showNotice(what == QLatin1String("depth") ? tr("Lists and tables cannot be nested deeper than this.")
                   : what == QLatin1String("flattened")
                   ? tr("Lists that were nested too deep were raised to the deepest level that an article has.")
                   : what == QLatin1String("field")
                   ? tr("Only 1,000 characters fit into a picture's description, and 300 into its credit. Where the "
                        "replacement does not fit, nothing was replaced.")
                   : tr("That would make the text longer than an article may be, so it was left out. Divide the "
                        "article into two, or shorten it first."));
}

// Who opens the text later has written neither: they are told apart by which was saved first.
void EditorView::pageShowedWording(const QString &side, bool isInstead)
{
    if (side.isEmpty()) {
        if (m_notice->text() == m_wordingNotice)
            m_notice->hide();
        return;
    }
    const QString whose = side == QLatin1String("theirs") ? tr("The wording that was saved first is selected.")
                                                          : tr("The wording that was saved later is selected.");
    m_wordingNotice = isInstead ? tr("%1 Press the button again to keep it.").arg(whose) : whose;
    m_notice->showNotice(NoticeBar::Kind::Information, m_wordingNotice);
}

void EditorView::pageWantsLink()
{
    showLinkDialog();
}

void EditorView::pageFollowedLink(const QString &href)
{
    emit linkActivated(QUrl(href));
}

void EditorView::pageWantsPlainPaste()
{
    m_page->triggerAction(QWebEnginePage::PasteAndMatchStyle);
}

// ---- dialogs and menus ----

void EditorView::paste()
{
    const QMimeData *offered = QGuiApplication::clipboard()->mimeData();
    if (!offered || !takePictureOf(*offered, std::nullopt))
        m_page->triggerAction(QWebEnginePage::Paste);
}

void EditorView::showLinkDialog()
{
    if (m_linkDialog || m_readOnly || !m_ready)
        return;
    m_linkDialog =
        new LinkDialog({.href = m_state.href, .title = m_state.linkTitle, .text = m_state.selectedText}, this);
    m_linkDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_linkDialog, &LinkDialog::removed, this, [this] { command(QStringLiteral("unlink")); });
    connect(m_linkDialog, &QDialog::accepted, this, [this, dialog = m_linkDialog.data()] {
        const LinkDialog::Link link = dialog->link();
        command(QStringLiteral("link"),
                {{QStringLiteral("href"), link.href},
                 {QStringLiteral("title"), link.title},
                 {QStringLiteral("text"), link.text}});
    });
    connect(m_linkDialog, &QDialog::rejected, this, [this] { m_web->setFocus(); });
    askQuestion(m_linkDialog);
}

void EditorView::showTableSummary()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Summary of the table"));
    dialog->setLabelText(tr("Main content of the table, for screen reader users:"));
    dialog->setTextValue(m_state.summary);
    dialog->setOkButtonText(tr("Save summary"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        command(QStringLiteral("tableSummary"), {{QStringLiteral("summary"), text.trimmed()}});
    });
    askQuestion(dialog);
}

void EditorView::showMenu(QPoint globalPosition)
{
    if (!m_web->isVisible()) // Chromium asks a moment after the click: the person has gone on
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, QWebEnginePage::WebAction action, bool enabled) {
        QAction *item = menu->addAction(text);
        item->setEnabled(enabled);
        connect(item, &QAction::triggered, this, [this, action] { m_page->triggerAction(action); });
    };
    const bool selected = m_page->hasSelection();
    add(tr("Cut"), QWebEnginePage::Cut, selected && !m_readOnly);
    add(tr("Copy"), QWebEnginePage::Copy, selected);
    QAction *pasteItem = menu->addAction(tr("Paste"));
    pasteItem->setEnabled(!m_readOnly);
    connect(pasteItem, &QAction::triggered, this, &EditorView::paste);
    add(tr("Paste as plain text"), QWebEnginePage::PasteAndMatchStyle, !m_readOnly);
    menu->addSeparator();
    add(tr("Select all"), QWebEnginePage::SelectAll, true);
    if (!m_readOnly) {
        menu->addSeparator();
        menu->addAction(m_toolBar->findAction(QStringLiteral("link")));
        if (m_state.inside.contains(QStringLiteral("table"))) {
            menu->addSeparator();
            const auto actions = m_toolBar->tableMenu()->actions();
            for (QAction *action : actions)
                if (!action->menu())
                    menu->addAction(action);
        }
    }
    if (!m_state.href.isEmpty()) {
        QAction *open = menu->addAction(tr("Open the link"));
        connect(open, &QAction::triggered, this, [this, href = m_state.href] { emit linkActivated(QUrl(href)); });
    }
    menu->popup(globalPosition);
}

void EditorView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        sendTheme();
    else if (event->type() == QEvent::LanguageChange && m_ready)
        emit m_bridge->setStrings(editorStrings());
    QWidget::changeEvent(event);
}

} // namespace toasoan
