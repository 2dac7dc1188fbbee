package dev.pagewright.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.gateway.testing.Backends;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/**
 * The entities are what Flyway made: Hibernate's own validation compares the names of types alone, and takes every text for
 * a fault.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EntitiesIT {

    @Inject
    Mutiny.SessionFactory factory;

    @Inject
    Database database;

    @Inject
    Sessions sessions;

    @Test
    void every_column_is_known_to_both_sides() {
        Map<String, Set<String>> mapped = new TreeMap<>();
        ((MappingMetamodel) factory.getMetamodel())
                .forEachEntityDescriptor(entity -> mapped.put(table(entity), columns(entity)));

        assertThat(mapped).hasSizeGreaterThan(5);
        mapped.forEach((table, columns) -> assertThat(columns).as(table).isEqualTo(columns(table)));
    }

    @Test
    void every_entity_can_be_read() {
        for (String entity : entities()) {
            List<?> rows = sessions.withoutTransaction(() -> Panache.getSession()
                    .chain(session -> session.createSelectionQuery("from " + entity, Object.class)
                            .setMaxResults(1)
                            .getResultList()));
            assertThat(rows).as(entity).isNotNull();
        }
    }

    private Set<String> entities() {
        Set<String> names = new HashSet<>();
        factory.getMetamodel().getEntities().forEach(entity -> names.add(entity.getName()));
        return names;
    }

    private static String table(EntityPersister entity) {
        return ((AbstractEntityPersister) entity).getTableName();
    }

    private static Set<String> columns(EntityPersister persister) {
        AbstractEntityPersister entity = (AbstractEntityPersister) persister;
        Set<String> columns = new TreeSet<>(Arrays.asList(entity.getIdentifierColumnNames()));
        for (String property : entity.getPropertyNames()) {
            columns.addAll(Arrays.asList(entity.getPropertyColumnNames(property)));
        }
        return columns;
    }

    private Set<String> columns(String table) {
        Set<String> columns = new TreeSet<>();
        database.withoutTransaction(sql -> sql.rows(
                        "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1",
                        table))
                .forEach(row -> columns.add(row.getString("column_name")));
        return columns;
    }
}
