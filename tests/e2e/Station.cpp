#include "e2e/Station.h"

#include "support/Patience.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/editor/EditorWebView.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/GrowingTextEdit.h"

#include <QDialog>
#include <QEventLoop>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace toasoan::test {

using namespace Qt::StringLiterals;

Station::Station(const QString &folder)
    : desk(DeskOptions{.folder = folder, .device = u"test"_s, .saveAfter = Milliseconds(3000), .makeTransport = {}},
           clock, dice, std::make_unique<MemoryVault>())
    , workstation(desk, clock, window)
{
    window.show();
}

Station::~Station() = default;

void Station::comeForward()
{
    window.raise();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
}

void Station::signIn(const QString &server, const QString &login, const QString &password)
{
    comeForward();
    QTRY_VERIFY(window.isGated());
    const auto fields = workstation.signInPage().findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 3);
    for (QLineEdit *field : fields) {
        const QString name = field->accessibleName();
        field->clear();
        typeInto(field, name == u"Password"_s ? password : name == u"Account name"_s ? login : server);
    }
    QTest::keyClick(fields.back(), Qt::Key_Return);
    QTRY_VERIFY(!window.isGated());
}

QPushButton *Station::button(const QString &name) const
{
    const auto buttons = window.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, [&name](const QPushButton *button) {
        return button->isVisible() && (button->objectName() == name || button->text().remove(u'&') == name);
    });
    return found == buttons.end() ? nullptr : *found;
}

void Station::click(const QString &name)
{
    QTRY_VERIFY2(button(name) && button(name)->isEnabled(), qPrintable(name));
    QTest::mouseClick(button(name), Qt::LeftButton);
}

QPushButton *Station::dialogButton() const
{
    const auto dialogs = window.findChildren<QDialog *>();
    for (const QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button;
        }
    }
    return nullptr;
}

bool Station::bannerSays(const QString &words) const
{
    const auto banners = window.findChildren<Banner *>();
    return std::ranges::any_of(
        banners, [&words](const Banner *banner) { return banner->isVisible() && banner->text().contains(words); });
}

QString Station::banners() const
{
    QStringList texts;
    const auto all = window.findChildren<Banner *>();
    for (const Banner *banner : all) {
        if (banner->isVisible())
            texts.append(banner->text());
    }
    return texts.join(u" | "_s);
}

namespace {

GrowingTextEdit *fieldOf(const WritingPage &page, const QString &name)
{
    const auto fields = page.findChildren<GrowingTextEdit *>();
    const auto found =
        std::ranges::find_if(fields, [&name](const auto *field) { return field->accessibleName() == name; });
    return found == fields.end() ? nullptr : *found;
}

} // namespace

GrowingTextEdit *Station::titleField() const
{
    return fieldOf(workstation.writingPage(), u"Title"_s);
}

GrowingTextEdit *Station::leadField() const
{
    return fieldOf(workstation.writingPage(), u"Lead"_s);
}

EditorView &Station::editor() const
{
    return *workstation.writingPage().findChild<EditorView *>();
}

bool Station::waitForBody() const
{
    // A loop, no busy wait: that would starve the page. The page tells its state when it has loaded.
    QEventLoop loop;
    const auto isThere = [this] { return editor().state().can.contains(u"selectAll"_s); };
    QObject::connect(&editor(), &EditorView::stateChanged, &loop, [&] {
        if (isThere())
            loop.quit();
    });
    QTimer::singleShot(longestWait, &loop, &QEventLoop::quit);
    if (!isThere())
        loop.exec();
    return isThere();
}

void Station::typeIntoBody(const QString &text)
{
    typeInto(editor().webView()->focusProxy(), text);
}

void Station::bodyKey(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(editor().webView()->focusProxy(), key, modifiers);
}

QString Station::bodyText() const
{
    return QString::fromUtf8(editor().documentJson());
}

void typeInto(QWidget *widget, const QString &text)
{
    for (const QChar &character : text) {
        if (character.unicode() < 0x80) {
            QTest::keyClick(widget, static_cast<char>(character.unicode()));
        } else {
            QInputMethodEvent event;
            event.setCommitString(QString(character));
            QCoreApplication::sendEvent(widget, &event);
        }
    }
}

} // namespace toasoan::test
