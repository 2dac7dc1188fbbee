package dev.pagewright.system.hostile;

import dev.pagewright.hostile.HostileFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Uploads some of the files that inspection is tested with, which the seed chooses.
 *
 * @param files a family of them
 */
record FilesAttack(String name, List<HostileFile> files) implements Attack {

    private static final int SOME = 12;

    @Override
    public void run(Target target, long seed) throws Exception {
        List<HostileFile> some = new ArrayList<>(files);
        Collections.shuffle(some, new Random(seed));
        for (HostileFile file : some.subList(0, Math.min(SOME, some.size()))) {
            of(file).run(target, seed);
        }
    }

    static Attack of(HostileFile file) {
        return new UploadAttack(
                file.toString(), random -> new UploadedFile("hostile." + file.suffix(), file.bytes(), Map.of()));
    }
}
