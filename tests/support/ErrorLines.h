// Standard error, where the log and what libraries say by themselves go, as long as it lives.
#pragma once

#include "base/Descriptor.h"

#include <QFile>
#include <QTemporaryFile>

#include <unistd.h>

namespace toasoan {

class ErrorLines
{
public:
    ErrorLines() : m_before(::dup(STDERR_FILENO))
    {
        if (!m_file.open() || ::dup2(m_file.handle(), STDERR_FILENO) < 0)
            qFatal("standard error cannot be read");
    }
    ~ErrorLines() { ::dup2(m_before.number(), STDERR_FILENO); }
    Q_DISABLE_COPY_MOVE(ErrorLines)

    [[nodiscard]] QByteArray all() const
    {
        QFile file(m_file.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryFile m_file;
    Descriptor m_before;
};

} // namespace toasoan
