/* Records what a program asks of its disk, below one folder, so that a power cut can be replayed later.
 *
 * Preload it (LD_PRELOAD). Environment:
 *   CARE_BELOW       the folder to watch; without it the library does nothing
 *   CARE_LOG         the log to append to, outside that folder; without it calls are counted, not kept
 *   CARE_FAIL_AT     the call to fail, counted from 1 over all calls below that change something or
 *                    open for writing
 *   CARE_FAIL_ERRNO  with which errno (EIO when absent)
 *   CARE_FAIL_LASTS  set: every later call fails too, as on a full disk
 *
 * A record is a head of five little numbers, then a name, then data; names are relative to the folder.
 * Each call is made and logged under one lock, so the log has the order in which things happened.
 * Only the process that was started with the library is recorded: what it starts is not.
 * The "-shm" file of SQLite is memory shared between processes, rebuilt from the log: it is not recorded.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, CLOSE, UNLINK, RENAME, MKDIR, RMDIR, LINK, ACK, FAULT };
enum { CREATED = 1, EMPTIED = 2, DIRECTORY = 4 };
enum { HANDLES = 4096 };

struct head {
    uint32_t op;
    int32_t handle;
    uint64_t number; /* offset, length, flags or what was acknowledged, by op */
    uint32_t name_size;
    uint32_t data_size;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char below[PATH_MAX];
static size_t below_size;
static int log_handle = -1;
static char *names[HANDLES]; /* relative path of each open handle below the folder */
static long calls, faults, fail_at;
static int fail_errno = EIO, fail_lasts;

/* One look-up per function and process. */
#define NEXT(name)                                                                                      \
    static __typeof__(&name) next_##name;                                                               \
    if (!next_##name) next_##name = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static ssize_t raw_write(int handle, const void *data, size_t size) {
    NEXT(write);
    return next_write(handle, data, size);
}

static void put(const void *data, size_t size) {
    const char *rest = data;
    while (size) {
        ssize_t done = raw_write(log_handle, rest, size);
        if (done <= 0) abort(); /* an incomplete log would prove nothing */
        rest += done;
        size -= (size_t)done;
    }
}

static void record(uint32_t op, int handle, uint64_t number, const char *name, const void *data, size_t size) {
    if (log_handle < 0) return;
    int kept = errno;
    struct head head = {op, handle, number, name ? (uint32_t)strlen(name) : 0, (uint32_t)size};
    put(&head, sizeof head);
    if (head.name_size) put(name, head.name_size);
    if (size) put(data, size);
    errno = kept;
}

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("CARE_BELOW"), *path = getenv("CARE_LOG"), *text;
    if (!folder || !realpath(folder, below)) return;
    below_size = strlen(below);
    if ((text = getenv("CARE_FAIL_AT"))) fail_at = atol(text);
    if ((text = getenv("CARE_FAIL_ERRNO"))) fail_errno = atoi(text);
    fail_lasts = getenv("CARE_FAIL_LASTS") != NULL;
    if (path) {
        NEXT(open);
        log_handle = next_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (log_handle < 0) abort();
    }
    unsetenv("LD_PRELOAD");
}

static int shared_memory(const char *name) {
    size_t size = strlen(name);
    return size > 4 && !strcmp(name + size - 4, "-shm");
}

/* The relative name of an absolute path below the folder; NULL elsewhere. */
static const char *inside(const char *path) {
    if (!below_size || strncmp(path, below, below_size) || (path[below_size] && path[below_size] != '/')) return NULL;
    return path[below_size] ? path + below_size + 1 : "";
}

/* The name below the folder that a call means; follow says whether a link at its end is followed. */
static const char *resolve(int base, const char *path, int follow, char *out) {
    char full[2 * PATH_MAX], from[PATH_MAX] = "", last[NAME_MAX + 1];
    int kept = errno;
    if (!below_size) return NULL;
    if (path[0] != '/') {
        if (base == AT_FDCWD) {
            if (!getcwd(from, sizeof from)) return NULL;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", base);
            ssize_t size = readlink(link, from, sizeof from - 1);
            if (size < 0) return NULL;
            from[size] = 0;
        }
    }
    snprintf(full, sizeof full, "%s%s%s", from, *from ? "/" : "", path);
    if (!follow || !realpath(full, out)) {
        char *cut = strrchr(full, '/');
        if (!cut || strlen(cut + 1) > NAME_MAX) return NULL;
        strcpy(last, cut + 1);
        cut[cut == full] = 0;
        if (!realpath(full, out) || strlen(out) + strlen(last) + 2 > PATH_MAX) {
            errno = kept;
            return NULL;
        }
        strcat(out, "/");
        strcat(out, last);
    }
    errno = kept;
    return inside(out);
}

