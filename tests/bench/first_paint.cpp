// Why: a program is started when its window is painted, and nobody but Qt knows when that is. Loaded in front
// of any Qt program (LD_PRELOAD), this ends it there, so that what is measured is the program itself,
// unchanged, from outside.
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

#include <QBackingStore>
#include <QGuiApplication>
#include <QRegion>
#include <QWindow>

namespace {

using Flush = void (*)(QBackingStore*, const QRegion&, QWindow*, const QPoint&);

} // namespace

// Called by the widgets when what they painted goes to the display. The program's own comes first to be
// found, under the same name.
void QBackingStore::flush(const QRegion& region, QWindow* window, const QPoint& offset) {
    static const auto original =
        reinterpret_cast<Flush>(dlsym(RTLD_NEXT, "_ZN13QBackingStore5flushERK7QRegionP7QWindowRK6QPoint"));
    original(this, region, window, offset);
    const QRect painted = region.boundingRect();
    std::fprintf(stderr, "%dx%d %s\n", painted.width(), painted.height(),
                 qPrintable(QGuiApplication::platformName()));
    std::fflush(stderr);
    ::_exit(0);
}
