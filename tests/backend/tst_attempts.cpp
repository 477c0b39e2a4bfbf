// How many sign-ins may fail, for whom, and what happens to one whose password is changed while it is checked.
#include "backend/Newsroom.h"
#include "backend/Secrets.h"
#include "backend/SignIn.h"
#include "storage/Statement.h"
#include "storage/UserStore.h"

#include <QTest>

#include <functional>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SignInAttempt stranger(const QString &login, const QString &address)
{
    return {.login = login, .address = address, .device = u"pc"_s};
}

SignInAttempt known(const QString &login, const QString &address, const QString &device = u"pc"_s)
{
    return {.login = login, .address = address, .device = device, .isKnown = true};
}

// A clock whose second reading has something happen first: signing in reads it at its beginning and after hashing.
class EventfulClock final : public Clock
{
public:
    EventfulClock(Instant now, std::function<void()> event) : m_now(now), m_event(std::move(event)) { }
    [[nodiscard]] Instant now() const override
    {
        if (++m_readings == 2)
            m_event();
        return m_now;
    }

private:
    Instant m_now;
    std::function<void()> m_event;
    mutable int m_readings = 0;
};

} // namespace

class TestAttempts : public QObject
{
    Q_OBJECT

private:
    Instant m_now{1'700'000'000'000ms};

    // How many attempts come through before the first that does not.
    int failures(AttemptLimiter &limiter, const std::function<SignInAttempt(int)> &attempt, int most = 100) const
    {
        for (int i = 0; i < most; ++i) {
            if (limiter.begin(attempt(i), m_now))
                return i;
        }
        return most;
    }

private slots:
    void aLoginHasEightAttemptsAtAnAddress()
    {
        AttemptLimiter limiter;
        QCOMPARE(failures(limiter, [](int) { return stranger(u"truongban"_s, u"198.51.100.1"_s); }), 8);
        QVERIFY(!limiter.begin(stranger(u"truongban"_s, u"198.51.100.2"_s), m_now));
        QVERIFY(!limiter.begin(stranger(u"phoban"_s, u"198.51.100.1"_s), m_now));
    }

    void anAddressHasFortyAttempts()
    {
        AttemptLimiter limiter;
        const auto names = [](int i) { return stranger(u"nguoi-%1"_s.arg(i), u"198.51.100.1"_s); };
        QCOMPARE(failures(limiter, names), 40);
        QVERIFY(limiter.begin(stranger(u"truongban"_s, u"198.51.100.1"_s), m_now));
        QVERIFY(!limiter.begin(stranger(u"truongban"_s, u"198.51.100.2"_s), m_now));
    }

    void strangersEverywhereAreSlowTogetherAndShutNobodyOut()
    {
        AttemptLimiter limiter;
        const auto everywhere = [](int i) { return stranger(u"truongban"_s, u"198.51.100.%1"_s.arg(i)); };
        QCOMPARE(failures(limiter, everywhere), 30);
        QVERIFY(limiter.begin(stranger(u"truongban"_s, u"203.0.113.7"_s), m_now));
        QVERIFY(!limiter.begin(known(u"truongban"_s, u"203.0.113.1"_s), m_now));
        // Not for good: as failures grow old, others may try.
        QVERIFY(!limiter.begin(stranger(u"truongban"_s, u"203.0.113.7"_s), m_now + 10min));
    }

    void aColleagueDoesNotShutAPersonOutOfHisPc()
    {
        AttemptLimiter limiter;
        const QString office = u"203.0.113.1"_s;
        QCOMPARE(failures(limiter, [&](int) { return stranger(u"truongban"_s, office); }), 8);
        QCOMPARE(failures(limiter, [&](int i) { return stranger(u"nguoi-%1"_s.arg(i), office); }), 32);
        QVERIFY(!limiter.begin(known(u"truongban"_s, office), m_now));
        // Who sits at that PC has no more attempts than anybody.
        QCOMPARE(failures(limiter, [&](int) { return known(u"truongban"_s, office); }), 7);
        QVERIFY(!limiter.begin(known(u"truongban"_s, office, u"laptop"_s), m_now));
    }

    void anAddressThatNobodyKnowsIsNoLimitThatItsUsersShare()
    {
        AttemptLimiter limiter;
        QCOMPARE(failures(limiter, [](int i) { return stranger(u"nguoi-%1"_s.arg(i), {}); }), 100);
        QVERIFY(!limiter.begin(stranger(u"truongban"_s, {}), m_now));
    }

    void theWaitThatIsToldIsTheWaitThereIs()
    {
        AttemptLimiter limiter;
        const auto attempt = stranger(u"truongban"_s, u"198.51.100.1"_s);
        for (int i = 0; i < 8; ++i)
            QVERIFY(!limiter.begin(attempt, m_now + i * 1min));
        const Instant later = m_now + 8min;
        QCOMPARE(limiter.begin(attempt, later), std::optional<Milliseconds>(2min));
        QCOMPARE(limiter.begin(attempt, later + 2min - 1ms), std::optional<Milliseconds>(1ms));
        QVERIFY(!limiter.begin(attempt, later + 2min));
        QCOMPARE(limiter.begin(attempt, later + 2min), std::optional<Milliseconds>(1min));
    }

