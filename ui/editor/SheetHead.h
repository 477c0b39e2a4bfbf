// What stands over the text on its sheet (title, lead) and scrolls with it: widgets of the desk over the top of the
// page, which keeps that much room and says how far it is scrolled. Lives in the GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>

class QWidget;

namespace toasoan {

class SheetHead final : public QObject
{
    Q_OBJECT

public:
    /// `web` fills `sheet`; the head is laid over it.
    SheetHead(QWidget *web, QWidget *sheet);

    /// Takes a widget with a layout; as high as that wants it, and as wide as the column of the text.
    void setWidget(QWidget *head);
    /// 1.0 is 100 %; what is in the head is enlarged by its owner.
    void setZoom(double factor);
    /// In pixels of the sheet.
    void setScrolled(double y);
    /// Scrolls the page as far as needed for a place of the head to be seen; in the head's coordinates.
    void show(const QRect &place);
    /// In pixels of the page, at 100 %.
    [[nodiscard]] double height() const;

signals:
    void heightChanged();
    /// By so many pixels of the page, at 100 %.
    void scrollWanted(double by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget *m_web;
    QWidget *m_sheet;
    QPointer<QWidget> m_head;
    double m_zoom = 1;
    double m_scrolled = 0;
    int m_height = 0;
};

} // namespace toasoan
