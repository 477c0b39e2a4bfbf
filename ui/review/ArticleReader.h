// An item in three ways: as readers will see it, what changed in it, and how it came to be. It shows what it is given;
// what is decided about it is ReviewPage's affair. GUI thread.
#pragma once

#include "domain/Checklist.h"
#include "ui/review/ReviewSource.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QStackedWidget;
class QTabBar;

namespace toasoan {

class HistoryView;
class ReadingView;

class ArticleReader final : public QWidget
{
    Q_OBJECT

public:
    /// `source` must outlive it.
    explicit ArticleReader(const ReviewSource &source, QWidget *parent = nullptr);

    /// The text that is read, from its beginning.
    void open(const ArticleView &view, const Readers &readers);
    /// More is known about what readers have of it.
    void setReaders(const Readers &readers);
    /// More is known about what is open: its history, and a newer text, which is compared with but never takes its
    /// place.
    void setNews(const ArticleView &view, const std::optional<ArticleView> &newer);
    void close();

    void showDifference();
    /// What stands above the text in it takes, in pixels.
    [[nodiscard]] int headHeight() const;
    void refreshPictures();
    /// In percent.
    void setZoom(int percent);
    /// Why the text that is open cannot be drawn; nothing if it can.
    [[nodiscard]] const std::optional<Error> &unreadable() const { return m_unreadable; }
    /// Whether the text that is open has stood in the page, and did not get lost there.
    [[nodiscard]] bool isSeen() const { return m_isSeen; }
    /// Whether the text that is open has been on the screen to its end.
    [[nodiscard]] bool isReadToEnd() const { return m_isReadToEnd; }
    /// How many of its pictures are not on this PC yet.
    [[nodiscard]] int missingPictures() const;
    /// How many are, and cannot be drawn here.
    [[nodiscard]] int undrawnPictures() const;
    /// Whether the text stands at its end, though some of it may have flown by.
    [[nodiscard]] bool isAtEnd() const;
    /// The page stopped too often; showAgain() tries once more.
    [[nodiscard]] bool hasGivenUp() const;
    void showAgain();

signals:
    /// By Ctrl and the wheel: larger (1) or smaller (-1).
    void zoomWanted(int step);
    void versionsWanted();
    /// isSeen(), isReadToEnd(), isAtEnd(), undrawnPictures() or hasGivenUp() is another.
    void seenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Tab
    {
        Text,
        Changes,
        History
    };

    void placeVersions();
    [[nodiscard]] Tab tab() const;
    void showTab();
    void fetchRevisions();
    void fillVersions();
    void nameVersions();
    void compareChosen();
    [[nodiscard]] std::optional<Version> usualBase() const;
    [[nodiscard]] bool isTextInPage() const;
    void showHtml(const Result<QString> &html);

    const ReviewSource &m_source;
    std::optional<ArticleView> m_view;
    Readers m_readers;
    std::optional<ArticleView> m_newer;
    std::optional<Error> m_unreadable;
    QString m_text; ///< the page of the text that is open; empty if there is none
    bool m_isSeen = false;
    bool m_isReadToEnd = false;
    std::optional<Version> m_base; ///< chosen to compare with; only for the item that is open
    std::vector<RevisionLine> m_revisions;
    ArticleId m_revisionsOf;
    quint64 m_comparing = 0; ///< answers to older questions are dropped

    QBoxLayout *m_head = nullptr;
    QTabBar *m_tabs;
    QWidget *m_compareBar;
    QComboBox *m_versions;
    QStackedWidget *m_stack;
    ReadingView *m_reading;
    HistoryView *m_history;
};

} // namespace toasoan
