#include "EditorFixture.h"
#include "ui/editor/EditorPage.h"
#include "ui/editor/EditorToolBar.h"
#include "ui/editor/EditorWebView.h"

#include <QElapsedTimer>
#include <QTest>

using namespace toasoan;

class TestEditorView : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedReachesTheDesk()
    {
        EditorFixture editor;
        QVERIFY(editor.open(documentOf(R"({"type":"paragraph"})")));
        QSignalSpy edited(&editor.view, &EditorView::edited);
        editor.type(QStringLiteral("Xin"));
        QVERIFY(edited.wait());
        QTRY_COMPARE(editor.view.documentJson(), documentOf(paragraph(QStringLiteral("Xin"))));
    }
};

QTEST_MAIN(TestEditorView)
#include "tst_editorview.moc"
