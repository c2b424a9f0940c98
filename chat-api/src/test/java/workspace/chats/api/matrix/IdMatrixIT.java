package workspace.chats.api.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Answer;

/**
 * Every call with every id that it takes. The workspace's own id is taken; another workspace's is
 * refused exactly as one that nobody has, and neither workspace is changed by it.
 */
class IdMatrixIT {

    private static final Path COMMITTED = Path.of("../docs/matrix.md");
    private static final String WRITE = "matrix.write";
    private static final int OUR_VERSION = 4;
    private static final int THEIR_VERSION = 6;
    private static final String NOBODYS_VERSION = "90";
    private static final List<String> MALFORMED =
            List.of("x", "1-1-1-1-1", "01976f0e-5a11-7d10-8a51-2f8a4c0f9a0", "-1");

    private final Furnished own = new Furnished(OUR_VERSION);
    private final Furnished other = new Furnished(THEIR_VERSION);
    private final String ours = Contents.of(own.id());
    private final String theirs = Contents.of(other.id());
    private final SoftAssertions flaws = new SoftAssertions();

    @Test
    void tellsNobodyWhatAnotherWorkspaceHas() throws IOException {
        var rows = new ArrayList<Row>();
        for (var place : IdPlace.all()) {
            var row = row(place);
            judge(row);
            rows.add(row);
        }
        flaws.assertAll();
        isWhatIsCommitted(rows);
    }

    private Row row(IdPlace place) {
        var foreign = new Attempt(place, own).with(other.get(place.thing()));
        var unknown = new Attempt(place, own).with(unknown(place));
        var malformed = MALFORMED.stream().map(new Attempt(place, own)::with).toList();
        changedNothing(place);
        return new Row(place, taken(place), foreign, unknown, malformed);
    }

    private void changedNothing(IdPlace place) {
        flaws.assertThat(Contents.of(own.id())).as("%s changed us", place).isEqualTo(ours);
        flaws.assertThat(Contents.of(other.id())).as("%s changed them", place).isEqualTo(theirs);
    }

    /** In a workspace of its own, because it is changed. */
    private static Answer taken(IdPlace place) {
        var fresh = new Furnished(OUR_VERSION);
        return new Attempt(place, fresh).with(fresh.get(place.thing()));
    }

    private static String unknown(IdPlace place) {
        return place.thing().isNumber() ? NOBODYS_VERSION : UUID.randomUUID().toString();
    }

    private void judge(Row row) {
        flaws.assertThat(row.own().status())
                .as("%s with an id of its own: %s", row.place(), row.own().text())
                .isBetween(200, 299);
        flaws.assertThat(Row.told(row.foreign()))
                .as("%s tells another workspace's id from an unknown one", row.place())
                .isEqualTo(Row.told(row.unknown()));
        isRefused(row, row.foreign());
        row.malformed().forEach(answer -> isRefused(row, answer));
    }

    private void isRefused(Row row, Answer answer) {
        flaws.assertThat(answer.status()).as("%s %s", row.place(), answer.text()).isIn(400, 404);
        flaws.assertThat(answer.text()).doesNotContain(other.id().toString());
    }

    private static void isWhatIsCommitted(List<Row> rows) throws IOException {
        var text = "# Ids\n\n" + PREFACE + "\n" + Row.HEAD + lines(rows);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(text)
                .as(
                        "docs/matrix.md is not what came out; write it with mvn -pl chat-api -am verify -Dtest=None -Dit.test=IdMatrixIT -Dmatrix.write=true -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false, look at the difference and commit it")
                .isEqualTo(Files.readString(COMMITTED));
    }

    private static String lines(List<Row> rows) {
        return rows.stream().map(Row::line).collect(Collectors.joining());
    }

    private static final String PREFACE =
            """
            Every call of `openapi.json` with every id that it takes, as an administrator of one workspace sends it. All else in the request is
            right. Each cell is the status and the codes of the errors. The answers to another workspace's id and to one that nobody has are the
            same in body and headers, and after all three refusals no row of either workspace and no event has come, gone or changed.

            `IdMatrixIT` makes this table from the document and from what the running service answers, and fails when it is not this one.
            """;
}
