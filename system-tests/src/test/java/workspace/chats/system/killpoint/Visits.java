package workspace.chats.system.killpoint;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Called at every point. The JVM halts, as by kill -9, where a file with the point's name lies in
 * the folder; the file is renamed first, so that each halts one process once.
 */
public final class Visits {

    private static final int KILLED = 137;

    private static volatile @Nullable Path folder;

    private Visits() {}

    static void watch(Path armed) {
        folder = armed;
    }

    /** Where a renamed file lies. */
    public static Path visited(Path folder, String point) {
        return folder.resolve(point + ".visited");
    }

    /** Inserted at the points. */
    public static void at(String point) {
        if (isMine(point)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Inserted where what {@code self} has buffered is to leave first. */
    public static void at(String point, Object self) {
        if (isMine(point)) {
            flush(self);
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static boolean isMine(String point) {
        var armed = folder;
        if (armed == null || !Files.exists(armed.resolve(point))) {
            return false;
        }
        try {
            Files.move(
                    armed.resolve(point),
                    visited(armed, point),
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException anotherThreadWas) {
            return false;
        }
    }

    private static void flush(Object self) {
        try {
            self.getClass().getMethod("flush").invoke(self);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            System.err.println("not flushed: " + e.getClass().getName());
        }
    }
}
