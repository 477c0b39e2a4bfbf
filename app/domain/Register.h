// What a register (danh mục, sổ) of the newsroom is: a description, as a value. The standard ones stand in code
// (domain/registers), the newsroom's own in its database; both are sent by the feed, in both languages. Of a
// description alone are made: what an entry may say, how two changes of it are merged, its list, form, history and
// public block.
//
// Whoever reads, writes or shows entries goes by the newsroom's description, never by the compiled one: a desk works
// with what a newer server describes.
#pragma once

#include "base/Need.h"
#include "domain/Noun.h"
#include "domain/Workflow.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace toasoan {

/// A text that people read, in the languages of the program.
struct Words
{
    QString vi;
    QString en; ///< empty: the Vietnamese stands for it
    QJsonObject others = {}; ///< see Register::others

    [[nodiscard]] const QString &in(bool isEnglish) const { return isEnglish && !en.isEmpty() ? en : vi; }
    bool operator==(const Words &) const = default;
};

enum class FieldKind
{
    Line, ///< a text of one line
    Text, ///< of several
    Body, ///< a document, as an item's
    Integer,
    Decimal, ///< kept as text, so that no digit is lost
    Money, ///< whole đồng
    Date, ///< "2026-11-30"
    Moment, ///< an Instant: "2026-11-30T07:00:00.000Z"
    Period, ///< {"from", "to"}: dates, both within it; either may be open
    Choice, ///< the code of one of Limits::choices
    Flag, ///< true, or absent
    Address, ///< of a web page: http, https, or a path on the portal ("/…")
    Reference, ///< the id of an entry, section, person …: Limits::nouns
    File, ///< the id of a picture
    Rows ///< a table within the entry; see Field::columns
};

inline constexpr std::array allFieldKinds{FieldKind::Line,      FieldKind::Text,   FieldKind::Body, FieldKind::Integer,
                                          FieldKind::Decimal,   FieldKind::Money,  FieldKind::Date, FieldKind::Moment,
                                          FieldKind::Period,    FieldKind::Choice, FieldKind::Flag, FieldKind::Address,
                                          FieldKind::Reference, FieldKind::File,   FieldKind::Rows};

[[nodiscard]] QString toText(FieldKind kind);
[[nodiscard]] std::optional<FieldKind> fieldKindFromText(QStringView text);

enum class Count
{
    One,
    Many ///< a list of such values, each once, in an order
};

enum class MergeRule
{
    ByValue,
    Refuse ///< another's change is never merged over (money, the chain)
};

struct Choice
{
    QString code; ///< 1 to 60 of A–Z a–z 0–9 _ . -; of a board's own "own.…"
    Words label;
    QJsonObject others = {}; ///< see Register::others

    bool operator==(const Choice &) const = default;
};

struct Limits
{
    qsizetype longest = 0; ///< of a text, in UTF-16 units; of rows and lists, how many; 0: as its kind has it
    std::optional<qint64> least = {}; ///< of Integer and Money
    std::optional<qint64> most = {};
    QString pattern = {}; ///< a regular expression that a Line matches as a whole
    std::vector<Choice> choices = {};
    std::vector<Noun> nouns = {}; ///< what a Reference may name; new ones are put behind
    QJsonObject others = {}; ///< see Register::others

    bool operator==(const Limits &) const = default;
};

struct Field
{
    QString name = {}; ///< a letter a–z, then letters and digits: "validFrom"; "own.…" of a board's own
    FieldKind kind = FieldKind::Line;
    Words label = {};
    Words help = {};
    Need need = Need::Optional; ///< an entry without it can be kept while it is written, and is not saved
    Count count = Count::One;
    Limits limits = {};
    MergeRule merge = MergeRule::ByValue;
    QString rule = {}; ///< computed by the function of this name (EntryRules.h), never stored
    std::vector<Field> columns = {}; ///< of Rows; no Rows and no Body among them
    QJsonObject others = {}; ///< see Register::others

    bool operator==(const Field &) const = default;
};

/// The longest text that one value of the field may be, in UTF-16 units; 0 of kinds that are no text.
[[nodiscard]] qsizetype longestOf(const Field &field);
/// How many rows, or values of a list, it may have; 1 of a single value.
[[nodiscard]] qsizetype mostOf(const Field &field);

/// No two entries say the same in these fields.
struct UniqueKey
{
    enum class Breach
    {
        Refuse,
        Warn
    };
    enum class During
    {
        Ever,
        InForce ///< of two whose periods overlap
    };

    QString name; ///< in errors: "entry.key.<name>"
    QStringList parts; ///< fields
    Breach breach = Breach::Refuse;
    During during = During::Ever;
    QJsonObject others = {}; ///< see Register::others

    bool operator==(const UniqueKey &) const = default;
};

/// Who sees entries that are not everybody's.
struct Sight
{
    Role role = Role::Contributor;
    enum class Of
    {
        Any,
        Own ///< those that he made himself
    };
    Of of = Of::Any;
    QJsonObject others = {}; ///< see Register::others

