package workspace.chats.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Makes a home and does away with it. A folder that has other people's things in it is never taken
 * for one, whatever {@code CHATS_HOME} says.
 */
record HomeFolder(Home home) {

    private static final String MARK = "A home of Workspace Chats: ./chats reset deletes it.\n";

    boolean isOurs() {
        return Files.exists(home.mark()) || isOfAnEarlierVersion();
    }

    private boolean isOfAnEarlierVersion() {
        return Files.isDirectory(home.processes())
                && (Files.exists(home.lock()) || Files.exists(home.secrets()));
    }

    /** Throws {@link CannotDo} when somebody else's things are there. */
    void refuseForeign() {
        if (Files.exists(home.local()) && !isOurs() && !isEmpty(home.local())) {
            throw new CannotDo(
                    "%s has other things in it, so nothing was done; let CHATS_HOME name a new folder or an empty one"
                            .formatted(home.local()));
        }
    }

    /**
     * Only its owner looks in; PostgreSQL's user may have to pass through to its own folder. Throws
     * {@link CannotDo} when somebody else's things are there.
     */
    void make() {
        refuseForeign();
        try {
            makeLocal();
            Files.writeString(home.mark(), MARK);
            makeFolder(home.allData(), "rwx--x--x");
            for (Path folder : privateFolders()) {
                makeFolder(folder, "rwx------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that was there before keeps the rights that somebody gave it. */
    private void makeLocal() throws IOException {
        if (Files.notExists(home.local())) {
            Files.createDirectories(home.local());
            Files.setPosixFilePermissions(home.local(), only("rwx--x--x"));
        }
    }

    private List<Path> privateFolders() {
        return List.of(
                home.data("kafka"),
                home.data("local-stack"),
                home.logs(),
                home.apps(),
                home.processes());
    }

    /** Deletes what an installation puts there, and the folder when nothing else is in it. */
    void erase() {
        HomeContents.of(home).delete();
        if (holdsOnly(home.mark())) {
            deleteOne(home.mark());
            deleteOne(home.local());
        }
    }

    private boolean holdsOnly(Path file) {
        try (var all = Files.list(home.local())) {
            return all.allMatch(file::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var all = Files.list(folder)) {
            return all.findAny().isEmpty();
        } catch (IOException noFolderOrNotForUs) {
            return false;
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeFolder(Path folder, String permissions) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(only(permissions)));
    }

    private static Set<PosixFilePermission> only(String permissions) {
        return PosixFilePermissions.fromString(permissions);
    }
}
