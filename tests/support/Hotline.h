// A register that a board defines for itself: the numbers at which its people are to be reached.
#pragma once

#include "domain/Record.h"
#include "domain/Register.h"
#include "domain/registers/Chains.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace toasoan::test {

inline const Noun hotline{QStringLiteral("own.hotline")};

/// Name, number, unit and hours, edited by everybody who writes.
inline Register hotlines()
{
    Register described;
    described.noun = hotline;
    described.one = {.vi = QStringLiteral("Đường dây nóng"), .en = QStringLiteral("Hotline")};
    described.many = {.vi = QStringLiteral("Đường dây nóng"), .en = QStringLiteral("Hotlines")};
    described.about = {.vi = QStringLiteral("Số điện thoại để người dân phản ánh."),
                       .en = QStringLiteral("Numbers at which citizens report.")};
    described.fields = {{.name = QStringLiteral("name"),
                         .kind = FieldKind::Line,
                         .label = {.vi = QStringLiteral("Tên"), .en = QStringLiteral("Name")},
                         .need = Need::Required},
                        {.name = QStringLiteral("number"),
                         .kind = FieldKind::Line,
                         .label = {.vi = QStringLiteral("Số điện thoại"), .en = QStringLiteral("Number")},
                         .need = Need::Required,
                         .limits = {.longest = 30, .pattern = QStringLiteral("[0-9 .+]+")}},
                        {.name = QStringLiteral("unit"),
                         .kind = FieldKind::Choice,
                         .label = {.vi = QStringLiteral("Đơn vị"), .en = QStringLiteral("Unit")},
                         .limits = {.choices = {{.code = QStringLiteral("police"),
                                                 .label = {.vi = QStringLiteral("Công an"), .en = {}}},
                                                {.code = QStringLiteral("health"),
                                                 .label = {.vi = QStringLiteral("Y tế"), .en = {}}}}}},
                        {.name = QStringLiteral("note"),
                         .kind = FieldKind::Text,
                         .label = {.vi = QStringLiteral("Ghi chú"), .en = QStringLiteral("Note")}},
                        {.name = QStringLiteral("hours"),
                         .kind = FieldKind::Rows,
                         .label = {.vi = QStringLiteral("Giờ trực"), .en = QStringLiteral("Hours")},
                         .columns = {{.name = QStringLiteral("days"),
                                      .kind = FieldKind::Line,
                                      .label = {.vi = QStringLiteral("Ngày"), .en = QStringLiteral("Days")}},
                                     {.name = QStringLiteral("who"),
                                      .kind = FieldKind::Line,
                                      .label = {.vi = QStringLiteral("Người trực"), .en = QStringLiteral("Who")}}}}};
    described.title = QStringLiteral("{name}");
    described.list = {QStringLiteral("number"), QStringLiteral("unit")};
    described.facets = {QStringLiteral("unit")};
    described.keys = {{.name = QStringLiteral("number"), .parts = {QStringLiteral("number")}}};
    described.chain = registers::savedBy({Role::Reporter, Role::Editor, Role::Secretary, Role::BoardChair});
    described.face = PublicFace{.address = QStringLiteral("duong-day-nong"), .page = {}};
    return described;
}

inline QByteArray hotlineContent(const QString &name, const QString &number, const QJsonObject &more = {})
{
    QJsonObject says = more;
    says.insert(QStringLiteral("name"), name);
    says.insert(QStringLiteral("number"), number);
    return QJsonDocument(says).toJson(QJsonDocument::Compact);
}

inline QJsonObject said(const QByteArray &content)
{
    return QJsonDocument::fromJson(content).object();
}

} // namespace toasoan::test
