package dev.pagewright.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.pagewright.contract.JobRecord;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A forgotten filter cannot show one account's rows to another: there is no place to forget it in. */
class TenancyTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "pagewright", "gateway");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update)\\s+(job|page|job_event|original|ledger_entry|account_total|account_day|"
                    + "idempotency_key|webhook_delivery|webhook_secret|webhook_circuit|chat_use|failed_use|api_token|audit_entry)\\b");

    /** What answers to accounts: each statement binds the account, or a job that was found by it. */
    private static final Set<String> BY_ACCOUNT = Set.of(
            "access/TokenAllowance",
            "access/Tokens",
            "account/AccountTotal",
            "account/ChatUse",
            "account/FailedUse",
            "job/Job",
            "job/Original",
            "ledger/Ledger",
            "queue/IdempotencyKey",
            "webhook/Circuits",
            "webhook/Deliveries",
            "webhook/WebhookSecrets");

    /** What serves all accounts and answers to none. */
    private static final Set<String> BEHIND = Set.of(
            "access/DemoAccount",
            "access/EarlierTokens",
            "access/KnownTokens",
            "admin/Accounts",
            "admin/LedgerEntries",
            "audit/Audit",
            "audit/AuditEntries",
            "job/FairShare",
            "job/Page",
            "ledger/Drift",
            "ledger/LedgerEntry",
            "queue/LostTasks",
            "queue/Purger",
            "queue/QueueDepth",
            "relay/OutboxRelay",
            "retention/ExpiredJobs",
            "retention/OrphanBlobs",
            "webhook/Claims");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.pagewright.gateway");

    @Test
    void tables_of_accounts_are_asked_in_known_places_alone() throws IOException {
        TreeMap<String, Set<String>> asked = new TreeMap<>();
        try (var sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String name =
                        SOURCES.relativize(source).toString().replace('\\', '/').replace(".java", "");
                for (MatchResult table :
                        TABLE.matcher(Files.readString(source)).results().toList()) {
                    asked.computeIfAbsent(name, key -> new TreeSet<>()).add(table.group(1));
                }
            }
        }

        TreeSet<String> known = new TreeSet<>(BY_ACCOUNT);
        known.addAll(BEHIND);
        assertThat(asked.keySet()).as("who asks what: %s", asked).isEqualTo(known);
    }

    @Test
    void whoever_answers_a_request_has_no_way_to_the_database_of_its_own() {
        ArchRuleDefinition.noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Route")
                .or()
                .haveSimpleNameEndingWith("Routes")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Database.class, Transaction.class)
                .check(classes);
    }

    @Test
    void whoever_answers_a_request_has_no_way_to_the_repositories_either() {
        ArchRuleDefinition.noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Route")
                .or()
                .haveSimpleNameEndingWith("Routes")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PanacheRepositoryBase.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Sessions.class)
                .check(classes);
    }

    @Test
    void jobs_are_asked_for_by_account_or_by_a_job_that_was() {
        List<Method> questions = Arrays.stream(Jobs.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("findForService"))
                .filter(method -> !method.isSynthetic())
                .toList();

        assertThat(questions).isNotEmpty().allSatisfy(method -> {
            Class<?> first = method.getParameterTypes()[0];
            assertThat(first).as(method.getName()).isIn(String.class, JobRecord.class);
            if (first.equals(String.class)) {
                assertThat(method.getParameters()[0].getName()).isEqualTo("accountId");
            }
        });
    }

    @Test
    void only_the_inner_side_finds_a_job_without_its_account() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("..gateway.inner..", "..gateway.relay..")
                .should()
                .callMethod(Jobs.class, "findForService", String.class)
                .check(classes);
    }
}
