#include "bench/newsroom/ItemWriter.h"

#include "document/Document.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString capitalised(QString text)
{
    text[0] = text[0].toUpper();
    return text;
}

QJsonObject textNode(const QString &text)
{
    return {{"type"_L1, u"text"_s}, {"text"_L1, text}};
}

QJsonObject block(const QString &type, const QString &text)
{
    return {{"type"_L1, type}, {"content"_L1, QJsonArray{textNode(text)}}};
}

QJsonObject heading(const QString &text)
{
    QJsonObject node = block(u"heading"_s, text);
    node.insert("attrs"_L1, QJsonObject{{"level"_L1, 2}});
    return node;
}

QJsonObject bulletList(const QStringList &points)
{
    QJsonArray items;
    for (const QString &point : points)
        items.append(QJsonObject{{"type"_L1, u"listItem"_s}, {"content"_L1, QJsonArray{block(u"paragraph"_s, point)}}});
    return {{"type"_L1, u"bulletList"_s}, {"content"_L1, items}};
}

QJsonObject figure(MediaId media, const QString &caption)
{
    const QJsonObject image{
        {"type"_L1, u"figimage"_s},
        {"attrs"_L1,
         QJsonObject{{"media"_L1, media.toText()}, {"alt"_L1, caption}, {"width"_L1, 960}, {"height"_L1, 600}}}};
    return {{"type"_L1, u"figure"_s},
            {"attrs"_L1, QJsonObject{{"credit"_L1, u"Ảnh: Thu Hiền"_s}}},
            {"content"_L1, QJsonArray{image, block(u"figcaption"_s, caption)}}};
}

} // namespace

ItemWriter::ItemWriter(SeededDice &dice, std::vector<QStringList> sentences)
    : m_dice(dice)
    , m_sentences(std::move(sentences))
{ }

Result<ItemWriter> ItemWriter::create(SeededDice &dice)
{
    QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/ui/editor/fixtures/seed-article.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"seed"_s, file.errorString()};
    const auto seed = document::fromJson(file.readAll());
    if (!seed)
        return seed.error();
    static const QRegularExpression sentenceEnd(u"[.;:!?\\n]+\\s*"_s);
    static const QRegularExpression blanks(u"[\\s,()“”\"–-]+"_s);
    std::vector<QStringList> sentences;
    for (const QString &sentence : document::toPlainText(*seed).split(sentenceEnd, Qt::SkipEmptyParts)) {
        const QStringList words = sentence.split(blanks, Qt::SkipEmptyParts);
        if (words.size() >= 6)
            sentences.push_back(words);
    }
    if (sentences.size() < 10)
        return Error{ErrorCode::NotFound, u"seed"_s, u"too few sentences"_s};
    return ItemWriter(dice, std::move(sentences));
}

int ItemWriter::between(int least, int most)
{
    return least + int(m_dice.below(quint64(most - least + 1)));
}

void ItemWriter::chooseTheme()
{
    m_theme.clear();
    for (int i = 0; i < 5; ++i)
        m_theme.push_back(m_dice.below(m_sentences.size()));
}

QString ItemWriter::number()
{
    switch (m_dice.below(3)) {
    case 0:
        return u"ngày %1/%2/%3"_s.arg(between(1, 28)).arg(between(1, 12)).arg(between(2012, 2025));
    case 1:
        return u"%1,%2 tỷ đồng"_s.arg(between(1, 900)).arg(between(1, 9));
    default:
        return u"%1 hộ dân"_s.arg(between(11, 9999));
    }
}

QString ItemWriter::fragment(int words)
{
    const bool isOnTheme = m_dice.below(10) < 8;
    const QStringList &source =
        m_sentences[isOnTheme ? m_theme[m_dice.below(m_theme.size())] : m_dice.below(m_sentences.size())];
    const int count = std::min(words, int(source.size()));
    return source.mid(qsizetype(m_dice.below(quint64(source.size() - count + 1))), count).join(u' ');
}

QString ItemWriter::sentence()
{
    QStringList parts;
    for (int i = between(2, 4); i > 0; --i)
        parts.append(fragment(between(4, 9)));
    if (m_dice.below(3) == 0)
        parts.insert(1, number());
    return capitalised(parts.join(m_dice.below(2) == 0 ? u", "_s : u" "_s)) + u'.';
}

QString ItemWriter::paragraph()
{
    QStringList sentences;
    for (int i = between(2, 4); i > 0; --i)
        sentences.append(sentence());
    return sentences.join(u' ');
}

Content ItemWriter::write(SectionId section, const std::vector<MediaId> &pictures)
{
    chooseTheme();
    const bool isLong = m_dice.below(5) == 0;
    QJsonArray body;
    if (!pictures.empty() && m_dice.below(10) < 7)
        body.append(figure(pictures[m_dice.below(pictures.size())], capitalised(fragment(8))));
    const int paragraphs = isLong ? between(8, 20) : between(2, 5);
    for (int i = 0; i < paragraphs; ++i) {
        if (isLong && i % 5 == 4)
            body.append(heading(capitalised(fragment(6))));
        body.append(block(u"paragraph"_s, paragraph()));
    }
    if (isLong)
        body.append(bulletList({sentence(), sentence(), sentence()}));
    Content content;
    content.title = capitalised(fragment(7)) + u' ' + (m_dice.below(2) == 0 ? number() : fragment(5));
    content.lead = sentence();
    content.body =
        QJsonDocument(QJsonObject{{"type"_L1, u"doc"_s}, {"content"_L1, body}}).toJson(QJsonDocument::Compact);
    content.genre = isLong ? u"article"_s : newsBrief();
    content.section = section;
    content.tags = {fragment(3), fragment(2)};
    content.bylines = {{.name = u"Thu Hiền"_s, .share = Share::Words}};
    return content;
}

Content ItemWriter::edit(const Content &content)
{
    Content edited = content;
    QJsonObject body = QJsonDocument::fromJson(content.body).object();
    QJsonArray blocks = body.value("content"_L1).toArray();
    blocks.append(block(u"paragraph"_s, paragraph()));
    body.insert("content"_L1, blocks);
    edited.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return edited;
}

} // namespace toasoan
