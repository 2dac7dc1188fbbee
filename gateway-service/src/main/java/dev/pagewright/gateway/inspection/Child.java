package dev.pagewright.gateway.inspection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.LogManager;

/**
 * The inside of an inspection process: questions on its standard input, an answer each on its standard output, the end
 * where the input ends, also in the midst of a file. What a file throws beyond an answer ends it with another exit code.
 */
final class Child {

    /** Written once, when it is ready for questions. */
    static final int READY = 0x50;

    private static final int ORPHAN = 5;
    private static final int FAULT = 4;

    /** More than an ordinary file takes; what a large one took goes back to the system. */
    private static final long ORDINARY_HEAP = 40L << 20;

    private Child() {}

    public static void main(String[] arguments) {
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err); // whatever a library prints is no answer
        LogManager.getLogManager().getLogger("").setLevel(Level.OFF); // what parsers say of hostile files fills disks
        try {
            FileLook.prepare();
            out.write(READY);
            answer(questions(System.in), out);
        } catch (IOException | RuntimeException | InterruptedException | Error e) {
            Runtime.getRuntime().halt(FAULT);
        }
    }

    private static void answer(BlockingQueue<Question> questions, DataOutputStream out)
            throws IOException, InterruptedException {
        while (true) {
            FileLook.look(questions.take()).write(out);
            out.flush();
            if (Runtime.getRuntime().totalMemory() > ORDINARY_HEAP) {
                System.gc();
            }
        }
    }

    /** Reads ahead, so that the end of the asking process is noticed while a file is looked at. */
    private static BlockingQueue<Question> questions(InputStream input) {
        BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("questions").start(() -> {
            try (DataInputStream in = new DataInputStream(input)) {
                while (true) {
                    questions.add(Question.read(in));
                }
            } catch (IOException | RuntimeException e) {
                Runtime.getRuntime().halt(ORPHAN);
            }
        });
        return questions;
    }
}
