// Writes heads of answers: status line and fields, without Date, Connection and the blank line, which each shard adds.
#pragma once

#include "http/Response.h"

#include <QByteArray>

#include <cstdint>

namespace toasoan::http {

class AnswerHead
{
public:
    explicit AnswerHead(Status status);

    AnswerHead &add(QByteArrayView name, QByteArrayView value);
    AnswerHead &add(const FieldLines &lines);
    AnswerHead &addContentLength(std::uint64_t length);
    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    QByteArray m_text;
};

/// May a line of this name and value be sent without breaking the head in two?
[[nodiscard]] bool isSafeFieldLine(QByteArrayView name, QByteArrayView value);

} // namespace toasoan::http
