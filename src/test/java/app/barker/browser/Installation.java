package app.barker.browser;

import app.barker.testing.BarkerServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Barker on each database that an operator may choose, with default settings, but for how often
 * one person may be logged in. One each for all tests that bring people of
 * their own and leave the server as it is; they end with the JVM.
 */
enum Installation {
    ON_H2 {
        @Override
        BarkerServer server() {
            return OnH2.SERVER;
        }
    },
    ON_POSTGRESQL {
        @Override
        BarkerServer server() {
            return OnPostgreSql.SERVER;
        }
    };

    /** Tests log the same person in more often than ten browsers would. */
    private static final String MANY_SIGN_INS = "--barker.session.most=100";

    /** Started by the first who asks. */
    abstract BarkerServer server();

    private static final class OnH2 {
        static final BarkerServer SERVER = BarkerServer.start(MANY_SIGN_INS);
    }

    private static final class OnPostgreSql {
        static final BarkerServer SERVER = start();

        private static BarkerServer start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                return BarkerServer.start(
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "SPRING_DATASOURCE_USERNAME",
                                "postgres"),
                        MANY_SIGN_INS);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
