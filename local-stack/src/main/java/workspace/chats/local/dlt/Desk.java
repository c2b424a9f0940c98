package workspace.chats.local.dlt;

import java.io.PrintWriter;
import java.time.Clock;

/**
 * Where an operator sits.
 *
 * @param who is noted in the books
 * @param out what he reads
 */
record Desk(Installation.Finder installations, String who, PrintWriter out, Clock clock) {

    /** A look through the letters of the installation that is meant. */
    Round round(Selection selection) {
        return new Round(installations.find(selection.consumer()), selection);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
