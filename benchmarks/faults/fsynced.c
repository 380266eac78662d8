/* Keeps what a power cut would leave: at each fsync of a file it is copied as it is into the folder FSYNCED, and at each
   fsync of a folder what was deleted from it is deleted there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void forget(const char *folder, const char *path) {
    static const char *names[] = {"hearsay.db", "hearsay.db-journal", "hearsay.db-wal"};
    char there[4400], kept[4400];
    for (int i = 0; i < 3; i++) {
        snprintf(there, sizeof there, "%s/%s", path, names[i]);
        snprintf(kept, sizeof kept, "%s/%s", folder, names[i]);
        if (access(there, F_OK)) unlink(kept);
    }
}

static void keep(int fd) {
    const char *folder = getenv("FSYNCED");
    char link[64], path[4096], part[4400], kept[4400], block[65536];
    struct stat about;
    if (!folder || fstat(fd, &about)) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return;
    path[length] = 0;
    if (S_ISDIR(about.st_mode)) forget(folder, path);
    if (!S_ISREG(about.st_mode)) return;
    const char *name = strrchr(path, '/');
    if (!name || !strstr(name, "hearsay.db")) return;
    snprintf(part, sizeof part, "%s/part", folder);
    snprintf(kept, sizeof kept, "%s%s", folder, name);
    int from = open(path, O_RDONLY), to = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (from >= 0 && to >= 0) {
        while ((length = read(from, block, sizeof block)) > 0)
            if (write(to, block, length) != length) abort();
        rename(part, kept);
    }
    if (from >= 0) close(from);
    if (to >= 0) close(to);
}

int fsync(int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    int result = real(fd);
    if (!result) keep(fd);
    return result;
}

int fdatasync(int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    int result = real(fd);
    if (!result) keep(fd);
    return result;
}
