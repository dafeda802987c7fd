package app.barker.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A fresh, empty database for an application context: H2, or with {@code -Dbarker.test.database=postgresql} a real
 * PostgreSQL that Maven Central brought.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("barker.test.database"));
    }

    @Bean
    DynamicPropertyRegistrar freshDatabase() {
        String name = "barker_" + UUID.randomUUID().toString().replace("-", "");
        String url = isPostgres() ? postgres(name) : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        return properties -> {
            properties.add("spring.datasource.url", () -> url);
            properties.add("spring.datasource.username", () -> isPostgres() ? "postgres" : "sa");
            properties.add("spring.datasource.password", () -> "");
        };
    }

    @Bean
    static CountedStatements countedStatements() {
        return new CountedStatements();
    }

    private static String postgres(String name) {
        try (var connection = Server.SHARED.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Server.SHARED.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL has no room for a test", e);
        }
    }

    /** One server for the whole test run; started by the first who needs it, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
