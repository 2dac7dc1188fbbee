package dev.pagewright.system.hostile;

import dev.pagewright.hostile.HostilePdfs;
import dev.pagewright.hostile.HostilePictures;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of attack that there is. */
final class Attacks {

    private Attacks() {}

    static List<Attack> all() {
        List<Attack> files = List.of(
                new FilesAttack("PDFs that lie, unfold, nest or turn in circles", HostilePdfs.all()),
                new FilesAttack("pictures that lie, unfold or never end", HostilePictures.all()));
        return Stream.of(files, HostilePages.all(), OddPictures.all(), SlowClients.all(), OddRequests.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Each file that inspection is tested with, as an attack of its own. */
    static List<Attack> files() {
        return Stream.of(HostilePdfs.all(), HostilePictures.all())
                .flatMap(List::stream)
                .map(FilesAttack::of)
                .toList();
    }
}
