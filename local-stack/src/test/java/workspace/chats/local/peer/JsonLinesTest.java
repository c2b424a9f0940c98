package workspace.chats.local.peer;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    private record Note(String text) {}

    @TempDir private Path folder;
    private Path path;

    @BeforeEach
    void choose() {
        path = folder.resolve("deep").resolve("notes.jsonl");
    }

    @Test
    void remembersInOrder_acrossRestarts() {
        write("one", "zwei äöü \n €");
        write("three");
        assertThat(read()).containsExactly("one", "zwei äöü \n €", "three");
    }

    @Test
    void dropsALineThatAKillTore_andGoesOnBehindTheWholeOnes() throws IOException {
        write("one", "two");
        Files.writeString(path, "{\"text\":\"thr", APPEND);

        write("four");

        assertThat(read()).containsExactly("one", "two", "four");
    }

    @Test
    void forgets_whenCleared() {
        try (var lines = open(new ArrayList<>())) {
            lines.append(new Note("one"));
            lines.clear();
            lines.append(new Note("two"));
        }
        assertThat(read()).containsExactly("two");
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        write("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    private void write(String... texts) {
        try (var lines = open(new ArrayList<>())) {
            List.of(texts).forEach(text -> lines.append(new Note(text)));
        }
    }

    private List<String> read() {
        var notes = new ArrayList<Note>();
        open(notes).close();
        return notes.stream().map(Note::text).toList();
    }

    private JsonLines<Note> open(List<Note> memory) {
        return JsonLines.open(path, Note.class, memory::add);
    }
}
