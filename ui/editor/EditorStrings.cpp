#include "ui/editor/EditorStrings.h"

#include <QCoreApplication>

namespace toasoan {

namespace {

struct EditorStrings
{
    Q_DECLARE_TR_FUNCTIONS(EditorStrings)
};

} // namespace

QJsonObject editorStrings()
{
    return {
        {QStringLiteral("placeholder"), EditorStrings::tr("Write here, or paste from Word.")},
        {QStringLiteral("captionPlaceholder"), EditorStrings::tr("Caption: who, what, where, when")},
        {QStringLiteral("alt"), EditorStrings::tr("Description for readers who cannot see the picture (alt text)")},
        {QStringLiteral("altHint"), EditorStrings::tr("What the picture shows, in one sentence")},
        {QStringLiteral("altMissing"),
         EditorStrings::tr("The description is missing: screen readers have nothing to say.")},
        {QStringLiteral("credit"), EditorStrings::tr("Picture credit")},
        {QStringLiteral("creditHint"), EditorStrings::tr("Photographer or source")},
        {QStringLiteral("wide"), EditorStrings::tr("Wider than the text")},
        {QStringLiteral("noPicture"), EditorStrings::tr("No picture here yet.")},
        {QStringLiteral("choosePicture"), EditorStrings::tr("Choose a picture…")},
        {QStringLiteral("takingPicture"), EditorStrings::tr("Adding the picture…")},
        {QStringLiteral("pictureNotHere"), EditorStrings::tr("This picture is not on this PC yet.")},
        {QStringLiteral("pictureDetails"), EditorStrings::tr("Picture details")},
        {QStringLiteral("editorLabel"), EditorStrings::tr("Article text")},
    };
}

} // namespace toasoan
