#include "backend/Secrets.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace toasoan {

namespace {

bool sodiumIsReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

Result<QString> hashPassword(const QString &password, HashCost cost)
{
    if (!sodiumIsReady())
        return Error{ErrorCode::Internal, QStringLiteral("password"), QStringLiteral("libsodium does not start")};
    const QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    const bool minimal = cost == HashCost::Minimal;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed = crypto_pwhash_str(hash.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                                         minimal ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         minimal ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed)
        return Error{ErrorCode::StorageFull, QStringLiteral("memory"), QStringLiteral("hashing a password")};
    return QString::fromLatin1(hash.data());
}

bool passwordFits(const QString &password, const QString &hash)
{
    const QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray stored = hash.toLatin1();
    return sodiumIsReady() && stored.size() < qsizetype(crypto_pwhash_STRBYTES)
        && crypto_pwhash_str_verify(stored.constData(), bytes.constData(),
                                    static_cast<unsigned long long>(bytes.size()))
        == 0;
}

QString newToken()
{
    std::array<char, 32> bytes{};
    if (!sodiumIsReady())
        qFatal("libsodium does not start");
    randombytes_buf(bytes.data(), bytes.size());
    return QString::fromLatin1(QByteArray(bytes.data(), bytes.size())
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString tokenHash(const QString &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace toasoan
