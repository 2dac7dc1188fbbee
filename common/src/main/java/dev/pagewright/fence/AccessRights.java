package dev.pagewright.fence;

/**
 * Landlock's rights by the version of its interface (ABI), see {@code man 7 landlock}: what a kernel does not know must
 * not be asked of it, and is not fenced.
 */
final class AccessRights {

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_DIRECTORY = 1 << 3;
    /** Remove a folder, a file; make a device, folder, file, socket, pipe, block device, link. */
    private static final long REMOVE_AND_MAKE = 0b1_1111_1111 << 4;

    /** Devices, sockets, pipes: whoever opens one of them among a process's files would wait, or worse. */
    private static final long MAKE_SPECIAL = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11;

    private static final long REFER = 1 << 13; // ABI 2: move from folder to folder
    private static final long TRUNCATE = 1 << 14; // ABI 3
    private static final long CONTROL_DEVICE = 1 << 15; // ABI 5

    private static final long BIND_TCP = 1; // ABI 4
    private static final long CONNECT_TCP = 1 << 1;

    private static final long ABSTRACT_SOCKETS = 1; // ABI 6
    private static final long SIGNALS = 1 << 1;

    /** Those that a rule for something other than a folder may have. */
    private static final long OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | CONTROL_DEVICE;

    private final int abi;

    AccessRights(int abi) {
        this.abi = abi;
    }

    int abi() {
        return abi;
    }

    /** All that are forbidden where no rule allows them. */
    long files() {
        long first = EXECUTE | WRITE_FILE | READ_FILE | READ_DIRECTORY | REMOVE_AND_MAKE;
        return first | since(2, REFER) | since(3, TRUNCATE) | since(5, CONTROL_DEVICE);
    }

    long network() {
        return since(4, BIND_TCP | CONNECT_TCP);
    }

    /** What stays among fenced processes: signals, and sockets that have a name but no file. */
    long scopes() {
        return since(6, ABSTRACT_SOCKETS | SIGNALS);
    }

    long run(boolean folder) {
        return of(EXECUTE | READ_FILE | READ_DIRECTORY, folder);
    }

    long read(boolean folder) {
        return of(READ_FILE | READ_DIRECTORY, folder);
    }

    long write(boolean folder) {
        long all = READ_FILE | READ_DIRECTORY | WRITE_FILE | TRUNCATE | REFER | (REMOVE_AND_MAKE & ~MAKE_SPECIAL);
        return of(all, folder);
    }

    long connect() {
        return network() & CONNECT_TCP;
    }

    private long since(int version, long rights) {
        return abi >= version ? rights : 0;
    }

    private long of(long rights, boolean folder) {
        return rights & files() & (folder ? -1 : OF_FILES);
    }
}
