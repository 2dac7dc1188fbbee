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
 * @param some how many of them, at most
 */
record FilesAttack(String name, List<HostileFile> files, int some) implements Attack {

    @Override
    public void run(Target target, long seed) throws Exception {
        List<HostileFile> mixed = new ArrayList<>(files);
        Collections.shuffle(mixed, new Random(seed));
        for (HostileFile file : mixed.subList(0, Math.min(some, mixed.size()))) {
            of(file).run(target, seed);
        }
    }

    static Attack of(HostileFile file) {
        return new UploadAttack(
                file.toString(), random -> new UploadedFile("hostile." + file.suffix(), file.bytes(), Map.of()));
    }
}
