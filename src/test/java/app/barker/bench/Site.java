package app.barker.bench;

import app.barker.bench.world.Database;
import java.io.IOException;

/** A server on a PostgreSQL of its own with some dogs and twenty barks, and a client that speaks to it. */
record Site(Postgres postgres, Server server, Client client) implements AutoCloseable {

    static final int BARKS = 20;

    /** For authors who say more in a minute than anybody may. */
    static final String CHATTY = "--barker.bark.per-minute=10000";

    /** What does not come up is cleared away with the {@link Workplace}. */
    static Site open(Setting setting, String... options) throws Exception {
        Postgres postgres = Postgres.filled(setting, BARKS);
        Server server =
                Server.start(setting.jar(), setting.workplace().folder("server"), postgres.serverOptions(options));
        return new Site(postgres, server, Client.open());
    }

    Database database() {
        return postgres.database();
    }

    Reader logIn(String name) throws IOException, InterruptedException {
        return Reader.logIn(server, client.http(), name);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        postgres.close();
    }
}
