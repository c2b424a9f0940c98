package workspace.chats.system.killpoint;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Started with a service: {@code -javaagent:JAR=FOLDER}, the folder where points are armed. */
public final class KillAgent {

    private KillAgent() {}

    public static void premain(String folder, Instrumentation instrumentation) {
        Visits.watch(Path.of(folder));
        instrumentation.addTransformer(new Inserting());
    }

    private static final class Inserting implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> before,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            var points =
                    KillPoint.ALL.stream().filter(point -> point.owner().equals(name)).toList();
            if (loader == null || points.isEmpty()) {
                return null;
            }
            try {
                var changed = bytes;
                for (var point : points) {
                    changed = new Insertion(point).into(changed, loader);
                }
                return changed;
            } catch (RuntimeException | Error failed) {
                // the JVM would swallow it
                System.err.println("no kill points in " + name + ": " + failed);
                return null;
            }
        }
    }
}
