package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.system.RunningSystem;

/** What a run has made for itself, kept in its folder, so that it can go on after a cut. */
record Setup(String run, Site site, List<String> patients) {

    private static final String FILE = "setup.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    static Setup of(Path folder, RunningSystem system, String run, int clients, Random random) {
        var file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return MAPPER.readValue(file.toFile(), Setup.class);
            }
            var site = Site.make(system, random);
            var desk = new Site.Desk(system.url("apiUrl"), site.id(), site.token());
            var setup = new Setup(run, site, Patients.admit(desk, clients));
            Files.writeString(file, MAPPER.writeValueAsString(setup));
            return setup;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Wishes wishes() {
        return new Wishes(site, patients, run);
    }
}
