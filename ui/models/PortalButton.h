// "On the portal", on a page that shows one article: leads there, and copies the address. There while readers have it.
#pragma once

#include <QPushButton>
#include <QUrl>

namespace toasoan {

class PortalButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit PortalButton(QWidget *parent = nullptr);

    /// Empty: readers do not have the article, and the button is not there.
    void setAddress(const QUrl &address);

private:
    QUrl m_address;
};

} // namespace toasoan