static const char *named(int handle) { return handle >= 0 && handle < HANDLES ? names[handle] : NULL; }

/* Counts a call that changes something below, or opens for that; true when it is the one that has to fail. */
static int fails(uint32_t op, const char *name) {
    calls++;
    if (!fail_at || calls < fail_at || (calls > fail_at && !fail_lasts)) return 0;
    faults++;
    errno = fail_errno;
    record(FAULT, (int)op, (uint64_t)fail_errno, name, NULL, 0);
    return 1;
}

static int opened(int base, const char *path, int flags, mode_t mode) {
    NEXT(openat);
    char buffer[PATH_MAX];
    struct stat about;
    pthread_mutex_lock(&lock);
    const char *name = resolve(base, path, 1, buffer);
    if (name && flags & __O_TMPFILE) { /* a file without a name cannot be followed; callers fall back */
        pthread_mutex_unlock(&lock);
        errno = EOPNOTSUPP;
        return -1;
    }
    int absent = name && fstatat(base, path, &about, 0) != 0;
    int writes = name && ((flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC));
    int handle = writes && fails(OPEN, name) ? -1 : next_openat(base, path, flags, mode);
    if (name && shared_memory(name)) name = NULL;
    if (handle >= 0 && handle < HANDLES) {
        free(names[handle]);
        names[handle] = name ? strdup(name) : NULL;
        if (name) {
            fstat(handle, &about);
            uint64_t bits = (absent ? CREATED : 0) | (flags & O_TRUNC ? EMPTIED : 0);
            record(OPEN, handle, bits | (S_ISDIR(about.st_mode) ? DIRECTORY : 0), name, NULL, 0);
        }
    }
    pthread_mutex_unlock(&lock);
    return handle;
}

#define MODE_OF(flags)                                                                                  \
    mode_t mode = 0;                                                                                    \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                                                            \
        va_list rest;                                                                                   \
        va_start(rest, flags);                                                                          \
        mode = va_arg(rest, mode_t);                                                                    \
        va_end(rest);                                                                                   \
    }
