// An entry that is reviewed, in the windows of its writer and its chair, on real desks with a real server: its text in
// the editor of items, its steps, and that nobody approves what he has not seen.
#include "document/Builders.h"
#include "support/Patience.h"
#include "text/Language.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"
#include "ui/registers/EntryForm.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterOffice.h"
#include "ui/support/EditorAnswers.h"
#include "ui/widgets/Banner.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace toasoan;
using namespace toasoan::test;
using namespace toasoan::document::build;

namespace {

const Noun pages{u"page"_s};

QJsonObject bodyOf(const QString &text)
{
    return QJsonDocument::fromJson(document::toJson(doc({p(text)}))).object();
}

// A person before the page of an entry.
struct Room
{
    explicit Room(Desk &itsDesk) : desk(itsDesk), page(itsDesk)
    {
        page.resize(1000, 760);
        page.show();
        isReady = QTest::qWaitForWindowActive(&page, longestWait);
    }

    [[nodiscard]] EntryForm &form() { return *page.findChild<EntryForm *>(); }
    [[nodiscard]] EditorView &editor() { return *form().boxOf(u"body"_s)->findChild<EditorView *>(); }
    [[nodiscard]] QLineEdit *line(const QString &field) { return form().boxOf(field)->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *button(const QString &name)
    {
        const auto buttons = page.findChildren<QPushButton *>(name);
        for (QPushButton *each : buttons) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool canPress(const QString &name) { return button(name) && button(name)->isEnabled(); }
    [[nodiscard]] QString mark() { return page.findChild<QLabel *>(u"mark"_s)->text(); }
    [[nodiscard]] QMessageBox *question() { return page.findChild<QMessageBox *>(); }
    /// What the question's button that goes on is; the other one cancels.
    [[nodiscard]] QPushButton *yes()
    {
        const auto buttons = question()->buttons();
        for (QAbstractButton *each : buttons) {
            if (question()->buttonRole(each) == QMessageBox::AcceptRole)
                return qobject_cast<QPushButton *>(each);
        }
        return nullptr;
    }
    void open(const Key &key)
    {
        page.open(key);
        QTRY_VERIFY(!mark().isEmpty());
        QTRY_VERIFY(form().isSeen());
        QVERIFY(answers(editor()));
    }
    /// Presses a step, gives the word where one is wanted, and goes on.
    void take(const QString &step)
    {
        QTRY_VERIFY2(canPress(step), qPrintable(step));
        button(step)->click();
        QTRY_VERIFY(question());
        if (QCheckBox *word = question()->checkBox()) {
            QVERIFY(!yes()->isEnabled());
            word->click();
        }
        QVERIFY(yes()->isEnabled());
        yes()->click();
        QTRY_VERIFY(!question());
    }

    Desk &desk;
    EntryFormPage page;
    bool isReady = false;
};

} // namespace

class TestEntryChain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(localeOf(Language::English));
        m_office = std::make_unique<RegisterOffice>(false);
        m_writer = m_office->desk(u"phongvien"_s);
        m_chair = m_office->desk(u"truongban"_s);
        m_secretary = m_office->desk(u"thuky"_s);
    }
    void cleanupTestCase()
    {
        m_writer.reset();
        m_chair.reset();
        m_secretary.reset();
    }

