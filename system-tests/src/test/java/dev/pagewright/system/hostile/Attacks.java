package dev.pagewright.system.hostile;

import dev.pagewright.hostile.HostilePdfs;
import dev.pagewright.hostile.HostilePictures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of attack that there is. */
final class Attacks {

    private Attacks() {}

    static List<Attack> all() {
        return Stream.of(
                        files(12),
                        HostilePages.all(),
                        OddPictures.all(),
                        SlowClients.holding(Duration.ofSeconds(12)),
                        OddRequests.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Of each family what takes a second or two. */
    static List<Attack> brief() {
        return Stream.of(files(3), HostilePages.small(), SlowClients.holding(Duration.ofSeconds(3)), OddRequests.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The files that inspection is tested with, so many of each family. */
    static List<Attack> files(int some) {
        return List.of(
                new FilesAttack("PDFs that lie, unfold, nest or turn in circles", HostilePdfs.all(), some),
                new FilesAttack("pictures that lie, unfold or never end", HostilePictures.all(), some));
    }
}