    bool operator==(const Sight &) const = default;
};

/// How readers of the portal have it.
struct PublicFace
{
    QString address; ///< the first part of its pages' addresses: "duong-day-nong"; empty: no page of its own
    QString page; ///< the template that shows it; empty: the general ones
    QString slug = {}; ///< the Line that is each entry's own address on the portal; empty: entries have none
    QJsonObject others = {}; ///< see Register::others

    bool operator==(const PublicFace &) const = default;
};

struct Register
{
    Noun noun = {}; ///< as a field's name; a board's own "own.…"
    Words one = {};
    Words many = {};
    Words about = {}; ///< what it is for, in a sentence: over the empty list
    std::vector<Field> fields = {};
    /// It has one entry, whose id is idOfSingle(), called as the register is: settings, or what is approved or switched
    /// as a whole. Then it has no title, period, parent, order, list, facets or keys.
    bool isSingle = false;
    QString title = {}; ///< what an entry is called by: "{number}/{notation}"
    QString period = {}; ///< the Period in which an entry is in force; empty: always
    QString parent = {}; ///< a Reference to the same register, under which it stands
    QString order = {}; ///< the Line with its place among the others, a rank (domain/Rank.h); empty: by title
    QStringList list = {}; ///< the columns of its list, after the title
    QStringList facets = {}; ///< fields that it is filtered and counted by: Choice, Flag, Reference
    QStringList search = {}; ///< fields whose words are found; empty: all texts
    std::vector<UniqueKey> keys = {};
    /// Rows of the chain; the first row's `from` is where an entry begins. By a Save that leads to Published an entry
    /// is public as soon as it is saved.
    std::vector<Transition> chain = {};
    std::vector<Sight> sees = {}; ///< empty: everybody of the board sees all
    std::optional<PublicFace> face = {};
    /// Members of a later program's: kept as they came. Rows of chain and sight in words of such a program (a state, a
    /// step, a role) are here too, under "chain" and "sees": they let nobody do or see anything here.
    QJsonObject others = {};

    [[nodiscard]] const Field *find(const QString &name) const;
    bool operator==(const Register &) const = default;
};

/// Whether its entries are anything else than in use or closed on their way: drafts, submitted, taken down.
[[nodiscard]] bool hasReview(const Register &described);

/// Canonical: what is as by default is left out.
[[nodiscard]] QJsonObject toJson(const Register &described);
/// InvalidInput with the place as subject ("register.fields.0.kind"); what is valid by itself is not judged as a whole.
/// What this program cannot go by is Unsupported at its place: a kind of field ("register.fields.0.kind"), a need,
/// count, merge rule, breach or during that it does not know; a chain that begins with such a row, a sight of nothing
/// but such rows. TooLarge where there is more of something than any register has.
[[nodiscard]] Result<Register> registerFromJson(const QJsonObject &json);
/// The words of its closed lists, but those of FieldKind: a program that has others reads other descriptions.
[[nodiscard]] QStringList registerWords();

/// Whether the parts fit each other. InvalidInput at the place: a noun or field name that is no name, is reserved
/// ("open", "row", "own"; the nouns that the house has), or is there twice, also in capitals alone ("register.noun",
/// "register.fields.name"); at "register.fields.0.…": Rows without columns, or with Rows or Body among them; a Choice
/// without choices, or two of one code; a Reference without nouns; a pattern that does not compile; limits upside down,
/// or of another kind; a list of what makes no list (Rows, Body, Flag); a rule that this program does not have. A
/// title, list, facet, search, key, period, parent or order of a field that is not there or not of such a kind
/// ("register.title", "register.list" …). Words without the Vietnamese. A chain with a dead end, a state that no row
/// leads to, nobody who may save what is new, the same row twice, or closing without a reason ("register.chain"). A
/// face whose address is none ("register.face.address"), or whose slug is no required Line that no two entries have
/// alike ("register.face.slug"). A single one with a title, or with a field that it
/// needs ("register.single").
///
/// Of names in a title: no Rows, Body, File, Reference or Moment, whose words are not the entry's own.
[[nodiscard]] Result<void> checkRegister(const Register &described);

/// The part of it that judges a chain: InvalidInput "register.chain", with what is wrong as the detail.
[[nodiscard]] Result<void> checkChain(const std::vector<Transition> &chain);

/// A newer program's `standard` in place of what the newsroom has: fields, keys, title and face are the standard's, the
/// board's words, chain, sight, list and whatever is called "own.…" (fields, columns, choices, keys; facets and search
/// of such fields) stay. A listed field that the standard no longer has is listed no more.
[[nodiscard]] Register raised(const Register &ofNewsroom, const Register &standard);

/// All that this program brings along, in the order in which they are offered.
[[nodiscard]] const std::vector<Register> &standardRegisters();

/// Of the one entry of such a register.
[[nodiscard]] Uuid idOfSingle(const Noun &noun);

/// The id of what is named by a text and not by a number, the same everywhere: RFC 9562, version 5.
[[nodiscard]] Uuid idOfName(const QString &name);

} // namespace toasoan
