// What the demo newsroom is about: its items as resources/demo/newsroom.json tells them, and the names of its pictures.
#pragma once

#include "base/Dice.h"
#include "domain/Content.h"
#include "domain/Section.h"
#include "domain/Workflow.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace toasoan {

struct DemoItem
{
    Content content; ///< as the author hands it in
    std::optional<Content> edited; ///< as the editor leaves it; nothing: he changes nothing
    QString author; ///< login
    State state = State::Draft; ///< where it stands at the end of its history
    QString reason; ///< of that state, where it needs one
    Instant at; ///< when it came to that state; for an item taken down, when it was published
    qint64 views = 0;
    QStringList pictures; ///< names
};

struct DemoContent
{
    std::vector<DemoItem> items;
    std::vector<QJsonObject> links; ///< entries of the register "link", in their order
    std::vector<QJsonObject> pages; ///< of the register "page"; "parent" and "twin" are addresses of pages before
    /// By author's login and name: each uploads his own. The bytes are demoPicture().
    std::map<std::pair<QString, QString>, MediaId> pictures;
};

/// The demo's items, their times counted back from `clock`. Corrupt "demo" with the place if the file is wrong.
[[nodiscard]] Result<DemoContent> readDemo(const Clock &clock, Dice &dice, const std::vector<Section> &sections);

/// A JPEG.
[[nodiscard]] Result<QByteArray> demoPicture(const QString &name);

} // namespace toasoan
