#include "protocol/LiftedValues.h"

#include <optional>
#include <string_view>

namespace toasoan {

namespace {

// Goes through JSON (RFC 8259) token by token. Each function leaves it behind what it has passed; false where that is
// not there.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text) : m_text(text.constData(), std::size_t(text.size())) { }

    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] bool isAtEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] std::string_view passed(std::size_t from) const { return m_text.substr(from, m_at - from); }

    void blanks()
    {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }
    [[nodiscard]] bool sees(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool pass(char c)
    {
        if (!sees(c))
            return false;
        ++m_at;
        return true;
    }
    bool string()
    {
        const std::size_t begin = m_at;
        if (!pass('"'))
            return false;
        while (true) {
            const std::size_t quote = m_text.find('"', m_at);
            m_at = quote == std::string_view::npos ? m_text.size() : quote + 1;
            if (quote == std::string_view::npos)
                return false;
            std::size_t escapes = 0; // an odd number of them makes it a sign of the string
            while (quote - escapes - 1 > begin && m_text[quote - escapes - 1] == '\\')
                ++escapes;
            if (escapes % 2 == 0)
                return true;
        }
    }
    /// Up to its end, whatever it is made of.
    bool value()
    {
        if (!sees('{') && !sees('['))
            return sees('"') ? string() : word();
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!string())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return true;
        }
        return false;
    }

private:
    // A number, true, false or null.
    bool word()
    {
        const std::size_t begin = m_at;
        m_at = std::min(m_text.find_first_of(",]} \t\r\n\"{[:", m_at), m_text.size());
        return m_at > begin;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

// Members of an object, or elements of an array: `each` passes one, and blanks behind it.
template <typename Each>
bool passList(Scanner &scanner, char open, char close, Each each)
{
    if (!scanner.pass(open))
        return false;
    scanner.blanks();
    if (scanner.pass(close))
        return true;
    do {
        scanner.blanks();
        if (!each())
            return false;
        scanner.blanks();
    } while (scanner.pass(','));
    return scanner.pass(close);
}

// `each` is given the name, with its quotes, and passes the value.
template <typename Each>
bool passObject(Scanner &scanner, Each each)
{
    return passList(scanner, '{', '}', [&] {
        const std::size_t begin = scanner.at();
        if (!scanner.string())
            return false;
        const std::string_view name = scanner.passed(begin);
        scanner.blanks();
        if (!scanner.pass(':'))
            return false;
        scanner.blanks();
        return each(name);
    });
}

class Lifter
{
public:
    explicit Lifter(const QByteArray &page) : m_page(page), m_scanner(page) { }

    std::optional<LiftedValues> lift()
    {
        m_scanner.blanks();
        const bool isPage = passObject(m_scanner, [this](std::string_view name) {
            return name == "\"entries\"" && m_scanner.sees('[') ? passEntries() : m_scanner.value();
        });
        m_scanner.blanks();
        if (!isPage || !m_scanner.isAtEnd())
            return std::nullopt;
        m_lifted.rest += m_page.sliced(qsizetype(m_copied));
        return std::move(m_lifted);
    }

private:
    bool passEntries()
    {
        return passList(m_scanner, '[', ']', [this] {
            if (!m_scanner.sees('{'))
                return m_scanner.value();
            return passObject(m_scanner, [this](std::string_view name) {
                return name == "\"value\"" ? takeOut() : m_scanner.value();
            });
        });
    }

    bool takeOut()
    {
        const std::size_t begin = m_scanner.at();
        if (!m_scanner.value())
            return false;
        if (m_scanner.passed(begin) == "null")
            return true;
        m_lifted.rest += m_page.sliced(qsizetype(m_copied), qsizetype(begin - m_copied));
        m_lifted.rest += QByteArray::number(qsizetype(m_lifted.values.size()));
        m_lifted.values.push_back(m_page.sliced(qsizetype(begin), qsizetype(m_scanner.at() - begin)));
        m_copied = m_scanner.at();
        return true;
    }

    const QByteArray &m_page;
    Scanner m_scanner;
    LiftedValues m_lifted;
    std::size_t m_copied = 0; ///< up to here the page is in the rest
};

} // namespace

LiftedValues liftValues(const QByteArray &page)
{
    auto lifted = Lifter(page).lift();
    return lifted ? *std::move(lifted) : LiftedValues{.rest = page, .values = {}};
}

} // namespace toasoan
