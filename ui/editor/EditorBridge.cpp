#include "ui/editor/EditorBridge.h"

#include <QJsonArray>

namespace toasoan {

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray())
        list.append(each.toString());
    return list;
}

} // namespace

EditorBridge::EditorBridge(EditorPageListener &listener, QObject *parent) : QObject(parent), m_listener(listener) { }

void EditorBridge::ready()
{
    m_listener.pageReady();
}

void EditorBridge::loadFailed(int generation, const QString &reason, const QString &kind)
{
    m_listener.pageRefused(generation, reason, kind);
}

void EditorBridge::changed(int generation, int sequence, int from, int removed, const QStringList &blocks, bool byDesk)
{
    m_listener.pageChanged(generation, sequence, from, removed, blocks, byDesk);
}

void EditorBridge::flushed(int request)
{
    m_listener.pageFlushed(request);
}

void EditorBridge::replaced(int request, bool accepted)
{
    m_listener.pageReplaced(request, accepted);
}

void EditorBridge::stateChanged(const QJsonObject &state)
{
    const auto text = [&state](QLatin1String name) { return state.value(name).toString(); };
    m_listener.pageStateChanged({.marks = texts(state.value(QLatin1String("marks"))),
                                 .block = text(QLatin1String("block")),
                                 .align = text(QLatin1String("align")),
                                 .inside = texts(state.value(QLatin1String("inside"))),
                                 .can = texts(state.value(QLatin1String("can"))),
                                 .href = text(QLatin1String("href")),
                                 .linkTitle = text(QLatin1String("linkTitle")),
                                 .selectedText = text(QLatin1String("selectedText")),
                                 .summary = text(QLatin1String("summary")),
                                 .anchor = state.value(QLatin1String("anchor")).toInt(-1),
                                 .head = state.value(QLatin1String("head")).toInt(-1)});
}

void EditorBridge::counted(int words, int characters)
{
    m_listener.pageCounted(words, characters);
}

void EditorBridge::found(int current, int total)
{
    m_listener.pageFound(current, total);
}

void EditorBridge::pictureOffered(const QString &offer, const QString &mimeType, const QString &base64)
{
    m_listener.pageOfferedPicture(offer, mimeType, QByteArray::fromBase64(base64.toLatin1()));
}

void EditorBridge::picturePathOffered(const QString &offer, const QString &path)
{
    m_listener.pageOfferedPicturePath(offer, path);
}

void EditorBridge::pictureWanted(const QString &offer)
{
    m_listener.pageWantsPicture(offer);
}

void EditorBridge::pictureTooLarge()
{
    m_listener.pageRefusedLargePicture();
}

void EditorBridge::pasteLeftOut(int pictures, int links)
{
    m_listener.pageLeftOutOfPaste(pictures, links);
}

void EditorBridge::limitReached(const QString &what)
{
    m_listener.pageReachedLimit(what);
}

void EditorBridge::wordingShown(const QString &side, bool isInstead)
{
    m_listener.pageShowedWording(side, isInstead);
}

void EditorBridge::linkRequested()
{
    m_listener.pageWantsLink();
}

void EditorBridge::linkClicked(const QString &href)
{
    m_listener.pageFollowedLink(href);
}

void EditorBridge::plainPasteRequested()
{
    m_listener.pageWantsPlainPaste();
}

} // namespace toasoan
