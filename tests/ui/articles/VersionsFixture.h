// A writing page with an article in its third version, and the dialog in which the first is put back.
#pragma once

#include "ui/articles/WritingFixture.h"
#include "ui/review/VersionsDialog.h"

#include <QListWidget>
#include <QTest>

namespace toasoan {

// On a narrow page its text may be left out.
inline QPushButton *namedButton(const QWidget &widget, const QString &name)
{
    for (auto *button : widget.findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

inline QPushButton *buttonOf(const QWidget &widget, const QString &text)
{
    for (auto *button : widget.findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

inline Content earlier()
{
    Content content = sample();
    content.title = u"Tựa đề trước"_s;
    content.lead = u"Sapo trước"_s;
    content.tags = {u"tổng kết"_s};
    content.body = bodyWith("Nội dung trước");
    return content;
}

/// An article in its third version, of which the first is another.
struct InThirdVersion : Opened
{
    explicit InThirdVersion(State state = State::Draft) : Opened(now(), state)
    {
        const Instant start = SystemClock().now() - std::chrono::hours(5);
        const auto add = [&](Version version, const Content &content) {
            stage().versions.push_back({.line = {.version = version,
                                                 .savedBy = DeskStage::user.id,
                                                 .savedAt = start + std::chrono::minutes(version),
                                                 .contentHash = contentHash(content)},
                                        .content = content});
        };
        add(1, earlier());
        add(3, now());
        view().article.version = 3;
        view().decisions.push_back(
            {.record = id, .version = 1, .step = Step::Submit, .actor = DeskStage::user.id, .at = start, .reason = {}});
        emit desk->articleChanged(id);
    }
    static Content now()
    {
        Content content = sample();
        content.body = bodyWith("Nội dung nay");
        content.correction = u"Đính chính nay"_s;
        return content;
    }
    VersionsDialog *versions() const
    {
        auto *button = namedButton(*page, u"Versions"_s);
        if (!QTest::qWaitFor([&] { return button->isVisible(); }, longestWait))
            return nullptr;
        button->click();
        VersionsDialog *dialog = nullptr;
        const bool isThere = QTest::qWaitFor(
            [&] {
                dialog = page->findChild<VersionsDialog *>();
                return dialog && dialog->findChild<QListWidget *>()->count() == 2;
            },
            longestWait);
        return isThere ? dialog : nullptr;
    }
    const Content &typed() const { return stage().typed.back().content; }
};

} // namespace toasoan
