// What entries, sections and people are called, for whoever has their ids. Asks the desk for what it does not know yet,
// and says when it does. Lives in the GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QHash>
#include <QObject>
#include <QSet>

class QTimer;

namespace toasoan {

class EntryTitles final : public QObject
{
    Q_OBJECT

public:
    explicit EntryTitles(Desk &desk, QObject *parent = nullptr);

    /// Empty while it is not known; changed() says when it may be. `noun` is that of the field where the value does not
    /// say one: "<id>" or "<noun>/<id>".
    [[nodiscard]] QString titleOf(const Noun &noun, const QString &value);
    /// Whether it was asked for, and nobody knows it.
    [[nodiscard]] bool isUnknown(const QString &value) const;

signals:
    void changed();

private:
    void ask();

    Desk &m_desk;
    QHash<QString, QString> m_titles; ///< by id
    QSet<QString> m_wanted;
    QSet<QString> m_unknown;
    QTimer *m_soon;
};

} // namespace toasoan
