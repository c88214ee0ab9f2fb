/*
 * What glibc 2.33 turned from inline wrappers into functions. Defined here, inside the addon, they ask for the older
 * entry points that every glibc has. The first argument is _STAT_VER, which newer headers no longer name: 1 on x86-64,
 * 0 on every architecture that came to glibc with 64-bit stat only.
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __x86_64__
#define STAT_VERSION 1
#else
#define STAT_VERSION 0
#endif

int __xstat64(int, const char *, struct stat64 *);
int __lxstat64(int, const char *, struct stat64 *);
int __fxstat64(int, int, struct stat64 *);
int __fxstat(int, int, struct stat *);

#define HIDDEN __attribute__((visibility("hidden")))

HIDDEN int stat64(const char *restrict path, struct stat64 *restrict found) {
  return __xstat64(STAT_VERSION, path, found);
}

HIDDEN int lstat64(const char *restrict path, struct stat64 *restrict found) {
  return __lxstat64(STAT_VERSION, path, found);
}

HIDDEN int fstat64(int file, struct stat64 *found) {
  return __fxstat64(STAT_VERSION, file, found);
}

HIDDEN int fstat(int file, struct stat *found) {
  return __fxstat(STAT_VERSION, file, found);
}

/* Read by the C++ library to spare atomic operations in programs of one thread; a host of addons never is one. */
HIDDEN char __libc_single_threaded = 0;

/* The C++ library's random_device takes it where the compiler was built with glibc 2.36. */
HIDDEN uint32_t arc4random(void) {
  uint32_t number;
  if (getentropy(&number, sizeof number) != 0) abort();
  return number;
}