    void aGoodSignInIsNoFailure()
    {
        AttemptLimiter limiter;
        for (int i = 0; i < 100; ++i) { // a whole office in the morning
            const auto attempt = stranger(u"nguoi-%1"_s.arg(i), u"203.0.113.1"_s);
            QVERIFY(!limiter.begin(attempt, m_now));
            limiter.succeeded(attempt, m_now);
        }
        // And makes the person's own mistakes good, not those that others make with other names.
        const auto attempt = stranger(u"truongban"_s, u"203.0.113.1"_s);
        for (int i = 0; i < 7; ++i)
            QVERIFY(!limiter.begin(attempt, m_now));
        QVERIFY(!limiter.begin(attempt, m_now));
        limiter.succeeded(attempt, m_now);
        QCOMPARE(failures(limiter, [&](int) { return attempt; }), 8);
    }

    void madeUpNamesDoNotWashAwayWhatIsCounted()
    {
        AttemptLimiter limiter;
        const auto attempt = stranger(u"truongban"_s, u"198.51.100.1"_s);
        QCOMPARE(failures(limiter, [&](int) { return attempt; }), 8);
        for (int i = 0; i < 120'000; ++i)
            (void)limiter.begin(
                stranger(u"x%1"_s.arg(i), u"10.%1.%2.%3"_s.arg(i >> 16).arg((i >> 8) & 255).arg(i & 255)), m_now);
        QVERIFY(limiter.begin(attempt, m_now));
    }

    void aClockSetBackLocksNobodyOut()
    {
        AttemptLimiter limiter;
        const auto attempt = stranger(u"truongban"_s, u"198.51.100.1"_s);
        for (int i = 0; i < 8; ++i)
            QVERIFY(!limiter.begin(attempt, m_now + 24h));
        QVERIFY(!limiter.begin(attempt, m_now));
    }

    void aPasswordChangedWhileItIsCheckedLetsNobodyIn_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<bool>("isClosed");
        for (const Engine engine : TemporaryDatabase::engines()) {
            QTest::addRow("%s, changed", TemporaryDatabase::name(engine)) << engine << false;
            QTest::addRow("%s, closed", TemporaryDatabase::name(engine)) << engine << true;
        }
    }
    void aPasswordChangedWhileItIsCheckedLetsNobodyIn()
    {
        QFETCH(Engine, engine);
        QFETCH(bool, isClosed);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.ready);
        const auto other = *Database::open(newsroom.location());
        const EventfulClock clock(newsroom.clock.now(), [&] {
            const UserId chair = newsroom.chair.user;
            const AdministrativeAction action = isClosed
                ? AdministrativeAction(SetStanding{.target = chair, .standing = Standing::Disabled})
                : SetPassword{.target = chair, .password = {u"mot-mat-khau-khac"_s}, .passwordHash = {}};
            QVERIFY(runAsMachine(*other, newsroom.clock, newsroom.dice, action, HashCost::Minimal));
        });
        AttemptLimiter limiter;
        const SignInRequest request{.login = u"truongban"_s, .password = u"mot-mat-khau"_s, .device = u"pc"_s};
        const auto answer = signIn(newsroom.database(), limiter, clock, request, u"203.0.113.1"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().subject, isClosed ? u"user.disabled"_s : u"session.password"_s);
        const auto kept = readIn(newsroom.database(), [&](Transaction &transaction) {
            Statement statement(transaction, "SELECT COUNT(*) FROM sessions");
            return statement.one({}, [](const Statement &row) { return row.integer(0); });
        });
        QCOMPARE(kept.valueOr(-1), 0);
    }

    void aPcIsKnownByItsSignIn_data() { TemporaryDatabase::addEngines(); }
    void aPcIsKnownByItsSignIn()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.ready);
        const auto attempt = [&](AttemptLimiter &limiter, const QString &password, const QString &device) {
            return signIn(newsroom.database(), limiter, newsroom.clock,
                          {.login = u"truongban"_s, .password = password, .device = device}, u"203.0.113.1"_s);
        };
        AttemptLimiter before;
        QVERIFY(attempt(before, u"mot-mat-khau"_s, u"pc"_s));
        AttemptLimiter after; // of a program that was started again
        for (int i = 0; i < 8; ++i)
            QCOMPARE(attempt(after, u"sai"_s, u"khac"_s).error().code, ErrorCode::Unauthenticated);
        const auto limited = attempt(after, u"mot-mat-khau"_s, u"khac"_s);
        QCOMPARE(limited.error().code, ErrorCode::RateLimited);
        QCOMPARE(limited.error().detail, u"600"_s);
        QVERIFY(attempt(after, u"mot-mat-khau"_s, u"pc"_s));
        newsroom.clock.advance(placeKnown + 1h);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(attempt(after, u"sai"_s, u"khac"_s).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(attempt(after, u"mot-mat-khau"_s, u"pc"_s).error().code, ErrorCode::RateLimited);
    }
};

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
