/*
 * Loaded before libc (LD_PRELOAD): makes one kind of call fail on files whose path has FAIL_PATH in it, after FAIL_AFTER of them went well,
 * FAIL_TIMES times (0: from then on always), with the errno FAIL_ERRNO. FAIL_CALL: pwrite, pread, fsync, rename or close. A call that fails does
 * nothing else; close closes, as the kernel does.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int seen;

static int number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : atoi(text);
}

static int is_turn(const char *call, const char *path) {
  const char *wanted = getenv("FAIL_CALL"), *part = getenv("FAIL_PATH");
  if (wanted == NULL || part == NULL || strcmp(wanted, call) != 0 || strstr(path, part) == NULL) return 0;
  int turn = atomic_fetch_add(&seen, 1) - number("FAIL_AFTER");
  int times = number("FAIL_TIMES");
  if (turn < 0 || (times > 0 && turn >= times)) return 0;
  errno = number("FAIL_ERRNO");
  return 1;
}

static int is_turn_of(const char *call, int descriptor) {
  int before = errno;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = before;
  if (length < 0) return 0;
  path[length] = '\0';
  return is_turn(call, path);
}

#define NEXT(type, name) type real = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*write_at)(int, const void *, size_t, off64_t);
typedef ssize_t (*write_pieces_at)(int, const struct iovec *, int, off64_t);
typedef ssize_t (*read_at)(int, void *, size_t, off64_t);
typedef int (*on_descriptor)(int);
typedef int (*on_names)(const char *, const char *);

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at) {
  NEXT(write_at, "pwrite64");
  return is_turn_of("pwrite", descriptor) ? -1 : real(descriptor, bytes, size, at);
}
ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at) { return pwrite64(descriptor, bytes, size, at); }

ssize_t pwritev64(int descriptor, const struct iovec *pieces, int count, off64_t at) {
  NEXT(write_pieces_at, "pwritev64");
  return is_turn_of("pwrite", descriptor) ? -1 : real(descriptor, pieces, count, at);
}
ssize_t pwritev(int descriptor, const struct iovec *pieces, int count, off_t at) {
  return pwritev64(descriptor, pieces, count, at);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t at) {
  NEXT(read_at, "pread64");
  return is_turn_of("pread", descriptor) ? -1 : real(descriptor, bytes, size, at);
}
ssize_t pread(int descriptor, void *bytes, size_t size, off_t at) { return pread64(descriptor, bytes, size, at); }

int fsync(int descriptor) {
  NEXT(on_descriptor, "fsync");
  return is_turn_of("fsync", descriptor) ? -1 : real(descriptor);
}

int rename(const char *from, const char *to) {
  NEXT(on_names, "rename");
  return is_turn("rename", from) ? -1 : real(from, to);
}

int close(int descriptor) {
  NEXT(on_descriptor, "close");
  if (!is_turn_of("close", descriptor)) return real(descriptor);
  real(descriptor);
  errno = number("FAIL_ERRNO");
  return -1;
}

/* libuv closes by number, not by name. */
typedef long (*by_number)(long, ...);

long syscall(long call, ...) {
  NEXT(by_number, "syscall");
  va_list list;
  va_start(list, call);
  long a[6];
  for (int at = 0; at < 6; at += 1) a[at] = va_arg(list, long);
  va_end(list);
  if (call == SYS_close) return close((int)a[0]);
  return real(call, a[0], a[1], a[2], a[3], a[4], a[5]);
}