int open(const char *path, int flags, ...) { MODE_OF(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int base, const char *path, int flags, ...) { MODE_OF(flags) return opened(base, path, flags, mode); }
int openat64(int base, const char *path, int flags, ...) { MODE_OF(flags) return opened(base, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

int close(int handle) {
    NEXT(close);
    pthread_mutex_lock(&lock);
    if (named(handle)) {
        record(CLOSE, handle, 0, NULL, NULL, 0);
        free(names[handle]);
        names[handle] = NULL;
    }
    int result = next_close(handle);
    pthread_mutex_unlock(&lock);
    return result;
}

/* at < 0: where the handle stands. */
static ssize_t written(int handle, const void *data, size_t size, off_t at) {
    NEXT(pwrite);
    ssize_t done = -1;
    if (!named(handle)) return at < 0 ? raw_write(handle, data, size) : next_pwrite(handle, data, size, at);
    pthread_mutex_lock(&lock);
    if (!fails(WRITE, names[handle])) {
        done = at < 0 ? raw_write(handle, data, size) : next_pwrite(handle, data, size, at);
        off_t from = at < 0 ? lseek(handle, 0, SEEK_CUR) - done : at;
        if (done > 0) record(WRITE, handle, (uint64_t)from, NULL, data, (size_t)done);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int handle, const void *data, size_t size) { return written(handle, data, size, -1); }
ssize_t pwrite(int handle, const void *data, size_t size, off_t at) { return written(handle, data, size, at); }
ssize_t pwrite64(int handle, const void *data, size_t size, off64_t at) { return written(handle, data, size, at); }

/* A write in one piece is as lawful, and is what the rest of this file knows to record. */
ssize_t writev(int handle, const struct iovec *parts, int count) {
    NEXT(writev);
    if (!named(handle) || count < 1) return next_writev(handle, parts, count);
    return written(handle, parts[0].iov_base, parts[0].iov_len, -1);
}

/* Copies inside the kernel pass no data through here: refuse, callers then read and write. */
ssize_t sendfile(int to, int from, off_t *at, size_t size);
ssize_t sendfile(int to, int from, off_t *at, size_t size) {
    NEXT(sendfile);
    if (!named(to)) return next_sendfile(to, from, at, size);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t size);
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) { return sendfile(to, from, at, size); }
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *place, size_t size, unsigned flags) {
    NEXT(copy_file_range);
    if (!named(to)) return next_copy_file_range(from, at, to, place, size, flags);
    errno = EXDEV;
    return -1;
}

int ftruncate(int handle, off_t size) {
    NEXT(ftruncate);
    if (!named(handle)) return next_ftruncate(handle, size);
    pthread_mutex_lock(&lock);
    int result = fails(TRUNCATE, names[handle]) ? -1 : next_ftruncate(handle, size);
    if (!result) record(TRUNCATE, handle, (uint64_t)size, NULL, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}
int ftruncate64(int handle, off64_t size) { return ftruncate(handle, size); }

/* The disk is not really waited for: what a sync promises is decided when the log is replayed. */
static int synced(int handle) {
    int result = -1;
    pthread_mutex_lock(&lock);
    if (!fails(SYNC, names[handle])) {
        record(SYNC, handle, 0, NULL, NULL, 0);
        result = 0;
    }
    pthread_mutex_unlock(&lock);
    return result;
}
int fsync(int handle) {
    NEXT(fsync);
    return named(handle) ? synced(handle) : next_fsync(handle);
}
int fdatasync(int handle) {
    NEXT(fdatasync);
    return named(handle) ? synced(handle) : next_fdatasync(handle);
}

int unlinkat(int base, const char *path, int flags) {
    NEXT(unlinkat);
    char buffer[PATH_MAX];
    uint32_t op = flags & AT_REMOVEDIR ? RMDIR : UNLINK;
    pthread_mutex_lock(&lock);
    const char *name = resolve(base, path, 0, buffer);
    int result = name && fails(op, name) ? -1 : next_unlinkat(base, path, flags);
    if (!result && name && !shared_memory(name)) record(op, -1, 0, name, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
    int result = unlink(path);
    return result && errno == EISDIR ? rmdir(path) : result;
}

int mkdirat(int base, const char *path, mode_t mode) {
    NEXT(mkdirat);
    char buffer[PATH_MAX];
    pthread_mutex_lock(&lock);
    const char *name = resolve(base, path, 0, buffer);
    int result = name && fails(MKDIR, name) ? -1 : next_mkdirat(base, path, mode);
    if (!result && name) record(MKDIR, -1, 0, name, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* Both names have to be below the folder: a file that comes from outside was not recorded. */
static int moved(uint32_t op, int a, const char *from, int b, const char *to) {
    NEXT(renameat);
    NEXT(linkat);
    char one[PATH_MAX], two[PATH_MAX];
    pthread_mutex_lock(&lock);
    const char *old = resolve(a, from, 0, one), *fresh = resolve(b, to, 0, two);
    if (below_size && !old != !fresh) abort();
    int result = -1;
    if (!fresh || !fails(op, fresh))
        result = op == RENAME ? next_renameat(a, from, b, to) : next_linkat(a, from, b, to, 0);
    if (!result && fresh) record(op, -1, 0, old, fresh, strlen(fresh));
    pthread_mutex_unlock(&lock);
    return result;
}
int renameat(int a, const char *from, int b, const char *to) { return moved(RENAME, a, from, b, to); }
int rename(const char *from, const char *to) { return moved(RENAME, AT_FDCWD, from, AT_FDCWD, to); }
int link(const char *from, const char *to) { return moved(LINK, AT_FDCWD, from, AT_FDCWD, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
    (void)flags;
    return moved(LINK, a, from, b, to);
}

/* ---- called by the recorded program, through ctypes ---- */

/* From here on the program has told somebody that `number` of `name` is kept. */
void care_ack(const char *name, uint64_t number);
void care_ack(const char *name, uint64_t number) {
    pthread_mutex_lock(&lock);
    record(ACK, -1, number, name, NULL, 0);
    pthread_mutex_unlock(&lock);
}

/* Fail the nth changing call from now (0: none); lasts: and every one after it. */
void care_fail(long nth, int number, int lasts);
void care_fail(long nth, int number, int lasts) {
    pthread_mutex_lock(&lock);
    calls = faults = 0;
    fail_at = nth;
    fail_errno = number;
    fail_lasts = lasts;
    pthread_mutex_unlock(&lock);
}

long care_calls(void);
long care_calls(void) { return calls; }
long care_faults(void);
long care_faults(void) { return faults; }
