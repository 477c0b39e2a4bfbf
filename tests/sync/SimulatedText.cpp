#include "sync/SimulatedText.h"

#include "document/Document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject textNode(const QString &text)
{
    return {{u"type"_s, u"text"_s}, {u"text"_s, text}};
}

void insertInto(QJsonArray &blocks, const QString &word, SeededDice &dice)
{
    if (blocks.isEmpty() || dice.below(6) == 0) {
        blocks.insert(qsizetype(dice.below(quint64(blocks.size()) + 1)),
                      QJsonObject{{u"type"_s, u"paragraph"_s}, {u"content"_s, QJsonArray{textNode(word)}}});
        return;
    }
    const auto at = qsizetype(dice.below(quint64(blocks.size())));
    QJsonObject block = blocks[at].toObject();
    QJsonArray pieces = block[u"content"_s].toArray();
    if (pieces.isEmpty()) {
        pieces.append(textNode(word));
    } else {
        const auto part = qsizetype(dice.below(quint64(pieces.size())));
        QJsonObject piece = pieces[part].toObject();
        QStringList words = piece[u"text"_s].toString().split(u' ');
        // Blanks on both sides: the next piece of the line may begin with a word.
        words.insert(qsizetype(dice.below(quint64(words.size()) + 1)), u' ' + word + u' ');
        piece[u"text"_s] = words.join(u' ');
        pieces[part] = piece;
    }
    block[u"content"_s] = pieces;
    blocks[at] = block;
}

} // namespace

QString wordsOf(const Content &content)
{
    QString text = content.title + u' ' + content.lead;
    for (const QString &name : content.others.keys())
        text += u' ' + name;
    if (!content.body.isEmpty()) {
        const auto body = document::fromJson(content.body);
        if (body)
            text += u' ' + document::toPlainText(*body);
    }
    return text;
}

int count(const QString &text, const QString &word)
{
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    return int(text.split(between).count(word));
}

void insertWordOfNewerProgram(Content &content, const QString &word, SeededDice &dice)
{
    content.others.insert(word, dice.below(2) == 0 ? QJsonValue(QJsonArray{1, true}) : QJsonValue());
}

void insertWord(Content &content, const QString &word, SeededDice &dice)
{
    if (dice.below(8) == 0) {
        QStringList words = content.lead.split(u' ', Qt::SkipEmptyParts);
        words.insert(qsizetype(dice.below(quint64(words.size()) + 1)), word);
        content.lead = words.join(u' ');
        return;
    }
    QJsonObject document = QJsonDocument::fromJson(content.body).object();
    if (document.isEmpty())
        document = QJsonObject{{u"type"_s, u"doc"_s}};
    QJsonArray blocks = document[u"content"_s].toArray();
    insertInto(blocks, word, dice);
    document[u"content"_s] = blocks;
    content.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace toasoan::test
