package app.barker.shared;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Tells PostgreSQL, on every connection, what Barker's statements are like: the same again and again, and each after a few rows
 * that an index knows (docs/decisions/0017). Whoever configures a {@code connection-init-sql} of their own says it instead.
 */
@Component
public class PostgresConnections implements BeanPostProcessor {

    /**
     * Left alone, it plans a page of cards anew each time, which takes longer than reading it, because plans for unknown
     * parameters look dearer; and it holds an index for so slow that it rather reads whole tables.
     */
    private static final String SETTINGS = "set plan_cache_mode = force_generic_plan; set random_page_cost = 1.1";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            prepare(pool);
        }
        return bean;
    }

    /** Leaves pools of other databases alone. Before the first connection. */
    public static void prepare(HikariDataSource pool) {
        String url = pool.getJdbcUrl();
        if (url != null && url.startsWith("jdbc:postgresql:") && pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql(SETTINGS);
        }
    }
}
