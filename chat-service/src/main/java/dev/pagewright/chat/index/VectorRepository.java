package dev.pagewright.chat.index;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Vectors of chunks by the ordinal of their first passage, in chat's schema. Thread-safe; calls block. */
@Singleton
class VectorRepository {

    private final DataSource database;

    VectorRepository(DataSource database) {
        this.database = database;
    }

    Map<Integer, float[]> load(String jobId, String model) throws SQLException {
        Map<Integer, float[]> vectors = new HashMap<>();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select ordinal, vector from passage_vector where job_id = ? and model = ?")) {
            select.setString(1, jobId);
            select.setString(2, model);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(2));
                    float[] vector = new float[bytes.remaining() / Float.BYTES];
                    bytes.asFloatBuffer().get(vector);
                    vectors.put(row.getInt(1), vector);
                }
            }
        }
        return vectors;
    }

    /** Adds vectors; nothing where the job was deleted or indexed anew meanwhile. */
    void store(String jobId, int revision, String model, Map<Integer, float[]> vectors) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into passage_vector (job_id, ordinal, model, vector)
                        select id, ?, ?, ? from job where id = ? and revision = ? on conflict do nothing
                        """)) {
            for (Map.Entry<Integer, float[]> vector : vectors.entrySet()) {
                ByteBuffer bytes = ByteBuffer.allocate(vector.getValue().length * Float.BYTES);
                bytes.asFloatBuffer().put(vector.getValue());
                insert.setInt(1, vector.getKey());
                insert.setString(2, model);
                insert.setBytes(3, bytes.array());
                insert.setString(4, jobId);
                insert.setInt(5, revision);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
