package workspace.chats.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workspace.chats.local.Folders;

/**
 * What installations put into their homes, by its names: an earlier version may have taken a folder
 * in which others keep their things too.
 */
record HomeContents(List<Path> things, List<Path> folders) {

    private static final Pattern DATA = Pattern.compile("(postgres|kafka|local-stack)(\\..+)?");
    private static final Pattern LOG = Pattern.compile(".+\\.log");
    private static final Pattern JSON = Pattern.compile(".+\\.json|\\..+\\.new");
    private static final Pattern UNFINISHED = Pattern.compile("\\.[0-9]+\\.new");

    static HomeContents of(Home home) {
        var things =
                Stream.of(
                        in(home.allData(), DATA.asMatchPredicate()),
                        in(home.logs(), LOG.asMatchPredicate()),
                        in(home.processes(), JSON.asMatchPredicate()),
                        in(home.apps(), HomeContents::isModule),
                        in(home.local(), UNFINISHED.asMatchPredicate()),
                        home.files().stream());
        return new HomeContents(
                things.flatMap(some -> some).toList(),
                List.of(home.allData(), home.logs(), home.processes(), home.apps()));
    }

    void delete() {
        things.forEach(Folders::delete);
        folders.forEach(HomeContents::deleteIfEmpty);
    }

    private static boolean isModule(String name) {
        return name.equals("local-stack")
                || Stream.of(Program.values()).anyMatch(it -> it.processName().equals(name));
    }

    private static Stream<Path> in(Path folder, Predicate<String> named) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var all = Files.list(folder)) {
            return all.filter(it -> named.test(String.valueOf(it.getFileName()))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException hasOtherThings) {
            // they stay
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
