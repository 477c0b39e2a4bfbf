// Asks the page of a web view what is so in it.
#pragma once

#include <QEventLoop>
#include <QTimer>
#include <QVariant>
#include <QWebEnginePage>
#include <QWebEngineScript>

#include <memory>

namespace toasoan {

/// The value of an expression in the page that stands there; invalid if none answers.
inline QVariant answerOf(QWebEnginePage &page, const QString &script, quint32 world = QWebEngineScript::MainWorld)
{
    struct Waiting
    {
        QEventLoop loop;
        QVariant value;
    };
    const auto waiting = std::make_shared<Waiting>();
    page.runJavaScript(script, world, [waiting](const QVariant &value) {
        waiting->value = value;
        waiting->loop.quit();
    });
    QTimer::singleShot(30'000, &waiting->loop, &QEventLoop::quit);
    waiting->loop.exec();
    return waiting->value;
}

} // namespace toasoan
