package workspace.chats.system;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** The same by JDBC with prepared statements, one connection per client. */
record JdbcTwin(TwinRows rows) implements BareInserts {

    @Override
    public String name() {
        return "JDBC";
    }

    @Override
    public double perSecond(int clients, Duration time) {
        var written = new LongAdder();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                threads.execute(() -> writeUntil(start + time.toNanos(), written));
            }
        }
        return written.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private void writeUntil(long end, LongAdder written) {
        try (var connection = rows.gateway().connect();
                var wall = connection.prepareStatement(rows.openWorkspace());
                var chat = connection.prepareStatement(rows.chat());
                var participants = connection.prepareStatement(rows.participants("?"));
                var event = connection.prepareStatement(rows.event("?"))) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                wall.execute();
                UUID id;
                try (var answer = chat.executeQuery()) {
                    answer.next();
                    id = answer.getObject(1, UUID.class);
                }
                participants.setObject(1, id);
                participants.setObject(2, id);
                participants.executeUpdate();
                event.setObject(1, id);
                event.executeUpdate();
                connection.commit();
                written.increment();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
