package dev.pagewright.fence;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The calls of Linux by which a thread gives up what it and all that it starts may reach ({@code man 7 landlock}). Their
 * numbers are the same on every processor.
 */
final class Landlock {

    private static final int CREATE_RULESET = 444;
    private static final int ADD_RULE = 445;
    private static final int RESTRICT_SELF = 446;
    private static final int TELL_VERSION = 1;
    private static final int PATH_BENEATH = 1;
    private static final int NET_PORT = 2;

    private static final int OPEN_PATH_ALONE = 0x200000; // O_PATH
    private static final int CLOSE_ON_EXEC = 0x80000;

    private static final int NO_NEW_PRIVILEGES = 38;
    private static final int DROP_CAPABILITY = 24;
    /** To read files of others, which the rules bound: a service of root may run from somebody's home. */
    private static final int KEPT_CAPABILITY = 1; // CAP_DAC_OVERRIDE

    private static final int MOST_CAPABILITIES = 64;

    private static final NativeLibrary C = NativeLibrary.getInstance("c");
    private static final Function SYSTEM_CALL = C.getFunction("syscall");
    private static final Function PROCESS_CONTROL = C.getFunction("prctl");
    private static final Function OPEN = C.getFunction("open");
    private static final Function CLOSE = C.getFunction("close");

    private Landlock() {}

    /** The version of the kernel's interface. */
    static int abi() throws IOException {
        return (int) call("landlock_create_ruleset", CREATE_RULESET, 0L, 0L, (long) TELL_VERSION);
    }

    /** A descriptor of rules, to be closed; what they do not name is forbidden. */
    static int rules(Reach reach, AccessRights rights) throws IOException {
        byte[] handled = structure(24)
                .putLong(rights.files())
                .putLong(rights.network())
                .putLong(rights.scopes())
                .array();
        long known = rights.scopes() != 0 ? 24 : rights.network() != 0 ? 16 : 8;
        int rules = (int) call("landlock_create_ruleset", CREATE_RULESET, handled, known, 0L);
        try {
            allow(rules, reach, rights);
        } catch (IOException | RuntimeException e) {
            close(rules);
            throw e;
        }
        return rules;
    }

    private static void allow(int rules, Reach reach, AccessRights rights) throws IOException {
        for (Path path : reach.runs()) {
            allow(rules, path, rights.run(Files.isDirectory(path)));
        }
        for (Path path : reach.reads()) {
            allow(rules, path, rights.read(Files.isDirectory(path)));
        }
        for (Path path : reach.writes()) {
            allow(rules, path, rights.write(Files.isDirectory(path)));
        }
        if (rights.network() != 0) {
            for (int port : reach.ports()) {
                byte[] rule =
                        structure(16).putLong(rights.connect()).putLong(port).array();
                call("landlock_add_rule", ADD_RULE, (long) rules, (long) NET_PORT, rule, 0L);
            }
        }
    }

    private static void allow(int rules, Path path, long allowed) throws IOException {
        int file = OPEN.invokeInt(new Object[] {path.toAbsolutePath().toString(), OPEN_PATH_ALONE | CLOSE_ON_EXEC, 0});
        if (file < 0) {
            return; // not there, or not for this user: nothing to allow
        }
        try {
            byte[] rule = structure(12).putLong(allowed).putInt(file).array();
            call("landlock_add_rule", ADD_RULE, (long) rules, (long) PATH_BENEATH, rule, 0L);
        } finally {
            close(file);
        }
    }

    private static ByteBuffer structure(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }

    /** Fences in the calling thread and all that it starts from now on, for ever. */
    static void enter(int rules) throws IOException {
        if (PROCESS_CONTROL.invokeInt(new Object[] {NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L}) != 0) {
            throw new IOException("prctl(PR_SET_NO_NEW_PRIVS): error " + Native.getLastError());
        }
        call("landlock_restrict_self", RESTRICT_SELF, (long) rules, 0L);
        for (long capability = 0; capability < MOST_CAPABILITIES; capability++) {
            if (capability != KEPT_CAPABILITY) { // of a user who has none to drop, nothing is dropped
                PROCESS_CONTROL.invokeInt(new Object[] {DROP_CAPABILITY, capability, 0L, 0L, 0L});
            }
        }
    }

    static void close(int descriptor) {
        CLOSE.invokeInt(new Object[] {descriptor});
    }

    private static long call(String name, int number, Object... arguments) throws IOException {
        Object[] all = new Object[arguments.length + 1];
        all[0] = (long) number;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        long result = SYSTEM_CALL.invokeLong(all);
        if (result < 0) {
            throw new IOException("%s: error %d".formatted(name, Native.getLastError()));
        }
        return result;
    }
}
