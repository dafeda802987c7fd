package app.barker.bench;

import java.net.http.HttpClient;

/** An HTTP client that is closed at once: the JDK's own waits until the last open web socket has gone. */
record Client(HttpClient http) implements AutoCloseable {

    static Client open() {
        return new Client(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Reader.PATIENCE)
                .build());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
