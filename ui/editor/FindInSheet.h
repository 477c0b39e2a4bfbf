// Finding on the whole sheet: in the fields over the text (title, subtitle, lead), which are widgets, and in the text,
// which is a page. One count and one round over both. Lives in the GUI thread.
#pragma once

#include "ui/widgets/GrowingTextEdit.h"

#include <QList>
#include <QObject>
#include <QVariantMap>

#include <span>
#include <vector>

namespace toasoan {

class FindBar;

class FindInSheet final : public QObject
{
    Q_OBJECT

public:
    explicit FindInSheet(FindBar &bar, QObject *parent = nullptr);

    /// From the top; they must outlive this.
    void setFields(std::vector<GrowingTextEdit *> fields);
    /// How many places the page has, and which of them is chosen; 0: none.
    void setFoundInPage(int current, int total);

signals:
    /// All places are replaced between these two: in the fields at once, in the page as soon as it is asked.
    void replacingAll();
    /// In these fields something is another now, and perhaps in the page.
    void replacedAll(const QList<toasoan::GrowingTextEdit *> &fields, bool isInPage);
    /// To be asked of the page; see FindBar::asked().
    void pageAsked(const QVariantMap &request);
    /// A place in this field was chosen: it is to be seen.
    void fieldChosen(toasoan::GrowingTextEdit *field);

private:
    struct Place
    {
        GrowingTextEdit *field;
        int from;
        int length;
    };
    enum class Way
    {
        None,
        Next,
        Previous
    };
    void take(const QVariantMap &request);
    void look();
    void step(Way way);
    void replace();
    void replaceAll();
    void findPlaces();
    void choose(int at);
    void leaveField();
    bool put(std::span<const Place> places);
    void mark();
    void tell();
    void askPage(const QString &what);
    [[nodiscard]] int count() const { return int(m_places.size()); }

    FindBar &m_bar;
    std::vector<GrowingTextEdit *> m_fields;
    std::vector<Place> m_places; ///< in the fields, in their order
    QVariantMap m_request; ///< the last one
    GrowingTextEdit *m_chosenField = nullptr; ///< where the chosen place is selected
    int m_at = -1; ///< which of m_places is chosen; -1: one in the page
    int m_pageCurrent = 0;
    int m_pageTotal = 0;
    int m_entered = 0; ///< the page's round began there: before it comes again the fields have their turn
    Way m_left = Way::None; ///< how the page was left for the fields
    int m_looks = 0; ///< that the page has not answered yet
    bool m_isStopgap = false; ///< the chosen place is one of the fields as long as the page has none
    bool m_isOpen = false;
    bool m_isOurs = false; ///< the fields change because of us
};

} // namespace toasoan
