package dev.pagewright.system.hostile;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of attack that there is. */
final class Attacks {

    private Attacks() {}

    static List<Attack> all() {
        return Stream.of(HostilePdfs.all(), HostilePictures.all(), SlowClients.all(), OddRequests.all())
                .flatMap(List::stream)
                .toList();
    }
}
