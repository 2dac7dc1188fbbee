package dev.pagewright.system.hostile;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pagewright.system.launch.LaunchedSystem;
import dev.pagewright.system.launch.SystemExtension;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short part of the siege: of each family what is dealt with soon, once, from one seed. */
@ExtendWith(SystemExtension.class)
@Tag("hostile")
class HostileSampleIT {

    private static final long SEED = 20261130;

    private final Siege siege;

    HostileSampleIT(LaunchedSystem system) throws Exception {
        siege = new Siege(Target.of(system));
    }

    @TestFactory
    Stream<DynamicTest> everyAttackOnce() {
        Random random = new Random(SEED);
        List<Attack> attacks = Attacks.brief();
        return Stream.of(
                        new Together(
                                "uploads",
                                attacks.stream()
                                        .filter(attack -> !(attack instanceof Scene))
                                        .toList()),
                        new Together(
                                "clients",
                                attacks.stream().filter(Scene.class::isInstance).toList()))
                .map(together -> dynamicTest(together.name(), () -> siege.lay(together, 1, random.nextLong())));
    }

    /** Several attacks, one after the other. */
    private record Together(String name, List<Attack> attacks) implements Attack {

        @Override
        public void run(Target target, long seed) throws Exception {
            for (Attack attack : attacks) {
                try {
                    attack.run(target, seed);
                } catch (AssertionError | IOException e) {
                    throw new AssertionError(attack.name(), e);
                }
            }
        }
    }
}
