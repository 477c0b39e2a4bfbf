// A WritingPage over the stage, with an article in it, and what its tests ask of it.
#pragma once

#include "support/Patience.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorBridge.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"
#include "ui/support/DeskStage.h"
#include "ui/support/EditorAnswers.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/GrowingTextEdit.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QWebEnginePage>

#include <csignal>
#include <memory>
#include <optional>

namespace toasoan {

using namespace Qt::StringLiterals;

inline GrowingTextEdit *field(WritingPage &page, const QString &name)
{
    for (auto *edit : page.findChildren<GrowingTextEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

inline Content sample()
{
    Content content;
    content.title = u"Tổng kết chín tháng"_s;
    content.lead = u"Sapo"_s;
    content.bylines = {{.name = u"Thu Hiền"_s, .share = Share::Words}};
    content.section = DeskStage::sections[0].id;
    return content;
}

inline QByteArray bodyWith(const QByteArray &text)
{
    return R"({"content":[{"content":[{"text":")" + text + R"(","type":"text"}],"type":"paragraph"}],"type":"doc"})";
}

inline QPushButton *bannerButton(const WritingPage &page, const QString &label)
{
    for (auto *banner : page.findChildren<Banner *>()) {
        for (auto *button : banner->findChildren<QPushButton *>()) {
            if (button->text() == label && banner->isVisible())
                return button;
        }
    }
    return nullptr;
}

inline const Error diskFull{ErrorCode::StorageFull, u"replica"_s, {}};

/// A writing page on the screen with one article in it, its editor loaded.
struct Opened
{
    explicit Opened(const Content &content, State state = State::Draft, User user = DeskStage::user)
    {
        std::swap(DeskStage::user, user);
        desk = makeStageDesk();
        id = stage().add(content, state, DeskStage::user.id).article.id;
        std::swap(DeskStage::user, user);
        page = std::make_unique<WritingPage>(*desk);
        page->show();
        QSignalSpy opened(&editor(), &EditorView::opened);
        page->open(id);
        isOpen = opened.wait(longestWait) && answers(editor());
    }

    DeskStage &stage() const { return stageOf(*desk); }
    ArticleView &view() const { return stage().articles.at(id); }
    EditorView &editor() const { return *page->findChild<EditorView *>(); }
    EditorBridge &bridge() const { return *editor().findChild<EditorBridge *>(); }
    GrowingTextEdit *title() const { return field(*page, u"Title"_s); }
    /// A colleague's text comes.
    void hearOf(const Content &content) const
    {
        view().base.number += 1;
        view().article.setContent(content);
        emit desk->articleChanged(id);
    }
    void killPage() const { ::kill(static_cast<pid_t>(editor().webView()->page()->renderProcessPid()), SIGKILL); }

    std::unique_ptr<Desk> desk;
    std::unique_ptr<WritingPage> page;
    ArticleId id;
    bool isOpen = false;
};

/// What leave() answered; the answer may come when nobody waits for it any more.
class Left
{
    std::shared_ptr<std::optional<Result<void>>> m_kept = std::make_shared<std::optional<Result<void>>>();

public:
    const std::optional<Result<void>> &answer = *m_kept;

    Callback<void> callback()
    {
        return [kept = m_kept](const Result<void> &left) { *kept = left; };
    }
};

} // namespace toasoan