    void goesFromItsWriterToReaders()
    {
        Room writer(*m_writer);
        QVERIFY(writer.isReady);
        writer.page.openNew(pages);
        QVERIFY(answers(writer.editor()));
        QTest::keyClicks(writer.line(u"title"_s), u"Gioi thieu"_s);
        QTest::keyClicks(writer.line(u"address"_s), u"gioi-thieu"_s);
        writer.editor().put(document::toJson(doc({p(u"Chín thôn."_s)})));
        QTRY_VERIFY(writer.form().content().contains("thôn"));
        QTRY_VERIFY(writer.canPress(u"save"_s));
        QVERIFY(!writer.button(u"submit"_s)); // nothing is saved yet
        writer.page.save();
        const Key key = writer.page.key();
        writer.take(u"submit"_s);
        QVERIFY(RegisterOffice::sync(*m_writer));
        QVERIFY(RegisterOffice::sync(*m_chair));

        Room chair(*m_chair);
        chair.open(key);
        QCOMPARE(chair.form().content().contains("thôn"), true);
        QVERIFY(!chair.button(u"publish"_s));
        chair.take(u"approve"_s);
        chair.take(u"publish"_s);
        QVERIFY(RegisterOffice::sync(*m_chair));
        QTRY_COMPARE(chair.mark(), u"On the portal"_s);
        QVERIFY(!chair.canPress(u"save"_s));

        // The next version is written while readers keep theirs.
        QTRY_VERIFY(chair.canPress(u"correct"_s));
        chair.button(u"correct"_s)->click();
        QTRY_VERIFY(!chair.form().isReadOnly());
        chair.editor().put(document::toJson(doc({p(u"Mười thôn."_s)})));
        QTRY_VERIFY(chair.canPress(u"save"_s));
        QVERIFY(!chair.canPress(u"requestApproval"_s));
        chair.page.save();
        QVERIFY(RegisterOffice::sync(*m_chair));
        QTRY_COMPARE(chair.mark(), u"Sent; an earlier version is on the portal"_s);
        const auto isTold = [&chair] {
            const auto labels = chair.page.findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [](const QLabel *label) { return label->text().contains(u"Text: 1 paragraph(s) changed"_s); });
        };
        QTRY_VERIFY(isTold());
    }

    // The chair has one text before him, and another comes: his word is of neither until it is shown.
    void nobodyApprovesWhatHeHasNotSeen()
    {
        const Key key = RegisterOffice::make(
            *m_writer, pages,
            {{u"title"_s, u"Liên hệ"_s}, {u"address"_s, u"lien-he"_s}, {u"body"_s, bodyOf(u"Điện thoại cũ."_s)}});
        QVERIFY(RegisterOffice::act(
            *m_writer, TakeStep{Submit{.target = key, .version = 0, .stateSecret = StateSecret::ConfirmedNone}}));
        QVERIFY(RegisterOffice::sync(*m_writer));
        QVERIFY(RegisterOffice::sync(*m_chair));
        Room chair(*m_chair);
        chair.open(key);
        QTRY_VERIFY(chair.canPress(u"approve"_s));
        chair.button(u"approve"_s)->click();
        QTRY_VERIFY(chair.question());
        chair.button(u"approve"_s)->click(); // a second press is the same question
        QTRY_COMPARE(chair.page.findChildren<QMessageBox *>().size(), 1);

        // Meanwhile the secretary changes it.
        QVERIFY(RegisterOffice::sync(*m_secretary));
        QVERIFY(RegisterOffice::write(*m_secretary, key, {{u"body"_s, bodyOf(u"Điện thoại mới."_s)}}));
        QVERIFY(RegisterOffice::sync(*m_secretary));
        QVERIFY(RegisterOffice::sync(*m_chair));
        chair.question()->checkBox()->click();
        chair.yes()->click();
        QTRY_VERIFY(!chair.question());
        const auto banners = chair.page.findChildren<Banner *>(Qt::FindDirectChildrenOnly);
        const Banner *banner = banners.first();
        QTRY_VERIFY(banner->isVisible()); // it was of the text before
        QVERIFY(RegisterOffice::sync(*m_chair));
        const auto view = RegisterOffice::ask(*m_chair, AskEntry{key});
        QVERIFY(view);
        QCOMPARE(view->stateAtServer, State::AwaitingApproval);
        // What stands there now can be approved.
        QTRY_VERIFY(chair.form().content().contains("mới"));
        QTRY_VERIFY(answers(chair.editor()));
        chair.take(u"approve"_s);
        QVERIFY(RegisterOffice::sync(*m_chair));
        QCOMPARE(RegisterOffice::ask(*m_chair, AskEntry{key})->stateAtServer, State::Approved);
    }

    // A picture that is pasted into the text is uploaded with it, and is there when the chair approves.
    void aPastedPictureGoesAlong()
    {
        const Key key =
            RegisterOffice::make(*m_writer, pages, {{u"title"_s, u"Trụ sở"_s}, {u"address"_s, u"tru-so"_s}});
        Room writer(*m_writer);
        writer.open(key);
        QImage picture(320, 200, QImage::Format_RGB32);
        picture.fill(QColor(0x8c, 0x1d, 0x18));
        QGuiApplication::clipboard()->setImage(picture);
        EditorWebView *web = writer.editor().webView();
        web->setFocus();
        QTRY_VERIFY(web->focusProxy());
        QTest::keyClick(web->focusProxy(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(writer.form().content().contains("\"media\":\""));
        QTRY_VERIFY(!writer.editor().isTakingPictures());
        writer.page.save();
        writer.take(u"submit"_s);
        QTRY_VERIFY(RegisterOffice::sync(*m_writer)
                    && RegisterOffice::ask(*m_writer, AskEntry{key})->stateAtServer == State::AwaitingApproval);
        QVERIFY(RegisterOffice::sync(*m_chair));
        const auto view = RegisterOffice::ask(*m_chair, AskEntry{key});
        QVERIFY(view && view->confirmedContent.contains("\"media\":\""));
        const Approve approve{
            .target = key, .version = view->confirmedVersion, .contentHash = view->record.contentHash, .note = {}};
        QVERIFY(RegisterOffice::act(*m_chair, TakeStep{approve}));
        QVERIFY(RegisterOffice::sync(*m_chair));
        QCOMPARE(RegisterOffice::ask(*m_chair, AskEntry{key})->stateAtServer, State::Approved);
    }

    // What others wrote comes in around what is being typed, and both are kept.
    void anothersTextComesIntoTheEditor()
    {
        const Key key = RegisterOffice::make(
            *m_writer, pages,
            {{u"title"_s, u"Sơ đồ"_s}, {u"address"_s, u"so-do"_s}, {u"body"_s, bodyOf(u"Một hai ba."_s)}});
        Room writer(*m_writer);
        writer.open(key);
        // From another PC of the same person.
        const auto second = m_office->desk(u"phongvien"_s, u"may-hai"_s);
        const QJsonObject theirs =
            QJsonDocument::fromJson(document::toJson(doc({p(u"Một hai ba."_s), p(u"Bốn."_s)}))).object();
        QVERIFY(RegisterOffice::write(*second, key, {{u"body"_s, theirs}}));
        QVERIFY(RegisterOffice::sync(*second));
        QVERIFY(RegisterOffice::sync(*m_writer));
        QTRY_VERIFY(writer.editor().documentJson().contains("Bốn"));
        QCOMPARE(writer.form().content().contains("Bốn"), true);
        QVERIFY(!writer.canPress(u"save"_s)); // it is nobody's change here
        writer.editor().put(document::toJson(doc({p(u"Một hai ba."_s), p(u"Bốn."_s), p(u"Năm."_s)})));
        QTRY_VERIFY(writer.canPress(u"save"_s));
        writer.page.save();
        QTRY_COMPARE(writer.mark(), u"Sent"_s);
        QVERIFY(RegisterOffice::sync(*m_writer));
        QVERIFY(RegisterOffice::contentOf(*m_writer, key)[u"body"_s].isObject());
        QVERIFY(RegisterOffice::ask(*m_writer, AskEntry{key})->confirmedContent.contains("Năm"));
    }

    // A text of a newer program is neither shown for writing nor lost.
    void whatIsNotKnownStaysAsItIs()
    {
        EntryTitles titles(*m_writer);
        EntryForm form({.desk = *m_writer, .titles = titles});
        form.setRegister(*m_writer->rules().findRegister(pages));
        form.show();
        const QJsonObject body{{u"type"_s, u"doc"_s},
                               {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"timeline"_s}}}}};
        const QJsonObject says{{u"title"_s, u"Lịch sử"_s}, {u"address"_s, u"lich-su"_s}, {u"body"_s, body}};
        form.open(QJsonDocument(says).toJson(QJsonDocument::Compact));
        const auto labels = form.boxOf(u"body"_s)->findChildren<QLabel *>();
        const auto isSaid = [&labels] {
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text().contains(u"newer version"_s);
            });
        };
        QTRY_VERIFY(isSaid());
        QVERIFY(!form.isSeen());
        form.boxOf(u"title"_s)->findChild<QLineEdit *>()->setText(u"Lịch sử xã"_s);
        const QJsonObject now = said(form.content());
        QCOMPARE(now[u"body"_s].toObject(), body);
        QCOMPARE(now[u"title"_s].toString(), u"Lịch sử xã"_s);
    }

private:
    std::unique_ptr<RegisterOffice> m_office;
    std::unique_ptr<Desk> m_writer;
    std::unique_ptr<Desk> m_chair;
    std::unique_ptr<Desk> m_secretary;
};

QTEST_MAIN(TestEntryChain)
#include "tst_entrychain.moc"
