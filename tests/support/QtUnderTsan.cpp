// Qt as Debian builds it is not made for the thread sanitizer: its event queues lock with atomics of their own, so the
// sanitizer does not know that what a thread wrote before it posted an event is seen by the thread that gets it. This
// file says so to it: it stands before the functions of Qt with which our code hands something to another thread, and
// is linked into every program of the tsan preset. It can only hide a race that an event happens to part, never make
// one up.
#include <QCoreApplication>
#include <QMetaObject>
#include <QThread>

#include <atomic>
#include <chrono>
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <thread>

namespace {

std::atomic<int> handing = 0; // threads that are about to put something into a queue, whichever; counted by the level
thread_local int handingHere = 0;

// While it lives, this thread hands something over.
class Handing
{
public:
    Handing()
    {
        ++handing;
        ++handingHere;
    }
    ~Handing()
    {
        --handingHere;
        --handing;
    }
    Q_DISABLE_COPY_MOVE(Handing)
};

template <typename Function>
Function next(const char *mangledName)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, mangledName));
}

// What an event brings was written by the time that its sender is through. A sender may have gone on to something
// longer, as a dialog: so nobody waits for him for more than a millisecond.
bool takeOver(void ** /*receiver, event, result*/)
{
    for (int i = 0; handing > handingHere && i < 100; ++i)
        std::this_thread::sleep_for(std::chrono::microseconds(10));
    return false; // Qt goes on and delivers the event
}

// A call on its way, which the thread that is last to know of it deletes: the one that made it or the one that ran it.
class HandedCall : public QtPrivate::QSlotObjectBase
{
public:
    explicit HandedCall(QtPrivate::QSlotObjectBase *call) : QSlotObjectBase(operate), m_call(call)
    {
        __tsan_release(this);
    }

private:
    static void operate(int what, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *isSame)
    {
        auto *handed = static_cast<HandedCall *>(self);
        __tsan_acquire(handed);
        switch (what) {
        case Destroy:
            handed->m_call->destroyIfLastRef();
            delete handed;
            break;
        case Call:
            handed->m_call->call(receiver, arguments);
            __tsan_release(handed);
            break;
        default:
            *isSame = false; // nobody compares a call with another
        }
    }

    QtPrivate::QSlotObjectBase *m_call;
};

const bool listening = QInternal::registerCallback(QInternal::EventNotifyCallback, takeOver);

} // namespace

void QMetaObject::activate(QObject *sender, const QMetaObject *type, int signal, void **arguments)
{
    static const auto real =
        next<void (*)(QObject *, const QMetaObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    const Handing now;
    real(sender, type, signal, arguments);
}

bool QMetaObject::invokeMethodImpl(QObject *receiver, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    static const auto real = next<bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return real(receiver, new HandedCall(slot), type, result);
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static const auto real =
        next<void (*)(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    const Handing now;
    real(receiver, event, priority);
}
