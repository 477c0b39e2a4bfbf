// Takes the chunked coding (RFC 9112, 7.1) off a body, strictly: what is not exactly the grammar is refused.
// Our own rather than Beast's: Beast wants each chunk line and the trailers in one piece of memory, unfolds folded
// trailers before anyone sees them, and asserts on a last chunk that arrives byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace toasoan::http {

class ChunkedDecoder
{
public:
    enum class State
    {
        More, ///< The body goes on.
        Done, ///< The last chunk and the trailers are through; what follows is the next request.
        Malformed,
    };

    struct Progress
    {
        State state = State::More;
        std::size_t consumed = 0; ///< Bytes of input used up.
        std::size_t produced = 0; ///< Bytes of content, moved to the front of the input.
    };

    /// Decodes in place. The content of many small chunks comes out in one piece.
    [[nodiscard]] Progress decode(char *bytes, std::size_t size);

    /// Bytes of the current chunk that have not come yet: announced, so they can be refused before they are read.
    [[nodiscard]] std::uint64_t announced() const { return m_remaining; }

private:
    enum class Step
    {
        SizeLine,
        Data,
        DataEnd,
        Trailers,
    };

    enum class Line
    {
        Incomplete,
        Complete,
        Malformed,
    };
    Line takeLine(const char *bytes, std::size_t size, std::size_t &position, std::size_t limit);
    bool readSizeLine();

    Step m_step = Step::SizeLine;
    std::uint64_t m_remaining = 0; // of the chunk
    std::size_t m_extensionBytes = 0; // of the whole body
    std::size_t m_trailerBytes = 0;
    std::string m_line; // the chunk line or trailer that is being received, without its CRLF
    bool m_sawCr = false;
};

} // namespace toasoan::http
