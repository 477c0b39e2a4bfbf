// The names under an article, each with what the person did.
#pragma once

#include "domain/Content.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace toasoan {

class BylinesField final : public QWidget
{
    Q_OBJECT

public:
    explicit BylinesField(QWidget *parent = nullptr);

    /// Rows without a name are left out.
    [[nodiscard]] std::vector<Byline> bylines() const;
    /// Leaves the rows alone when they say the same.
    void setBylines(const std::vector<Byline> &bylines);
    /// Offered while a name is typed.
    void setKnownNames(const QStringList &names);
    void setReadOnly(bool isReadOnly);

signals:
    /// By the person.
    void edited();
    /// A name was longer than it may be, and is cut.
    void limitReached();

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *name;
        QComboBox *share;
        QPushButton *remove;
        QJsonObject others; ///< of the byline: neither shown nor lost
    };

    Row &addRow(const Byline &byline);
    void removeRow(QWidget *widget);

    std::vector<Row> m_rows;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
    QStringList m_names;
    bool m_isReadOnly = false;
};

} // namespace toasoan
