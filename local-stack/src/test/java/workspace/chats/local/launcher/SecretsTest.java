package workspace.chats.local.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed or guarded with them at the first start must open at the second. */
class SecretsTest {

    private static final int AT_ONCE = 8;

    @TempDir private Path root;

    private record Seen(Secrets secrets, String keyset) {}

    @RepeatedTest(10)
    void areTheSameForAll_whoAskAtOnceForTheFirstTime() throws Exception {
        var home = home();
        var barrier = new CyclicBarrier(AT_ONCE);
        Callable<Seen> ask =
                () -> {
                    barrier.await(10, SECONDS);
                    return new Seen(Secrets.of(home), Files.readString(home.keyset()));
                };

        var seen = new ArrayList<Future<Seen>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                seen.add(threads.submit(ask));
            }
        }

        var kept = new Seen(Secrets.of(home), Files.readString(home.keyset()));
        assertThat(seen).extracting(Future::resultNow).containsOnly(kept);
    }

    @Test
    void areForTheirOwnerOnly_andLeaveNoDraft() throws Exception {
        var home = home();
        Secrets.of(home);
        for (Path file : new Path[] {home.secrets(), home.keyset()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(home.local()).isDirectoryNotContaining(it -> it.toString().endsWith(".new"));
    }

    private Home home() {
        var home = new Home(root);
        new HomeFolder(home).make();
        return home;
    }
}
