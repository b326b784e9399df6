/* Makes each sync take longer, as on the disk of a tired laptop, and counts them. Preloaded. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

static atomic_long count;

/* For the bench: how many syncs this process has asked for. */
long slow_syncs(void) { return atomic_load(&count); }

static int slowly(const char *name, int handle) {
    const char *ms = getenv("SLOW_SYNC_MS");
    long wait = ms ? atol(ms) : 0;
    struct timespec time = {wait / 1000, wait % 1000 * 1000000};
    atomic_fetch_add(&count, 1);
    nanosleep(&time, NULL);
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return next(handle);
}

int fsync(int handle) { return slowly("fsync", handle); }
int fdatasync(int handle) { return slowly("fdatasync", handle); }
